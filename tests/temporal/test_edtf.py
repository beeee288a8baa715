"""EDTF and date prefixes: the published table, and an independent reader of what we write."""

from __future__ import annotations

import re
from datetime import date, datetime

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.temporal import (
    DateKind,
    Granularity,
    Interval,
    Qualifier,
    apply,
    date_fields,
    from_edtf,
    to_edtf,
)

FRIDAY = Interval.of(2024, 3, 15)
MARCH = Interval.of(2024, 3)
INSTANT, ONE_OF, SPAN = DateKind.INSTANT, DateKind.ONE_OF, DateKind.SPAN


def made(operator: str, *inputs: object) -> Interval:
    outcome = apply(operator, inputs)
    assert outcome is not None
    return outcome


ROWS = [
    (FRIDAY, INSTANT, "2024-03-15", ("2024-03-15", None)),
    (FRIDAY.qualified(Qualifier.APPROXIMATE), INSTANT, "2024-03-15~", ("2024-03-15", None)),
    (MARCH, INSTANT, "2024-03", ("2024-03", None)),
    (Interval.of(2024), INSTANT, "2024", ("2024", None)),
    (made("clock", FRIDAY, 14, 30, ""), INSTANT, "2024-03-15", ("2024-03-15", None)),
    (made("part", "NI", FRIDAY), INSTANT, "2024-03-15", ("2024-03-15", None)),
    (made("shift", FRIDAY, 0, "week"), ONE_OF, "[2024-03-11..2024-03-17]", ("2024-03", None)),
    (made("shift", FRIDAY, 2, "week"), ONE_OF, "[2024-03-25..2024-03-31]", ("2024-03", None)),
    (made("shift", FRIDAY, 42, "week"), ONE_OF, "[2024-12-30..2025-01-05]", (None, None)),
    (made("shift", FRIDAY, 0, "weekend"), ONE_OF, "[2024-03-16,2024-03-17]", ("2024-03", None)),
    (made("shift", FRIDAY, 0, "quarter"), ONE_OF, "[2024-01..2024-03]", ("2024", None)),
    (made("nth", 1, "half", Interval.of(2021)), ONE_OF, "[2021-01..2021-06]", ("2021", None)),
    (made("narrow", "MID", MARCH), ONE_OF, "[2024-03-11..2024-03-20]", ("2024-03", None)),
    (
        made("shift", Interval.of(1, 1, 8), 0, "week"),
        ONE_OF,
        "[0001-01-08..0001-01-14]",
        ("0001-01", None),
    ),
    (made("decade", 1990), INSTANT, "199X", (None, None)),
    (made("century", 19), INSTANT, "18XX", (None, None)),
    (made("century", 1), INSTANT, "00XX", (None, None)),
    (made("decade", 1990)._replace(end=None), SPAN, "1990/..", ("1990", None)),
    (made("century", 19)._replace(start=None), INSTANT, "../1899", ("1899", None)),
    (
        made("between", made("decade", 1960), made("decade", 1980)),
        SPAN,
        "1960/1989",
        ("1960", "1989"),
    ),
    (
        made("between", Interval.of(2019), MARCH),
        SPAN,
        "2019-01/2024-03",
        ("2019-01", "2024-03"),
    ),
    (
        made("between", FRIDAY, Interval.of(2024, 3, 19)),
        SPAN,
        "2024-03-15/2024-03-19",
        ("2024-03-15", "2024-03-19"),
    ),
    (
        made("either", FRIDAY, Interval.of(2024, 3, 16)),
        ONE_OF,
        "[2024-03-15,2024-03-16]",
        ("2024-03-15", "2024-03-16"),
    ),
    (FRIDAY._replace(start=None), INSTANT, "../2024-03-15", ("2024-03-15", None)),
    (FRIDAY._replace(end=None), SPAN, "2024-03-15/..", ("2024-03-15", None)),
    (MARCH._replace(end=None), SPAN, "2024-03/..", ("2024-03", None)),
]


@pytest.mark.parametrize(("interval", "kind", "written", "fields"), ROWS)
def test_written_form_and_prefixes(
    interval: Interval, kind: DateKind, written: str, fields: tuple[str | None, str | None]
) -> None:
    assert (written, fields) == (to_edtf(interval, kind), date_fields(interval, kind))


@pytest.mark.parametrize("written", [row[2] for row in ROWS])
def test_another_reader_accepts_it(written: str) -> None:
    assert edtf.parse_edtf(written) is not None


moments = st.datetimes(datetime(1000, 1, 1), datetime(8000, 12, 31))
units = st.builds(Interval.unit_at, moments, st.sampled_from(Granularity))


@given(units, units)
def test_another_reader_finds_the_same_ends(one: Interval, other: Interval) -> None:
    span = apply("between", (one, other)) or made("between", other, one)
    parsed = edtf.parse_edtf(to_edtf(span, SPAN))

    assert date(*parsed.lower_strict()[:3]) == span.first_day
    assert date(*parsed.upper_strict()[:3]) == span.last_day
    for open_ended in (span._replace(end=None), span._replace(start=None)):
        assert edtf.parse_edtf(to_edtf(open_ended, SPAN)) is not None


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_another_reader_finds_the_same_day(day: date) -> None:
    parsed = edtf.parse_edtf(to_edtf(Interval.on(day), INSTANT))

    assert tuple(parsed.lower_strict())[:3] == (day.year, day.month, day.day)


@pytest.mark.parametrize("written", [row[2] for row in ROWS])
def test_what_is_written_is_read_back(written: str) -> None:
    assert to_edtf(*from_edtf(written)) == written


@given(units, units, st.sampled_from(Qualifier))
def test_intervals_are_read_back(one: Interval, other: Interval, mark: Qualifier) -> None:
    span = (apply("between", (one, other)) or made("between", other, one)).qualified(mark)
    read, kind = from_edtf(to_edtf(span, SPAN))

    assert (read.first_day, read.last_day, read.qualifier) == (span.first_day, span.last_day, mark)
    assert kind is SPAN


@pytest.mark.parametrize(
    ("written", "interval", "kind"),
    [
        (" 2024-03 ", MARCH, INSTANT),
        ("2024-03-15%", FRIDAY.qualified(Qualifier.BOTH), INSTANT),
        ("2024-03-15/", FRIDAY._replace(end=None), SPAN),
        ("2024-03~/..", MARCH._replace(end=None).qualified(Qualifier.APPROXIMATE), SPAN),
        ("[2024-03-11..2024-03-17]", made("shift", FRIDAY, 0, "week"), ONE_OF),
        ("[2024-01..2024-03]", made("shift", FRIDAY, 0, "quarter"), ONE_OF),
        ("199X", made("decade", 1990), INSTANT),
        ("18XX", made("century", 19), INSTANT),
    ],
)
def test_read(written: str, interval: Interval, kind: DateKind) -> None:
    assert from_edtf(written) == (interval, kind)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "`` is no date"),
        ("March 2024", "`March 2024` is no date"),
        ("2024-3-5", "`2024-3-5` is no date"),
        ("2024-03-15T14:30", "`2024-03-15T14:30` is no date"),
        ("2024-21", "the calendar has no `2024-21`"),
        ("2024-02-30", "the calendar has no `2024-02-30`"),
        ("0000", "the calendar has no `0000`"),
        ("2024-03-15/2024-03-14", "it ends before it starts"),
        ("../..", "an interval needs one end at least"),
        ("[2024-03-15,2024-03-17]", "between the two lie others: write `..` for all of them"),
        ("[..2024]", "`[..2024]` is no date"),
    ],
)
def test_what_is_no_date(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        from_edtf(written)
