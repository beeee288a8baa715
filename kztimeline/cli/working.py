"""How the work is done, from the options: here or elsewhere, and past what is known already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from kztimeline.cli.messages import say
from kztimeline.cli.options import Talking, Working
from kztimeline.mappers import Processes, Remembered, Store, cache_folder, cores
from kztimeline.model import Mapper, UsageError

if TYPE_CHECKING:
    from kztimeline.mappers.cluster import DaskCluster

_HINT = "--jobs is auto or a number from 1 on"


@contextmanager
def spread(working: Working, talking: Talking) -> Iterator[Mapper]:
    """The mapper that is asked for; what the cache could not do is told when all is done."""
    with ExitStack() as ending:
        workers = _workers(working)
        ending.callback(workers.close)
        each: Mapper = workers
        if working.cache:
            store = Store(cache_folder())
            ending.callback(_tell, store, talking)
            each = Remembered(each, store)
        yield each


def _workers(working: Working) -> Processes | DaskCluster:
    """Those of the cluster that is named, else processes of this machine."""
    number = jobs(working.jobs)
    if working.dask is None:
        return Processes(number)
    from kztimeline.mappers.cluster import DaskCluster

    return DaskCluster(working.dask)


def jobs(word: str) -> int:
    """The number of processes that an option names."""
    if word.lower() == "auto":
        return cores()
    if not word.isdecimal() or int(word) < 1:
        message = f"cannot work with `{word}` processes"
        raise UsageError(message, hint=_HINT)
    return int(word)


def _tell(store: Store, talking: Talking) -> None:
    store.close()
    if not talking.quiet:
        for trouble in store.troubles:
            say(f"warning: {trouble}")
