"""Corrections by hand at the command line: where they stand, what they do, what goes wrong."""

from __future__ import annotations

import json

import pytest

from attacks import ATTACKS
from cli.bench import Bench
from kztimeline.outputs import FORMATS

COURIER = """Date: 16 March 2024

Dockers in Westport walked out on Tuesday.
The port of Westport will reopen on Monday.
"""


def ids(bench: Bench) -> dict[str, str]:
    """Ids by title, of a build without any edits."""
    bench.run("build", "articles", "-f", "jsonl", "-q").exits(0)
    events = map(json.loads, bench.out.splitlines())
    return {event["title"]: event["id"] for event in events}


def edited(bench: Bench, text: str, name: str = "articles/kztimeline.toml") -> Bench:
    return bench.article(name, text)


def test_edits_beside_the_articles_hold(stocked: Bench) -> None:
    event = ids(stocked)["Dockers walked out in Westport"]
    edited(stocked, f'[[edit]]\nevent = "{event}"\ntitle = "Dockers strike"\ndate = "2024-03"\n')
    stocked.run("build", "articles").exits(0)
    assert stocked.out.splitlines()[0] == (
        "2024-03\tDockers strike (edited by hand; date was Tuesday, 12 March 2024; "
        "title was “Dockers walked out in Westport”)\tarticles/herald.txt:4"
    )
    assert "left out" not in stocked.err
    stocked.run("why", event, "articles").exits(0)
    assert "  by hand    title was “Dockers walked out in Westport”" in stocked.out


def test_a_rebuild_with_another_article_keeps_ids_and_edits(stocked: Bench) -> None:
    event = ids(stocked)["Dockers walked out in Westport"]
    edited(stocked, f'[[edit]]\nevent = "{event}"\nnote = "seen"\nconfirm = true\n')
    stocked.article("articles/courier.txt", COURIER).run("build", "articles", "--json").exits(0)
    (found,) = [each for each in json.loads(stocked.out)["events"] if each["note"]]
    assert (found["id"], found["source_count"], found["review"]) == (event, 2, "confirmed")


def test_edits_of_folders_in_folders_hold(stocked: Bench) -> None:
    event = ids(stocked)["The port will reopen"]
    edited(stocked, '[[edit]]\nadd = "A vote"\n')
    stocked.article("articles/old/courier.txt", COURIER)
    edited(stocked, f'[[edit]]\nevent = "{event}"\nhide = true\n', "articles/old/kztimeline.toml")
    for path in ("articles", "articles/**/*.txt"):
        stocked.run("build", path, "--json", "-q").exits(0)
        whole = json.loads(stocked.out)
        assert [each["id"] for each in whole["hidden"]] == [event]
        assert "A vote" in [each["title"] for each in whole["undated"]]


def test_edits_may_stand_elsewhere(stocked: Bench) -> None:
    event = ids(stocked)["The port will reopen"]
    edited(stocked, f'[[edit]]\nevent = "{event[:7]}"\nhide = true\n', "mine.toml")
    edited(stocked, '[[edit]]\nevent = "ev-00"\nhide = true\n')
    stocked.run("build", "articles", "--edits", "mine.toml").exits(0)
    assert "reopen" not in stocked.out
    assert "1 event from 1 passage, 1 hidden by hand" in stocked.err


def test_a_confirmed_inference_is_no_doubt(bench: Bench) -> None:
    bench.article("articles/a.txt", "Date: 2024-03-15\n\nThe mayor of Westport resigned.\n")
    (event,) = ids(bench).values()
    bench.run("build", "articles", "--strict", "-q").exits(3)
    edited(bench, f'[[edit]]\nevent = "{event}"\nconfirm = true\n')
    bench.run("build", "articles", "--strict").exits(0)
    assert "1 with an inferred date" not in bench.err


def test_an_edit_whose_event_is_gone_is_told_and_counts(stocked: Bench) -> None:
    edited(stocked, '# mine\n[[edit]]\nevent = "ev-00000000"\nhide = true\n')
    stocked.run("build", "articles", "--json", "--strict").exits(3)
    assert stocked.err.splitlines()[0] == (
        "warning: articles/kztimeline.toml:4: `hide`: no event is called `ev-00000000`"
    )
    (warning,) = json.loads(stocked.out)["warnings"]
    assert (warning["code"], warning["path"], warning["line"]) == (
        "edit-without-event", "articles/kztimeline.toml", 4,
    )  # fmt: skip


def test_a_bad_edit_is_told_and_the_rest_holds(stocked: Bench) -> None:
    event = ids(stocked)["The port will reopen"]
    edited(stocked, f'[[edit]]\nevent = "{event}"\nhid = true\ntitle = "Port reopens"\n')
    stocked.run("build", "articles").exits(0)
    assert "Port reopens" in stocked.out
    assert stocked.err.splitlines()[:2] == [
        "warning: articles/kztimeline.toml:3: an edit has no key `hid`",
        "  hint: did you mean `hide`?",
    ]


@pytest.mark.parametrize(
    ("text", "arguments", "code", "message"),
    [
        ("[[edit]\n", (), 1, "`articles/kztimeline.toml` is no TOML: expected ']]' at the end of"),
        ("", ("--edits", "gone.toml"), 1, "cannot read `gone.toml`: no such file or directory"),
        ("", ("--edits", "articles"), 1, "cannot read `articles`: is a directory"),
        ("", ("--edits", ""), 2, "`--edits` has no name"),
    ],
)
def test_what_is_no_edits_file(
    stocked: Bench, text: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    edited(stocked, text).run("build", "articles", "-o", "t.csv", *arguments).exits(code)
    assert stocked.err.startswith(f"kztimeline: error: {message}")
    assert "\nhint: " in stocked.err
    assert not (stocked.folder / "t.csv").exists()


def test_a_saved_timeline_keeps_its_edits(stocked: Bench) -> None:
    (stocked.folder / "out").mkdir()
    event = ids(stocked)["The port will reopen"]
    edited(stocked, f'[[edit]]\nevent = "{event}"\nnote = "seen"\n[[edit]]\nadd = "A vote"\n')
    shown = stocked.run("build", "articles").exits(0).out
    stocked.run("build", "articles", "-o", "out/t.json").exits(0)
    assert "../articles/kztimeline.toml" in (stocked.folder / "out/t.json").read_text()
    stocked.run("render", "out/t.json").exits(0).stdout(shown)


@pytest.mark.parametrize("form", [each.name for each in FORMATS])
def test_hostile_edits_reach_every_format_and_act_in_none(stocked: Bench, form: str) -> None:
    """TOML holds no half of a surrogate pair; `outputs/` has rows for those, too."""
    event = ids(stocked)["The port will reopen"]
    words = [text for text in ATTACKS.values() if text.isprintable() or "\x1b" in text]
    entries = [f'[[edit]]\nadd = {json.dumps("Vote " + text)}\ndate = "2024"' for text in words]
    said, title = json.dumps([*words, "kept"]), json.dumps(words[0])
    entries.append(f'[[edit]]\nevent = "{event}"\ntitle = {title}\ntags = {said}')
    edited(stocked, "\n".join(entries))
    stocked.run("build", "articles", "-q", "-f", form, "-o", "t.out").exits(0).stderr("")
    raw = (stocked.folder / "t.out").read_bytes()
    assert raw.count(b"Vote") >= len(words)
    assert [byte for byte in b"\x1b\x07\x7f" if byte in raw] == [] or form == "sqlite"
