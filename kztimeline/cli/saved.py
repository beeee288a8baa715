"""A timeline that was saved as JSON, read back."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from kztimeline.cli.older import completed
from kztimeline.model import InputError
from kztimeline.outputs.records import Event, Figure, Timeline
from kztimeline.sources import read_file, read_stdin, said

_HINT = "name a file that `build -o timeline.json` wrote"
_OPENING = re.compile(r'\s*\{\s*"schema":\s*"kztimeline\.timeline"')
_NAME = "kztimeline.timeline"
_MAJOR = "1"  # of the schema: within it fields are only added, and what is not known is passed over
_MINOR = "1.0"
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_FULL = "0001-01-01"  # what a prefix lacks


class _Head(msgspec.Struct):
    """What says whether, and how, the rest can be read."""

    schema: str | None = None
    schema_version: str = ""


def is_saved(path: str) -> bool:
    """Whether a path names JSON rather than articles."""
    return path.lower().endswith(".json")


def is_timeline(raw: bytes) -> bool:
    """Whether bytes that came through a pipe are a timeline rather than an article."""
    try:
        return _OPENING.match(_text(raw)) is not None
    except UnicodeDecodeError:
        return False


def open_saved(path: str) -> Timeline:
    """The timeline in a file, or piped in where it is called `-`; else `InputError`."""
    if path == "-":
        return read_saved(piped_in(), "stdin")
    try:
        raw = read_file(Path(path), may_be_pipe=True, largest=sys.maxsize)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = said(error) if isinstance(error, OSError) else str(error)
        message = f"cannot read `{path}`: {reason}"
        raise InputError(message, hint=_HINT) from error
    return read_saved(raw, path)


def piped_in() -> bytes:
    """All of standard input; `InputError` where it cannot be read."""
    try:
        return read_stdin()
    except OSError as error:
        message = f"cannot read standard input: {said(error)}"
        raise InputError(message, hint=_HINT) from error


def read_saved(raw: bytes, path: str) -> Timeline:
    """The timeline in bytes that came from `path`, in any Unicode encoding; else `InputError`.

    A file of another minor version is read as far as this version knows its fields.
    """
    try:
        text = _text(raw)
        head = msgspec.json.decode(text, type=_Head)
        _refuse_other(head, path)
        timeline = _decoded(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        message = f"`{path}` is no timeline: {error}"
        raise InputError(message, hint=_HINT) from error
    if fault := _fault(timeline):
        message = f"`{path}` is no whole timeline: {fault}"
        raise InputError(message, hint=_HINT)
    return timeline


def seen_from_here(timeline: Timeline, file: str) -> Timeline:
    """The same with its articles' paths from the working folder, where they are found from `file`.

    A saved timeline names its articles from its own folder.
    """
    folder = Path(file).parent  # of `-`, which is piped in, the working folder itself
    if folder.resolve() == Path.cwd():
        return timeline
    return with_paths(timeline, {path: _from_here(folder, path) for path in paths_of(timeline)})


def with_paths(timeline: Timeline, names: dict[str, str]) -> Timeline:
    """The same with every path written as `names` has it."""
    if all(old == new for old, new in names.items()):
        return timeline
    return msgspec.convert(_renamed(msgspec.to_builtins(timeline), names), Timeline)


def _decoded(text: str) -> Timeline:
    try:
        return msgspec.json.decode(text, type=Timeline)
    except msgspec.ValidationError:  # perhaps of another minor version, or an earlier day of this
        told = {**completed(msgspec.json.decode(text), "timeline"), "schema_version": _MINOR}
        return msgspec.convert(told, Timeline)


def _refuse_other(head: _Head, path: str) -> None:
    if head.schema != _NAME:
        found = f"its `schema` is `{head.schema}`" if head.schema else "it has no `schema`"
        message = f"`{path}` is no timeline: {found}"
        raise InputError(message, hint=_HINT)
    major = head.schema_version.partition(".")[0]
    if major == _MAJOR:
        return
    if major.isdecimal() and int(major) > int(_MAJOR):
        message = f"`{path}` is of schema version {head.schema_version}; this reads {_MAJOR}.x"
        raise InputError(message, hint="use the kztimeline that wrote it, or a newer one")
    message = f"`{path}` is no timeline: its `schema_version` is `{head.schema_version}`"
    raise InputError(message, hint=_HINT)


def _fault(timeline: Timeline) -> str | None:
    """What a file that was changed by hand may have wrong, though its shape is right."""
    articles = {article.id for article in timeline.articles}
    if len(articles) < len(timeline.articles):
        return "two articles have one id"
    events = (*timeline.events, *timeline.undated)
    if twice := _doubled(event.id for event in events):
        return f"it has two events `{twice}`"
    for event in events:
        if wrong := _wrong_sources(event, articles) or _wrong_time(event):
            return f"{wrong}, in event `{event.id}`"
    return next(filter(None, (_wrong_readings(each, articles) for each in timeline.figures)), None)


def _doubled(ids: Iterable[str]) -> str | None:
    return next((each for each, count in Counter(ids).items() if count > 1), None)


def _wrong_sources(event: Event, articles: set[str]) -> str | None:
    if twice := _doubled(source.id for source in event.sources):
        return f"it has two sources `{twice}`"
    for source in event.sources:
        if source.article not in articles:
            return f"it has no article `{source.article}`"
    cited = {source for reading in event.readings for source in reading.sources}
    missing = sorted(cited - {source.id for source in event.sources})
    return f"it has no source `{missing[0]}`" if missing else None


def _wrong_readings(figure: Figure, articles: set[str]) -> str | None:
    if not figure.readings:
        return f"it has a figure of `{figure.unit}` without a number"
    cited = {source.article for reading in figure.readings for source in reading.sources}
    missing = sorted(cited - articles)
    return f"it has no article `{missing[0]}`, in a figure" if missing else None


def _wrong_time(event: Event) -> str | None:
    days = (event.date, event.date_end, event.earliest, event.latest)
    for day in days:
        if day is not None and not _is_day(day):
            return f"`{day}` is no date"
    if event.time is not None and not _CLOCK.fullmatch(event.time):
        return f"`{event.time}` is no time of day"
    for first, last in ((event.date, event.date_end), (event.earliest, event.latest)):
        if first and last and last < first:
            return f"`{last}` is before `{first}`"
    return None


def _is_day(prefix: str) -> bool:
    try:
        date.fromisoformat(prefix + _FULL[len(prefix) :])
    except ValueError:
        return False
    return True


def paths_of(timeline: Timeline) -> set[str]:
    """Every path that it names."""
    return {article.path for article in timeline.articles} | {
        warning.path for warning in timeline.warnings if warning.path
    }


def _from_here(folder: Path, path: str) -> str:
    found = folder / path
    if Path(path).is_absolute() or not _exists(found):
        return path
    return Path(os.path.relpath(found)).as_posix()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _renamed(part: object, names: dict[str, str]) -> object:
    if isinstance(part, dict):
        return {
            key: names.get(value, value)
            if key == "path" and isinstance(value, str)
            else _renamed(value, names)
            for key, value in part.items()
        }
    return [_renamed(each, names) for each in part] if isinstance(part, list | tuple) else part


def _text(raw: bytes) -> str:
    """JSON in UTF-8, -16 or -32, with or without a mark: some shells save pipes as UTF-16."""
    return raw.decode(json.detect_encoding(raw)).removeprefix("\ufeff")
