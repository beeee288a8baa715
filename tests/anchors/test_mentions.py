"""Days that an article names, and what they tell of its own."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of
from kztimeline.anchors.mentions import DayMention, Kind, mentions_of
from kztimeline.languages import load_language
from kztimeline.model import Side
from kztimeline.textual import Span


def mentions(text: str) -> tuple[DayMention, ...]:
    return mentions_of(draft_of(text), load_language("en")).days


def told(mention: DayMention) -> str:
    if mention.kind is Kind.OFFSET:
        return f"{mention.offset:+d}"
    if mention.kind is Kind.WEEKDAY:
        return f"weekday {mention.weekday}"
    beside = "" if mention.weekday is None else f" on weekday {mention.weekday}"
    return f"{mention.year or '?'}-{mention.month}-{mention.day}{beside}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge closed on 5 May.", ["?-5-5"]),
        ("The bridge closed on 5 May 2021.", ["2021-5-5"]),
        ("The bridge closed on Thursday, May 5.", ["?-5-5 on weekday 3"]),
        ("The bridge closed on Thursday.", ["weekday 3"]),
        ("The bridge closed on the night of 5 May.", ["?-5-5"]),
        ("The bridge closed on Thursday evening.", ["weekday 3"]),
        ("The bridge closed at 6 p.m. on Thursday.", ["weekday 3"]),
        ("The bridge closed today.", ["+0"]),
        ("The bridge closed yesterday.", ["-1"]),
        ("The bridge closed two days ago.", ["-2"]),
        ("The bridge will close in three days.", ["+3"]),
        ("The bridge closed two weeks ago.", []),
        ("The bridge closed two days earlier.", []),
        ("The bridge closed last week, recently and in May.", []),
        ("The bridge is closed from 5 May to 9 June.", ["?-6-9"]),
    ],
)
def test_what_is_heard(text: str, expected: list[str]) -> None:
    assert [told(mention) for mention in mentions(text)] == expected


def test_years_with_the_side_they_are_told_from() -> None:
    found = mentions_of(
        draft_of("It closed in 2019. It was new on 5 May 2018."), load_language("en")
    )
    assert [each.year for each in found.years] == [2019, 2018]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The law is in force until 19 May.", Side.FUTURE),
        ("The law must pass by 19 May.", Side.FUTURE),
        ("The law has been in force since 19 May.", Side.PAST),
        ("The law was passed on 19 May.", Side.PAST),
    ],
)
def test_a_bound_tells_the_side(text: str, side: Side) -> None:
    assert mentions(text)[0].side is side


@pytest.mark.parametrize(
    ("text", "opens", "is_said", "is_quoted"),
    [
        ("OSLO, 12 March (NTB) - It rained.", True, False, False),
        ("It rained in Oslo on 12 March.", False, False, False),
        ("It had rained, the mayor said on 12 March.", False, True, False),
        ("“It rained on 12 March,” she added.", False, True, True),
    ],
)
def test_what_stands_beside(text: str, *, opens: bool, is_said: bool, is_quoted: bool) -> None:
    (mention,) = mentions(text)[:1] or (None,)
    assert mention is not None
    assert (mention.opens, mention.is_said, mention.is_quoted) == (opens, is_said, is_quoted)


def dated(month: int, day: int, weekday: int | None = None, year: int | None = None) -> DayMention:
    return DayMention(Kind.DATE, Span(0, 1), 0, year=year, month=month, day=day, weekday=weekday)


@pytest.mark.parametrize(
    ("mention", "anchor", "expected"),
    [
        (dated(3, 12), date(2024, 3, 15), date(2024, 3, 12)),
        (dated(12, 30), date(2024, 1, 3), date(2023, 12, 30)),
        (dated(1, 3), date(2023, 12, 30), date(2024, 1, 3)),
        (dated(3, 12, year=2019), date(2024, 3, 15), date(2019, 3, 12)),
        (dated(2, 30), date(2024, 3, 15), None),
        (dated(2, 29), date(2022, 3, 1), None),
        (dated(3, 12, weekday=1), date(2024, 6, 1), date(2024, 3, 12)),
        (dated(3, 12, weekday=1), date(2022, 6, 1), None),
        (DayMention(Kind.OFFSET, Span(0, 1), 0, offset=-2), date(2024, 3, 1), date(2024, 2, 28)),
        (DayMention(Kind.WEEKDAY, Span(0, 1), 0, weekday=4), date(2024, 3, 15), date(2024, 3, 15)),
        (DayMention(Kind.WEEKDAY, Span(0, 1), 0, weekday=5), date(2024, 3, 15), date(2024, 3, 9)),
        (
            DayMention(Kind.WEEKDAY, Span(0, 1), 0, side=Side.FUTURE, weekday=5),
            date(2024, 3, 15),
            date(2024, 3, 16),
        ),
        (
            DayMention(Kind.WEEKDAY, Span(0, 1), 0, side=Side.FUTURE, weekday=4),
            date(2024, 3, 15),
            date(2024, 3, 15),
        ),
    ],
)
def test_the_day_meant(mention: DayMention, anchor: date, expected: date | None) -> None:
    assert mention.on(anchor) == expected
