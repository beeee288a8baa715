"""How far articles tell one story, apart from what two of their events share."""

from __future__ import annotations

import pytest

from kztimeline.clusters.stories import Stories

KEYS = [f"key-{number}" for number in range(40)]
RARE = dict.fromkeys(KEYS, 1.0)


def stories(*articles: list[str]) -> Stories:
    return telling(*([frozenset(keys)] for keys in articles))


def telling(*articles: list[frozenset[str]]) -> Stories:
    rows = [(at, keys) for at, told in enumerate(articles) for keys in told]
    return Stories(articles, RARE, rows)


def test_likeness_is_the_share_of_what_both_tell() -> None:
    told = stories(KEYS[:20], KEYS[10:30])
    assert told.likeness(0, 1, ()) == pytest.approx(0.5)
    assert told.likeness(1, 0, ()) == told.likeness(0, 1, ())


def test_an_article_is_like_itself() -> None:
    assert stories(KEYS[:20]).likeness(0, 0, ()) == pytest.approx(1.0)


def test_what_the_two_events_share_is_left_out() -> None:
    told = stories(KEYS[:20], KEYS[10:30])
    assert told.likeness(0, 1, KEYS[10:20]) == pytest.approx(0.0)


def test_nothing_is_said_of_articles_that_tell_hardly_anything_else() -> None:
    told = stories(KEYS[:2], KEYS[:20])
    assert told.likeness(0, 1, KEYS[:1]) is None


def test_what_stands_at_the_head_counts_double() -> None:
    head = [[frozenset({key})] for key in KEYS[:4]]
    tail = [[frozenset({key})] for key in KEYS[4:30]]
    left = [keys for (keys,) in (*head, *tail)]
    same_head = telling(left, [*left[:4], *map(frozenset, zip(KEYS[30:]))])
    same_tail = telling(left, [*map(frozenset, zip(KEYS[30:])), *left[26:30]])
    assert same_head.likeness(0, 1, ()) > same_tail.likeness(0, 1, ())  # type: ignore[operator]


def test_keys_an_article_has_nowhere() -> None:
    assert stories(KEYS[:2]).lacks(0, frozenset(KEYS[1:3])) == {KEYS[2]}
