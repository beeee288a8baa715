"""An interval as it is published: ISO prefixes, bounds, EDTF and precision."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast

from kztimeline.outputs.records import Precision
from kztimeline.temporal import (
    DateKind,
    Granularity,
    Interval,
    Qualifier,
    date_fields,
    to_edtf,
)


class Dating(NamedTuple):
    """The date fields of an event, an anchor or an expression; `None` where nothing is known."""

    date: str | None = None
    date_end: str | None = None
    edtf: str | None = None
    precision: Precision | None = None
    earliest: str | None = None
    latest: str | None = None
    approximate: bool = False
    uncertain: bool = False


@lru_cache(maxsize=8192)  # an archive names a few thousand different times
def dating_of(interval: Interval | None, kind: DateKind = DateKind.INSTANT) -> Dating:
    """The published fields of one interval.

    >>> dating_of(Interval.of(2022, 1)).date
    '2022-01'

    These tell days: “about 5 p.m. on Monday” is on Monday.
    """
    if interval is None:
        return Dating()
    if interval.granularity < Granularity.DAY:
        interval = interval._replace(qualifier=Qualifier.NONE)
    first, last = interval.first_day, interval.last_day
    start, end = date_fields(interval, kind)
    return Dating(
        date=start,
        date_end=None if end == start else end,
        edtf=to_edtf(interval, kind),
        precision=cast("Precision", _precision(start, interval.granularity).word),
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        approximate=interval.qualifier in {Qualifier.APPROXIMATE, Qualifier.BOTH},
        uncertain=interval.qualifier in {Qualifier.UNCERTAIN, Qualifier.BOTH},
    )


_PREFIXES = {len("2022"): Granularity.YEAR, len("2022-01"): Granularity.MONTH}


def _precision(date: str | None, unit: Granularity) -> Granularity:
    """The unit, where the date says it: “late August” has days for its borders, and names none."""
    said = _PREFIXES.get(len(date or ""), unit)
    return max(said, unit) if unit <= Granularity.DAY else unit
