"""A JSON file beside an article, as scrapers leave it, and the file's own time where asked for."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from kztimeline.model import Declaration, Note
from kztimeline.sources.claims import claims_of, normal_key
from kztimeline.sources.decode import NotTextError, decode
from kztimeline.sources.files import read_file, said

_SUFFIXES = (".json", ".meta.json")
_OUR_SCHEMAS = "kztimeline."


def read_sidecar(path: Path, locator: str) -> tuple[tuple[Declaration, ...], tuple[Note, ...]]:
    """The claims of `x.json` or `x.meta.json` beside `x.txt`; a broken one is noted."""
    written = str(path)
    stem = written.removesuffix(path.suffix)
    for suffix in _SUFFIXES:
        beside = f"{stem}{suffix}"
        if beside != written and os.path.isfile(beside):  # noqa: PTH113 — a name may be too long
            sidecar = Path(beside)
            return _read(sidecar, (Path(locator).parent / sidecar.name).as_posix())
    return (), ()


def _read(sidecar: Path, locator: str) -> tuple[tuple[Declaration, ...], tuple[Note, ...]]:
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
