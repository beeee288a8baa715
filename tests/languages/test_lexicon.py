"""What single words and digit runs are known as, and which lexemes become one token."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.languages import Lexicon, load_language
from kztimeline.languages.lexicon import digit_classes
from kztimeline.languages.words import vocabulary
from kztimeline.textual import Lexeme, lexemes

LEXICON = load_language("en").grammar.lexicon


def read(text: str) -> list[Lexeme]:
    return LEXICON.tokens(text, 0, len(text))


def classes(text: str) -> dict[str, str | int]:
    """The classes of a text that is one token."""
    (token,) = read(text)
    return {name.strip("{}"): value for name, value in token.classes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January", {"month": 1, "bare_month": 1}),
        ("JANUARY", {"month": 1, "bare_month": 1}),
        ("january", {}),
        ("Jan.", {"month": 1}),
        ("Sept.", {"month": 9}),
        ("May", {"month": 5}),
        ("may", {}),
        ("March", {"month": 3}),
        ("march", {}),
        ("Tuesday", {"weekday": 1, "bare_weekday": 1}),
        ("tuesday", {}),
        ("Tues.", {"weekday": 1, "bare_weekday": 1}),
        ("Sun", {"weekday": 6}),
        ("sun", {}),
        ("Sat.", {"weekday": 5, "bare_weekday": 5}),
        ("sat.", {}),
        ("Fridays", {"weekday_plural": 4}),
        ("fridays", {}),
        ("second", {"ordinal": 2}),
        ("weeks", {"unit": "week", "units": "week"}),
        ("Weeks", {"unit": "week", "units": "week"}),
        ("mins", {}),
        ("two", {"number": 2}),
        ("twenty-three", {"number": 23}),
        ("two hundred and five", {"number": 205}),
        ("night", {"daypart": "NI"}),
        ("a.m.", {"meridiem": "AM"}),
        ("p.m.", {"meridiem": "PM"}),
        ("PM", {"meridiem": "PM"}),
        ("minister", {}),
        ("1" * 5000, {}),
        ("1" * 5000 + "th", {}),
        ("1" * 5000 + "s", {}),
        ("5th", {"ordinal": 5, "day": 5, "nth_day": 5}),
        ("31st", {"ordinal": 31, "day": 31, "nth_day": 31}),
        ("32nd", {"ordinal": 32}),
        ("1,000th", {"ordinal": 1000}),
        ("1990s", {"decade": 1990}),
        ("1995s", {}),
        ("60s", {"short_decade": 60}),
        ("65s", {}),
        ("600s", {}),
    ],
)
def test_token(text: str, expected: dict[str, str | int]) -> None:
    known = classes(text)

    assert {name: known.get(name) for name in expected} == expected
    assert bool(known) == bool(expected)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("0", {"number", "hour"}),
        ("00", {"number", "hour", "yy", "minute"}),
        ("5", {"number", "day", "month_number", "hour"}),
        ("05", {"number", "day", "month_number", "hour", "yy", "minute"}),
        ("12", {"number", "day", "month_number", "hour", "yy", "minute"}),
        ("13", {"number", "day", "hour", "yy", "minute", "end_year"}),
        ("24", {"number", "day", "hour", "yy", "minute", "end_year"}),
        ("25", {"number", "day", "yy", "minute", "end_year"}),
        ("31", {"number", "day", "yy", "minute", "end_year"}),
        ("32", {"number", "yy", "minute", "end_year"}),
        ("59", {"number", "yy", "minute", "end_year"}),
        ("60", {"number", "yy", "end_year"}),
        ("81", {"number", "yy", "end_year"}),
        ("005", {"number"}),
        ("999", {"number", "old_year"}),
        ("0959", {"number", "hhmm"}),
        ("0999", {"number"}),
        ("1000", {"number", "year", "hhmm"}),
        ("1959", {"number", "year", "hhmm"}),
        ("1960", {"number", "year"}),
        ("2199", {"number", "year"}),
        ("2359", {"number", "hhmm"}),
        ("2400", {"number"}),
        ("2200", {"number", "hhmm"}),
        ("8000", {"number"}),
        ("2,030", {"number"}),
        ("20220105", {"number", "compact"}),
    ],
)
def test_digits_by_length_and_size(digits: str, expected: set[str]) -> None:
    assert {name.strip("{}") for name, _ in digit_classes(digits)} == expected


@given(st.integers(0, 10**9))
def test_digits_are_the_number_they_write(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        assert dict(digit_classes(written))["{number}"] == number


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("On Jan. 5 he left.", ["on", "jan.", "5", "he", "left", "."]),
        ("at 5 p.m. on Sept. 3rd", ["at", "5", "p.m.", "on", "sept.", "3rd"]),
        ("He left in May.", ["he", "left", "in", "may", "."]),
        ("twenty - three", ["twenty-three"]),
        ("the '60s", ["the", "'", "60s"]),
        ("c. 1850", ["c.", "1850"]),
        ("5 th", ["5", "th"]),
        ("Mon. is not Monaco.", ["mon.", "is", "not", "monaco", "."]),
        ("Jan . 5", ["jan.", "5"]),
        ("p.m", ["p", ".", "m"]),
        ("016.5th", ["016.5", "th"]),
        ("a 3.5-day run", ["a", "3.5", "-", "day", "run"]),
        ("1.2.3 days", ["1", ".", "2", ".", "3", "days"]),
        ("on 3. 5 days", ["on", "3", ".", "5", "days"]),
        ("at 5.30 p.m.", ["at", "5", ".", "30", "p.m."]),
    ],
)
def test_what_becomes_one_token(text: str, tokens: list[str]) -> None:
    assert [token.low for token in read(text)] == tokens


@given(st.text(alphabet=st.sampled_from("Jan. 5p.m,twenty-three1990's Mon\u00ad\u00a0")))
def test_tokens_keep_the_places_of_their_lexemes(text: str) -> None:
    parts = lexemes(text, 0, len(text))
    tokens = LEXICON.tokens(text, 0, len(text))

    starts = {part.start for part in parts}
    ends = {part.end for part in parts}
    assert {token.start for token in tokens} <= starts
    assert {token.end for token in tokens} <= ends
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
    borders = [(run[0].start, run[-1].end) for run in (parts, tokens) if run]
    assert len(set(borders)) <= 1


def test_words_of_the_table_are_added_and_dropped() -> None:
    table = {
        "words": {
            "unit": {"score": "score"},
            "colour": {"red": 1, "teal": 2},
            "state": {"shut": 2},
        },
        "dropped": {"unit": ["weeks", "no such word"]},
        "capitalised_classes": ["colour"],
        "lowercase_classes": ["state"],
        "spelled_classes": ["colour"],
        "abbreviations": ["red."],
    }
    lexicon = Lexicon("en", table)

    assert lexicon.classes["unit"]["score"] == "score"
    assert "weeks" not in lexicon.classes["unit"]
    assert "week" in lexicon.classes["unit"]
    (red,) = lexicon.tokens("Red", 0, 3)
    assert red.classes == (("{colour}", 1),)
    assert lexicon.tokens("RED", 0, 3)[0].classes == ()  # somebody's initials
    assert lexicon.tokens("TEAL", 0, 4)[0].classes == (("{colour}", 2),)
    assert lexicon.tokens("red", 0, 3)[0].classes == ()
    assert lexicon.tokens("Shut", 0, 4)[0].classes == ()
    assert lexicon.tokens("shut", 0, 4)[0].classes == (("{state}", 2),)


@pytest.mark.parametrize(
    ("code", "name", "word", "value"),
    [
        ("en", "month", "january", 1),
        ("en", "month", "dec", 12),
        ("en", "weekday", "monday", 0),
        ("en", "weekday", "sunday", 6),
        ("en", "unit", "weeks", "week"),
        ("de", "month", "märz", 3),
        ("de", "weekday", "dienstag", 1),
        ("ru", "month", "января", 1),
    ],
)
def test_vocabulary(code: str, name: str, word: str, value: int | str) -> None:
    assert vocabulary(code)[name][word] == value


@pytest.mark.parametrize("name", ["month", "weekday", "unit"])
def test_vocabulary_has_no_short_or_broken_words(name: str) -> None:
    words = vocabulary("en")[name]

    assert [word for word in words if len(word) < 3 or not word.isalpha()] == []


def test_words_that_no_rule_tells_apart_are_of_one_kind() -> None:
    tokens = load_language("en").grammar.lexicon.tokens("March May bakers zinc 1924 1930", 0, 31)
    kinds = [token.kind for token in tokens]

    assert kinds[2:4] == [0, 0]
    assert kinds[4] == kinds[5] != 0
    assert kinds[0] != kinds[4]
