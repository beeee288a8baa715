"""No format knows a date better than the timeline does, and none worse where numbers can say it."""

from __future__ import annotations

from datetime import datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.model import Account, DateKind
from kztimeline.outputs.as_ics import write_ics
from kztimeline.outputs.parts import Parts, days_of, stretch, words_of
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Event, Timeline
from kztimeline.temporal import Granularity, Interval
from makers import make_anchor, make_article, make_event, make_merged, make_timeline

NUMBERS = {  # how many of year, month, day each granularity takes
    Granularity.DAY: 3,
    Granularity.WEEK: 3,
    Granularity.MONTH: 2,
    Granularity.QUARTER: 2,
    Granularity.YEAR: 1,
    Granularity.DECADE: 1,
    Granularity.CENTURY: 1,
}
DAYS = st.datetimes(datetime(200, 1, 1), datetime(9899, 12, 31))
UNITS = st.builds(Interval.unit_at, DAYS, st.sampled_from(list(NUMBERS)))


def published(interval: Interval, kind: DateKind = DateKind.INSTANT) -> tuple[Timeline, Event]:
    article = make_article()
    told = make_event(article, when=interval, kind=kind)
    account = Account(article, make_anchor(article), (), (told,))
    timeline = publish(make_timeline(account, events=[make_merged(told)]), "9.9")
    return timeline, timeline.events[0]


def depth(parts: Parts) -> int:
    return sum(number is not None for number in parts)


@given(UNITS, st.sampled_from(DateKind))
def test_numbers_cover_the_days_that_are_known_and_name_no_finer_unit(
    interval: Interval, kind: DateKind
) -> None:
    _, event = published(interval, kind)
    when = stretch(event)
    assert when is not None
    end = when.end or when.start
    assert (days_of(when.start)[0], days_of(end)[1]) == (interval.first_day, interval.last_day)
    assert {depth(when.start), depth(end)} <= set(range(1, NUMBERS[interval.granularity] + 1))
    assert words_of(event) == event.display_date


@given(UNITS, st.sampled_from(DateKind))
def test_a_calendar_covers_the_same_days(interval: Interval, kind: DateKind) -> None:
    timeline, event = published(interval, kind)
    calendar = icalendar.Calendar.from_ical("".join(write_ics(timeline)))
    (entry,) = calendar.walk("VEVENT")
    assert interval.last_day is not None
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (
        interval.first_day, interval.last_day + timedelta(days=1),
    )  # fmt: skip
    is_day = interval.granularity is Granularity.DAY
    assert (event.display_date in entry["SUMMARY"]) != is_day


@pytest.mark.parametrize("is_open", ["start", "end"])
@given(interval=UNITS)
def test_an_open_end_stays_open(is_open: str, interval: Interval) -> None:
    sides = (None, interval.end) if is_open == "start" else (interval.start, None)
    _, event = published(Interval(*sides, interval.granularity), DateKind.SPAN)
    when = stretch(event)
    assert when is not None
    assert when.end is None
    assert depth(when.start) <= NUMBERS[interval.granularity]
    assert words_of(event).startswith("by " if is_open == "start" else "since ")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2010, 8, 21), (2010, 9, 1), ("2010-08", "month")),
        ((2010, 8, 30), (2010, 9, 2), ("2010", "year")),
        ((2010, 8, 21), (2010, 8, 22), ("2010-08-21", "day")),
        ((2010, 12, 31), (2011, 1, 2), ("2010-12-31", "day")),  # a night over two days
    ],
)
def test_one_of_some_days_is_known_no_better_than_its_date_says(
    first: tuple[int, int, int], last: tuple[int, int, int], said: tuple[str, str]
) -> None:
    """“In late August” has days for its borders; none of them is the day."""
    days = Interval(datetime(*first), datetime(*last), Granularity.DAY)
    _, event = published(days, DateKind.ONE_OF)
    assert (event.date, event.precision) == said
