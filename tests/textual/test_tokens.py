"""Words, numbers and stems, with their places."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.textual import Span
from kztimeline.textual.tokens import Stemmer, number, tokens

ROWS = [
    ("Tuesday’s talks", ["Tuesday", "’s", "talks"]),
    ("They don’t know", ["They", "don’t", "know"]),
    ("2,030 men and 6.1 points", ["2,030", "men", "and", "6.1", "points"]),
    ("The U.S. said", ["The", "U.S.", "said"]),
    ("a 46-year-old pro-Danish man", ["a", "46-year-old", "pro-Danish", "man"]),
    ("“No,” he said.", ["“", "No", ",", "”", "he", "said", "."]),
    ("5/6 March", ["5", "/", "6", "March"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_tokens(text: str, expected: list[str]) -> None:
    assert expected == [token.text for token in tokens(text)]


@given(st.text(max_size=80))
def test_a_token_is_the_text_at_its_place_and_none_overlap(text: str) -> None:
    found = tokens(text)
    assert [token.text for token in found] == [text[t.start : t.end] for t in found]
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


def test_tokens_within_a_span_keep_their_places() -> None:
    assert [(t.start, t.end) for t in tokens("The court ruled", Span(4, 9))] == [(4, 9)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("2,030", 2030.0), ("12", 12.0), ("6.1", 6.1), ("5,6", None), ("x", None)],
)
def test_number(written: str, expected: float | None) -> None:
    assert expected == number(written)


def test_stop_words_numbers_and_marks_have_no_stem() -> None:
    stemmer = Stemmer((("ed", ""),), frozenset({"the"}))
    assert {"troop", "land"} == stemmer.stems(tokens("the 12 troop landed , x"))
