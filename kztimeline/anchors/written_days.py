"""What a written day says: the form it has by the tables, the interval dateparser reads in it."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from kztimeline.languages import Language, ShapeHit, load_shapes, read_date
from kztimeline.model import DateOrder
from kztimeline.temporal import Interval

_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)"
)  # without one, dateparser reads years into anything
_ISO = re.compile(r"\d{4}-\d\d-\d\d")  # of any year: a table of old papers may hold it
_DOT = "."  # dots mean day first wherever they are written (CLDR knows no month before a dot)
_ORDERS = (DateOrder.MDY, DateOrder.DMY)  # figures with the year last are read in one of these


_DAYS_KEPT = 8192  # many articles of an archive are of one day


class WrittenDay(NamedTuple):
    """A day as written.

    `phrase` is what dateparser is asked, with ``{year}`` left open where the words have none: then
    `interval` is `None` until `in_year` fills it. `other` is the day with day and month the other
    way round, where that is a day too; `contradicts` the weekday beside it that is not its own.
    """

    raw: str
    phrase: str
    language: str
    order: DateOrder
    interval: Interval | None = None
    other: Interval | None = None
    contradicts: str = ""

    @property
    def lacks_year(self) -> bool:
        """Whether the words leave the year open."""
        return "{year}" in self.phrase

    def in_year(self, year: int) -> Interval | None:
        """The day in this year; `None` for 29 February in most."""
        return read_date(self.phrase.format(year=year), self.language, self.order)

    def nearest_to(self, day: Interval) -> Interval | None:
        """Of the days of the years around `day` the one closest to it; the earlier at a tie."""
        if day.start is None:
            return None
        years = (day.start.year - 1, day.start.year, day.start.year + 1)
        days = [found for year in years if (found := self.in_year(year))]
        return min(days, key=lambda found: apart(found, day), default=None)


@lru_cache(maxsize=_DAYS_KEPT)
def read_written_day(raw: str, language: Language, order: DateOrder) -> WrittenDay | None:
    """The first day, month or year written in a value; `None` if the calendar has no such day."""
    hit = next(load_shapes(language.code, "header_dates").find(raw), None)
    if hit is not None:
        return written_day(raw, hit, language, order)
    iso = _ISO.fullmatch(raw.strip())
    interval = read_date(raw, language.code, order) if iso or _YEAR.search(raw) else None
    return WrittenDay(raw, raw, language.code, order, interval) if interval else None


def written_day(raw: str, hit: ShapeHit, language: Language, order: DateOrder) -> WrittenDay | None:
    """The day a form found in `raw` says."""
    parts = {"year": "{year}"} | {name: span.of(raw) for name, span in hit.parts.items()}
    phrase = hit.shape.gives.format(**parts)
    is_numeric = {"first", "second"} <= parts.keys()
    is_dotted = is_numeric and raw[hit.parts["second"].start - 1] == _DOT
    order = DateOrder.DMY if is_dotted else order
    day = WrittenDay(raw, phrase, hit.shape.language or language.code, order)
    if day.lacks_year:
        return day
    interval = read_date(phrase, day.language, order)
    if interval is None:
        return None
    return day._replace(
        interval=interval,
        other=_other(day, interval) if is_numeric and not is_dotted else None,
        contradicts=_wrong_weekday(parts.get("weekday", ""), interval, language),
    )


def apart(left: Interval, right: Interval) -> timedelta:
    """The gap between two closed intervals; nothing where they touch or overlap."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return timedelta(0)
    days = timedelta(days=1)
    gap = max(right.start - left.end, left.start - right.end)
    return max(gap + days, timedelta(0)) if gap >= timedelta(0) else timedelta(0)


def _other(day: WrittenDay, interval: Interval) -> Interval | None:
    readings = (read_date(day.phrase, day.language, order) for order in _ORDERS)
    return next((other for other in readings if other and other != interval), None)


def _wrong_weekday(weekday: str, interval: Interval, language: Language) -> str:
    if not weekday or interval.first_day is None:
        return ""
    names: list[str] = language.table("header_dates")["weekdays"]
    is_own = weekday.casefold().startswith(names[interval.first_day.weekday()])
    return "" if is_own else weekday
