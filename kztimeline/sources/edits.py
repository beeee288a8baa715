"""The edits file: what people corrected by hand, an `[[edit]]` each, as TOML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from kztimeline.model import Edit, InputError, Note
from kztimeline.sources.discover import EDITS_NAME, STDIN
from kztimeline.sources.edit_keys import NO_EDIT, BadValue, edits_of, unknown_keys
from kztimeline.sources.files import read_file, said

_BITS = 64  # with the sign
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?edit[\"']?[ \t]*\]\]", re.MULTILINE)


class EditsRead(NamedTuple):
    """Edits in the order of their file, and what of it could not be read."""

    edits: tuple[Edit, ...] = ()
    notes: tuple[Note, ...] = ()


def edits_beside(paths: Iterable[str], folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The edits files in the folders that are named, beside the files, in `folders`; each once."""
    files: dict[str, Path] = {}
    named = (edits_file_of(path) for path in paths if path and path != STDIN)
    for file in (*named, *(folder / EDITS_NAME for folder in folders)):
        files.setdefault(os.path.realpath(file), file)
    return tuple(file for real, file in files.items() if os.path.isfile(real))  # noqa: PTH113


def edits_file_of(path: str) -> Path:
    """Where the edits of a folder, or of the folder that a file is in, stand."""
    folder = Path(path) if os.path.isdir(path) else Path(path).parent  # noqa: PTH112
    return folder / EDITS_NAME


def read_edits(path: Path) -> EditsRead:
    """The edits in a file; a bad one leaves a note and costs no other.

    `InputError` where the file cannot be read at all, or is no TOML.
    """
    text = read_toml_text(path)
    entries = parse_toml(text, path).get("edit", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        note = Note("edit-unclear", "`edit` is no list of tables", path.as_posix(), hint=NO_EDIT)
        return EditsRead((), (note,))
    desk = _Desk(path.as_posix(), _lines(text, len(entries)))
    for number, entry in enumerate(entries, 1):
        desk.take(number, entry)
    return EditsRead(tuple(desk.edits), tuple(desk.notes))


def read_toml_text(path: Path) -> str:
    """A file as text, with LF line ends and without a byte order mark; else `InputError`."""
    locator = path.as_posix()
    try:
        return read_file(path, may_be_pipe=True).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        message = f"`{locator}` is no UTF-8"
        raise InputError(message, hint="save it as UTF-8") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = said(error) if isinstance(error, OSError) else str(error)
        message = f"cannot read `{locator}`: {reason}"
        raise InputError(message, hint="it is a file such as articles/kztimeline.toml") from error


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """The file's table; `InputError` with the place where it is no TOML."""
    import tomllib  # noqa: PLC0415 — most folders have no such file

    try:
        table = tomllib.loads(text)
        _refuse_endless(table)
    except (ValueError, RecursionError) as error:  # ValueError: digits without end, too
        words = str(error)
        message = f"`{path.as_posix()}` is no TOML: {words[:1].lower()}{words[1:]}"
        hint = "texts and dates stand in quotes, above each edit stands [[edit]]"
        raise InputError(message, hint=hint) from error
    return table


def _refuse_endless(table: dict[str, Any]) -> None:
    """`ValueError` for a number beyond TOML's 64 bits, which Python reads and cannot write."""
    waiting: list[Any] = [table]
    while waiting:
        part = waiting.pop()
        if isinstance(part, int) and part.bit_length() >= _BITS:
            message = "a number has more than 64 bits"
            raise ValueError(message)
        waiting += part.values() if isinstance(part, dict) else part if type(part) is list else ()


class _Lines(NamedTuple):
    """The file's lines, and on which of them, from 0, each edit begins; none where unclear."""

    lines: list[str]
    starts: list[int]

    def of(self, number: int, key: str) -> int | None:
        """The line, from 1, of a key of the edit, else of the edit itself."""
        if not self.starts:
            return None
        first, last = self.starts[number - 1], [*self.starts, len(self.lines)][number]
        spelled = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        own = (at for at in range(first + 1, last) if key and spelled.match(self.lines[at]))
        return next(own, first) + 1


def _lines(text: str, count: int) -> _Lines:
    """A header in a text of several lines is none, and edits may stand in one line."""
    starts = [text.count("\n", 0, found.end()) for found in _HEADER.finditer(text)]
    return _Lines(text.split("\n"), starts if len(starts) == count else [])


class _Desk:
    """One file while it is read."""

    def __init__(self, locator: str, lines: _Lines) -> None:
        self.edits: list[Edit] = []
        self.notes: list[Note] = []
        self._locator = locator
        self._lines = lines

    def take(self, number: int, entry: Mapping[str, Any]) -> None:
        """What one entry asks for; what cannot be read of it is noted."""
        for bad in unknown_keys(entry):
            self._note(number, bad)
        for made in edits_of(entry):
            if isinstance(made, BadValue):
                self._note(number, made)
            else:
                line = self._lines.of(number, made.action.value)
                self.edits.append(replace(made, locator=self._locator, line=line))

    def _note(self, number: int, bad: BadValue) -> None:
        line = self._lines.of(number, bad.key)
        where = "" if line else f"edit {number}: "
        self.notes.append(Note("edit-unclear", f"{where}{bad.text}", self._locator, line, bad.hint))
