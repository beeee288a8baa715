"""Number words to numbers: which run of words is one number, and where it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.languages import load_language
from kztimeline.languages.numerals import number_run
from kztimeline.textual import lexemes

WORDS = {
    word: int(value)
    for word, value in load_language("en").grammar.lexicon.classes["number"].items()
}
ONES = {WORDS[word]: word for word in WORDS if WORDS[word] < 20 and word != "dozen"}
TENS = {WORDS[word]: word for word in WORDS if WORDS[word] in range(20, 100, 10)}


def run(text: str, first: int = 0) -> tuple[int, int] | None:
    return number_run(lexemes(text, 0, len(text)), first, WORDS)


def spelled(number: int) -> str:
    """A number below a million in words, as newspapers write it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = number // 10 * 10, number % 10
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    unit, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    head, rest = divmod(number, unit)
    return f"{spelled(head)} {name}" + (f" and {spelled(rest)}" if rest else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three weeks", (3, 1)),
        ("Twenty days", (20, 1)),
        ("twenty-three days", (23, 3)),
        ("twenty three days", (23, 2)),
        ("ninety-nine", (99, 3)),
        ("hundred days", (100, 1)),
        ("two hundred days", (200, 2)),
        ("two hundred and five days", (205, 4)),
        ("two hundred five days", (205, 3)),
        ("hundred and twenty-three", (123, 5)),
        ("three hundred and five thousand", (305000, 5)),
        ("twenty-three thousand years", (23000, 4)),
        ("three thousand men", (3000, 2)),
        ("three and four men", (3, 1)),
        ("twenty and three men", (20, 1)),
        ("three four", (3, 1)),
        ("five-twenty", (5, 1)),
        ("fifty-sixty people", (50, 1)),
        ("twenty-", (20, 1)),
        ("twenty and", (20, 1)),
        ("weeks", None),
        ("23", None),
    ],
)
def test_run(text: str, expected: tuple[int, int] | None) -> None:
    assert run(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two thousand three hundred", (2300, 4)),
        ("four thousand two hundred and five", (4205, 6)),
        ("two dozen days", (24, 2)),
    ],
)
def test_run_to_come(text: str, expected: tuple[int, int]) -> None:
    assert run(text) == expected


def test_a_run_begins_where_it_is_asked_to() -> None:
    assert run("some twenty-three days", 1) == (23, 4)
    assert run("some twenty-three days", 0) is None


@given(st.integers(1, 999))
def test_what_is_spelled_is_read(number: int) -> None:
    text = spelled(number)

    assert run(text) == (number, len(lexemes(text, 0, len(text))))
