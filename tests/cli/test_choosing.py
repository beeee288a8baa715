"""`--top`, `--days`, `--per-day`, `--topic`: the few lines that carry a story, in every format."""

from __future__ import annotations

import json
import re
from itertools import groupby

import pytest

from cli.bench import ROOT, Bench
from kztimeline.outputs import FORMATS

STORY = str(ROOT / "samples" / "kazakhstan-january-2022")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample story, built once."""
    with pytest.MonkeyPatch.context() as patch:
        bench = Bench(tmp_path_factory.mktemp("story"), patch)
        return bench.run("build", STORY, "--json", "-q").exits(0).out.encode()


def chosen(bench: Bench, saved: bytes, *options: str) -> list[dict[str, str]]:
    told = bench.run("render", "-", "--json", *options, stdin=saved).exits(0).out
    events: list[dict[str, str]] = json.loads(told)["events"]
    return events


def test_so_many_events_on_many_days(bench: Bench, saved: bytes) -> None:
    events = chosen(bench, saved, "--top", "12")
    assert len(events) == 12
    assert len({event["date"] for event in events}) > 5


def test_the_fewer_are_among_the_more(bench: Bench, saved: bytes) -> None:
    fewer, more = (
        {event["id"] for event in chosen(bench, saved, "--top", number)} for number in ("6", "12")
    )
    assert fewer < more


def test_so_many_days_and_so_many_a_day(bench: Bench, saved: bytes) -> None:
    events = chosen(bench, saved, "--days", "4", "--per-day", "2")
    days = {day: len(list(told)) for day, told in groupby(events, key=lambda event: event["date"])}
    assert "2022-01-05" in days
    assert (len(days), max(days.values())) == (4, 2)


def test_a_topic_brings_what_speaks_of_it(bench: Bench, saved: bytes) -> None:
    bench.article("topic.txt", "peacekeepers")
    for options in (("--topic", "peacekeepers"), ("--topic-file", "topic.txt")):
        events = chosen(bench, saved, "--top", "3", *options)
        assert events
        told = [json.dumps(event).casefold() for event in events]
        assert all("peacekeep" in each for each in told)


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.is_text])
def test_every_format_obeys(bench: Bench, saved: bytes, form: str) -> None:
    whole, few = (
        bench.run("render", "-", "-f", form, *options, stdin=saved).exits(0).out
        for options in (("--all",), ("--top", "3"))
    )
    assert 0 < len(few) < len(whole)


def test_the_screen_shows_all_that_is_chosen_and_out_of_how_many(
    bench: Bench, saved: bytes
) -> None:
    told = bench.run("render", "-", "-f", "terminal", "--top", "9", stdin=saved).exits(0).out
    chronology = told.partition("events chosen")[0]  # figures are told below it
    assert len(re.findall(r"^  [●○◇≠] ", chronology, re.MULTILINE)) == 9
    assert re.search(r"^  9 of \d+ events chosen", told, re.MULTILINE)
    assert "more on this day" not in told


def test_what_was_chosen_is_chosen_from_again(bench: Bench, saved: bytes) -> None:
    few = bench.run("render", "-", "--json", "--top", "9", stdin=saved).exits(0).out
    fewer = bench.run("render", "-", "--json", "--top", "3", stdin=few.encode()).exits(0).out
    assert [json.loads(told)["chosen"]["events"] for told in (few, fewer)] == [
        len(json.loads(saved)["events"])
    ] * 2


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--top", "0"), 2, "--top"),
        (("--days", "few"), 2, "--days"),
        (("--per-day", "-1"), 2, "--per-day"),
        (("--topic-file", "none.txt"), 1, "cannot read `none.txt`: no such file or directory"),
        (("--topic-file", "x.bin"), 1, "cannot read `x.bin`: it is no text in utf-8"),
    ],
)
def test_what_cannot_be(bench: Bench, options: tuple[str, str], code: int, said: str) -> None:
    bench.article("x.bin", b"\xff\xfe\xfa").article("a.txt", "The ferry sank on 12 March 2024.")
    bench.run("build", "a.txt", *options).exits(code)
    assert said in bench.err


def test_one_article_is_a_story_too(bench: Bench) -> None:
    told = bench.run("build", f"{STORY}/policy-monitor.txt", "--json", "--top", "6").exits(0).out
    events = json.loads(told)["events"]
    assert len(events) == 6
    assert len({event["date"] for event in events}) >= 4


def test_a_report_stands_before_what_a_picture_shows(bench: Bench) -> None:
    """“Men flee … on Tuesday” is a caption, also where no credit ends it."""
    bench.article("a.txt", "Date: 2024-03-14\n\nMen flee the burning hall in Orrin on Tuesday.")
    bench.article("b.txt", "Date: 2024-03-15\n\nMen fled the burning hall in Orrin on Tuesday.")
    told = json.loads(bench.run("build", "a.txt", "b.txt", "--json", "--top", "1").exits(0).out)
    (event,) = told["events"]
    assert event["source_count"] == 2
    assert event["sources"][0]["path"] == "b.txt"
    caption = bench.run("build", "a.txt", "--json").exits(0).out
    assert "still" in {part["part"] for part in json.loads(caption)["events"][0]["why"]}


def parts(bench: Bench, text: str) -> dict[str, float]:
    """What speaks for the one event of an article."""
    bench.article("one.txt", text)
    (event,) = json.loads(bench.run("build", "one.txt", "--json").exits(0).out)["events"]
    return {part["part"]: part["value"] for part in event["why"]}


def test_what_heads_a_report_heads_it_behind_a_dateline(bench: Bench) -> None:
    plain = parts(bench, "Date: 2024-03-12\n\nThe long bridge of Orrin fell on Monday.")
    wired = parts(bench, "ORRIN, March 12, 2024 (NW) - The long bridge of Orrin fell on Monday.")
    assert plain["heads"] == wired["heads"] > 0
    assert "another-day" not in wired


def test_what_is_told_aside_does_not_head_its_sentence(bench: Bench) -> None:
    text = "Date: 2024-03-14\n\nOn Wednesday Lind hailed the vote that Orrin held on Monday."
    told = bench.article("one.txt", text).run("build", "one.txt", "--json").exits(0).out
    by_day = {e["date"]: {p["part"] for p in e["why"]} for e in json.loads(told)["events"]}
    assert "another-day" in by_day["2024-03-11"]
    assert "another-day" not in by_day["2024-03-13"]
