"""The vocabulary of a language, out of dateparser's locale data: months, weekdays, units."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from kztimeline.model.errors import TableError

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
    """The locale's own file, without the package around it, which takes longer than all of ours."""
    package = find_spec("dateparser")
    for place in package.submodule_search_locations or () if package else ():
        path = Path(place) / "data" / "date_translation_data" / f"{code}.py"
        spec = spec_from_file_location(f"dateparser_{code}", path)
        if spec and spec.loader:
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            locale: dict[str, Any] = module.info
            return locale
    message = f"dateparser has no words of `{code}`"
    raise TableError(message)
