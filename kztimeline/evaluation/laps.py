"""What a stage of the work costs: seconds of processor, articles and megabytes a second, memory."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple, TypeVar

_Out = TypeVar("_Out")

MEGA = 1_000_000
_PEER_SECONDS = 2.0  # of reading by the peer, which is slow: enough to tell its speed


class Lap(NamedTuple):
    """One stage: its name, seconds of processor, and the most memory held up to its end."""

    name: str
    seconds: float
    peak_megabytes: float


class Laps:
    """Measures stage after stage of work on so many articles and bytes."""

    def __init__(self, articles: int, size: int) -> None:
        """Nothing is measured yet."""
        self._articles = articles
        self._size = size
        self._laps: list[Lap] = []

    def run(self, name: str, work: Callable[[], _Out]) -> _Out:
        """The work's result, measured under a name."""
        started = time.process_time()
        result = work()
        self._laps.append(Lap(name, time.process_time() - started, peak_megabytes()))
        return result

    def table(self) -> Iterator[str]:
        """A line a stage, then one for all of them."""
        yield f"{'stage':12}{'seconds':>9}{'articles/s':>12}{'MB/s':>9}{'peak MB':>9}"
        seconds = sum(lap.seconds for lap in self._laps)
        for lap in (*self._laps, Lap("all", seconds, peak_megabytes())):
            spent = max(lap.seconds, 1e-6)
            yield (
                f"{lap.name:12}{lap.seconds:9.2f}{self._articles / spent:12,.0f}"
                f"{self._size / MEGA / spent:9.2f}{lap.peak_megabytes:9,.0f}"
            )

    def speed(self, *names: str) -> float:
        """Megabytes a second of some stages together."""
        spent = sum(lap.seconds for lap in self._laps if lap.name in names)
        return self._size / MEGA / max(spent, 1e-6)


def peak_megabytes() -> float:
    """The most memory this process has held; 0.0 where the system does not tell."""
    try:
        resource = import_module("resource")
    except ImportError:
        return 0.0
    peak: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (MEGA if sys.platform == "darwin" else 1_000)


def search_speed(texts: Iterable[str]) -> float:
    """Megabytes of text a second in which dateparser's own search looks for dates, in English."""
    search = import_module("dateparser.search").search_dates
    search("On 5 May 2024.", languages=["en"])  # its tables are loaded
    read, started = 0, time.process_time()
    for text in texts:
        search(text, languages=["en"])
        read += len(text.encode())
        if time.process_time() - started > _PEER_SECONDS:
            break
    return read / MEGA / max(time.process_time() - started, 1e-6)
