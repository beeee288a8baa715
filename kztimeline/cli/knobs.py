"""Which options can be settings in a file, what they take, and how a wrong value is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from kztimeline.cli import options
from kztimeline.model import KzError, UsageError

# Of one run, not of a project: where its articles are, where and in which format its result goes.
_OF_A_RUN: Final = {"paths", "stdin_name", "format", "json", "output", "bom", "debug"}
_GROUPS: Final = (
    options.Correcting,
    options.Choosing,
    options.Writing,
    options.Working,
    options.Talking,
)
_PATHS: Final = {"manifest", "edits", "topic_file"}  # are seen from the file's own folder


@dataclass(frozen=True, slots=True)
class Knob:
    """A setting: its names in files and environment, its field and type, the least it may be."""

    name: str
    variable: str
    field: str
    type: type
    least: int | None


@cache
def knobs() -> dict[str, Knob]:
    """All settings by name, in the order of the options."""
    return {knob.name: knob for group in _GROUPS for knob in _knobs(group)}


def _knobs(group: type) -> Iterator[Knob]:
    hints = get_type_hints(group, include_extras=True)
    for each in fields(group):
        if each.name not in _OF_A_RUN:
            kind, option = get_args(hints[each.name])
            name = option.envvar.removeprefix("KZTIMELINE_").lower().replace("_", "-")
            (plain, *_) = get_args(kind) or (kind,)
            yield Knob(name, option.envvar, each.name, plain, option.min)


def checked(key: str, value: Any, folder: Path) -> tuple[str, object]:  # noqa: ANN401  TOML of any type
    """The field that a setting fills, and its value; `UsageError` where either makes no sense."""
    knob = knobs().get(key.replace("_", "-"))
    if knob is None:
        message = f"there is no setting `{key}`"
        raise UsageError(message, hint=_nearest(key))
    plain = _plain(value, knob)
    if knob.least is not None and isinstance(plain, int) and plain < knob.least:
        message = f"`{key}` is less than {knob.least}"
        raise UsageError(message, hint=f"write {key} = {knob.least}, or more")
    if knob.field in _PATHS and isinstance(plain, str):
        return knob.field, Path(os.path.normpath(folder / plain)).as_posix()
    if knob.field in _CHECKS and isinstance(plain, str):
        _CHECKS[knob.field](plain)
    return knob.field, plain


def _nearest(key: str) -> str:
    if key in {"settings", "tool", "kztimeline"}:
        return "settings stand at the top of kztimeline.toml, without a header"
    close = get_close_matches(key.replace("_", "-"), knobs(), n=1)
    return f"did you mean `{close[0]}`?" if close else f"there are {', '.join(knobs())}"


def _plain(value: object, knob: Knob) -> object:
    """The value as its option takes it; dates and numbers may stand without quotes."""
    if knob.type is bool or isinstance(value, bool):
        is_right = knob.type is bool and isinstance(value, bool)
    elif knob.type is str and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    elif knob.type is str and isinstance(value, int):
        return str(value)
    else:
        is_right = isinstance(value, knob.type)
    if is_right:
        return value
    message = f"`{knob.name}` cannot be `{value}`"
    example = {bool: "true or false", int: "a number, without quotes", str: "a text, in quotes"}
    raise UsageError(message, hint=f"it is {example[knob.type]}")


def _day(option: str) -> Callable[[str], object]:
    def check(word: str) -> object:
        from kztimeline.cli.intake import read_day

        return read_day(word, option)

    return check


def _order(word: str) -> object:
    from kztimeline.cli.intake import date_order

    return date_order(word)


def _infer(word: str) -> object:
    from kztimeline.cli.intake import infer

    return infer(word)


def _encoding(word: str) -> None:
    from kztimeline.sources import check_encoding

    check_encoding(word)


def _jobs(word: str) -> object:
    from kztimeline.cli.working import jobs

    return jobs(word)


def _colour(word: str) -> None:
    from kztimeline.cli.streams import check_colour

    check_colour(word)


_CHECKS: Final[dict[str, Callable[[str], object]]] = {
    "anchor": _day("anchor"),
    "min_date": _day("min-date"),
    "since": _day("since"),
    "until": _day("until"),
    "date_order": _order,
    "infer": _infer,
    "encoding": _encoding,
    "jobs": _jobs,
    "color": _colour,
}


def placed(error: KzError, place: str) -> UsageError:
    """The error with the place where the setting stands."""
    return UsageError(f"{place}: {error.message}", hint=error.hint)
