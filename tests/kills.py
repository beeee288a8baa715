"""A build killed at random moments, and its workers: what is left is whole, the next build right.

    python tests/kills.py [MOMENTS]

Builds a made folder once undisturbed, then MOMENTS times (20) with a worker killed (kill -9) at a
random moment, which must change nothing, and as often with the build itself killed, which must
leave the old result or the new one, no process, and a cache from which the next build is right.
By hand, for it takes minutes; each moment is printed, so that a failure can be tried again.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kztimeline.evaluation.corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 150
MOMENTS = 20


def main(arguments: list[str]) -> int:
    """Print one line a moment; 1 if any went wrong."""
    moments = int(arguments[0]) if arguments else MOMENTS
    draw = random.Random(7)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as place:
        bench = Kills(Path(place))
        wrong = sum(
            not run(draw.uniform(0.05, 0.95) * bench.seconds)
            for run in (bench.kill_a_worker, bench.kill_the_build)
            for _ in range(moments)
        )
    print(f"{2 * moments} killed, {wrong} went wrong")
    return 1 if wrong else 0


class Kills:
    """A folder, its timeline, and how long it takes."""

    def __init__(self, place: Path) -> None:
        """Build it undisturbed."""
        self._place = place
        write_corpus(ROOT / "samples", place / "articles", ARTICLES)
        started = time.monotonic()
        self._finish(self._start("--jobs", "2", "--no-cache"))
        self.seconds = time.monotonic() - started
        self._right = self._written()

    def kill_a_worker(self, moment: float) -> bool:
        """Whether the result is the same although a worker is gone."""
        process = self._start("--jobs", "2", "--no-cache")
        time.sleep(moment)
        killed = children(process.pid)[:1]
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        self._finish(process)
        is_right = process.returncode == 0 and self._written() == self._right
        print(f"worker {'killed' if killed else 'was done'} at {moment:.2f} s: {said(is_right)}")
        return is_right

    def kill_the_build(self, moment: float) -> bool:
        """Whether the old result stays, nobody is left, and the next build is right."""
        result = self._place / "t.json"
        result.write_bytes(b"old")
        process = self._start("--jobs", "2")
        time.sleep(moment)
        workers = children(process.pid)
        process.kill()
        self._finish(process)
        is_whole = result.read_bytes() in {b"old", self._right}
        is_alone = gone(workers)
        self._finish(self._start("--jobs", "2"))
        is_right = is_whole and is_alone and self._written() == self._right
        self._finish(self._start("clear", command="cache"))
        print(f"build killed at {moment:.2f} s: {said(is_right)}")
        return is_right

    def _start(self, *arguments: str, command: str = "build") -> subprocess.Popen[bytes]:
        given = ("articles", "-q", "-o", "t.json") if command == "build" else ()
        home = str(self._place / "cache")
        return subprocess.Popen(
            [sys.executable, "-m", "kztimeline", command, *given, *arguments],
            cwd=self._place,
            env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": home},
            stderr=subprocess.DEVNULL,
        )

    @staticmethod
    def _finish(process: subprocess.Popen[bytes]) -> None:
        process.communicate(timeout=600)

    def _written(self) -> bytes:
        return (self._place / "t.json").read_bytes()


def children(pid: int) -> list[int]:
    """Its processes, as Linux lists them."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def gone(pids: list[int]) -> bool:
    """Whether all of them end within some seconds."""
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


def said(is_right: bool) -> str:  # noqa: FBT001
    """In a word."""
    return "right" if is_right else "WRONG"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
