"""Laws of the whole pipeline, over the samples: any order in, the same events and bytes out."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kztimeline import IntakeRequest, Settings, Timeline, build_timeline, open_intake
from kztimeline.model import Document, MergedEvent, ResolvedTime
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.publish import publish
from kztimeline.pipeline import find_times
from kztimeline.times import replays

ROOT = Path(__file__).resolve().parents[2]
STORIES = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())


@cache
def documents(story: str) -> tuple[Document, ...]:
    return tuple(open_intake(IntakeRequest((str(ROOT / "samples" / story),))))


@cache
def built(story: str) -> Timeline:
    return build_timeline(documents(story), Settings())


def as_json(timeline: Timeline) -> str:
    return "".join(write_json(publish(timeline, "0")))


def by_id(events: Iterable[MergedEvent]) -> list[MergedEvent]:
    """Events of one day and precision come in order of telling, which is the order of articles."""
    return sorted(events, key=lambda event: event.id)


def days_of(timeline: Timeline) -> list[tuple[object, object]]:
    return [
        (event.when.first_day or event.when.last_day, event.when.granularity)
        for event in timeline.events
        if event.when
    ]


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_of_articles_does_not_show(story: str, seed: int) -> None:
    shuffled = list(documents(story))
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    timeline = build_timeline(shuffled, Settings())

    assert by_id(timeline.events) == by_id(built(story).events)
    assert by_id(timeline.undated) == by_id(built(story).undated)
    assert timeline.figures == built(story).figures
    assert days_of(timeline) == days_of(built(story))
    assert set(timeline.notes) == set(built(story).notes)


@pytest.mark.parametrize("story", STORIES)
def test_building_twice_gives_the_same_bytes(story: str) -> None:
    assert as_json(build_timeline(documents(story), Settings())) == as_json(built(story))


def test_all_stories_at_once_in_any_order() -> None:
    together = [document for story in STORIES for document in documents(story)]
    forward = build_timeline(together, Settings())
    backward = build_timeline(together[::-1], Settings())

    assert by_id(forward.events) == by_id(backward.events)
    assert forward.figures == backward.figures


def test_order_of_sets_does_not_show() -> None:
    """Each process orders its sets by another seed; the bytes must not tell which."""
    command = [sys.executable, "-m", "kztimeline", "build", f"samples/{STORIES[0]}", "-f", "json"]
    outputs = [
        subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert outputs[0] == outputs[1]
    assert outputs[0]


@pytest.mark.parametrize("story", STORIES)
def test_every_time_of_a_story_replays(story: str) -> None:
    for account in find_times(documents(story), Settings()):
        placed = [time for time in account.times if isinstance(time, ResolvedTime)]
        given_before = [account.anchor.interval] if account.anchor.interval else []
        for time in placed:
            assert replays(time, given_before), time.expression.span.of(account.article.text)
            given_before.append(time.interval)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_events_that_cite_their_words(story: str) -> None:
    texts = {account.article.id: account.article.text for account in built(story).accounts}
    members = [member for event in built(story).events for member in event.members]

    assert members
    for member in members:
        assert member.span.contains(member.clause)
        assert member.span.of(texts[member.article_id]).strip()


PIECES = [
    "On Monday", "two men", "were shot", "in Almaty", ". ", ".\n\n", "“", "”", "he said",
    "police", "2,030 soldiers", "²", "½", "٣", "km²", "in 7975 years", "fifth-quarter", "Jan. 5",
    "5/6 January", "from 3 to 7 June", "— ", "(Reuters) - ", "ALMATY", "Date: ", "2024-03-12",
    "0", "’", "\t", "\r", "\u00ad", "\u00a0", "\u2028", "\x00", "İ", "ß", "\U0001f600", "will",
    "not", "at least", "1990s",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=120)


@given(texts)
@settings(max_examples=100)
def test_any_text_can_be_built(text: str) -> None:
    timeline = build_timeline([Document("a.txt", text, "0" * 64)], Settings())

    assert as_json(timeline)
