"""The one door to dateparser's parser: what a phrase says, whatever the anchor.

dateparser is asked with bases in which every field differs. A field equal in all answers was stated
by the phrase; a field that moves with the base was not. So a reading does not depend on the day it
is asked on and can be kept.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from kztimeline.languages.words import vocabulary
from kztimeline.model.settings import DateOrder
from kztimeline.temporal.interval import Interval

_BASES = (datetime(2003, 2, 11), datetime(2010, 7, 23), datetime(2017, 11, 5))
_PHRASES_KEPT = 65_536
_BARE_NUMBER, _YEAR = re.compile(r"\d+"), re.compile(r"1\d{3}|2[01]\d\d")
# News is civil time: the day as written, not the day it was in Greenwich.
_ZONE = re.compile(r"(?<=\d)\s*(?:Z|[+-]\d\d:?\d\d|(?:GMT|UTC)(?:[+-]\d{1,2})?|[A-Z]{1,4}T)\s*$")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # says all by itself
_PLAIN_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01]) ([^\W\d_]+)\.? (\d{4})")  # as does “12 Mar. 2024”


@lru_cache(maxsize=_PHRASES_KEPT)
def read_date(phrase: str, language: str, order: DateOrder) -> Interval | None:
    """The year, month or day that a phrase states by itself, wherever it is read.

    For bylines, headers and manifests: clock times and zones in it are dropped, weekdays are not
    checked. `None` for what states no year or cannot be read.

    >>> read_date("Fri, 7 Jan 2022 09:30:00 +0600", "en", DateOrder.MDY).first_day
    datetime.date(2022, 1, 7)
    >>> read_date("last week", "en", DateOrder.MDY) is None
    True
    """
    phrase = _ZONE.sub("", phrase)
    if _BARE_NUMBER.fullmatch(phrase) and not _YEAR.fullmatch(phrase):
        return None
    if _ISO_DAY.fullmatch(phrase):
        return _iso_day(phrase)
    return _plain_day(phrase, language) or _asked(phrase, language, order)


def _asked(phrase: str, language: str, order: DateOrder) -> Interval | None:
    answers = [_ask(phrase, language, order, base) for base in _BASES]
    stated = [answer for answer in answers if answer is not None]
    if len(stated) < len(_BASES) or len({answer.year for answer in stated}) > 1:
        return None
    first = stated[0]
    if len({answer.month for answer in stated}) > 1:
        return Interval.of(first.year)
    if len({answer.day for answer in stated}) > 1:
        return Interval.of(first.year, first.month)
    return Interval.of(first.year, first.month, first.day)


def _iso_day(phrase: str) -> Interval | None:
    try:
        return Interval.on(date.fromisoformat(phrase))
    except ValueError:
        return None


def _plain_day(phrase: str, language: str) -> Interval | None:
    """A day, a month's name and a year, read in a hundredth of the time that dateparser takes."""
    found = _PLAIN_DAY.fullmatch(phrase)
    month = vocabulary(language)["month"].get(found[2].lower()) if found else None
    if found is None or not isinstance(month, int):
        return None
    try:
        return Interval.of(int(found[3]), month, int(found[1]))
    except ValueError:
        return None


def _ask(phrase: str, language: str, order: DateOrder, base: datetime) -> datetime | None:
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=[language], settings=_settings(order, base))
    answer: datetime | None = parser.get_date_data(phrase).date_obj
    return answer


def _settings(order: DateOrder, base: datetime) -> dict[str, object]:
    return {
        "RELATIVE_BASE": base,
        "DATE_ORDER": order.value,
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_DAY_OF_MONTH": "current",
        "PREFER_MONTH_OF_YEAR": "current",
        "NORMALIZE": True,
    }


_NUMERIC = re.compile(r"(\d{1,2}|\d{4})([/.-])(\d{1,2})\2(\d{4}|\d{1,2})")
_PLACES = {DateOrder.MDY: (2, 0, 1), DateOrder.DMY: (2, 1, 0), DateOrder.YMD: (0, 1, 2)}
_LATEST_SHORT_YEAR = 68  # “68” is 2068, “69” is 1969, as POSIX reads them
_FOUR_FIGURES, _TWO_FIGURES = 4, 2


@lru_cache(maxsize=_PHRASES_KEPT)
def read_numeric(phrase: str, order: DateOrder) -> Interval | None:
    """The day of an all-numeric date (05/01/2022), in this order, else in the one that fits.

    Dots mean day first in the press of every country that writes them.

    >>> read_numeric("05.01.2022", DateOrder.MDY).first_day
    datetime.date(2022, 1, 5)
    >>> read_numeric("28/02/2024", DateOrder.MDY).first_day
    datetime.date(2024, 2, 28)
    """
    found = _NUMERIC.fullmatch(phrase)
    if found is None:
        return None
    parts = (found[1], found[3], found[4])
    first = DateOrder.DMY if found[2] == "." else order
    orders = [first, *(other for other in (DateOrder.MDY, DateOrder.DMY) if other is not first)]
    days = (_day_of(parts, known) for known in orders)
    return next((Interval.on(day) for day in days if day), None)


def full_year(short: int) -> int:
    """The year that two figures stand for.

    >>> full_year(68), full_year(69)
    (2068, 1969)
    """
    return short + (2000 if short <= _LATEST_SHORT_YEAR else 1900)


def _day_of(parts: tuple[str, str, str], order: DateOrder) -> date | None:
    """The day that three figures make; a year of two figures never comes first."""
    year, month, day = (parts[place] for place in _PLACES[order])
    number = int(year)
    if len(year) == _TWO_FIGURES and order is not DateOrder.YMD:
        number = full_year(number)
    elif len(year) != _FOUR_FIGURES:
        return None
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
