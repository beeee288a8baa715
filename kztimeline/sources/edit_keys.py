"""What an `[[edit]]` may say: each key, the values it takes, what is wrong with others."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NamedTuple

from kztimeline.model import Action, DateKind, Edit
from kztimeline.temporal import Interval, from_edtf, to_edtf

NO_EDIT = 'write [[edit]], under it event = "ev-5c1f0a9e" and what to do, such as hide = true'
_DATES = "write 2022, 2022-01, 2022-01-05, 2022-01-05~, 2022-01-05/2022-01-19 or unknown"
_IDS = "ids stand in every format, such as ev-5c1f0a9e; the start of one will do"
_UNKNOWN = "unknown"  # the date of what nothing dates
_ID = re.compile(r"(ev-|mn-)?[0-9a-f]+")
_SHORTEST = 4  # characters of an id, its prefix counted
_ID_DIGITS = 8


class BadValue(NamedTuple):
    """What is wrong with a key, and what would be right; `key` may be empty."""

    key: str
    text: str
    hint: str


class _RefusedError(ValueError):
    """A value that says nothing; its hint says what would."""

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(text)
        self.hint = hint


def unknown_keys(entry: Mapping[str, Any]) -> Iterator[BadValue]:
    """A fault for each key that the entry may not have."""
    known = _OF_ADDED if Action.ADD in entry else _OF_EVENT
    for key in entry:
        if key in known:
            continue
        if key in _OF_EVENT:
            text = f"an edit that adds an event has no `{key}`"
            yield BadValue(key, text, "say it in an edit of its own, with the id of the event")
            continue
        close = get_close_matches(key, known, n=1)
        guess = (
            f"did you mean `{close[0]}`?"
            if close
            else f"keys are {', '.join(known)}; settings stand above the first [[edit]]"
        )
        yield BadValue(key, f"an edit has no key `{key}`", guess)


def edits_of(entry: Mapping[str, Any]) -> Iterator[Edit | BadValue]:
    """What the entry asks for, without its place; a fault for each value that says nothing."""
    subject = _added(entry) if Action.ADD in entry else _event(entry)
    if isinstance(subject, BadValue):
        yield subject
        return
    made = [subject] if isinstance(subject, Edit) else []
    event = subject.event if isinstance(subject, Edit) else subject
    done = {Action.ADD, *((Action.DATE,) if made else ())}
    keys = _OF_ADDED if made else _OF_EVENT
    asked = [action for action in Action if action in entry and action in keys]
    yield from made
    for action in asked:
        if action not in done:
            yield from _read(action, event, entry[action])
    if entry.keys() == {"event"}:
        hint = f"add one of {', '.join(action for action in Action if action in _OF_EVENT)}"
        yield BadValue("event", f"nothing is to be done with `{event}`", hint)


def _event(entry: Mapping[str, Any]) -> str | BadValue:
    try:
        return _id(entry.get("event"))
    except _RefusedError as bad:
        text = f"`event`: {bad}" if "event" in entry else "an edit names no event"
        return BadValue("event", text, bad.hint)


def _added(entry: Mapping[str, Any]) -> Edit | BadValue:
    """The event that is added; without a title, or with a date that is none, there is none."""
    key = Action.ADD
    try:
        title = _text(entry[key])["text"]
        key = Action.DATE
        dated = _date(entry.get(key, _UNKNOWN))
    except _RefusedError as bad:
        return BadValue(key, f"`{key}`: {bad}", bad.hint)
    when = to_edtf(dated["when"], dated["kind"]) if dated["when"] else ""
    digest = hashlib.sha256(f"added\n{title}\n{when}".encode()).hexdigest()
    return Edit(Action.ADD, f"ev-{digest[:_ID_DIGITS]}", title, **dated)


def _read(action: Action, event: str, value: Any) -> Iterator[Edit | BadValue]:  # noqa: ANN401
    try:
        told = _VALUES[action](value)
    except _RefusedError as bad:
        yield BadValue(action, f"`{action}`: {bad}", bad.hint)
        return
    if told is not None:
        yield Edit(action, event, **told)


def _flag(value: Any) -> dict[str, Any] | None:  # noqa: ANN401  TOML of any type
    if not isinstance(value, bool):
        message = f"`{value}` is neither true nor false"
        raise _RefusedError(message, "write true, without quotes")
    return {} if value else None


def _text(value: Any) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(value, str) or not value.strip():
        message = "it is empty" if value == "" else f"`{value}` is no text"
        raise _RefusedError(message, "write words in quotes")
    return {"text": value.strip()}


def _date(value: Any) -> dict[str, Any]:  # noqa: ANN401
    """EDTF or an ISO prefix, also as TOML's own date; `None` for what is not known."""
    if value == _UNKNOWN:
        return {"when": None, "kind": DateKind.INSTANT}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"when": Interval.on(value), "kind": DateKind.INSTANT}
    if not isinstance(value, str):
        message = f"`{value}` is no date"
        raise _RefusedError(message, _DATES)
    try:
        when, kind = from_edtf(value)
    except ValueError as error:
        raise _RefusedError(str(error), _DATES) from None
    return {"when": when, "kind": kind}


def _ids(value: Any) -> dict[str, Any]:  # noqa: ANN401
    listed = value if isinstance(value, list) else [value]
    if not listed:
        message = "it names none"
        raise _RefusedError(message, _IDS)
    return {"others": tuple(map(_id, listed))}


def _id(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str) and _ID.fullmatch(value) and len(value) >= _SHORTEST:
        return value
    message = f"`{value}` is no id"
    raise _RefusedError(message, _IDS)


def _tags(value: Any) -> dict[str, Any]:  # noqa: ANN401
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(isinstance(tag, str) and tag.strip() for tag in listed):
        message = f"`{value}` is no list of words"
        raise _RefusedError(message, 'write tags = ["strike", "harbour"]')
    return {"others": tuple(dict.fromkeys(tag.strip() for tag in listed))}


_VALUES: Mapping[Action, Callable[[Any], dict[str, Any] | None]] = {
    Action.MERGE: _ids,
    Action.SPLIT: _ids,
    Action.DATE: _date,
    Action.TITLE: _text,
    Action.CONFIRM: _flag,
    Action.HIDE: _flag,
    Action.NOTE: _text,
    Action.TAGS: _tags,
}
_OF_EVENT = ("event", *_VALUES)
_OF_ADDED = (Action.ADD, Action.DATE, Action.NOTE, Action.TAGS)
