"""What is said on standard error when the work is done: warnings, then the summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kztimeline.cli.messages import say
from kztimeline.cli.options import Talking
from kztimeline.outputs import FORMATS
from kztimeline.outputs.inert import inert
from kztimeline.outputs.parts import stretch
from kztimeline.outputs.records import Timeline, Warn
from kztimeline.outputs.summary import count

_NAMED = 3
_STRICT = 3


def warn(warnings: Sequence[Warn], talking: Talking) -> None:
    """Doubts in short, one line a kind; `--verbose` each by itself, and what is no problem."""
    if talking.quiet:
        return
    for line in _each(warnings) if talking.verbose else _grouped(warnings):
        say(line)


def left_out(timeline: Timeline, form: str, talking: Talking) -> None:
    """How many events have no place in a format that holds dated ones only."""
    if talking.quiet or next(each for each in FORMATS if each.name == form).holds_undated:
        return
    boundless = sum(stretch(event) is None for event in timeline.events)
    if number := len(timeline.undated) + boundless:
        say(f"note: {count(number, 'event')} without a date left out: {form} has no place for them")


def exit_code(warnings: Iterable[Warn], talking: Talking, *, is_inferred: bool = False) -> int:
    """3 where `--strict` is asked for and anything was skipped, undated, ambiguous or inferred."""
    doubtful = is_inferred or any(warning.is_problem for warning in warnings)
    return _STRICT if talking.strict and doubtful else 0


def _each(warnings: Sequence[Warn]) -> Iterable[str]:
    for warning in warnings:
        word = "warning" if warning.is_problem else "note"
        yield f"{word}: {_sentence(warning)}{_hint(warning)}"


def _grouped(warnings: Sequence[Warn]) -> Iterable[str]:
    groups: dict[str, list[Warn]] = {}
    for warning in warnings:
        if warning.is_problem:
            groups.setdefault(warning.code, []).append(warning)
    for group in groups.values():
        first = group[0]
        if len(group) == 1:
            yield f"warning: {_sentence(first)}{_hint(first)}"
            continue
        yield f"warning: {_joint(group)}{_hint(first)}"


def _joint(group: Sequence[Warn]) -> str:
    """One line for warnings of a kind: shared words and where, or the first and how many more."""
    first = group[0]
    if any(warning.message != first.message for warning in group):
        return f"{_sentence(first)} (and {len(group) - 1} more like it; -v lists all)"
    places = [_place(warning) for warning in group if warning.path]
    more = f" and {len(places) - _NAMED} more (-v lists all)" if len(places) > _NAMED else ""
    return f"{inert(first.message)}: {', '.join(places[:_NAMED])}{more}"


def _sentence(warning: Warn) -> str:
    """The message with its place, unless it names the place itself."""
    message = inert(warning.message)
    if warning.path and inert(warning.path) not in message:
        return f"{_place(warning)}: {message}"
    return message


def _place(warning: Warn) -> str:
    path = inert(warning.path or "")
    return f"{path}:{warning.line}" if warning.line else path


def _hint(warning: Warn) -> str:
    return f"\n  hint: {inert(warning.hint)}" if warning.hint else ""
