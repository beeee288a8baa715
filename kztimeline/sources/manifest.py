"""The manifest: a CSV or JSONL file that says of each article when it appeared."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from kztimeline.model import DateOrder, Declaration, InputError, Note
from kztimeline.sources.claims import ALIASES, claims_of, is_date, normal_key
from kztimeline.sources.decode import NotTextError, decode
from kztimeline.sources.files import RealPaths, read_file, said

_PATH_KEYS = ("path", "file", "file_name", "filename")
_DELIMITERS = (",", ";", "\t")
_WHERE = "manifest"
_LARGEST_CELL = 131_072  # characters; what `csv` refuses to go beyond unless told


class _Record(NamedTuple):
    line: int
    fields: dict[str, object]


class Manifest(Struct):
    """Claims by the real path of the file they are about; notes name the manifest's lines."""

    locator: str = ""
    claims: dict[str, tuple[Declaration, ...]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    real_paths: RealPaths = field(default_factory=RealPaths)

    def note(self, code: str, text: str, line: int, hint: str = "") -> None:
        """Note something wrong with a line."""
        self.notes.append(Note(code, text, self.locator, line, hint))

    def unused(self, used: set[str]) -> Iterator[Note]:
        """A note for each row whose article was not among those read."""
        for real, line in self.lines.items():
            if real in used:
                continue
            text = f"`{self.typed[real]}` in the manifest "
            is_there = os.path.exists(real)  # noqa: PTH110 — a key, not a path object
            text += "is not among the articles read" if is_there else "does not exist"
            hint = "" if is_there else "paths are relative to the manifest's folder"
            yield Note("manifest-path", text, self.locator, line, hint, is_problem=not is_there)


def read_manifest(path: Path, *, language: str, order: DateOrder) -> Manifest:
    """Read a manifest; `InputError` where it is none."""
    locator = path.as_posix()
    try:
        text = decode(read_file(path, may_be_pipe=True)).text
    except (OSError, NotTextError, ValueError) as error:  # ValueError: a NUL in the name
        reason = said(error) if isinstance(error, OSError) else str(error)
        message = f"cannot read manifest `{locator}`: {reason}"
        raise InputError(message, hint="a manifest is a CSV or JSONL file") from error
    manifest = Manifest(locator)
    is_json = text.lstrip()[:1] in ("{", "[")
    records = _json_records(text, manifest) if is_json else _csv_records(text, locator)
    for record in records:
        _take(record, path.parent, manifest, (language, order))
    return manifest


def _take(
    record: _Record, folder: Path, manifest: Manifest, reading: tuple[str, DateOrder]
) -> None:
    typed = next(
        (str(record.fields[key] or "").strip() for key in _PATH_KEYS if key in record.fields), ""
    )
    if not typed:
        if any(record.fields.values()):
            hint = "say in its column `path` which article it is about"
            manifest.note("manifest-path", "a manifest row without a path", record.line, hint)
        return
    if (real := _real(typed, folder, manifest.real_paths)) is None:
        manifest.note("manifest-path", f"`{typed}` in the manifest is no path", record.line)
        return
    if real in manifest.lines:
        text = f"`{typed}` is in the manifest twice; line {manifest.lines[real]} holds"
        manifest.note("manifest-duplicate", text, record.line, "keep one row an article")
        return
    manifest.lines[real] = record.line
    manifest.typed[real] = typed
    manifest.claims[real] = tuple(
        claim
        for claim in claims_of(record.fields, _WHERE)
        if claim.name != f"{_WHERE}:date" or _holds(claim.value, record.line, manifest, reading)
    )


def _holds(value: str, line: int, manifest: Manifest, reading: tuple[str, DateOrder]) -> bool:
    if is_date(value, *reading):
        return True
    manifest.note(
        "manifest-date", f"`{value}` is no date", line, "write `2024-03-15`, or `2024-03` or `2024`"
    )
    return False


def _real(typed: str, folder: Path, real_paths: RealPaths) -> str | None:
    """Relative to the manifest's folder; where nothing lies there, to the working folder.

    `None` for what no file can be called.
    """
    slashed = typed.replace("\\", "/") if os.sep == "/" else typed
    beside, here = os.path.join(folder, slashed), slashed  # noqa: PTH118 — `Path.exists` can raise
    is_here = not os.path.exists(beside) and os.path.exists(here)  # noqa: PTH110
    try:
        return real_paths.of(here if is_here else beside)
    except (OSError, ValueError):  # too long, or a character that no name can hold
        return None


def _csv_records(text: str, locator: str) -> Iterator[_Record]:
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    lines = io.StringIO(text, newline="\n")
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    csv.field_size_limit(max(_LARGEST_CELL, len(text)))
    header = [normal_key(name) for name in next(filter(any, rows), [])]
    _check_columns(header, locator)
    start = rows.line_num + 1
    for row in rows:
        if any(cell.strip() for cell in row):
            yield _Record(start, dict(zip(header, row, strict=False)))
        start = rows.line_num + 1


def _check_columns(header: list[str], locator: str) -> None:
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice:
        message = f"column `{twice}` is in manifest `{locator}` twice"
        raise InputError(message, hint="leave one of them out")
    has_path = any(key in header for key in _PATH_KEYS)
    has_date = any(key in header for key in ALIASES["date"])
    if has_path and has_date:
        return
    missing = "`path`" if not has_path else "`date`"
    found = ", ".join(f"`{name}`" for name in header if name) or "nothing"
    hint = (
        "expected columns `path` and `date` (or `published`, `publication_date`); "
        "also known are title, publisher, author, url, language, certainty, source"
    )
    message = f"no column {missing} in manifest `{locator}`; found {found}"
    raise InputError(message, hint=hint)


def _json_records(text: str, manifest: Manifest) -> Iterator[_Record]:
    """JSON lines, or one array of objects."""
    if text.lstrip().startswith("["):
        yield from _json_array(text, manifest)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        yield from _json_record(row, number, manifest)


def _json_array(text: str, manifest: Manifest) -> Iterator[_Record]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"cannot read manifest `{manifest.locator}`: {error}"
        raise InputError(message, hint="write one JSON object a line") from error
    for row in rows:
        yield from _json_record(row, 1, manifest)


def _json_record(row: object, number: int, manifest: Manifest) -> Iterator[_Record]:
    if isinstance(row, dict):
        yield _Record(number, {normal_key(key): value for key, value in row.items()})
    else:
        text = "a manifest line that is no JSON object"
        manifest.note("manifest-row", text, number, "one object a line")
