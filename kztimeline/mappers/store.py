"""What was found before, on disk, by key: an SQLite file that may fail and harm nothing.

Whatever is wrong with it (broken, locked, full, not writable, somebody else's), the store tells so
once in `troubles` and from then on finds nothing.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import platformdirs

_Out = TypeVar("_Out")

MOST_BYTES = 1_000_000_000  # a hundred thousand articles
_SPARED = 0.8  # of them are left when the oldest go
_FORMAT = 2
_WAIT_SECONDS = 2.0  # for another build that is just writing
_AT_ONCE = 500  # keys asked for in one query
_LEVEL = 1  # of zlib: a quarter of the size in a tenth of the time that the work took
_NAME = "readings.sqlite"
_TABLES = """
CREATE TABLE keys (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, run INTEGER NOT NULL);
CREATE TABLE results (id INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE INDEX by_age ON keys (run, id);
"""
_KNOWN = "SELECT key FROM keys WHERE key IN ({})"
_WHOLE = "SELECT key, packed FROM keys JOIN results USING (id) WHERE key IN ({})"
_PRIMARY = 0xFF  # of an error's code: what kind it is
_NOT_NOW = {  # a file that is locked, not writable, full, out of reach; any other error is damage
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
}
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Size(NamedTuple):
    """How much a store holds: results, and bytes on disk."""

    results: int
    bytes: int


def cache_folder() -> Path | None:
    """The user's cache folder for this program; `None` where the user has no home."""
    folder = platformdirs.user_cache_path("kztimeline", appauthor=False)
    return folder if folder.is_absolute() else None


class Store:
    """Bytes by key in a folder; the results used longest ago go when there are too many."""

    def __init__(self, folder: Path | None, most_bytes: int = MOST_BYTES) -> None:
        """Open nothing yet; without a folder there is nothing to find."""
        self._folder = folder
        self._most = most_bytes
        self._open: sqlite3.Connection | None = None
        self._is_out = False
        self._run = 0
        self._used: set[bytes] = set()
        self.troubles: list[str] = []
        if folder is None:
            self._give_up("there is no home to keep it in")

    def known(self, keys: Iterable[bytes]) -> frozenset[bytes]:
        """Which of these keys there is something for; whether it is whole is seen when fetched."""
        none: frozenset[bytes] = frozenset()
        return self._try(lambda base: frozenset(key for (key,) in _asked(base, _KNOWN, keys)), none)

    def fetch(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What there is for these keys."""
        none: dict[bytes, bytes] = {}
        found = self._try(lambda base: dict(_rows_of(base, keys)), none)
        self._used |= found.keys()
        return found

    def keep(self, fresh: Mapping[bytes, bytes]) -> None:
        """Add results, all or none."""
        packed = [(key, zlib.compress(key + value, _LEVEL)) for key, value in fresh.items()]
        if packed:
            self._try(lambda base: self._written(base, packed), None)

    def close(self) -> None:
        """Note what was used, let the oldest go, and close."""
        if self._open is not None:
            self._try(self._tidied, None)
        self._shut()

    def size(self) -> Size:
        """How much it holds."""
        return self._try(_size, Size(0, 0))

    def clear(self) -> None:
        """Throw all away."""
        self._shut()
        for path in self._files():
            path.unlink(missing_ok=True)

    def _try(self, work: Callable[[sqlite3.Connection], _Out], otherwise: _Out) -> _Out:
        """The work's result; `otherwise`, and a trouble told, where the file does not let it."""
        if self._is_out:
            return otherwise
        try:
            return work(self._base())
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the second out of sqlite3 itself
            if getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _NOT_NOW:
                self._give_up(str(error))
            else:
                self._discard(str(error))
        except OSError as error:
            self._give_up((error.strerror or str(error)).lower())
        return otherwise

    def _base(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = _opened(self._place() / _NAME)
            ((self._run,),) = self._open.execute("SELECT coalesce(max(run), 0) + 1 FROM keys")
        return self._open

    def _place(self) -> Path:
        """The folder, made if need be; `OSError` where others could put things into it."""
        folder = self._folder or Path()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        is_own = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
        if not is_own or (os.name == "posix" and found.st_mode & _OTHERS_MAY_WRITE):
            message = f"others may write to `{folder.as_posix()}`"
            raise PermissionError(None, message)
        return folder

    def _files(self) -> Iterator[Path]:
        if self._folder is not None:
            yield from (self._folder / f"{_NAME}{end}" for end in ("", "-wal", "-shm"))

    def _written(self, base: sqlite3.Connection, packed: Iterable[tuple[bytes, bytes]]) -> None:
        if _size(base).bytes > self._most:
            return
        with base:
            base.execute("BEGIN IMMEDIATE")
            for key, value in packed:
                added = base.execute(
                    "INSERT INTO keys (key, run) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING id",
                    (key, self._run),
                ).fetchall()
                for (number,) in added:
                    base.execute("INSERT INTO results VALUES (?, ?)", (number, value))

    def _tidied(self, base: sqlite3.Connection) -> None:
        with base:
            base.execute("BEGIN IMMEDIATE")
            touched = [(self._run, key, self._run) for key in self._used]
            base.executemany("UPDATE keys SET run = ? WHERE key = ? AND run < ?", touched)
        excess = _size(base).bytes - self._most
        if excess > 0:
            with base:
                base.execute("BEGIN IMMEDIATE")
                _let_go(base, excess + int(self._most * (1 - _SPARED)))
            base.execute("PRAGMA incremental_vacuum").fetchall()

    def _give_up(self, reason: str) -> None:
        self._is_out = True
        self._shut()
        self.troubles.append(f"going without the cache: {reason}")

    def _discard(self, reason: str) -> None:
        self._is_out = True
        self.troubles.append(f"the cache was broken and is thrown away: {reason}")
        with suppress(OSError):
            self.clear()

    def _shut(self) -> None:
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
            self._open = None


def _opened(path: Path) -> sqlite3.Connection:
    """The file, with its tables; those of another format are made anew."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    base = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        ((form,),) = base.execute("PRAGMA user_version")
        if form != _FORMAT:
            base.execute("PRAGMA auto_vacuum = INCREMENTAL")
            base.execute("PRAGMA journal_mode = WAL").fetchall()  # readers need not wait
            _make_tables(base)
        base.execute("PRAGMA synchronous = OFF")  # what a power cut breaks is thrown away
    except sqlite3.Error:
        base.close()
        raise
    return base


def _make_tables(base: sqlite3.Connection) -> None:
    """In one transaction, unless another build has made them meanwhile."""
    with base:
        base.execute("BEGIN IMMEDIATE")
        ((form,),) = base.execute("PRAGMA user_version")
        if form == _FORMAT:
            return
        for (name,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            base.execute(f'DROP TABLE "{name}"')
        for statement in filter(str.strip, _TABLES.split(";")):
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {_FORMAT}")


def _rows_of(base: sqlite3.Connection, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for key, packed in _asked(base, _WHOLE, keys):
        value = _unpacked(packed)
        if value is not None and isinstance(key, bytes) and value.startswith(key):
            yield key, value[len(key) :]


def _asked(
    base: sqlite3.Connection, query: str, keys: Iterable[bytes]
) -> Iterator[tuple[Any, ...]]:
    waiting = iter(keys)
    while asked := list(islice(waiting, _AT_ONCE)):
        yield from base.execute(query.format(",".join("?" * len(asked))), asked)


def _unpacked(packed: object) -> bytes | None:
    """Key and value as they were kept; `None` for what is damaged, which zlib's checksum shows."""
    try:
        return zlib.decompress(packed) if isinstance(packed, bytes) else None
    except zlib.error:
        return None


def _size(base: sqlite3.Connection) -> Size:
    ((results,),) = base.execute("SELECT count(*) FROM keys")
    ((pages,),) = base.execute("PRAGMA page_count")
    ((free,),) = base.execute("PRAGMA freelist_count")
    ((page,),) = base.execute("PRAGMA page_size")
    return Size(results, (pages - free) * page)


def _let_go(base: sqlite3.Connection, excess: int) -> None:
    """Delete what was used longest ago until about so many bytes are free."""
    gone = []
    for number, length in base.execute(
        "SELECT id, length(packed) FROM keys JOIN results USING (id) ORDER BY run, id"
    ):
        if excess <= 0:
            break
        gone.append((number,))
        excess -= length
    base.executemany("DELETE FROM keys WHERE id = ?", gone)
    base.executemany("DELETE FROM results WHERE id = ?", gone)
