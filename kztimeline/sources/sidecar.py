"""A JSON file beside an article, as scrapers leave it, and the file's own time where asked for."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from kztimeline.model import Declaration, Note
from kztimeline.sources.claims import claims_of, normal_key
from kztimeline.sources.decode import NotTextError, decode
from kztimeline.sources.files import read_file, said

_SUFFIXES = (".json", ".meta.json")
_OUR_SCHEMAS = "kztimeline."


_Claims: TypeAlias = tuple[tuple[Declaration, ...], tuple[Note, ...]]


class Sidecars:
    """Claims of `x.json` or `x.meta.json` beside `x.txt`; most folders have none, seen at once."""

    def __init__(self) -> None:
        """No folder has been looked at."""
        self._folders: dict[str, bool] = {}

    def read(self, path: Path, locator: str) -> _Claims:
        """The claims beside an article; a broken record is noted."""
        written = str(path)
        folder = os.path.dirname(written)  # noqa: PTH120 — names, not path objects
        if folder not in self._folders:
            self._folders[folder] = _may_hold_any(folder)
        if not self._folders[folder]:
            return (), ()
        stem = written.removesuffix(path.suffix)
        for suffix in _SUFFIXES:
            beside = f"{stem}{suffix}"
            if beside != written and os.path.isfile(beside):  # noqa: PTH113 — a name may be too long
                sidecar = Path(beside)
                return _read(sidecar, (Path(locator).parent / sidecar.name).as_posix())
        return (), ()


def _may_hold_any(folder: str) -> bool:
    """Whether a folder has a record, whatever case its name is in, or cannot be looked through."""
    try:
        names = os.listdir(folder or os.curdir)  # noqa: PTH208 — names, not path objects
    except OSError:
        return True
    return any(name.lower().endswith(".json") for name in names)


def _read(sidecar: Path, locator: str) -> _Claims:
    try:
        record = json.loads(decode(read_file(sidecar)).text)
    except (OSError, NotTextError, ValueError, RecursionError) as error:
        reason = said(error) if isinstance(error, OSError) else str(error)
        hint = "mend it, or take it away: it would say when the article appeared"
        note = Note("sidecar", f"cannot read `{locator}`: {reason}", locator, hint=hint)
        return (), (note,)
    if not isinstance(record, dict) or str(record.get("schema", "")).startswith(_OUR_SCHEMAS):
        return (), ()
    fields = {normal_key(key): value for key, value in record.items()}
    fields.pop("source", None)  # scrapers write the outlet there, manifests the cue
    return claims_of(fields, "sidecar"), ()


def read_mtime(path: Path) -> tuple[Declaration, ...]:
    """The day the file was last written, UTC, so that every machine says the same."""
    try:
        day = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date()
    except (OSError, ValueError, OverflowError):  # gone by now, or a time beyond any calendar
        return ()
    return (Declaration("mtime:date", day.isoformat()),)
