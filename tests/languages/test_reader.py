"""The door to dateparser: what header strings say, which say nothing; answers are kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.languages import read_date, read_numeric, reader
from kztimeline.model import DateOrder
from kztimeline.temporal import Granularity, Interval

MDY, DMY, YMD = DateOrder.MDY, DateOrder.DMY, DateOrder.YMD
TWELFTH = Interval.of(2024, 3, 12)


@pytest.mark.parametrize("order", [MDY, DMY])
@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("March 12, 2024 Tuesday", "en"),
        ("March 12, 2024 Tuesday 4:30 PM GMT", "en"),
        ("12 March 2024", "en"),
        ("12th of March, 2024", "en"),
        ("Tue, 12 Mar 2024 09:30:00 +0600", "en"),
        ("2024-03-12", "en"),
        ("2024-03-12T09:30:00+06:00", "en"),
        ("Tuesday 12 March 2024 14.30 GMT", "en"),
        ("Mar. 12, 2024, 5:00 a.m. ET", "en"),
        ("12 марта 2024 г., 14:30", "ru"),
        ("12 наурыз 2024", "kk"),
        ("Dienstag, 12. März 2024", "de"),
    ],
)
def test_header_day(phrase: str, language: str, order: DateOrder) -> None:
    assert read_date(phrase, language, order) == TWELFTH


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("March 2024", Interval.of(2024, 3)),
        ("Mar. 2024", Interval.of(2024, 3)),
        ("2024", Interval.of(2024)),
        ("29 February 2024", Interval.of(2024, 2, 29)),
    ],
)
def test_no_more_is_read_than_is_stated(phrase: str, interval: Interval) -> None:
    assert read_date(phrase, "en", MDY) == interval


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "   ",
        "Mar. 12",
        "12 March",
        "March",
        "Tuesday",
        "last Tuesday",
        "yesterday",
        "today",
        "now",
        "last week",
        "next month",
        "two days ago",
        "in 2 hours",
        "may",
        "5",
        "12:30",
        "10 p.m.",
        "banana",
        "30 February 2024",
        "2024-02-30",
        "2024-13-45",
        "20240312",
        "2024 жылғы 12 наурыз",
        "Updated 3:45 PM ET, Tue March 12, 2024",
    ],
)
def test_what_states_no_year_or_is_no_date(phrase: str) -> None:
    assert read_date(phrase, "en", MDY) is None


@pytest.mark.parametrize("phrase", ["81", "8000"])
def test_a_number_is_no_year(phrase: str) -> None:
    assert read_date(phrase, "en", MDY) is None


@pytest.mark.parametrize("phrase", ["2024-03-12T23:30:00-05:00", "Tue, 12 Mar 2024 02:30:00 +0600"])
def test_a_zone_does_not_move_the_day(phrase: str) -> None:
    assert read_date(phrase, "en", MDY) == TWELFTH


@pytest.mark.parametrize(
    ("phrase", "order", "day"),
    [
        ("05/01/2022", MDY, date(2022, 5, 1)),
        ("05/01/2022", DMY, date(2022, 1, 5)),
        ("05/01/2022", YMD, date(2022, 5, 1)),
        ("05.01.2022", MDY, date(2022, 1, 5)),
        ("05.01.2022", DMY, date(2022, 1, 5)),
        ("5-1-22", MDY, date(2022, 5, 1)),
        ("5-1-22", DMY, date(2022, 1, 5)),
        ("28/02/2024", MDY, date(2024, 2, 28)),
        ("02/28/2024", DMY, date(2024, 2, 28)),
        ("12.31.2023", DMY, date(2023, 12, 31)),
        ("31.12.99", MDY, date(1999, 12, 31)),
        ("2022/01/05", YMD, date(2022, 1, 5)),
    ],
)
def test_numeric(phrase: str, order: DateOrder, day: date) -> None:
    assert read_numeric(phrase, order) == Interval.on(day)


@pytest.mark.parametrize(
    ("phrase", "order"),
    [("99/99/2024", MDY), ("30/02/2024", MDY), ("1.2.300", DMY), ("2022/01/05", MDY), ("5", MDY)],
)
def test_no_numeric_date(phrase: str, order: DateOrder) -> None:
    assert read_numeric(phrase, order) is None


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)), st.sampled_from([MDY, DMY]))
def test_every_day_is_read_in_the_order_it_is_written_in(day: date, order: DateOrder) -> None:
    written = f"{day:%m/%d/%Y}" if order is MDY else f"{day:%d/%m/%Y}"

    assert read_numeric(written, order) == Interval.on(day)


def test_a_phrase_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = reader._ask

    def counting(phrase: str, *rest: object) -> object:
        asked.append(phrase)
        return real(phrase, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "_ask", counting)
    read_date.cache_clear()

    first = read_date("January 7, 2022", "en", MDY)
    second = read_date("January 7, 2022", "en", MDY)

    assert first is second
    assert asked == ["January 7, 2022"] * 3  # one question a base


def test_language_and_order_are_part_of_the_question() -> None:
    assert read_date("05/01/2022", "en", MDY) == Interval.of(2022, 5, 1)
    assert read_date("05/01/2022", "en", DMY) == Interval.of(2022, 1, 5)
    assert read_date("12 марта 2024", "en", MDY) is None
    assert read_date("12 марта 2024", "ru", MDY) == TWELFTH


def test_granularity_is_what_was_stated() -> None:
    answers = [read_date(phrase, "en", MDY) for phrase in ("2024", "March 2024", "12 March 2024")]

    assert [answer and answer.granularity for answer in answers] == [
        Granularity.YEAR,
        Granularity.MONTH,
        Granularity.DAY,
    ]
