"""How work on many pieces is asked for, whoever does it; and where many records lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol, TypeVar, cast, overload

_Out = TypeVar("_Out")
_Other = TypeVar("_Other")


class Mapper(Protocol):
    """Applies a function to one or more columns, in order: `map`, or spread over workers.

    `beside`, if given, is what the function takes first: large, the same for all, and sent to a
    worker once at most.
    """

    def __call__(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterable[_Out]:
        """Results in the order of the columns."""
        ...


def serial(
    work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
) -> Iterable[_Out]:
    """One after another, in this process: the plain `Mapper`."""
    return map(work if beside is None else partial(work, beside), *columns)


def ahead(
    each: Mapper, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
) -> Iterable[_Out]:
    """As the mapper does it; begun at once where it can, since the caller has other work meanwhile.

    A mapper that can has a method of this name.
    """
    begun = getattr(each, "ahead", each)
    return cast("Iterable[_Out]", begun(work, *columns, beside=beside))


class Spool(Protocol):
    """Where the many records of a corpus lie: in memory, or on disk where they would fill it."""

    def keep(
        self, kind: type[_Out], records: Iterable[_Out], /, *, weight: int = 1
    ) -> Sequence[_Out]:
        """The same records, each read back when asked for; `weight`: like how many small ones."""
        ...

    def keep_pairs(
        self, kinds: tuple[type[_Out], type[_Other]], pairs: Iterable[tuple[_Out, _Other]], /
    ) -> tuple[Sequence[_Out], Sequence[_Other]]:
        """The same for two kinds of records that are made together."""
        ...


class Held:
    """The plain `Spool`: all in memory."""

    def keep(
        self,
        _: type[_Out],
        records: Iterable[_Out],
        /,
        *,
        weight: int = 1,  # noqa: ARG002  nothing is too heavy
    ) -> Sequence[_Out]:
        """All of them."""
        return tuple(records)

    def keep_pairs(
        self, _: tuple[type[_Out], type[_Other]], pairs: Iterable[tuple[_Out, _Other]], /
    ) -> tuple[Sequence[_Out], Sequence[_Other]]:
        """All of them, apart."""
        kept = tuple(pairs)
        return tuple(one for one, _ in kept), tuple(other for _, other in kept)


HELD = Held()


class Picked(Sequence[_Out]):
    """Some records of a spool in an order of their own; nothing is read before it is asked for."""

    def __init__(self, records: Sequence[_Out], places: Sequence[int]) -> None:
        """The records at these places."""
        self._records = records
        self._places = places

    @overload
    def __getitem__(self, at: int) -> _Out: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Out]: ...
    def __getitem__(self, at: int | slice) -> _Out | Sequence[_Out]:
        """One record, or some."""
        if isinstance(at, slice):
            return Picked(self._records, self._places[at])
        return self._records[self._places[at]]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)


def picked(records: Sequence[_Out], places: Sequence[int]) -> Sequence[_Out]:
    """The records at these places: a tuple of those in memory, else a view."""
    if isinstance(records, tuple | list):
        return tuple(records[place] for place in places)
    return Picked(records, places)


def seen_as(kind: type[_Out], records: Sequence[object]) -> Sequence[_Out]:
    """The same records with fewer fields, so that reading one back takes less.

    Those in memory are what they are: they must have the fields.
    """
    view = getattr(records, "seen_as", None)
    return cast("Sequence[_Out]", view(kind) if view else records)
