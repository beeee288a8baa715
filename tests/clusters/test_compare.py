"""Weighing pairs in whatever order, and stopping early, gives the bits that the levels say."""

from __future__ import annotations

import pickle
from itertools import chain, combinations
from pathlib import Path

import pytest

from kztimeline import IntakeRequest, Settings, build_timeline, open_intake
from kztimeline.clusters.blocking import Search
from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.levels import COMPARISONS
from kztimeline.clusters.stories import Stories
from kztimeline.clusters.surveying import survey
from kztimeline.clusters.topic import Topic, place_of

SAMPLES = str(Path(__file__).resolve().parents[2] / "samples/brannay-ferry")


def test_bits_are_halves_so_that_no_order_of_adding_shows() -> None:
    levels = [level.bits for comparison in COMPARISONS for level in comparison.levels]

    assert [bits for bits in levels if bits > -100 and not (2 * bits).is_integer()] == []


def test_a_pair_weighs_what_its_levels_say() -> None:
    accounts = build_timeline(open_intake(IntakeRequest((SAMPLES,))), Settings()).accounts
    corpus, _ = survey(accounts)
    pairs = list(combinations(range(min(len(corpus.profiles), 40)), 2))
    sides = [(corpus.profiles[left], corpus.profiles[right]) for left, right in pairs]
    expected = [sum(each.fires(*both, corpus).bits for each in COMPARISONS) for both in sides]

    assert [Comparer(corpus).bits(*pair) for pair in pairs] == expected


def test_a_side_without_what_a_question_needs_answers_it_with_the_last_level() -> None:
    accounts = build_timeline(open_intake(IntakeRequest((SAMPLES,))), Settings()).accounts
    corpus, _ = survey(accounts)
    lacking = [
        (comparison, comparison.fires(left, right, corpus))
        for left, right in combinations(corpus.profiles[:40], 2)
        for comparison in COMPARISONS
        if comparison.needs and not (comparison.needs(left) and comparison.needs(right))
    ]

    assert [
        level.label for comparison, level in lacking if level is not comparison.levels[-1]
    ] == []
    assert {comparison.name for comparison, _ in lacking} == {
        comparison.name for comparison in COMPARISONS if comparison.needs
    }


@pytest.mark.parametrize("threshold", [-20.0, -1.0, 2.0, 4.5, 9.0])
def test_what_is_above_a_threshold_is_found_with_its_bits(threshold: float) -> None:
    accounts = build_timeline(open_intake(IntakeRequest((SAMPLES,))), Settings()).accounts
    corpus, _ = survey(accounts)
    pairs = list(combinations(range(min(len(corpus.profiles), 40)), 2))
    whole, early = Comparer(corpus), Comparer(corpus)
    expected = [(bits, *pair) for pair in pairs if (bits := whole.bits(*pair)) > threshold]
    ranks = range(min(len(corpus.profiles), 40))
    found = [early.above(rank, range(rank), threshold) for rank in ranks]

    assert sorted(chain.from_iterable(found)) == sorted(expected)
    assert len(expected) < len(pairs)
    assert [early.bits(*pair) for pair in pairs] == [whole.bits(*pair) for pair in pairs]


def test_what_is_sent_to_another_machine_says_the_same_there() -> None:
    accounts = build_timeline(open_intake(IntakeRequest((SAMPLES,))), Settings()).accounts
    corpus, _ = survey(accounts)
    here = Search(corpus), Comparer(corpus), Topic(corpus.profiles, corpus.firsts), corpus.stories
    there = pickle.loads(pickle.dumps(here))  # noqa: S301 - our own
    ranks = range(min(len(corpus.profiles), 40))
    pairs = list(combinations(ranks, 2))
    places = [place_of(corpus.profiles[rank]) for rank in ranks]

    def said(search: Search, comparer: Comparer, topic: Topic, stories: Stories) -> list[object]:
        return [
            *map(search.companions, ranks),
            *(comparer.bits(*pair) for pair in pairs),
            *map(topic.closeness, places),
            stories.likeness(0, 1, ()),
            stories.lacks(0, frozenset(corpus.counts)),
        ]

    assert said(*there) == said(*here)
