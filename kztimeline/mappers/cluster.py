"""Work spread over a Dask cluster that is there already, on this machine or others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, islice, starmap
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kztimeline.mappers.fingerprint import fingerprint
from kztimeline.mappers.packing import pack, unpack
from kztimeline.model import UsageError

if TYPE_CHECKING:
    from distributed import Future

_Out = TypeVar("_Out")

CHUNK = 16  # pieces of a task: some hundred milliseconds, much more than a task costs by itself
FEW = 8  # pieces that are not worth sending what lies beside them
_AHEAD = 4  # chunks a thread that may wait or be done before the one that is asked for
_PATIENCE_SECONDS = 10  # for a scheduler to answer
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss|ucx|inproc)://)?[^\s/]+:\d+/?|inproc://\S+")
_HINT = "is `dask scheduler` running there, and its workers? an address is `tcp://host:8786`"


class DaskCluster:
    """A `Mapper` over the workers of a scheduler; close it at the end, the cluster stays.

    Results come in order. What a lost worker was at is done by another one; what has lost several
    is done here, and so is all that fails there, so that it fails here and is told.
    """

    def __init__(self, address: str) -> None:
        """Join the cluster; `UsageError` where that cannot be, or would not give the same."""
        self._client: Any = _joined(address)  # its methods have no types
        try:
            _refuse_others(self._client, address)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the cluster."""
        self.close()

    def close(self) -> None:
        """Leave the cluster; what it is still at is forgotten."""
        self._client.close(timeout=_PATIENCE_SECONDS)

    def __call__(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterator[_Out]:
        """Results in the order of the columns."""
        rows = zip(*columns, strict=True)
        first = list(islice(rows, FEW))
        if beside is not None and len(first) < FEW:  # sending it would take longer
            yield from starmap(partial(work, beside), first)
            return
        yield from self._spread(work, chain(first, rows), beside)

    def _spread(
        self, work: Callable[..., _Out], rows: Iterator[tuple[object, ...]], beside: object
    ) -> Iterator[_Out]:
        here = work if beside is None else partial(work, beside)
        try:
            along = () if beside is None else (self._everywhere(beside),)
        except Exception:  # noqa: BLE001  whatever failed there is done here
            yield from starmap(here, rows)
            return
        waiting: list[tuple[list[tuple[object, ...]], Future[Any]]] = []
        while True:
            room = max(1, _AHEAD * sum(self._client.nthreads().values())) - len(waiting)
            for _ in range(room):
                if chunk := list(islice(rows, CHUNK)):
                    sent = self._client.submit(packed_results, work, chunk, *along, pure=False)
                    waiting.append((chunk, sent))
            if not waiting:
                return
            chunk, sent = waiting.pop(0)
            yield from self._results(here, chunk, sent)

    def _everywhere(self, beside: object) -> Any:  # noqa: ANN401
        """Something large, kept by every worker until it is forgotten here."""
        return self._client.scatter(beside, broadcast=True, hash=False)

    @staticmethod
    def _results(
        work: Callable[..., _Out], rows: Sequence[tuple[object, ...]], sent: Future[Any]
    ) -> Iterator[_Out]:
        try:
            packed = sent.result()
        except Exception:  # noqa: BLE001  whatever failed there: done here it succeeds, or is told
            yield from (work(*row) for row in rows)
            return
        yield from (unpack(work, each) for each in packed)


def packed_results(
    work: Callable[..., Any], rows: Sequence[tuple[object, ...]], *beside: object
) -> list[bytes]:
    """What a worker does with a chunk."""
    return [pack(work(*beside, *row)) for row in rows]


def _joined(address: str) -> Any:  # noqa: ANN401  the client's methods have no types
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        message = "`--dask` needs the package `distributed`"
        hint = "install it with `pip install 'kztimeline[dask]'`"
        raise UsageError(message, hint=hint) from error
    nobody = UsageError(f"no Dask scheduler answers at `{address}`", hint=_HINT)
    if not _ADDRESS.fullmatch(address):
        raise nobody
    try:
        return distributed.Client(address, timeout=_PATIENCE_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise nobody from error


def _refuse_others(client: Any, address: str) -> None:  # noqa: ANN401
    """Workers must be there, and give what this program gives."""
    try:
        found = client.run(fingerprint)
    except Exception as error:
        message = f"the workers of `{address}` cannot run kztimeline: {error}"
        raise UsageError(message, hint="install the same version on all of them") from error
    if not found:
        message = f"the Dask scheduler at `{address}` has no workers"
        raise UsageError(message, hint=f"start some: `dask worker {address}`")
    other = sorted(name for name, theirs in found.items() if theirs != fingerprint())
    if other:
        which = f"{len(other)} of {len(found)} workers, such as `{other[0]}`"
        message = f"another kztimeline, Python or library runs on {which}"
        raise UsageError(message, hint="install the same versions on all of them")
