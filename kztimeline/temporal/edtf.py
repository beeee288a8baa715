"""Intervals as EDTF (ISO 8601-2: levels 0, 1 and one-of sets) and as date prefixes."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from kztimeline.temporal.granularity import Granularity
from kztimeline.temporal.interval import DateKind, Interval

_YEAR = Granularity.YEAR  # nothing coarser has a name in EDTF, only digits left out
_UNSPECIFIED = {Granularity.DECADE: "X", Granularity.CENTURY: "XX"}
_TWO_DAYS = timedelta(days=2)


def to_edtf(interval: Interval, kind: DateKind) -> str:
    """The written form; clock times and parts of day are cut to their day, which EDTF can say.

    >>> to_edtf(Interval.of(2022, 1), DateKind.INSTANT)
    '2022-01'
    """
    mark = interval.qualifier.value
    first, last = _ends(interval)
    if first is None or last is None:
        return f"{first + mark if first else '..'}/{last + mark if last else '..'}"
    if kind is DateKind.SPAN:
        return f"{first}{mark}/{last}{mark}"
    if _is_one_prefix(interval):
        digits = _UNSPECIFIED.get(interval.granularity, "")
        return f"{first[: len(first) - len(digits)]}{digits}{mark}"
    if interval.start and interval.end and interval.end - interval.start == _TWO_DAYS:
        return f"[{first},{last}]"
    return f"[{first}..{last}]"


def date_fields(interval: Interval, kind: DateKind) -> tuple[str | None, str | None]:
    """`date` and `date_end`: ISO prefixes cut to what is known.

    A span has both ends, as has a night over two days. Of other stretches that are no single day,
    month or year, `date` is the longest prefix that all their days share, else `None`.
    """
    first, last = _ends(interval)
    if first is None or last is None:
        return first or last, None
    if kind is DateKind.SPAN:
        return first, last
    if _is_one_prefix(interval):
        return (None if interval.granularity in _UNSPECIFIED else first), None
    if (
        interval.end
        and interval.start
        and interval.end - interval.start == _TWO_DAYS
        and not interval.part
    ):
        return first, last
    return _shared(interval), None


def _shared(interval: Interval) -> str | None:
    first, last = interval.first_day, interval.last_day
    if first is None or last is None or first.year != last.year:
        return None
    return first.isoformat()[: 7 if first.month == last.month else 4]


def _is_one_prefix(interval: Interval) -> bool:
    unit = _written_unit(interval.granularity)
    if unit is Granularity.DAY:
        return interval.first_day == interval.last_day
    return interval.is_unit and interval.granularity not in (Granularity.WEEK, Granularity.QUARTER)


def _written_unit(granularity: Granularity) -> Granularity:
    if granularity <= Granularity.WEEK:
        return Granularity.DAY
    return Granularity.MONTH if granularity is Granularity.QUARTER else min(granularity, _YEAR)


@lru_cache(maxsize=16)  # both written forms ask for them
def _ends(interval: Interval) -> tuple[str | None, str | None]:
    unit = _written_unit(interval.border)
    return _written(interval.start, unit), _written(interval.last_moment, unit)


def _written(moment: datetime | None, unit: Granularity) -> str | None:
    return None if moment is None else moment.isoformat()[: _LENGTHS[unit]]


_LENGTHS = {Granularity.DAY: 10, Granularity.MONTH: 7, Granularity.YEAR: 4}
