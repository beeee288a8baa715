"""The vocabulary of a language, out of dateparser's locale data: months, weekdays, units."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNITS = ("minute", "hour", "day", "week", "month", "year", "decade", "century")
_SHORTEST_NAME = 3  # “mo”, “we”, “sa” are other words in running text


@cache
def vocabulary(code: str) -> dict[str, dict[str, int | str]]:
    """Words by class: ``month`` 1–12, ``weekday`` 0–6 (Monday 0), ``unit`` by English name.

    Names shorter than three letters are left out: in running text they are other words.

    >>> vocabulary("en")["month"]["sept"]
    9
    """
    locale = _locale(code)
    return {
        "month": {
            word: number for number, name in enumerate(MONTHS, 1) for word in _names(locale, name)
        },
        "weekday": {
            word: number for number, name in enumerate(WEEKDAYS) for word in _names(locale, name)
        },
        "unit": {word: name for name in UNITS for word in _names(locale, name)},
    }


def _names(locale: dict[str, Any], key: str) -> list[str]:
    words = (str(word).lower().rstrip(".") for word in locale.get(key, ()))
    return [word for word in words if len(word) >= _SHORTEST_NAME and word.isalpha()]


def _locale(code: str) -> dict[str, Any]:
    module = import_module(f"dateparser.data.date_translation_data.{code}")
    locale: dict[str, Any] = module.info
    return locale
