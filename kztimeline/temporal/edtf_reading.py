"""EDTF and date prefixes read back as intervals: no more than is said."""

from __future__ import annotations

import re
from datetime import datetime

from kztimeline.temporal.granularity import Granularity
from kztimeline.temporal.interval import DateKind, Interval, Qualifier

_POINT = re.compile(
    r"(?:(?P<decade>\d{3})X|(?P<century>\d{2})XX|(?P<year>\d{4})"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?)(?P<mark>[?~%]?)",
    re.ASCII,
)
_ONE_OF = re.compile(r"\[([^][,]+?)(\.\.|,)([^][,]+?)\]")
_OPEN = ("", "..")
_NAMED = (Granularity.WEEK, Granularity.QUARTER)  # have no prefix of their own, only days


def from_edtf(text: str) -> tuple[Interval, DateKind]:
    """What the text says: `2022`, `2022-01-05~`, `199X`, `a/b`, `a/..`, `../b`, `[a..b]`, `[a,b]`.

    EDTF level 1 without clock times, seasons and years before 1; a mark on one end holds for both.
    `ValueError`: it is not written so, there is no such day, or it ends before it starts.

    >>> from_edtf("2022-01")[0] == Interval.of(2022, 1)
    True
    """
    written = text.strip()
    if found := _ONE_OF.fullmatch(written):
        first, last = _point(found[1]), _point(found[3])
        if found[2] == "," and first.end != last.start:
            message = "between the two lie others: write `..` for all of them"
            raise ValueError(message)
        return _one_of(first, last), DateKind.ONE_OF
    opening, slash, closing = written.partition("/")
    if not slash:
        return _point(written), DateKind.INSTANT
    ends = [None if end in _OPEN else _point(end) for end in (opening, closing)]
    return _joined(*ends), DateKind.SPAN


def _point(text: str) -> Interval:
    found = _POINT.fullmatch(text)
    if not found:
        message = f"`{text}` is no date"
        raise ValueError(message)
    try:
        return _unit(found).qualified(Qualifier(found["mark"]))
    except ValueError:
        message = f"the calendar has no `{text}`"
        raise ValueError(message) from None


def _unit(found: re.Match[str]) -> Interval:
    if found["decade"]:
        return _years(int(found["decade"]) * 10, Granularity.DECADE)
    if found["century"]:
        return _years(int(found["century"]) * 100, Granularity.CENTURY)
    return Interval.of(*(int(found[part]) for part in ("year", "month", "day") if found[part]))


def _years(first: int, unit: Granularity) -> Interval:
    return Interval.unit_at(datetime(max(1, first), 1, 1), unit)  # there is no year 0


def _joined(first: Interval | None, last: Interval | None) -> Interval:
    known = [end for end in (first, last) if end]
    if not known:
        message = "an interval needs one end at least"
        raise ValueError(message)
    return _stretch(first, last, max(end.granularity for end in known))


def _one_of(first: Interval, last: Interval) -> Interval:
    """The days from first to last; a week or quarter where it is exactly one."""
    whole = _stretch(first, last, max(first.granularity, last.granularity))
    units = (_stretch(first, last, unit) for unit in _NAMED)
    return next((unit for unit in units if unit.is_unit), whole)


def _stretch(first: Interval | None, last: Interval | None, unit: Granularity) -> Interval:
    start, end = first.start if first else None, last.end if last else None
    if start and end and start >= end:
        message = "it ends before it starts"
        raise ValueError(message)
    marks = [each.qualifier for each in (first, last) if each and each.qualifier.value]
    return Interval(start, end, unit, marks[0] if marks else Qualifier.NONE)
