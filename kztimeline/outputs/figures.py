"""Numbers on which sources differ, each with who gives it."""

from __future__ import annotations

from collections.abc import Iterable

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
    joint = " → " if figure.status is FigureStatus.REVISED else " · "
    return joint.join(
        f"{amount(reading)} ({_places(reading, names)})" for reading in figure.readings
    )


def amount(reading: FigureReading) -> str:
    """The number with its comparator: “at least 2,300”."""
    number = (
        f"{reading.value:,.0f}" if reading.value == int(reading.value) else f"{reading.value:,}"
    )
    return f"{_COMPARATORS.get(reading.comparator or '', '')}{number}"


def _places(reading: FigureReading, names: ShortNames) -> str:
    cited = [f"{names.short(source.path)}:{source.line}" for source in reading.sources]
    more = len(cited) - _PLACES_NAMED
    return ", ".join(cited[:_PLACES_NAMED]) + (f" +{more}" if more > 0 else "")
