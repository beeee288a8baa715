"""The page in headless Chromium: silent, alone, usable by keyboard, accessible, quick."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kztimeline import IntakeRequest, Settings, build_timeline, open_intake
from kztimeline.outputs.as_html import write_html
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Timeline
from outputs.test_html import ATTACKS, attacked

ROOT = Path(__file__).resolve().parents[2]
BROWSER = ROOT / "tests" / "browser"
MANY = 2000
QUICK = 2000  # milliseconds, on a machine that is busy with other tests


def missing() -> str:
    """What the browser tests lack here, and how to get it."""
    if not chromium():
        return "no chromium: apt-get install chromium"
    if not shutil.which("node"):
        return "no node: apt-get install nodejs npm"
    if not (BROWSER / "node_modules" / "playwright-core").is_dir():
        return "no npm packages: npm install --prefix tests/browser"
    return ""


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


pytestmark = pytest.mark.skipif(bool(missing()), reason=f"browser tests: {missing()}")


@cache
def ferry() -> Timeline:
    intake = open_intake(IntakeRequest((str(ROOT / "samples" / "brannay-ferry"),)))
    return publish(build_timeline(intake, Settings()), "9.9", lambda path: Path(path).name)


def saved(folder: Path, timeline: Timeline) -> Path:
    page = folder / "a page.html"
    page.write_text("".join(write_html(timeline)), encoding="utf-8")
    return page


def run(task: str, page: Path) -> Any:  # noqa: ANN401  JSON
    command = ["node", str(BROWSER / "page.mjs"), str(chromium()), task, str(page)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_opens_without_a_word_and_without_a_request(tmp_path: Path) -> None:
    looks = run("looks", saved(tmp_path, ferry()))

    assert [look["said"] for look in looks] == [[]] * 6
    assert [look["asked"] for look in looks] == [[]] * 6
    assert [look["over"] for look in looks if look["over"] > 0] == []
    assert len({look["paper"] for look in looks}) == 2


def test_attacks_do_nothing(tmp_path: Path) -> None:
    looks = run("looks", saved(tmp_path, attacked(" ".join(ATTACKS))))

    assert [look["said"] + look["asked"] for look in looks] == [[]] * 6
    assert [look["over"] for look in looks if look["over"] > 0] == []


def test_filters_by_keyboard(tmp_path: Path) -> None:
    timeline = ferry()
    total = len(timeline.events) + len(timeline.undated)
    told = run("keys", saved(tmp_path, timeline))

    assert told["before"]["count"] == told["cleared"]["count"] == f"{total} events"
    assert told["typed"]["focus"] == "text"
    assert 0 < len(told["typed"]["seen"]) < total
    assert told["typed"]["count"] == f"{len(told['typed']['seen'])} of {total} events"
    assert told["escaped"]["count"] == f"{total} events"
    assert told["article"]["focus"] == "article"
    assert 0 < len(told["both"]["seen"]) < len(told["article"]["seen"]) < total
    assert told["cleared"]["seen"] == told["before"]["seen"]
    assert (told["axis"], told["stops"], told["entered"]) == (1, 1, True)
    assert told["said"] == []


def test_a_link_to_an_event_opens_it_filtered_folded_or_without_scripts(tmp_path: Path) -> None:
    told = run("links", saved(tmp_path, ferry()))

    assert (told["hidden"], told["none"], told["form"]) == (0, False, False)
    for way in ("filtered", "fresh", "bare"):
        assert told[way]["open"], way
        assert -50 <= told[way]["top"] < told[way]["height"], way


def test_axe_finds_nothing(tmp_path: Path) -> None:
    for look in run("axe", saved(tmp_path, ferry())):
        assert look["violations"] == [], look
        assert look["passes"] > 30


def test_two_thousand_events_stay_fluid(tmp_path: Path) -> None:
    few = ferry().events
    many = [msgspec.structs.replace(few[at % len(few)], id=f"ev-{at:08x}") for at in range(MANY)]
    many.sort(key=lambda event: event.earliest or event.latest or "")
    timeline = msgspec.structs.replace(ferry(), events=tuple(many), undated=())
    told = run("speed", saved(tmp_path, timeline))
    print(f"first paint {told['paint']:.0f} ms, filters {told['filter']}")  # noqa: T201

    assert told["events"] == MANY
    assert told["paint"] < QUICK
    assert max(told["filter"].values()) < QUICK
