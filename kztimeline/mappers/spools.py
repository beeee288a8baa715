"""Many records on disk: packed into one nameless file, read back one by one."""

from __future__ import annotations

import os
import tempfile
import weakref
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, BinaryIO, TypeVar, overload

import msgspec

from kztimeline.mappers.packing import pack

_Out = TypeVar("_Out")
_Other = TypeVar("_Other")

FEW = 50_000  # light records that are kept in memory: those of four thousand articles
NEAR = 256  # light records read last that are kept as they were read, and as many before them
OFTEN = 8  # times as many of those that are asked for all the time
_PIECE = 1 << 20  # bytes that are written at once
_TURNED = 1 << 16  # bytes that are read at once where one record is read after another


class Spools:
    """A `Spool` that holds few records in memory, and many in a file that goes with the program.

    Where there is no disk, or none left, it holds them packed in memory.
    """

    def __init__(self) -> None:
        """Open nothing yet."""
        self._pages = _Pages()

    def keep(
        self, kind: type[_Out], records: Iterable[_Out], /, *, weight: int = 1
    ) -> Sequence[_Out]:
        """The same records."""
        waiting = iter(records)
        first = deque(islice(waiting, FEW // weight + 1))
        if len(first) <= FEW // weight:
            return tuple(first)
        kept = Spooled(kind, self._pages, NEAR // weight)
        for record in chain(_let_go(first), waiting):
            kept.put(record)
        self._pages.flush()
        return kept

    def keep_pairs(
        self, kinds: tuple[type[_Out], type[_Other]], pairs: Iterable[tuple[_Out, _Other]], /
    ) -> tuple[Sequence[_Out], Sequence[_Other]]:
        """The same for two kinds of records made together; the first are asked for often."""
        waiting = iter(pairs)
        first = deque(islice(waiting, FEW + 1))
        if len(first) <= FEW:
            return tuple(one for one, _ in first), tuple(other for _, other in first)
        ones = Spooled(kinds[0], self._pages, OFTEN * NEAR)  # to be compared
        others = Spooled(kinds[1], self._pages, NEAR)
        for one, other in chain(_let_go(first), waiting):
            ones.put(one)
            others.put(other)
        self._pages.flush()
        return ones, others


def _let_go(records: deque[_Out]) -> Iterator[_Out]:
    """One after another, which nobody else holds."""
    while records:
        yield records.popleft()


class Spooled(Sequence[_Out]):
    """Records of one kind on pages; the last ones read are kept."""

    def __init__(self, kind: type[_Out], pages: _Pages, near: int) -> None:
        """Nothing lies there yet."""
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._pages = pages
        self._starts = array("q")
        self._sizes = array("i")
        self._near: dict[int, _Out] = {}
        self._before: dict[int, _Out] = {}  # what was near until there were too many
        self._most = max(1, near)
        self._last = -1
        self._ahead = b""  # bytes read together with the last one, since they are asked for in turn
        self._ahead_from = 0

    def put(self, record: _Out) -> None:
        """Add a record at the end."""
        packed = pack(record)
        self._starts.append(self._pages.put(packed))
        self._sizes.append(len(packed))

    def seen_as(self, kind: type[_Other]) -> Spooled[_Other]:
        """The same records as another kind that has some of their fields."""
        seen = Spooled(kind, self._pages, NEAR)
        seen._starts, seen._sizes = self._starts, self._sizes
        return seen

    def __reduce__(self) -> tuple[type[tuple[Any, ...]], tuple[tuple[_Out, ...]]]:
        """What crosses to another machine: the records themselves."""
        return tuple, (tuple(self),)

    @overload
    def __getitem__(self, at: int) -> _Out: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Out]: ...
    def __getitem__(self, at: int | slice) -> _Out | Sequence[_Out]:
        """One record, or some."""
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        found = self._near.get(at)
        return self._read(at) if found is None else found

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    def __iter__(self) -> Iterator[_Out]:
        """One after another, none of them kept."""
        for at in range(len(self)):
            yield self._unpacked(at)

    def _read(self, at: int) -> _Out:
        found = self._before.get(at)
        if found is None:
            found = self._unpacked(at)
        if len(self._near) >= self._most:
            self._before, self._near = self._near, {}
        self._near[at] = found
        return found

    def _unpacked(self, at: int) -> _Out:
        start, size = self._starts[at], self._sizes[at]
        first = start - self._ahead_from
        if not 0 <= first <= len(self._ahead) - size:
            is_next = at == self._last + 1
            self._ahead = self._pages.at(start, max(size, _TURNED if is_next else 0))
            self._ahead_from, first = start, 0
        self._last = at
        return self._decoder.decode(memoryview(self._ahead)[first : first + size])


class _Pages:
    """Bytes by place: in a file, and in memory from where on the file takes no more."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None
        self._written = 0
        self._waiting = bytearray()
        self._is_full = False

    def put(self, packed: bytes) -> int:
        """Where these bytes lie from now on; to be read when they are flushed."""
        place = self._written + len(self._waiting)
        self._waiting += packed
        if len(self._waiting) >= _PIECE:
            self.flush()
        return place

    def flush(self) -> None:
        """Write what waits; what cannot be written waits for good."""
        if self._is_full or not self._waiting:
            return
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="kztimeline-", buffering=0)  # noqa: SIM115
                weakref.finalize(self, self._file.close)  # it is gone when nobody reads it any more
            self._file.seek(self._written)
            done = self._file.write(self._waiting)
        except OSError:
            self._is_full = True
            return
        self._written += done
        del self._waiting[:done]
        self.flush()

    def at(self, start: int, size: int) -> bytes:
        """The bytes that lie there; fewer behind the last."""
        in_file = max(0, min(size, self._written - start))
        packed = _read_at(self._file, start, in_file) if self._file and in_file else b""
        first = start + in_file - self._written
        return packed + self._waiting[first : first + size - in_file]


def _read_at(file: BinaryIO, start: int, size: int) -> bytes:
    """Whatever others read meanwhile: forked processes share the file and its place."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, start)
    file.seek(start)
    return file.read(size)
