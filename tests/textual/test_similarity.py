"""Laws and rows of likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.textual.similarity import containment, folded, rarity, shingles, squared, words

texts = st.text(st.sampled_from("ab "), max_size=60)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Nazarbaïev", "nazarbaiev"), ("Massimov", "Masimov"), ("GENÈVE", "geneve"), ("Ø", "ø")],
)
def test_spellings_of_one_name_agree(left: str, right: str) -> None:
    assert folded(left) == folded(right)


@pytest.mark.parametrize(("left", "right"), [("Masimov", "Maximov"), ("11", "1")])
def test_other_names_and_numbers_do_not(left: str, right: str) -> None:
    assert folded(left) != folded(right)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_rarity_is_a_share_and_falls_with_the_count(count: int, total: int) -> None:
    count = min(count, total)
    assert 0.0 <= rarity(count, total) <= 1.0
    assert rarity(count, total) <= rarity(max(1, count - 1), total)


@given(texts, texts)
def test_containment_is_a_share_and_asks_no_order(left: str, right: str) -> None:
    one, other = shingles(left), shingles(right)
    assert 0.0 <= containment(one, other) <= 1.0
    assert containment(one, other) == containment(other, one)


@given(texts)
def test_a_text_holds_itself(text: str) -> None:
    assert containment(shingles(text), shingles(text)) == float(bool(words(text)))


def test_an_edit_breaks_only_the_rows_it_touches() -> None:
    told = "the ferry sank off the cape in a gale with forty cars aboard last night"
    edited = told.replace("forty", "fifty")
    assert containment(shingles(told), shingles(edited)) == 8 / 12


def test_short_texts_are_one_row() -> None:
    assert len(shingles("a b c")) == len(shingles("a b c d")) == 1


def test_weights_add_up() -> None:
    assert squared({"a", "b"}, {"a": 0.5, "b": 1.0}) == 1.25
