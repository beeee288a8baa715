"""What is known of an event's date as numbers, and in words what numbers cannot say."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from kztimeline.outputs.days import moment
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event
from kztimeline.outputs.telling import asides

_DECEMBER = 12


class Parts(NamedTuple):
    """A year and as much below it as is known; `None` is not known. Years are 1 to 9999."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None


class Stretch(NamedTuple):
    """From the first to the last; `end` is `None` where the date is one day, month or year."""

    start: Parts
    end: Parts | None = None


def stretch(event: Event) -> Stretch | None:
    """What a date axis can show of the event; `None` where nothing bounds it.

    A day, month or year is itself; a span runs from end to end; what happened on one of several
    days, in a week, quarter or decade runs over all of them, since no number names it. An open
    end is left out: the words say which side is open.
    """
    if event.date and event.date_end:
        return _between(parts_of(event.date), parts_of(event.date_end))
    if event.date and _says_all(event.date, event):
        return Stretch(_with_clock(parts_of(event.date), event))
    if event.earliest and event.latest:
        return _between(*_cut(parts_of(event.earliest), parts_of(event.latest)))
    bound = event.earliest or event.latest
    return Stretch(parts_of(bound)) if bound else None


def parts_of(prefix: str) -> Parts:
    """The numbers of an ISO prefix.

    >>> parts_of("2022-01")
    Parts(year=2022, month=1, day=None, hour=None, minute=None)
    """
    return Parts(*(int(number) for number in prefix.split("-")))


def days_of(parts: Parts) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    month = parts.month or _DECEMBER
    day = parts.day or monthrange(parts.year, month)[1]
    first = date(parts.year, parts.month or 1, parts.day or 1)
    return first, date(parts.year, month, day)


def words_of(event: Event) -> str:
    """The date in words, with the clock time where one is stated."""
    words = event.display_date or "date not known"
    if event.time is None:
        return words
    loose = "about " if event.approximate and not words.startswith("about") else ""
    return f"{words}, {loose}{event.time}"


def titled(event: Event) -> str:
    """The title; in brackets what of its date no single day or hour can show, and caveats."""
    words = "" if _is_plain(event) else words_of(event)
    aside = [*([words] if words else []), *asides(event)]
    return f"{inert(event.title)} ({inert('; '.join(aside))})" if aside else inert(event.title)


def _is_plain(event: Event) -> bool:
    """Whether it is just one day, or one moment of it."""
    exact = event.date == event.earliest == event.latest and event.date is not None
    has_part = moment(event) != event.time
    return exact and not (has_part or event.approximate or event.uncertain)


def _says_all(prefix: str, event: Event) -> bool:
    """Whether no bound is narrower than the days of this day, month or year."""
    if event.earliest is None or event.latest is None:
        return True
    first, last = days_of(parts_of(prefix))
    return (first.isoformat(), last.isoformat()) == (event.earliest, event.latest)


def _between(start: Parts, end: Parts) -> Stretch:
    return Stretch(start, None if start == end else end)


def _with_clock(start: Parts, event: Event) -> Parts:
    """An hour has no minutes, though it is written `17:00`."""
    if start.day is None or event.time is None:
        return start
    hour, minute = (int(number) for number in event.time.split(":"))
    return start._replace(hour=hour, minute=None if event.precision == "hour" else minute)


def _cut(first: Parts, last: Parts) -> tuple[Parts, Parts]:
    """Whole years and months without the days that only bound them."""
    day, month = last.day or 0, last.month or 0
    if first.day != 1 or day != monthrange(last.year, month)[1]:
        return first, last
    if first.month == 1 and month == _DECEMBER:
        return Parts(first.year), Parts(last.year)
    return Parts(first.year, first.month), Parts(last.year, month)
