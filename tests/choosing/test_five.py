"""Three small stories of other kinds, and the five lines of each that an editor would keep.

The five were picked by hand, from the articles, before the program was asked. A file holds a
story's articles, each under a line with its day and name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from kztimeline import Settings, build_timeline
from kztimeline.model import Declaration, Document
from kztimeline.outputs.choice import Choice, choose
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Event, Timeline

HERE = Path(__file__).parent
FIVE = {
    "election": [
        ("2023-02-06", "snap election"),
        ("2023-03-02", "Brenner resigned"),
        ("2023-03-19", "won the election"),
        ("2023-04-04", "coalition agreement"),
        ("2023-04-11", "sworn in"),
    ],
    "strike": [
        ("2024-01-15", "strike"),
        ("2024-01-29", "Police"),
        ("2024-02-05", "lawful"),
        ("2024-02-21", "signed an agreement"),
        ("2024-02-26", "back to work"),
    ],
    "court": [
        ("2021-05-11", "arrest"),
        ("2022-09-05", "trial"),
        ("2022-10-19", "files"),
        ("2022-12-14", "nine years"),
        ("2023-11-22", "six years"),
    ],
}
FURNITURE = ("Photo", "Follow", "READ", "comments", "pictures", "Join", "file photo")


def documents(story: str) -> list[Document]:
    told = (HERE / f"{story}.txt").read_text(encoding="utf-8")
    found: list[Document] = []
    for part in told.split("=== ")[1:]:
        head, text = part.split("\n", 1)
        day, name = head.split()
        sha = hashlib.sha256(text.encode()).hexdigest()
        found.append(Document(name, text, sha, (Declaration("manifest:date", day),)))
    return found


def built(articles: Sequence[Document]) -> Timeline:
    return publish(build_timeline(articles, Settings()), "0")


@cache
def whole(story: str) -> Timeline:
    return built(documents(story))


def five(timeline: Timeline) -> tuple[Event, ...]:
    return choose(timeline, Choice(top=5)).events


@pytest.mark.parametrize("story", FIVE)
def test_the_five_that_matter(story: str) -> None:
    told = [(event.date, event.title) for event in five(whole(story))]
    assert [day for day, _ in told] == [day for day, _ in FIVE[story]]
    for (_, title), (_, words) in zip(told, FIVE[story], strict=True):
        assert words in title


@pytest.mark.parametrize("story", FIVE)
def test_no_line_is_of_the_page(story: str) -> None:
    told = [event.sources[0].selector.exact for event in whole(story).events]
    assert [line for line in told if any(mark in line for mark in FURNITURE)] == []


@pytest.mark.parametrize("story", FIVE)
def test_an_article_more_or_less_changes_little(story: str) -> None:
    """Without any one article at least three of the days that matter are chosen."""
    articles = documents(story)
    wanted = {day for day, _ in FIVE[story]}
    for fewer in combinations(articles, len(articles) - 1):
        assert len(wanted & {event.date for event in five(built(fewer))}) >= 3


@pytest.mark.parametrize(("story", "other"), [("election", "strike"), ("court", "election")])
def test_an_article_of_another_story_takes_one_place_at_most(story: str, other: str) -> None:
    wanted = {event.title for event in five(whole(story))}
    for stray in documents(other):
        told = {event.title for event in five(built([*documents(story), stray]))}
        assert len(wanted & told) >= 4, stray.locator
