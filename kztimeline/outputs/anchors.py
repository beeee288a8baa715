"""The days of articles on a screen: each with what it rests on and what else it could be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rich.text import Text

from kztimeline.outputs.explain import say
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look, hanging
from kztimeline.outputs.records import Step
from kztimeline.outputs.rows import AnchorRow
from kztimeline.outputs.short_names import ShortNames
from kztimeline.outputs.wording import WEEKDAYS

_DAY_CELLS = 16  # “2022-01-11  Tue ”
_INDENT = _DAY_CELLS + 2
_FULL = 10  # characters of a date that names a day
_STYLES = {"stated": "green", "derived": "green", "inferred": "yellow", "guessed": "red"}
_UNKNOWN_STYLE = "red"
_NAMED_BY_PATH = ("file-name", "mtime")  # the name stands beside it
_LONGEST_WORDS = 60  # characters of a passage that are quoted


def write_anchor_screen(rows: Iterable[AnchorRow], look: Look) -> Iterator[str]:
    """An article a block: its day and file, below it the grounds where the day is not stated."""
    told = list(rows)
    names = ShortNames.of(row.path for row in told)
    for row in told:
        yield from look.lines(_block(row, names, look))


def _block(row: AnchorRow, names: ShortNames, look: Look) -> Iterator[Text]:
    known = row.certainty or "unknown"
    style = _STYLES.get(known, _UNKNOWN_STYLE)
    head = look.text(f"{_day(row.date):<{_DAY_CELLS}}", f"bold {style}")
    name = look.text(names.short(row.path), "bold")
    words = Text.assemble(name, look.text(f"  {ground_of(row)}", style))
    yield from hanging(look, head, words, _INDENT)
    if row.title:
        yield from hanging(look, Text(" "), look.text(inert(row.title), "dim"), _INDENT)
    for label, told in grounds_of(row, names):
        lead = look.text(f"{label:>{_DAY_CELLS}}", "dim")
        yield from hanging(look, lead, look.text(told), _INDENT)


def _day(day: str | None) -> str:
    """A date and the first letters of its weekday.

    >>> _day("2022-01-11"), _day("2022-01"), _day(None)
    ('2022-01-11  Tue', '2022-01', 'no day known')
    """
    if day is None:
        return "no day known"
    return f"{day}  {WEEKDAYS[date.fromisoformat(day).weekday()][:3]}" if len(day) == _FULL else day


def ground_of(row: AnchorRow) -> str:
    """How the day is known and on what ground: “stated, given in the dateline”."""
    if row.certainty is None:
        return "unknown"
    share = next((str(step.inputs[0]) for step in row.steps if step.operator == "choose"), "")
    if share:
        near = " give or take a day" if len(row.date or "") == _FULL else ""
        return f"{row.certainty}, {share} likely{near}"
    raw = f" “{inert(row.raw)}”" if row.raw and row.source not in _NAMED_BY_PATH else ""
    return f"{row.certainty}, {say(row.source.value)}{raw}"


def grounds_of(row: AnchorRow, names: ShortNames) -> Iterator[tuple[str, str]]:
    """What a day that is not stated rests on, and what else it could be: a label and words."""
    grounds = [step for step in row.steps if step.operator in {"allow", "weigh"}]
    for at, step in enumerate(grounds):
        yield ("" if at else "because"), _because(step, row, names)
    if row.rivals:
        others = ", ".join(_rival(rival.date, rival.reason) for rival in row.rivals)
        yield ("or" if row.date else "perhaps"), others


def _rival(day: str | None, reason: str) -> str:
    return f"{_day(day)} ({inert(reason)})"


def _because(step: Step, row: AnchorRow, names: ShortNames) -> str:
    """The ground in words, what it names, and where that stands."""
    outcome = f"{step.outcome}: " if step.outcome else ""
    text = inert(step.text or "").strip()
    short = text if len(text) <= _LONGEST_WORDS else text[: _LONGEST_WORDS - 1] + "…"
    quote = f" “{short}”" if short else ""
    elsewhere = step.path is not None and step.path != row.path
    place = f" ({names.short(step.path)}:{step.line})" if elsewhere and step.path else ""
    line = f" (line {step.line})" if step.line and not elsewhere else ""
    return f"{outcome}{say(step.reason)}{quote}{place}{line}"
