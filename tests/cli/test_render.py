"""A saved timeline in every other format, and what is no timeline."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cli.bench import Bench
from cli.conftest import HERALD
from kztimeline.outputs import FORMATS

NO_TIMELINE = "name a file that `build -o timeline.json` wrote"


@pytest.mark.parametrize("form", [each.name for each in FORMATS])
@pytest.mark.parametrize("is_piped", [False, True])
def test_every_format_is_the_one_that_build_writes(
    stocked: Bench, form: str, *, is_piped: bool
) -> None:
    saved = stocked.run("build", "articles", "--json").exits(0).out.encode()
    stocked.article("t.json", saved).run("build", "articles", "-f", form, "-o", "a.out").exits(0)
    path = "-" if is_piped else "t.json"
    stocked.run("render", path, "-f", form, "-o", "b.out", stdin=saved if is_piped else b"")
    stocked.exits(0).stdout("").stderr("")
    built, rendered = ((stocked.folder / f"{name}.out").read_bytes() for name in "ab")
    assert (rendered == built, len(built) > 50) == (True, True)


def test_what_is_kept_can_be_chosen(stocked: Bench) -> None:
    stocked.run("build", "articles", "-o", "t.json").exits(0)
    stocked.run("render", "t.json", "--grep", "reopen").exits(0)
    stocked.stdout("2024-03-18\tThe port will reopen (planned)\tarticles/herald.txt:5\n")


def test_without_a_name_it_reads_what_is_piped_in(stocked: Bench) -> None:
    saved = stocked.run("build", "articles", "--json").out.encode("utf-16")
    shown = stocked.run("build", "articles", "-q").out
    stocked.run("render", stdin=saved).exits(0).stdout(shown)
    stocked.run("render", tty=True).exits(2)
    assert stocked.err.startswith("Usage: kztimeline render")


def test_strict_heeds_what_the_build_had_noted(stocked: Bench) -> None:
    stocked.article("articles/x.txt", "").run("build", "articles", "-o", "t.json").exits(0)
    stocked.run("render", "t.json", "--strict").exits(3).stderr("")
    stocked.run("render", "t.json", "-v").exits(0)
    assert "warning: `articles/x.txt` is empty" in stocked.err


def test_paths_are_told_from_where_the_result_lies(stocked: Bench) -> None:
    (stocked.folder / "out" / "deep").mkdir(parents=True)
    stocked.run("build", "articles", "-o", "out/t.json").exits(0)
    stocked.run("render", "out/t.json").exits(0)
    assert "\tarticles/herald.txt:4\n" in stocked.out
    stocked.run("render", "out/t.json", "-o", "out/deep/t.json").exits(0)
    written = json.loads((stocked.folder / "out/deep/t.json").read_text())
    assert written["articles"][0]["path"] == "../../articles/herald.txt"
    assert written["events"][0]["sources"][0]["path"] == "../../articles/herald.txt"
    stocked.run("render", "out/deep/t.json", "-o", "out/again.json").exits(0)
    again, first = ((stocked.folder / "out" / f"{n}.json").read_bytes() for n in ("again", "t"))
    assert again == first


def test_paths_whose_articles_are_gone_stay(stocked: Bench) -> None:
    (stocked.folder / "out").mkdir()
    stocked.run("build", "articles", "-o", "out/t.json").exits(0)
    (stocked.folder / "articles/herald.txt").unlink()
    stocked.run("render", "out/t.json").exits(0)
    assert "\t../articles/herald.txt:4\n" in stocked.out


def test_a_later_minor_version_is_read_as_far_as_it_is_known(stocked: Bench) -> None:
    saved = stocked.run("build", "articles", "--json").out
    later = saved.replace('"1.0"', '"1.9", "mood": {"path": 3}').replace(
        '"negated"', '"loud": 1, "negated"'
    )
    stocked.article("t.json", later).run("render", "t.json", "--json").exits(0).stdout(saved)


FIRST = {  # the fields that schema 1 began with, and no more
    "schema": "kztimeline.timeline",
    "schema_version": "1.0",
    "generator": {"name": "kztimeline", "version": "0.1.0"},
    "settings": {"languages": ["en"], "date_order": "MDY"},
    "articles": [
        {
            "id": "art-2d0c9a17", "path": "b.txt", "part": None, "sha256": "ab", "title": "Troops",
            "publisher": None, "author": None, "url": None, "language": "en",
            "anchor": {
                "date": "2022-01-11", "earliest": "2022-01-11", "latest": "2022-01-11",
                "certainty": "inferred", "source": "text", "raw": None,
                "rivals": [{"date": "2022-01-12", "reason": "x"}],
                "steps": [{
                    "reason": "weekday-fixes-year", "text": "Thursday, January 13",
                    "outcome": "2022", "path": "b.txt", "line": 1,
                }],
            },
        }
    ],
    "events": [
        {
            "id": "ev-5c1f0a9e", "title": "2,300 soldiers began their withdrawal",
            "date": "2022-01-13", "date_end": None, "edtf": "2022-01-13", "date_kind": "instant",
            "precision": "day", "earliest": "2022-01-13", "latest": "2022-01-13", "time": None,
            "approximate": False, "uncertain": False, "display_date": "Thursday, 13 January 2022",
            "modality": "happened", "negated": False, "status": "conflict", "certainty": "stated",
            "readings": [
                {"edtf": "2022-01-13", "sources": ["src-1"]}, {"edtf": "2022-01", "sources": []},
            ],
            "who": ["CSTO"], "where": ["Kazakhstan"], "tags": [], "salience": 0.83,
            "review": "unreviewed", "source_count": 1, "voice_count": 1,
            "sources": [{
                "id": "src-1", "mention": "mn-77b1c2d9", "article": "art-2d0c9a17",
                "path": "b.txt", "line": 1,
                "selector": {
                    "type": "TextQuoteSelector", "exact": "They left.", "prefix": "", "suffix": "",
                },
                "position": {"type": "TextPositionSelector", "start": 24, "end": 34},
                "clause": {"start": 24, "end": 34},
                "expression": {
                    "text": "Thursday, January 13", "type": "DATE", "value": "2022-01-13",
                    "mod": None, "relative": False, "start": 30, "end": 50, "line": 1,
                    "rule": "en/weekday.month-day", "anchor": "2022-01-13",
                },
                "modality": "happened", "negated": False,
                "attribution": {"speaker": "The CSTO", "cue": "said"}, "certainty": "stated",
                "quantities": [
                    {"value": 2300, "unit": "soldiers", "comparator": None, "text": "2,300"},
                ],
                "steps": [{"reason": "stated-in-words", "outcome": "2022-01-13"}],
            }],
            "merge": {"bits": 5.0, "reasons": ["same day +3.0", "two shared names +2.0"]},
        }
    ],
    "undated": [],
    "days": [{"date": "2022-01-13", "salience": 3.1, "events": ["ev-5c1f0a9e"]}],
    "figures": [{
        "about": "CSTO troops", "unit": "soldiers", "status": "disagree",
        "readings": [{
            "value": 2300, "low": 2300, "high": 2300, "comparator": None, "text": "2,300 soldiers",
            "sources": [{"article": "art-2d0c9a17", "path": "b.txt", "line": 1}],
        }],
    }],
    "warnings": [
        {"code": "no-publication-date", "path": "c.txt", "message": "no date", "hint": "give one"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("form", [each.name for each in FORMATS])
def test_what_the_first_version_saved_can_be_read(bench: Bench, form: str) -> None:
    """A field that is added to the records needs a row in `cli/older.py`."""
    bench.article("t.json", json.dumps(FIRST)).run("render", "t.json", "-f", form, "-o", "t.out")
    bench.exits(0).stderr("")
    bench.run("why", "ev-5c", "t.json").exits(0)
    bench.run("render", "t.json", "--strict", "-v").exits(3)


@pytest.mark.parametrize("name", ["title", "sources", "edtf"])
def test_what_was_there_from_the_first_may_not_lack(bench: Bench, name: str) -> None:
    (event,) = FIRST["events"]
    lacking = {key: value for key, value in event.items() if key != name}
    bench.article("t.json", json.dumps({**FIRST, "events": [lacking]})).run("render", "t.json")
    bench.exits(1)
    assert f"missing required field `{name}`" in bench.err


CHANGES = [
    ("", "", "", "`t.json` is no timeline: Input data was truncated"),
    ("{}", "", "", "`t.json` is no timeline: it has no `schema`"),
    ("[1]", "", "", "`t.json` is no timeline: Expected `object`, got `array`"),
    ("It rained.", "", "", "`t.json` is no timeline: JSON is malformed"),
    (None, r"kztimeline\.timeline", "k", "`t.json` is no timeline: its `schema` is `k`"),
    (None, r'"1\.0"', '"x"', "`t.json` is no timeline: its `schema_version` is `x`"),
    (None, r'"date": "2024-03-12"', '"date": "2024-02-30"', "`2024-02-30` is no date"),
    (None, r'"latest": "2024-03-18"', '"latest": "2024-03-01"', "is before `2024-03-18`"),
    (None, r'"time": null', '"time": "25:00"', "`25:00` is no time of day"),
    (None, r'"id": "ev-\w+"', '"id": "ev-1"', "it has two events `ev-1`"),
    (None, r'"id": "src-\d"', '"id": "src-1"', "it has two sources `src-1`"),
    (None, r'"src-\d"\n', '"src-9"\n', "it has no source `src-9`"),
    (None, r'"precision": "day"', '"precision": "soon"', "Invalid enum value 'soon'"),
    (None, r'"title": "The port', r'"title": "\\ud800 port', "`t.json` is no timeline: "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new", "message"), CHANGES, ids=[r[3] for r in CHANGES])
def test_what_is_no_timeline(
    stocked: Bench, text: str | None, old: str, new: str, message: str
) -> None:
    stocked.article("articles/copy/herald.txt", HERALD)
    saved = stocked.run("build", "articles", "--json").out
    changed = text if text is not None else re.sub(old, new, saved)
    assert changed != saved
    stocked.article("t.json", changed).article("old.md", "old")
    stocked.run("render", "t.json", "-o", "old.md").exits(1).stdout("")
    first, hint = stocked.err.splitlines()
    assert (first.startswith("kztimeline: error: `t.json` is "), message in first) == (True, True)
    assert hint == f"hint: {NO_TIMELINE}"
    assert (stocked.folder / "old.md").read_text() == "old"


def test_a_later_major_version_is_refused(stocked: Bench) -> None:
    stocked.article("t.json", '{"schema": "kztimeline.timeline", "schema_version": "2.0"}')
    stocked.run("render", "t.json").exits(1).stdout("").stderr(
        "kztimeline: error: `t.json` is of schema version 2.0; this reads 1.x\n"
        "hint: use the kztimeline that wrote it, or a newer one\n"
    )


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.json", "cannot read `gone.json`: no such file or directory"),
        ("articles", "cannot read `articles`: is a directory"),
        ("a\0b", "cannot read `a b`: embedded null byte"),
    ],
)
def test_what_cannot_be_read(stocked: Bench, path: str, message: str) -> None:
    stocked.run("render", path).exits(1).stdout("")
    stocked.stderr(f"kztimeline: error: {message}\nhint: {NO_TIMELINE}\n")


@pytest.mark.parametrize("form", [each.name for each in FORMATS if not each.holds_undated])
def test_what_a_format_has_no_place_for_is_counted(bench: Bench, form: str) -> None:
    bench.article("a.txt", "Nobody knows when it rained.\n")
    bench.run("build", "a.txt", "-o", "t.json").exits(0)
    note = f"note: 1 event without a date left out: {form} has no place for them\n"
    bench.run("render", "t.json", "-f", form, "-o", "t.out").exits(0).stderr(note)
    bench.run("render", "t.json", "-f", form, "-o", "t.out", "-q").exits(0).stderr("")
    bench.run("build", "a.txt", "-f", form, "-o", "t.out").exits(0)
    assert note in bench.err


@pytest.mark.parametrize(
    ("readings", "message"),
    [
        ([], "it has a figure of `"),
        ([{"sources": [{"article": "art-0", "path": "b.txt", "line": 1}]}], "it has no article `"),
    ],
)
def test_a_figure_that_rests_on_nothing_is_refused(
    bench: Bench, readings: list[dict[str, Any]], message: str
) -> None:
    (figure,) = FIRST["figures"]
    changed = [{**figure["readings"][0], **each} for each in readings]
    whole = {**FIRST, "figures": [{**figure, "readings": changed}]}
    bench.article("t.json", json.dumps(whole)).run("render", "t.json", "-f", "sqlite", "-o", "t.db")
    bench.exits(1)
    assert f"`t.json` is no whole timeline: {message}" in bench.err
