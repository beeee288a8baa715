"""Lexemes cover every character but white space and soft hyphens, once, at its own place."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.textual import lexemes

NEWS = st.text(st.sampled_from("Aéж5,0’-“. \u00a0\u00ad\n\t_İß…") | st.characters(codec="utf-8"))


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("On Jan. 5", ["on", "jan", ".", "5"]),
        ("2,030 men", ["2,030", "men"]),
        ("1,234,567", ["1,234,567"]),
        ("12,34", ["12", ",", "34"]),
        ("1234,567", ["1234", ",", "567"]),
        ("1,2345", ["1", ",", "2345"]),
        ("5,2022", ["5", ",", "2022"]),
        ("44%", ["44", "%"]),
        ("81-year-old", ["81", "-", "year", "-", "old"]),
        ("4.15pm", ["4", ".", "15", "pm"]),
        ("5th", ["5", "th"]),
        ("didn’t", ["didn", "’", "t"]),
        ("Jan\u00aduary 5", ["january", "5"]),
        ("Jan\u00ad 5", ["jan", "5"]),
        ("Jan.\u00a05", ["jan", ".", "5"]),
        ("5\u202fmay", ["5", "may"]),
        ("snake_case", ["snake", "_", "case"]),
        ("Алматы қаңтар", ["алматы", "қаңтар"]),
        ("naïve ÉTÉ", ["naïve", "été"]),
        ("", []),
        (" \n\u00a0", []),
    ],
)
def test_lexemes(text: str, lows: list[str]) -> None:
    assert [lexeme.low for lexeme in lexemes(text, 0, len(text))] == lows


def test_places_glue_and_capitals() -> None:
    text = "  Jan\u00aduary 5, he"

    assert [tuple(lexeme) for lexeme in lexemes(text, 0, len(text))] == [
        (2, 10, "january", False, True, (), 0),
        (11, 12, "5", False, False, (), 0),
        (12, 13, ",", True, False, (), 0),
        (14, 16, "he", False, False, (), 0),
    ]


def test_only_the_stretch_is_read_and_places_are_the_texts() -> None:
    text = "On Monday he left."

    assert [(lexeme.start, lexeme.low) for lexeme in lexemes(text, 3, 12)] == [
        (3, "monday"),
        (10, "he"),
    ]


@given(NEWS)
def test_every_visible_character_lies_in_exactly_one_lexeme(text: str) -> None:
    covered = [
        at for lexeme in lexemes(text, 0, len(text)) for at in range(lexeme.start, lexeme.end)
    ]
    visible = [at for at, mark in enumerate(text) if not mark.isspace() and mark != "\u00ad"]

    assert len(covered) == len(set(covered))
    assert [at for at in covered if text[at] != "\u00ad"] == visible


@given(st.text(st.sampled_from("Ab5,0'-. \n\t\x1c_%") | st.characters(max_codepoint=127)))
def test_plain_text_is_cut_as_it_is_beside_other_letters(text: str) -> None:
    beside = lexemes(f"{text} \u00e9", 0, len(text) + 2)

    assert beside[:-1] == lexemes(text, 0, len(text))


@given(NEWS)
def test_a_lexeme_is_its_characters(text: str) -> None:
    for lexeme in lexemes(text, 0, len(text)):
        assert lexeme.low == text[lexeme.start : lexeme.end].lower().replace("\u00ad", "")
        assert lexeme.low


@given(NEWS)
def test_glued_means_that_nothing_stands_between_but_before_a_stop(text: str) -> None:
    found = lexemes(text, 0, len(text))

    assert [lexeme.is_glued for lexeme in found[1:]] == [
        one.end == other.start or other.low in {",", "."}
        for one, other in itertools.pairwise(found)
    ]
    assert not any(lexeme.is_glued for lexeme in found[:1])


@given(NEWS, st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_yields_nothing_outside_it(text: str, start: int, length: int) -> None:
    found = lexemes(text, start, start + length)

    assert all(start <= one.start < one.end <= min(start + length, len(text)) for one in found)
