"""All targets by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fuzz import commands, corrections, readers, rooms, writers
from fuzz.draw import Draw

TARGETS: Final[dict[str, Callable[[Draw], None]]] = {
    "decode": readers.bytes_to_text,
    "article": readers.text_to_article,
    "manifest": readers.manifest,
    "sidecar": readers.sidecar,
    "options": readers.options,
    "times": rooms.times,
    "telling": rooms.telling,
    "corpus": rooms.corpus,
    "exports": writers.exports,
    "saved": writers.saved,
    "edits": corrections.edits,
    "commands": commands.command_line,
}
