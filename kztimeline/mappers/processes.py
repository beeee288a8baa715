"""Work spread over processes of this machine; a process that dies costs nothing but time."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, count, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from msgspec import Struct

from kztimeline.mappers.packing import unpack
from kztimeline.mappers.worker import Rows, serve, undisturbed

_Out = TypeVar("_Out")

FEW = 8  # pieces that are done here before a process would be ready for them
FEW_LEANING = 2  # of those that lean on something beside, which are blocks of work
CHUNK = 4  # pieces sent at once, but those that lean: a fifth of a second of work on long articles
_AHEAD = 64  # chunks that may be done before the one that is waited for
# Chunks that a process may hold while whoever waits for them has other work. Only of what leans on
# something beside: such a chunk is a few numbers, which never fill a pipe that nobody reads.
_HELD = 8
_DEATHS = 2  # of processes over one chunk, which is then done here


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Worker(Struct):
    """A process, our end of its pipe, and the chunks it holds: it works at the first."""

    process: BaseProcess
    pipe: Connection
    chunks: list[int] = []


class Processes:
    """A `Mapper` over `jobs` processes, started when there is work for them; close it at the end.

    Results come in order. What a dead process was at is done by another one, after two deaths here;
    so is all, where no process can be started.
    """

    def __init__(self, jobs: int, beside: object = None) -> None:
        """Start nothing yet; each process will have what lies `beside`."""
        self._jobs = jobs
        self._beside = beside
        self._few, self.chunk = (FEW, CHUNK) if beside is None else (FEW_LEANING, 1)
        self._workers: list[_Worker] = []
        self._is_barred = jobs < 2  # noqa: PLR2004  one process more would only wait for this one
        self._begun: list[Processes] = []

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes."""
        self.close()

    def close(self) -> None:
        """End all processes at once; they hold nothing that could be half-written."""
        for own in self._begun:
            own.close()
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def __call__(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterator[_Out]:
        """Results in the order of the columns; a few pieces are done in this process."""
        if beside is not None:
            return self._leaning(work, columns, beside)
        rows = zip(*columns, strict=True)
        first = list(islice(rows, 0 if self._workers else self._few))
        if self._is_barred or not (self._workers or len(first) == self._few):
            return (self.here(work)(*row) for row in chain(first, rows))
        return _Spreading(self, work, chain(first, rows)).results()

    def ahead(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterator[_Out]:
        """The same, begun at once, however few the pieces: this process has other work meanwhile.

        Only where a process can be forked: one that is started from nothing would come too late.
        """
        if self._is_barred or not _may_fork():
            return self(work, *columns, beside=beside)
        own = self if beside is None else Processes(self._jobs, beside)
        spreading = _Spreading(own, work, zip(*columns, strict=True))
        spreading.begin(1 if own is self else _HELD)
        if own is self:
            return spreading.results()
        self._begun.append(own)
        return own.finished(spreading)

    def finished(self, spreading: _Spreading) -> Iterator[Any]:
        """The results of the only run; then the processes end."""
        with self:
            yield from spreading.results()

    def _leaning(
        self, work: Callable[..., _Out], columns: Sequence[Iterable[object]], beside: object
    ) -> Iterator[_Out]:
        """By processes of its own, which have what lies beside by being forked."""
        with Processes(1 if self._is_barred else self._jobs, beside) as own:
            yield from own(work, *columns)

    def here(self, work: Callable[..., _Out]) -> Callable[..., _Out]:
        """The work as it is done in this process."""
        return work if self._beside is None else partial(work, self._beside)

    def freest(self, most: int) -> _Worker | None:
        """The process with least to do, a new one where all have something; fewer than `most`."""
        worker = min(self._workers, key=_load, default=None)
        is_busy = worker is None or worker.chunks
        if is_busy and len(self._workers) < self._jobs and not self._is_barred:
            started = self._tried()
            if started is not None:
                self._workers.append(started)
                return started
        return worker if worker is not None and _load(worker) < most else None

    def busy(self) -> dict[Connection, _Worker]:
        """Those at work, by their pipes."""
        return {worker.pipe: worker for worker in self._workers if worker.chunks}

    def drop(self, worker: _Worker) -> None:
        """Bury a process that is gone."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()

    def _tried(self) -> _Worker | None:
        """A new process; `None`, now and from now on, where that cannot be."""
        may_fork = _may_fork()
        try:
            # What lies beside is larger than the work on it: it is not sent.
            worker = self._started(may_fork=may_fork) if may_fork or not self._beside else None
        except OSError:  # no more processes, no more memory
            worker = None
        self._is_barred = worker is None
        return worker

    def _started(self, *, may_fork: bool) -> _Worker:
        # A fork is quick and brings the loaded tables along, but forks no second thread's locks.
        context = multiprocessing.get_context("fork" if may_fork else "spawn")
        ours, theirs = context.Pipe()
        others = [ours, *(worker.pipe for worker in self._workers)] if may_fork else []
        given = (theirs, others, self._beside)
        process = cast("Any", context).Process(target=serve, args=given, daemon=True)
        with undisturbed():
            process.start()
        theirs.close()
        return _Worker(process, ours)


def _load(worker: _Worker) -> int:
    return len(worker.chunks)


def _may_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


class _Spreading:
    """One run of a function over rows: what is out, what is back, what has to be done again."""

    def __init__(
        self, processes: Processes, work: Callable[..., Any], rows: Iterable[tuple[Any, ...]]
    ) -> None:
        self._processes = processes
        self._work = work
        self._rows = iter(rows)
        self._numbers = count()
        self._sent: dict[int, Rows] = {}
        self._back: dict[int, list[bytes] | None] = {}
        self._again: deque[int] = deque()
        self._deaths: Counter[int] = Counter()
        self._next = 0

    def begin(self, most: int = 1) -> None:
        """Give each process something to do, up to so many chunks."""
        while (chunk := self._taken()) is not None:
            worker = self._processes.freest(most)
            if worker is None:
                self._again.appendleft(chunk)
                return
            self._send(worker, chunk)

    def results(self) -> Iterator[Any]:
        """All results, in order."""
        while True:
            self.begin()
            yield from self._ready()
            self.begin()  # what has been handed over made room
            busy = self._processes.busy()
            if busy:
                for pipe in wait(list(busy)):
                    self._receive(busy[cast("Connection", pipe)])
            elif (chunk := self._taken()) is not None:  # there is nobody to send it to
                self._back[chunk] = None
            elif self._next not in self._back:
                return

    def _send(self, worker: _Worker, chunk: int) -> None:
        worker.chunks.append(chunk)
        try:
            worker.pipe.send((self._work, self._sent[chunk]))
        except OSError:
            self._bury(worker)

    def _taken(self) -> int | None:
        """The next chunk to be done, if there is one."""
        if self._again:
            return self._again.popleft()
        size = self._processes.chunk
        if len(self._sent) >= _AHEAD or not (rows := list(islice(self._rows, size))):
            return None
        chunk = next(self._numbers)
        self._sent[chunk] = rows
        return chunk

    def _receive(self, worker: _Worker) -> None:
        try:
            self._back[worker.chunks[0]] = worker.pipe.recv()
            worker.chunks.pop(0)
        except (EOFError, OSError):
            self._bury(worker)

    def _bury(self, worker: _Worker) -> None:
        """What the dead one was at is suspect; what it held besides goes to others."""
        self._processes.drop(worker)
        chunk, *held = worker.chunks
        self._again.extend(held)
        self._deaths[chunk] += 1
        if self._deaths[chunk] < _DEATHS:
            self._again.append(chunk)
        else:
            self._back[chunk] = None

    def _ready(self) -> Iterator[Any]:
        """Results up to the first chunk that is still out; what failed elsewhere is done here."""
        while self._next in self._back:
            packed, rows = self._back.pop(self._next), self._sent.pop(self._next)
            self._next += 1
            if packed is None:
                yield from (self._processes.here(self._work)(*row) for row in rows)
            else:
                yield from (unpack(self._work, each) for each in packed)
