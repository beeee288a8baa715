"""A walk through what is in doubt, with answers piped in: each is written down at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tomllib
from pathlib import Path

import pytest

from cli.bench import Bench, start
from kztimeline.outputs.schema import schema_of

# Disputed: told of two days, if in the same words; the other two are dated by their passage.
STRIKE = (
    "Three hundred dockers of the Orr Line walked out at the Quill Wharf in Westport on "
    "March {day} over unpaid wages and broken cranes."
)
PAPERS = {
    "wire.txt": f"Date: 2024-03-13\n\n{STRIKE.format(day=12)}\nThe mayor, Ada Quill, kept calm.\n",
    "herald.txt": f"Date: 2024-03-15\n\n{STRIKE.format(day=13)}\nThe harbour master resigned.\n",
}
FILE = Path("articles/kztimeline.toml")


@pytest.fixture
def disputed(bench: Bench) -> Bench:
    for name, text in PAPERS.items():
        bench.article(f"articles/{name}", text)
    return bench


def answered(bench: Bench, *answers: str, code: int = 0, more: tuple[str, ...] = ()) -> Bench:
    said = "".join(f"{answer}\n" for answer in answers).encode()
    return bench.run("review", "articles", *more, stdin=said or b" ").exits(code)


def doubts(bench: Bench, *more: str) -> list[dict[str, object]]:
    bench.run("review", "articles", "--list", "-f", "json", *more).exits(0)
    return json.loads(bench.out)


def edits() -> list[dict[str, object]]:
    return tomllib.loads(FILE.read_text())["edit"] if FILE.exists() else []


def test_what_needs_a_human_is_listed_the_most_pressing_first(disputed: Bench) -> None:
    rows = doubts(disputed)
    assert [row["doubts"][0] for row in rows] == ["conflict", "inferred", "inferred"]
    assert rows[0]["places"] == "articles/wire.txt:3; articles/herald.txt:3"
    assert "Tuesday, 12 March 2024 · Wednesday, 13 March 2024" in rows[0]["reasons"][0]
    assert [row["doubts"] for row in doubts(disputed, "--only", "conflict")] == [rows[0]["doubts"]]
    assert doubts(disputed, "--grep", "resigned", "--only", "conflict") == []
    disputed.run("review", "articles", "--list").exits(0)
    assert disputed.out.startswith(f"{rows[0]['id']}\t2024-03-1")
    assert not FILE.exists()


def test_each_answer_is_written_at_once_and_does_not_come_back(disputed: Bench) -> None:
    first, second, third = (row["id"] for row in doubts(disputed))
    answered(disputed, "d", "1", "c", "h")
    assert disputed.err == "3 decisions in articles/kztimeline.toml, 0 to review\n"
    assert [{key: edit[key] for key in edit} for edit in edits()] == [
        {"event": first, "date": "2024-03-12"},
        {"event": second, "confirm": True},
        {"event": third, "hide": True},
    ]
    assert FILE.read_text().startswith("[[edit]]\n# 2024-03-12 Three hundred dockers of the")
    assert doubts(disputed) == []
    disputed.run("build", "articles").exits(0)
    assert "2 confirmed or edited by hand, 1 hidden by hand" in disputed.err


def test_it_can_be_stopped_and_taken_up_again(disputed: Bench) -> None:
    for left in (2, 1, 0):
        answered(disputed, "c", "q")
        assert disputed.err == f"1 decision in articles/kztimeline.toml, {left} to review\n"


def test_the_event_is_shown_with_quotes_and_reasons(disputed: Bench) -> None:
    answered(disputed, "q")
    for words in (
        "── 3 to review · ev-",
        "? sources disagree on the date: ",
        "[March 12]",
        "dated by “March 12”; so 2024-03-12: ",
        "[c]onfirm  [h]ide  [d]ate",
    ):
        assert words in disputed.out
    assert disputed.out.splitlines()[-1] == "c h d t s m n g k b w q > q"


def test_notes_tags_titles_and_other_dates(disputed: Bench) -> None:
    answered(
        disputed,
        *("n", "see p. 3", "g", "strike, port ,", "g", "port,west", "d", "", "t", "", "d", "soon"),
        *("t", 'Dockers "strike"', "d", "2024-03"),
    )
    entry = edits()[0]
    assert {key: entry[key] for key in ("note", "tags", "title")} == {
        "note": "see p. 3", "tags": ["strike", "port", "west"], "title": 'Dockers "strike"',
    }  # fmt: skip
    assert edits()[1]["date"] == "2024-03"  # a title is a decision: the next event came
    assert "`soon` is no date; write 2022, 2022-01, " in disputed.out


def test_split(disputed: Bench) -> None:
    (first, *_) = doubts(disputed)
    answered(disputed, "s", "1 2", "s", "3", "s", "", "s", "2", "q")
    assert disputed.out.count("name some of 1 to 2, not all\n") == 2
    (entry,) = edits()
    assert (entry["event"], len(entry["split"])) == (first["id"], 1)
    disputed.run("build", "articles").exits(0)
    assert disputed.out.count("walked out") == 2


def test_merge_with_a_neighbour_or_an_id(disputed: Bench) -> None:
    first, second, third = doubts(disputed)
    answered(disputed, "k", "m", "9", "m", "ev-00", "m", str(third["id"]), "q")
    assert disputed.out.count(" names no other event, or several\n") == 2
    assert edits() == [{"event": second["id"], "merge": [third["id"]]}]
    answered(disputed, "b", "k", "q")
    assert "there is nothing before this\n" in disputed.out
    FILE.unlink()
    answered(disputed, "m", "1", "q")
    assert edits()[0]["event"] == first["id"]
    assert len(edits()[0]["merge"]) == 1


def test_back_takes_the_last_decision_back(disputed: Bench) -> None:
    answered(disputed, "c", "k", "b", "b", "h", "q")
    (entry,) = edits()
    assert entry["hide"] is True
    assert disputed.err.startswith("1 decision in")
    FILE.unlink()
    answered(disputed, "c", "b", "q")
    assert not FILE.exists()


def test_what_people_wrote_stays(disputed: Bench) -> None:
    (first, *_) = doubts(disputed)
    own = (
        '# ours\ninfer = "day" # as ever\n\n'
        f'[[edit]] # mine\nevent = "{first["id"]}"   # the dockers\n'
        'note = "x"\n\n\n[[edit]]\nadd = "A vote"\n'
    )
    disputed.article(FILE.as_posix(), "\ufeff" + own.replace("\n", "\r\n"))
    answered(disputed, "c", "h", "q")
    kept = FILE.read_bytes().decode()
    head = own.replace('note = "x"\n', 'note = "x"\nconfirm = true\n')
    assert kept.startswith("\ufeff" + head.replace("\n", "\r\n"))
    assert kept.endswith("\r\nhide = true\r\n")
    assert "\n" not in kept.replace("\r\n", "")


def test_a_file_changed_meanwhile_is_not_undone(disputed: Bench) -> None:
    process = start("review", "articles", folder=disputed.folder, stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"c\n")
    process.stdin.flush()
    while b"2 to review" not in process.stdout.readline():
        pass
    FILE.write_text(FILE.read_text() + "# by hand\n")
    out, _ = process.communicate(b"b\nq\n")
    assert b"articles/kztimeline.toml was changed since: take it out there" in out
    assert FILE.read_text().endswith("confirm = true\n# by hand\n")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interruption_keeps_what_was_decided(disputed: Bench) -> None:
    process = start("review", "articles", folder=disputed.folder, stdin=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"c\n")
    process.stdin.flush()
    while b"2 to review" not in process.stdout.readline():
        pass
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode in {130, -signal.SIGINT}
    assert b"interrupted" in err
    assert b"Traceback" not in err
    assert [list(edit) for edit in edits()] == [["event", "confirm"]]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("-",), 2, "what is reviewed cannot come through standard input"),
        (("articles", "--only", "conflicts"), 2, "there is no doubt called `conflicts`"),
        (("articles", "-f", "json"), 2, "`--format` and `--output` are for `--list`"),
        (("articles", "-o", "t.json"), 2, "`--format` and `--output` are for `--list`"),
        (("articles", "--edits", "no/t.toml"), 1, "cannot write to `no/t.toml`: there is no fol"),
        (("gone",), 1, "nothing to read: `gone` does not exist"),
    ],
)
def test_what_cannot_be_reviewed(
    disputed: Bench, arguments: tuple[str, ...], code: int, message: str
) -> None:
    disputed.run("review", *arguments, stdin=b"c\n").exits(code).stdout("")
    assert disputed.err.startswith(f"kztimeline: error: {message}")


def test_a_broken_file_is_told_before_anything_is_asked(disputed: Bench) -> None:
    disputed.article(FILE.as_posix(), "[[edit]\n").run("review", "articles", stdin=b"c\n").exits(1)
    assert (disputed.out, FILE.read_text()) == ("", "[[edit]\n")


def test_decisions_may_go_elsewhere(disputed: Bench) -> None:
    answered(disputed, "c", "q", more=("--edits", "mine.toml"))
    assert (FILE.exists(), Path("mine.toml").exists()) == (False, True)


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x1b[2J\n\n\0\n", b"d\n\xff\nm\n\x1b\nq", b"", b"x" * 9_000]
)
def test_junk_is_no_answer(disputed: Bench, junk: bytes) -> None:
    disputed.run("review", "articles", stdin=junk).exits(0)
    assert edits() == []
    assert "\x1b" not in disputed.out


def test_a_screen_that_can_show_little(disputed: Bench) -> None:
    disputed.run("review", "articles", "--color", "always", stdin=b"w\nd\n\nm\n\nq\n", width=20)
    disputed.exits(0)
    assert "\x1b[" in disputed.out


def test_a_list_is_no_article(disputed: Bench) -> None:
    for form in ("lines", "terminal", "json", "csv"):
        disputed.run("review", "articles", "--list", "-f", form, "-o", "articles/t.txt").exits(0)
        disputed.run("build", "articles").exits(0)
        assert "2 articles read, 1 file left out" in disputed.err, form


def test_the_list_has_a_schema(disputed: Bench) -> None:
    (first, *_) = doubts(disputed)
    assert set(schema_of("review")["$defs"]["DoubtRow"]["properties"]) == set(first)
