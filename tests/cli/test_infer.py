"""Days that nothing states: inferred, shown with their grounds, reviewed, or left open."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from cli.bench import Bench

FERRY = """Ferry sinks off Brannay

A car ferry with 87 people on board struck the Widows reef and sank off Brannay on Tuesday, the
coastguard said on Wednesday. The ferry April Dawn had passed a survey in November 2023.
"""
DIVERS = """Divers reach the April Dawn

Divers reached the wreck of the car ferry April Dawn off Brannay today, Thursday, it was said.
The ferry April Dawn struck the Widows reef and sank off Brannay on March 12 with 87 people aboard.
"""


@pytest.fixture
def story(bench: Bench) -> Bench:
    bench.article("articles/a-ferry.txt", f"Date: 13 March 2024\n{FERRY}")
    return bench.article("articles/b-divers.txt", DIVERS)


def rows(bench: Bench) -> list[dict[str, str]]:
    return [json.loads(line) for line in bench.out.splitlines()]


def test_a_day_is_inferred_and_says_so(story: Bench) -> None:
    stated, inferred = rows(story.run("anchors", "articles", "-f", "jsonl").exits(0))
    assert (stated["date"], stated["certainty"]) == ("2024-03-13", "stated")
    assert (inferred["date"], inferred["certainty"]) == ("2024-03-14", "inferred")
    assert inferred["source"] == "other-articles"
    assert {step["reason"] for step in inferred["steps"]} >= {"like-article", "likeliest"}  # type: ignore[attr-defined]
    assert "articles/b-divers.txt: the article states no day; 2024-03-14 is inferred" in story.err


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 0), (["--strict"], 3), (["--strict", "--infer", "none"], 3)]
)
def test_strict_ends_with_3(story: Bench, arguments: list[str], code: int) -> None:
    story.run("anchors", "articles", "-q", *arguments).exits(code)


def test_none_leaves_it_open(story: Bench) -> None:
    found = rows(story.run("anchors", "articles", "-f", "jsonl", "--infer", "none").exits(0))
    assert [row["date"] for row in found] == ["2024-03-13", None]


def test_dates_rest_on_the_inferred_day(story: Bench) -> None:
    found = rows(story.run("dates", "articles", "-f", "jsonl").exits(0))
    assert [(row["text"], row["value"], row["certainty"]) for row in found] == [
        ("Tuesday", "2024-03-12", "derived"),
        ("Wednesday", "2024-03-13", "derived"),
        ("November 2023", "2023-11", "stated"),
        ("today", "2024-03-14", "inferred"),
        ("Thursday", "2024-03-14", "inferred"),
        ("March 12", "2024-03-12", "inferred"),
    ]


def test_nothing_inferred_is_shown_as_stated(story: Bench) -> None:
    whole = json.loads(story.run("build", "articles", "--json").exits(0).out)
    told = [
        (source["path"], source["certainty"])
        for event in whole["events"]
        for source in event["sources"]
    ]
    assert {known for path, known in told if path.endswith("divers.txt")} == {"inferred"}


def test_a_review_is_kept_as_what_it_is(story: Bench) -> None:
    story.run("anchors", "articles", "-f", "csv", "-o", "m.csv", "-q").exits(0)
    table = list(csv.DictReader(StringIO((story.folder / "m.csv").read_text())))
    assert [row["certainty"] for row in table] == ["stated", "inferred"]
    again = story.run("anchors", "articles", "--manifest", "m.csv", "-f", "jsonl").exits(0)
    assert [(row["date"], row["certainty"], row["source"]) for row in rows(again)] == [
        ("2024-03-13", "stated", "header"),
        ("2024-03-14", "inferred", "other-articles"),
    ]


def test_an_unknown_word_is_refused(story: Bench) -> None:
    story.run("anchors", "articles", "--infer", "perhaps").exits(2)
    assert "cannot infer `perhaps`" in story.err
    assert "--infer is one of day, all, none" in story.err


def test_the_screen_says_why(story: Bench) -> None:
    story.article("articles/c.txt", "Nobody knows.\n")
    story.env(NO_COLOR="1").run("anchors", "articles", "-q", tty=True, width=100).exits(0)
    lines = story.out.splitlines()
    assert lines[0] == "2024-03-13  Wed   a-ferry.txt  stated, given in the header “13 March 2024”"
    assert lines[2].startswith("2024-03-14  Thu   b-divers.txt  inferred, ")
    assert lines[3].strip() == "Divers reach the April Dawn"
    assert lines[4].strip() == (
        "because  the article names the weekday of its own day “Thursday” (line 3)"
    )
    assert any("an article much like it is of this day" in line for line in lines)
    assert lines[-1] == "no day known      c.txt  unknown"


def test_an_article_told_before_stays_in_its_place(bench: Bench) -> None:
    bench.article("articles/a.txt", "Date: 13 March 2024\n\nIt rained on Tuesday.\n")
    bench.article("articles/b.txt", "It rained on Monday.\n")
    bench.article("articles/c.txt", "Date: 15 March 2024\n\nIt rained on Thursday.\n")
    found = rows(bench.run("dates", "articles", "-f", "jsonl").exits(0))
    assert [row["text"] for row in found] == ["Tuesday", "Monday", "Thursday"]
    assert bench.err.count("no publication date") == 1
