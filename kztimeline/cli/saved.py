"""A timeline that was saved as JSON, read back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec

from kztimeline.model import InputError
from kztimeline.outputs.records import Timeline

_HINT = "name a file that `build -o timeline.json` wrote"
_OPENING = re.compile(r'\s*\{\s*"schema":\s*"kztimeline\.timeline"')


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
    """The timeline in a file; `InputError` where it is none."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        message = f"cannot read `{path}`: {(error.strerror or str(error)).lower()}"
        raise InputError(message, hint=_HINT) from error
    return read_saved(raw, path)


def read_saved(raw: bytes, path: str) -> Timeline:
    """The timeline in bytes that came from `path`, in any Unicode encoding; else `InputError`."""
    try:
        timeline = msgspec.json.decode(_text(raw), type=Timeline)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        message = f"`{path}` is no timeline: {error}"
        raise InputError(message, hint=_HINT) from error
    known = {article.id for article in timeline.articles}
    for event in (*timeline.events, *timeline.undated):
        for source in event.sources:
            if source.article not in known:
                message = f"`{path}` is no whole timeline: it has no article `{source.article}`"
                raise InputError(message, hint=_HINT)
    return timeline


def _text(raw: bytes) -> str:
    """JSON in UTF-8, -16 or -32, with or without a mark: some shells save pipes as UTF-16."""
    return raw.decode(json.detect_encoding(raw)).removeprefix("\ufeff")
