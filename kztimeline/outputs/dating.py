"""An interval as it is published: ISO prefixes, bounds, EDTF and precision."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kztimeline.model import DateKind
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import Granularity, Interval, Qualifier

_NIGHT = "NI"
_NIGHT_DAYS = 2
_EXACT = (Granularity.MONTH, Granularity.YEAR)


class Dating(NamedTuple):
    """The date fields of an event, an anchor or an expression; `None` where nothing is known."""

    date: str | None = None
    date_end: str | None = None
    edtf: str | None = None
    precision: str | None = None
    earliest: str | None = None
    latest: str | None = None
    approximate: bool = False
    uncertain: bool = False
    display: str | None = None


def date_fields(interval: Interval | None, kind: DateKind = DateKind.INSTANT) -> Dating:
    """The published fields of one interval.

    >>> date_fields(Interval.of(2022, 1)).date
    '2022-01'
    """
    if interval is None:
        return Dating()
    first, last = interval.first_day, interval.last_day
    start, end = _prefixes(interval, kind)
    return Dating(
        date=start,
        date_end=end,
        edtf=edtf_of(interval, kind),
        precision=interval.granularity.word,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        approximate=interval.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH},
        uncertain=interval.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH},
        display=display_date(interval, kind),
    )


def _prefixes(interval: Interval, kind: DateKind) -> tuple[str | None, str | None]:
    """`date` and `date_end`: the named end of an open stretch; of a choice, what its days share."""
    first, last, unit = interval.first_day, interval.last_day, interval.granularity
    if first is None or last is None:
        named = first or last
        return (cut(named, unit) if named else None), None
    if first == last or (interval.is_unit and unit in _EXACT):
        return cut(first, unit), None
    is_night = interval.part.startswith(_NIGHT) and (last - first).days < _NIGHT_DAYS
    if kind is DateKind.SPAN or is_night:
        return cut(first, unit), cut(last, unit)
    return _shared(first, last), None


def cut(day: date, unit: Granularity) -> str:
    """A day as the ISO prefix that says no more than its unit does.

    >>> cut(date(2022, 1, 5), Granularity.QUARTER)
    '2022-01'
    """
    if unit >= Granularity.YEAR:
        return f"{day:%Y}".zfill(4)
    return day.isoformat()[:7] if unit >= Granularity.MONTH else day.isoformat()


def _shared(first: date, last: date) -> str | None:
    if first.year != last.year:
        return None
    return cut(first, Granularity.MONTH if first.month == last.month else Granularity.YEAR)


def edtf_of(interval: Interval, kind: DateKind) -> str:
    """EDTF level 1, and its one-of sets for days to choose from."""
    first, last, unit = interval.first_day, interval.last_day, interval.granularity
    mark = interval.qualifier.value
    if first is None or last is None:
        start, end = (cut(day, unit) + mark if day else ".." for day in (first, last))
        return f"{start}/{end}"
    if first == last or (interval.is_unit and unit in _EXACT):
        return cut(first, unit) + mark
    if interval.is_unit and unit >= Granularity.DECADE and kind is not DateKind.SPAN:
        digits = 3 if unit is Granularity.DECADE else 2
        return cut(first, unit)[:digits].ljust(4, "X") + mark
    if kind is DateKind.SPAN:
        return f"{cut(first, unit)}{mark}/{cut(last, unit)}{mark}"
    return f"[{cut(first, unit)}..{cut(last, unit)}]"
