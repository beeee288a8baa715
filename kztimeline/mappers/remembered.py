"""Work that was done before is not done again: a mapper around another one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

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
        while window := list(islice(rows, _WINDOW)):
            yield from self._found(work, window)

    def ahead(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterable[_Out]:
        """What leans on something `beside` is begun at once."""
        if beside is None:
            return self(work, *columns)
        return ahead(self._each, work, *columns, beside=beside)

    def _found(self, work: Callable[..., _Out], rows: Sequence[tuple[Any, ...]]) -> Iterator[_Out]:
        keys = [key_of(work, row) for row in rows]
        there = self._store.known(keys)
        missing = [row for key, row in zip(keys, rows, strict=True) if key not in there]
        # Begun before what is there is unpacked, which takes as long as to read some articles.
        each = partial(ahead, self._each) if there else self._each
        done = iter(each(work, *zip(*missing, strict=True)) if missing else ())
        known = dict(_unpacked(work, self._store.fetch(there)))
        fresh: dict[bytes, bytes] = {}
        for key, row in zip(keys, rows, strict=True):
            if key in known:
                yield known[key]
            else:
                result = work(*row) if key in there else next(done)
                if not getattr(result, "fault", ""):  # it may work tomorrow: too many open files
                    fresh[key] = pack(result)
                if len(fresh) >= _TOGETHER:
                    self._store.keep(fresh)
                    fresh = {}
                yield result
        self._store.keep(fresh)


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
