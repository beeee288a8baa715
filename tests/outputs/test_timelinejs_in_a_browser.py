"""What is written for TimelineJS, read by TimelineJS itself in headless Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from attacks import ATTACKS, attacked, first_event
from kztimeline import IntakeRequest, Settings, build_timeline, open_intake
from kztimeline.outputs.as_timelinejs import write_timelinejs, write_timelinejs_csv
from kztimeline.outputs.inert import inert
from kztimeline.outputs.parts import stretch, words_of
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Event, Timeline

ROOT = Path(__file__).resolve().parents[2]
READER = ROOT / "tests" / "browser" / "timelinejs"
SHAPES = {"json": write_timelinejs, "csv": write_timelinejs_csv}
INERT_TAGS = {"BLOCKQUOTE", "CITE", "DIV", "EM", "P", "H2", "H3", "WBR"}


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def missing() -> str:
    """What is lacking here, and how to get it."""
    if not chromium():
        return "no chromium: apt-get install chromium"
    if not shutil.which("node"):
        return "no node: apt-get install nodejs npm"
    if not (READER / "node_modules" / "@knight-lab" / "timelinejs").is_dir():
        return "no TimelineJS: npm install --prefix tests/browser/timelinejs"
    return ""


pytestmark = pytest.mark.skipif(bool(missing()), reason=f"TimelineJS itself: {missing()}")


@cache
def sample(name: str) -> Timeline:
    intake = open_intake(IntakeRequest((str(ROOT / "samples" / name),)))
    return publish(build_timeline(intake, Settings()), "9.9", lambda path: Path(path).name)


def shown(timeline: Timeline, shape: str, folder: Path) -> dict[str, Any]:
    file = folder / f"t.{shape}"
    file.write_text("".join(SHAPES[shape](timeline)), encoding="utf-8")
    command = ["node", str(READER / "show.mjs"), str(chromium()), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert (told["said"], told["asked"], told["dialogs"]) == ([], [], 0)
    assert set(told["made"]) <= INERT_TAGS
    return told


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["kazakhstan-january-2022", "brannay-ferry"])
def test_every_event_is_shown_with_its_words(name: str, shape: str, tmp_path: Path) -> None:
    timeline = sample(name)
    events = [event for event in timeline.events if stretch(event)]
    told = shown(timeline, shape, tmp_path)

    assert told["markers"] == len(events)
    assert told["slides"][0]["headline"] == "Timeline"
    assert sorted((slide["date"], slide["headline"]) for slide in told["slides"][1:]) == sorted(
        (words_of(event), inert(event.title)) for event in events
    )
    if shape == "json":
        assert set(told["configured"]) == {event.id for event in events}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_known_roughly_is_read_as_such(shape: str, tmp_path: Path) -> None:
    events = tuple(
        first_event(id=f"ev-{number}", title=words, display_date=words, **fields)
        for number, (words, fields) in enumerate(
            {
                "1998": {"date": "1998", "precision": "year"},
                "January 2022": {"date": "2022-01", "precision": "month"},
                "the 2010s": {"date": None, "earliest": "2010-01-01", "latest": "2019-12-31"},
                "the year 79": {"date": "0079"},
                "midnight": {"time": "00:00", "precision": "minute"},
                "five o’clock": {"time": "17:00", "precision": "hour"},
            }.items()
        )
    )
    told = shown(_having(*events), shape, tmp_path)
    dates = {slide["headline"]: slide["date"] for slide in told["slides"][1:]}

    assert dates == {event.title: words_of(event) for event in events}
    assert [slide["headline"] for slide in told["slides"][1:]][:3] == [
        "the year 79", "1998", "the 2010s",
    ]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_no_word_of_an_article_acts(shape: str, tmp_path: Path) -> None:
    """All attacks at once: a browser is slow to start."""
    events = tuple(
        replace(event, id=f"ev-{number}-{at}")
        for number, words in enumerate(ATTACKS.values())
        for at, event in enumerate(attacked(words).events)
    )
    told = shown(_having(*events), shape, tmp_path)

    headlines = {slide["headline"] for slide in told["slides"]}
    assert len(told["slides"]) == 1 + len(events)
    assert {inert(words) for words in ATTACKS.values()} <= headlines
    assert [group for group in told["groups"] if "<" in group] == []


def _having(*events: Event) -> Timeline:
    return replace(sample("brannay-ferry"), events=events, undated=(), figures=())
