"""What the numbers of a phrase come to: three and a half, 1984 and 85, WXX-2."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kztimeline.model import Operand, Reason
from kztimeline.temporal import UNITS, Length, length_value
from kztimeline.times.scene import Unplaced

_HUNDRED = 100


def amount(text: str) -> float | None:
    """A count as a meaning hands it on, ``3`` or ``-3.5``; of “several” there is none."""
    return float(text) if text.lstrip("-").replace(".", "", 1).isdecimal() else None


@lru_cache(maxsize=1024)  # “two years”, “a week”: texts say the same few again and again
def length_told(count: str, unit: str) -> str:
    """The TIMEX3 value of so many units; ``X`` for a vague count.

    >>> length_told("two", "week"), length_told("2", "week")
    ('PXW', 'P2W')
    """
    many = amount(count)
    granularity, times = UNITS[unit]
    return length_value(Length(many * times if many is not None else None, granularity))


def with_part(whole: int, above: int, below: int) -> str:
    """A count and a part of one."""
    if not 0 < above < below:
        raise Unplaced(Reason.NO_PLACE)
    return f"{whole + above / below:.9g}"  # exact to a minute of a year


def completed(first: int, last: int) -> int:
    """The later number with the hundreds of the first."""
    found = first - first % _HUNDRED + last
    if last == (first + 1) % _HUNDRED == 0:  # 1999–00
        found += _HUNDRED
    if found <= first:
        raise Unplaced(Reason.NO_PLACE)
    return found


def is_before_day(figures: tuple[Operand, Operand, Operand], phrase: str) -> bool:
    """Whether a clock time lies in the small hours: “04:30”, “4:30 a.m.”, but no bare “4:30”."""
    hour, _, half = figures
    is_told = half == "AM" or (half == "" and phrase.startswith("0"))
    return is_told and isinstance(hour, int) and hour % _NOON < _DAYBREAK


_NOON, _DAYBREAK = 12, 7


def clock_figures(said: Sequence[Operand]) -> tuple[Operand, Operand, Operand]:
    """Hour, minute and half of the day of what is said: “0630” is one number for the first two."""
    hour, minute, half = (*said, "", "")[:3]
    if len(said) == 1 and isinstance(hour, int):
        return (*divmod(hour, _HUNDRED), "")
    return hour, minute if isinstance(minute, int) else 0, half or ""


def letters(name: str, value: str | int) -> str:
    """TIMEX3 letters for what names the day of a recurrence, by its slot.

    >>> letters("weekday", 1), letters("daypart", "MO"), letters("hour", 9)
    ('WXX-2', 'TMO', '09')
    """
    if isinstance(value, str):
        return f"T{value}" if name == "daypart" else value
    return f"WXX-{value + 1}" if name == "weekday" else f"{value:02d}"
