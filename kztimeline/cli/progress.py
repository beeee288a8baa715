"""A bar on standard error for work that takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from kztimeline.cli.endings import check
from kztimeline.cli.options import Talking
from kztimeline.model import ahead

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from kztimeline.model import Mapper

_Out = TypeVar("_Out")

PATIENCE_SECONDS = 1.0


class Watch:
    """Counts articles; a bar comes up when they take long, and only where somebody looks."""

    def __init__(self, total: int, talking: Talking) -> None:
        """Expect `total` articles."""
        self._total = total
        self._done = 0
        self._since = monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._may_show = talking.progress and not talking.quiet and sys.stderr.isatty()

    def over(self, each: Mapper) -> Mapper:
        """The same mapper, with every article counted; a second crossing asks for more."""
        return _Counted(self, each)

    def expect(self, more: int) -> None:
        """These come after all that came."""
        self._total = self._done + more if self._done else self._total

    def count(self, pieces: Iterable[_Out]) -> Iterator[_Out]:
        """The same pieces, counted as they pass."""
        for piece in pieces:
            check()
            yield piece
            self._tick()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _tick(self) -> None:
        self._done += 1
        if not self._may_show or monotonic() - self._since < PATIENCE_SECONDS:
            return
        if self._bar is None:
            self._bar, self._task = _bar(self._total)
        if self._task is not None:
            rate = self._done / (monotonic() - self._since)
            self._bar.update(self._task, completed=self._done, total=self._total, rate=rate)


class _Counted:
    """A mapper whose articles are counted as they come."""

    def __init__(self, watch: Watch, each: Mapper) -> None:
        self._watch = watch
        self._each = each

    def __call__(
        self, work: Callable[..., _Out], /, *columns: Iterable[Any], beside: object = None
    ) -> Iterable[_Out]:
        if beside is not None:  # these are no articles
            return self._each(work, *columns, beside=beside)
        if isinstance(columns[0], Sized):
            self._watch.expect(len(columns[0]))
        return self._watch.count(self._each(work, *columns))

    def ahead(
        self, work: Callable[..., _Out], /, *columns: Iterable[Any], beside: object = None
    ) -> Iterable[_Out]:
        if beside is None:
            return self(work, *columns)
        return ahead(self._each, work, *columns, beside=beside)


def _bar(total: int) -> tuple[Progress, TaskID]:
    """How many of how many, how fast, how long still."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    return bar, bar.add_task("reading", total=total, rate=0.0)
