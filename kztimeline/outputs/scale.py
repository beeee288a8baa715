"""From days to places on an axis: columns of days, weeks, months or years, long gaps cut short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from kztimeline.outputs.wording import MONTHS, WEEKDAYS

_MOST = 132  # columns that a screen shows as bars
_FEWEST = 18  # fewer columns would make slabs of bars
_GAP = 5  # empty columns that are still drawn as such
_BREAK = 2  # columns that a longer gap is drawn as
_SCREENS = (("s", 330), ("m", 640), ("l", 980))  # pixels an axis has on a phone, a tablet, a desk
_CHARACTER = 6.6  # pixels of a character on the axis
_APART = 6  # pixels between two names
_LAST_PLACE = 93  # percent behind which a name ends at the edge
_WEEK = 7


class Unit(NamedTuple):
    """What a column stands for: its number from a day, its first day, its names on two rows."""

    word: str
    number: Callable[[date], int]
    first: Callable[[int], date]
    words: Callable[[date], str]
    name: Callable[[date], str]
    above: Callable[[date], str]


def _plain(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _short(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


UNITS = (
    Unit(
        "day",
        date.toordinal,
        date.fromordinal,
        lambda day: f"{WEEKDAYS[day.weekday()]} {_plain(day)}",
        lambda day: str(day.day),
        _short,
    ),
    Unit(
        "week",
        lambda day: (day.toordinal() - 1) // _WEEK,
        lambda number: date.fromordinal(number * _WEEK + 1),
        lambda day: f"Week of {_plain(day)}",
        lambda day: str(day.day),
        _short,
    ),
    Unit(
        "month",
        lambda day: day.year * 12 + day.month - 1,
        lambda number: date(number // 12, number % 12 + 1, 1),
        _month,
        lambda day: MONTHS[day.month - 1][:3],
        lambda day: str(day.year),
    ),
    Unit(
        "year",
        lambda day: day.year,
        lambda number: date(number, 1, 1),
        lambda day: str(day.year),
        lambda day: str(day.year),
        lambda _: "",
    ),
)


class Tick(NamedTuple):
    """A name under the axis: `row` 0 or 1, its place in percent, on which screens it is hidden."""

    row: int
    x: float
    words: str
    narrow: str
    is_at_end: bool


class Scale(Struct, frozen=True):
    """Runs of columns `[first, last]` with breaks between them."""

    unit: Unit
    runs: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, bounds: Sequence[tuple[date, date]]) -> Scale | None:
        """The finest scale that holds events with these first and last days; `None` for none."""
        if not bounds:
            return None
        scales = (cls(unit, tuple(_runs(_busy(bounds, unit)))) for unit in UNITS)
        fitting = next((scale for scale in scales if scale.columns() <= _MOST), None)
        chosen = fitting or cls(UNITS[-1], tuple(_runs(_busy(bounds, UNITS[-1]))))
        return cls(chosen.unit, _padded(chosen))

    def columns(self) -> int:
        """How many columns there are, breaks among them."""
        return sum(last - first + 1 for first, last in self.runs) + _BREAK * (len(self.runs) - 1)

    def column(self, day: date) -> int:
        """The column a day falls in."""
        return self.unit.number(day)

    def width(self) -> float:
        """Percent of the axis that a column takes."""
        return round(100 / self.columns(), 4)

    def percent(self, column: int) -> float:
        """Where a column begins, in percent; what lies outside is at the end it lies behind."""
        passed = 0.0
        end_before = None
        for first, last in self.runs:
            if column < first:
                if end_before is None:
                    return 0.0
                share = (column - end_before) / (first - end_before)
                return self._share(passed - _BREAK + _BREAK * share)
            if column <= last:
                return self._share(passed + column - first)
            passed += last - first + 1 + _BREAK
            end_before = last + 1
        return 100.0

    def _share(self, columns: float) -> float:
        return round(100 * columns / self.columns(), 4)

    def breaks(self) -> Iterator[float]:
        """The middle of each break, in percent."""
        for first, _ in self.runs[1:]:
            yield round(self.percent(first) - self.width() * _BREAK / 2, 4)

    def words(self, column: int) -> str:
        """The name of a column, whole."""
        return self.unit.words(self.unit.first(column))


def _padded(scale: Scale) -> tuple[tuple[int, int], ...]:
    """Its runs with room at both ends where columns are few, as far as the calendar goes."""
    missing = max(0, _FEWEST - scale.columns())
    number = scale.unit.number
    runs = [list(run) for run in scale.runs]
    runs[0][0] = max(number(date.min), runs[0][0] - missing // 2)
    runs[-1][1] = min(number(date.max), runs[-1][1] + missing - missing // 2)
    return tuple((first, last) for first, last in runs)


def _busy(bounds: Iterable[tuple[date, date]], unit: Unit) -> list[int]:
    """Columns that hold an event; where none does, the ends of those that are too long for one."""
    numbers = [(unit.number(first), unit.number(last)) for first, last in bounds]
    single = {first for first, last in numbers if first == last}
    return sorted(single or {end for pair in numbers for end in pair})


def _runs(busy: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = end = busy[0]
    for column in busy[1:]:
        if column - end > _GAP + 1:
            yield start, end
            start = column
        end = column
    yield start, end


def ticks_of(scale: Scale) -> Iterator[Tick]:
    """Names of columns, and above them the name of what they lie in."""
    unit, half = scale.unit, scale.width() / 2
    lower: list[tuple[float, str]] = []
    upper: list[tuple[float, str]] = []
    for first, last in scale.runs:
        said = ""
        for column in range(first, last + 1):
            day = unit.first(column)
            lower.append((round(scale.percent(column) + half, 4), unit.name(day)))
            if unit.above(day) != said:
                said = unit.above(day)
                upper.append((scale.percent(column), said))
    for row, names in enumerate((lower, upper)):
        for (x, words), narrow in zip(names, widths_of(names), strict=True):
            if words and narrow != "s m l":
                is_at_end = row == 1 and x > _LAST_PLACE
                yield Tick(row, 100.0 if is_at_end else x, words, narrow, is_at_end)


def peaks_of(totals: Mapping[int, int], scale: Scale) -> list[str]:
    """For the number on each bar the screens where it would run into a higher bar or a number."""
    names = [(scale.percent(at), str(total)) for at, total in totals.items()]
    crowded = widths_of(names)
    hidden: list[str] = []
    for (at, total), narrow in zip(totals.items(), crowded, strict=True):
        screens = narrow.split()
        for screen, pixels in _SCREENS:
            half = len(str(total)) * _CHARACTER / 2
            reach = ceil(max(0.0, half / (scale.width() * pixels / 100) - 0.5))
            beside = [totals.get(at + by, 0) for by in range(-reach, reach + 1)]
            if max(beside) > total and screen not in screens:
                screens.append(screen)
        hidden.append(" ".join(screens))
    return hidden


def widths_of(names: Sequence[tuple[float, str]]) -> list[str]:
    """For each name the screens on which it has no room beside the names before it: “s m”."""
    hidden: list[list[str]] = [[] for _ in names]
    for screen, pixels in _SCREENS:
        end = -1.0
        for at, (x, words) in enumerate(names):
            room = len(words) * _CHARACTER + _APART
            start = min(x * pixels / 100, pixels - room + _APART)
            if start < end:
                hidden[at].append(screen)
            else:
                end = start + room
    return [" ".join(screens) for screens in hidden]
