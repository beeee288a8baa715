"""Numbers on which sources differ, each with who gives it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise

from rich.text import Text

from kztimeline.model import FigureStatus
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look, hanging
from kztimeline.outputs.records import Figure, FigureReading
from kztimeline.outputs.short_names import ShortNames

_COMPARATORS = {
    "about": "about ", "at-least": "at least ", "at-most": "at most ", "more-than": "more than ",
    "less-than": "less than ", "nearly": "nearly ",
}  # fmt: skip
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_LABEL_CELLS = 24  # wide enough for “CSTO troops, soldiers”
_INDENT = 4
_PLACES_NAMED = 2


def figure_rows(figures: Iterable[Figure], look: Look, names: ShortNames) -> list[Text]:
    """The figures that are not agreed on, one row each."""
    disputed = [figure for figure in figures if figure.status is not FigureStatus.AGREE]
    labels = [label_of(figure) for figure in disputed]
    widest = min(max(map(len, labels), default=0), _LABEL_CELLS)
    rows: list[Text] = []
    for figure, label in zip(disputed, labels, strict=True):
        opening = look.text(f"  {'≠' if figure.status is FigureStatus.DISAGREE else '→'} {label}")
        words = look.text(readings_of(figure, names))
        rows.extend(hanging(look, opening, words, _INDENT + widest + 2))
    return rows


def label_of(figure: Figure) -> str:
    """What is counted: its unit, and the thing where that says more."""
    unit, about = inert(figure.unit), inert(figure.about)
    if not unit or not about or unit.casefold() in about.casefold():
        return about or unit
    return f"{about}, {unit}"


def readings_of(figure: Figure, names: ShortNames) -> str:
    """`2,030 (b.txt:9) · 2,300 (a.txt:1)`; a revision is shown as a way from one to the other."""
    is_way = figure.status is FigureStatus.REVISED
    words = [f"{amount(reading)} ({_places(reading, names)})" for reading in figure.readings]
    joints = [
        " → " if is_way and before.value != after.value else " · "
        for before, after in pairwise(figure.readings)
    ]
    return "".join(chain.from_iterable(zip(words, [*joints, ""], strict=True)))


def amount(reading: FigureReading) -> str:
    """The number with its comparator, or its range: “at least 2,300”, “20 to 30”."""
    if reading.low == reading.value and (reading.high or 0) > reading.value:
        return f"{_number(reading.value)} to {_number(reading.high or 0)}"
    return f"{_COMPARATORS.get(reading.comparator or '', '')}{_number(reading.value)}"


def _number(value: float) -> str:
    for size, word in _LARGE:
        if value >= size and value * 10 % size == 0:
            return f"{value / size:,g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _places(reading: FigureReading, names: ShortNames) -> str:
    """The first line of each article that gives a number, the first articles by name."""
    lines: dict[str, int] = {}
    for source in reading.sources:
        lines.setdefault(source.path, source.line)
    cited = [f"{names.short(path)}:{line}" for path, line in lines.items()]
    more = len(cited) - _PLACES_NAMED
    return ", ".join(cited[:_PLACES_NAMED]) + (f" +{more}" if more > 0 else "")
