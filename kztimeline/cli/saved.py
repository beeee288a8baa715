"""A timeline that was saved as JSON, read back."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kztimeline.model import InputError
from kztimeline.outputs.records import Timeline


def is_saved(path: str) -> bool:
    """Whether a path names JSON rather than articles."""
    return path.lower().endswith(".json")


def open_saved(path: str) -> Timeline:
    """The timeline in a file; `InputError` where it is none."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Timeline)
    except OSError as error:
        message = f"cannot read `{path}`: {(error.strerror or str(error)).lower()}"
        raise InputError(message, hint="name a file that `build -o timeline.json` wrote") from error
    except msgspec.MsgspecError as error:
        message = f"`{path}` is no timeline: {error}"
        raise InputError(message, hint="name a file that `build -o timeline.json` wrote") from error
