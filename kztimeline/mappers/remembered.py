"""Work that was done before is not done again: a mapper around another one."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice, tee
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import msgspec

from kztimeline.mappers.fingerprint import fingerprint
from kztimeline.mappers.packing import bare, pack, unpack
from kztimeline.mappers.store import Store
from kztimeline.model import Mapper, ahead

_Out = TypeVar("_Out")
_WINDOW = 512  # pieces looked up together
_TOGETHER = 64  # kept together, while others go on, and lost together if the program is killed
_KEY_BYTES = 20


class Remembered:
    """A `Mapper` that asks a store first, and lets another mapper do what is missing.

    It is for pure functions alone: a result is known by the function's name, all it is given, and
    the fingerprint of code, tables and libraries.
    """

    def __init__(self, each: Mapper, store: Store) -> None:
        """Look into `store`, else leave it to `each`."""
        self._each = each
        self._store = store

    def __call__(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterator[_Out]:
        """Results in the order of the columns; what leans on something `beside` is not kept."""
        if beside is not None:
            yield from self._each(work, *columns, beside=beside)
            return
        rows = zip(*columns, strict=True)
        windows: Iterator[_Window] = (self._looked_up(work, each) for each in _windowed(rows))
        while window := next(windows, None):
            if window.there:
                yield from self._found(work, window)
            else:
                fresh = _Fresh(chain((window,), windows))
                yield from self._kept(fresh.keys, self._each(work, *fresh.columns(len(columns))))
                windows = chain(fresh.behind, windows)

    def ahead(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterable[_Out]:
        """What leans on something `beside` is begun at once."""
        if beside is None:
            return self(work, *columns)
        return ahead(self._each, work, *columns, beside=beside)

    def _looked_up(self, work: Callable[..., _Out], rows: Sequence[tuple[Any, ...]]) -> _Window:
        keys = [key_of(work, row) for row in rows]
        return _Window(rows, keys, self._store.known(keys))

    def _found(self, work: Callable[..., _Out], window: _Window) -> Iterator[_Out]:
        """What is known of a window, and what is missing."""
        pairs = list(zip(window.keys, window.rows, strict=True))
        missing = [(key, row) for key, row in pairs if key not in window.there]
        # Begun before what is there is unpacked, which takes as long as to read some articles.
        rows = [row for _, row in missing]
        new = ahead(self._each, work, *zip(*rows, strict=True)) if rows else ()
        done = self._kept((key for key, _ in missing), new)
        known = dict(_unpacked(work, self._store.fetch(window.there)))
        for key, row in pairs:
            if key not in window.there:
                yield next(done)
            else:
                yield known[key] if key in known else work(*row)
        yield from done

    def _kept(self, keys: Iterable[bytes], results: Iterable[_Out]) -> Iterator[_Out]:
        """The same results, of which the store takes some together."""
        waiting: dict[bytes, bytes] = {}
        names = iter(keys)
        for result in results:
            key = next(names)
            if not getattr(result, "fault", ""):  # it may work tomorrow: too many open files
                waiting[key] = pack(result)
            if len(waiting) >= _TOGETHER:
                self._store.keep(waiting)
                waiting = {}
            yield result
        self._store.keep(waiting)


class _Window(NamedTuple):
    """Pieces looked up together, their keys, and those that there is something for."""

    rows: Sequence[tuple[Any, ...]]
    keys: Sequence[bytes]
    there: frozenset[bytes]


class _Fresh:
    """Windows of which nothing is known, as one run of work: nobody stands idle between two."""

    def __init__(self, windows: Iterator[_Window]) -> None:
        """Take windows up to the first of which something is known; that one is left `behind`."""
        self._windows = windows
        self._keys: deque[bytes] = deque()
        self.behind: list[_Window] = []

    @property
    def keys(self) -> Iterator[bytes]:
        """The keys of the rows that were asked for, in order."""
        while self._keys:
            yield self._keys.popleft()

    def columns(self, number: int) -> list[Iterator[Any]]:
        """The rows as so many columns."""
        rows = tee(self._rows(), number)
        return [map(itemgetter(at), each) for at, each in enumerate(rows)]

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for window in self._windows:
            if window.there:
                self.behind.append(window)
                return
            self._keys.extend(window.keys)
            yield from window.rows


def _windowed(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while window := list(islice(rows, _WINDOW)):
        yield window


def _unpacked(
    work: Callable[..., _Out], packed: Mapping[bytes, bytes]
) -> Iterator[tuple[bytes, _Out]]:
    for key, value in packed.items():
        try:
            yield key, unpack(work, value)
        except msgspec.MsgspecError:  # damaged: it is simply not known
            continue


def key_of(work: Callable[..., Any], row: Sequence[object]) -> bytes:
    """What a result is known by."""
    function = bare(work)
    given = (work.args, work.keywords) if isinstance(work, partial) else ((), {})
    digest = hashlib.blake2b(fingerprint(), digest_size=_KEY_BYTES)
    digest.update(f"{function.__module__}.{function.__qualname__}\0".encode())
    digest.update(pack((given, row)))
    return digest.digest()
