"""Every command, in every way it is used, over articles, names, tables and options that attack."""

from __future__ import annotations

import csv
import json
import os
import re
import unicodedata

import pytest

from attacks import ATTACKS
from cli.bench import Bench
from kztimeline.outputs import FORMATS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names of POSIX")

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # what we write ourselves, where colours are asked for
_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RAW, _CRLF = {"json", "jsonl", "timelinejs"}, {"ics", "timelinejs-csv", "csv", "timesketch"}
_LISTS = ["lines", "terminal", "csv"]
LOOKS = [
    *(("render", "t.json", "-f", each.name) for each in FORMATS if each.is_text),
    *((command, "articles", "-f", form) for command in ("dates", "anchors") for form in _LISTS),
    ("build", "articles", "--manifest", "m.csv", "-v", "-f", "terminal"),
    ("dates", "articles", "--explain", "-f", "terminal"),
    ("render", "t.json", "--all", "-v", "-f", "terminal"),
    ("diff", "t.json", "u.json", "-f", "lines"),
    ("diff", "u.json", "t.json", "-f", "terminal"),
]  # fmt: skip


@pytest.fixture
def attacked(bench: Bench) -> Bench:
    """Each attack as an article's words, title, author, file name, sidecar and manifest row."""
    rows = [["path", "date", "title", "publisher"]]
    for number, words in enumerate(ATTACKS.values()):
        plain = words.encode(errors="replace").decode().replace("\0", "")
        name = plain.replace("/", "∕")[:40]
        quoted = json.dumps(plain, ensure_ascii=False)
        bench.article(
            f"articles/{number}{name}.txt",
            f"---\ntitle: {quoted}\nauthor: {quoted}\n---\nHead {plain}\n\n"
            f"The mayor of {plain} Westport said on Tuesday that {plain} 12 {plain} had come. "
            f"On 5{plain} March 2024 it rained {plain}. It will end next week, {plain}.\n",
        )
        bench.article(f"articles/{number}{name}.json", json.dumps({"title": words, "date": words}))
        rows += [[plain, plain, plain, plain], [f"articles/{number}{name}.txt", plain, plain, ""]]
    with (bench.folder / "m.csv").open("w", newline="", encoding="utf-8", errors="replace") as file:
        csv.writer(file).writerows(rows)
    bench.run("build", "articles", "--anchor", "2024-03-15", "-q", "-f", "json").exits(0)
    saved = bench.out.replace("articles/", "elsewhere/")
    bench.article("t.json", saved)
    changed = json.loads(saved)
    for event in changed["events"][::2]:
        event["title"] = f"{event['title']} {ATTACKS['escapes']}"
        event["status"] = "conflict"
    del changed["events"][1::3]
    return bench.article("u.json", json.dumps(changed))


def test_nothing_acts_on_a_screen(attacked: Bench) -> None:
    """Nor in a sheet or a file that is shown on one; JSON alone keeps what was said as it is."""
    for arguments in LOOKS:
        attacked.run(*arguments, "--color", "always")
        if attacked.code == 2:  # it knows no colours
            attacked.run(*arguments)
        assert (attacked.code in {0, 3}, len(attacked.out) > 100) == (True, True), arguments
        assert _acting(attacked.err) == set(), arguments
        ends = {"\r"} & set(attacked.out) if arguments[-1] in _CRLF else set()
        acting = _acting(_COLOURS.sub("", attacked.out)) - ends
        assert (arguments, acting if arguments[-1] not in _RAW else set()) == (arguments, set())


def test_why_shows_each_event_as_words(attacked: Bench) -> None:
    events = json.loads((attacked.folder / "t.json").read_text())["events"]
    for event in events:
        attacked.run("why", event["id"], "t.json", "--color", "always").exits(0)
        assert _acting(_COLOURS.sub("", attacked.out)) == set()
        assert event["id"] in attacked.out
    assert len(events) > len(ATTACKS)


def test_what_a_terminal_shows_of_a_text_cannot_act(attacked: Bench) -> None:
    read = []
    for path in sorted((attacked.folder / "articles").glob("*.txt")):
        attacked.run("text", str(path.relative_to(attacked.folder)), tty=True)
        assert _acting(_COLOURS.sub("", attacked.out)) == set()
        assert ("binary, with control bytes" in attacked.err) == (attacked.code == 1)
        assert ("Westport said on Tuesday" in attacked.out) == (attacked.code == 0)
        read.append(attacked.code == 0)
    assert sum(read) == len(ATTACKS) - 2  # too many escapes and controls are no text


VALUES = [
    "--anchor", "--since", "--until", "--min-date", "--date-order", "--infer", "--encoding",
    "--format", "--color", "--min-sources", "--manifest", "--output", "--nonsense",
]  # fmt: skip


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_what_is_typed_is_shown_harmless(stocked: Bench, words: str) -> None:
    typed = os.fsdecode(words.encode(errors="surrogatepass")).replace("\0", "")
    name = typed.replace("/", "∕")
    asked = (("why", typed, "articles"), ("build", typed), ("render", typed), ("diff", typed, name))
    options = (("build", "articles", f"{option}={name}") for option in VALUES)
    for arguments in (*asked, *options, (typed,), ("text", typed)):
        stocked.run(*arguments)
        assert stocked.code in {1, 2}, arguments
        assert stocked.err.startswith("kztimeline: error: ")
        assert (_acting(stocked.err), "bug" in stocked.err) == (set(), False), arguments
    assert sorted(path.name for path in stocked.folder.iterdir()) == ["articles"]


def _acting(text: str) -> set[str]:
    """Characters that move, colour, reorder, ring or end a line where no line ends."""
    controls = {
        each for each in set(text) if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"}
    }
    return (controls | (set(text) & _TURNING)) - {"\n", "\t"}
