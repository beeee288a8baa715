"""Start-up, build and reading speed beside what is promised: a report, never a test.

    python -m kztimeline.evaluation.speed [SAMPLES]

Each figure is a whole process, cold; of several runs the fastest, since a busy machine only ever
adds. The large texts are made of the samples' own paragraphs, so that nothing need be fetched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

RUNS = 3
SMALL, LARGE = 1_000_000, 5_000_000  # bytes of text
ARTICLE = 4_000  # bytes, as news articles are
MEGA = 1_000_000
KILO = 1_000
SUFFIXES = (".txt", ".md")


class Run(NamedTuple):
    """One process: how long, and the most memory it held."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str]) -> int:
    """Print one line a measure: what, how much, what is promised."""
    samples = Path(arguments[0] if arguments else "samples")
    if not samples.is_dir():
        print(f"no folder `{samples}`: name one with articles", file=sys.stderr)
        return 2
    _report("--help", best(["--help"]).seconds, "s", "under 0.3")
    _report("build samples", best(["build", str(samples), "-f", "json"]).seconds, "s", "under 2")
    for size in (SMALL, LARGE):
        with tempfile.TemporaryDirectory() as folder:
            written = write_articles(samples, Path(folder), size)
            run = best(["dates", folder, "-f", "jsonl"])
        name = f"dates, {written / MEGA:.0f} MB"
        _report(name, written / run.seconds / MEGA, "MB/s", "at least 1")
        _report(f"{name}: memory", run.megabytes, "MB", "the same for both")
    return 0


def best(arguments: Sequence[str]) -> Run:
    """The fastest of some runs."""
    return min(measure(arguments) for _ in range(RUNS))


def measure(arguments: Sequence[str]) -> Run:
    """One run of the program in a process of its own; `OSError` where it fails."""
    command = [sys.executable, "-m", "kztimeline", *arguments]
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        message = f"`{' '.join(command)}` ended with {process.returncode}"
        raise OSError(message)
    return Run(seconds, usage.ru_maxrss / KILO)


def write_articles(samples: Path, folder: Path, size: int) -> int:
    """Fill a folder with articles of the samples' paragraphs, dated one day each; bytes written."""
    written = 0
    for number, text in enumerate(_articles(samples)):
        if written >= size:
            break
        day = f"2022-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        (folder / f"{day}-{number:05d}.txt").write_text(text, encoding="utf-8")
        written += len(text.encode())
    return written


def _articles(samples: Path) -> Iterator[str]:
    files = sorted(path for path in samples.rglob("*") if path.suffix in SUFFIXES)
    bodies = [path.read_text(encoding="utf-8").split("\n\n") for path in files]
    paragraphs = cycle([paragraph for body in bodies for paragraph in body[2:]])
    while True:
        article: list[str] = []
        while sum(map(len, article)) < ARTICLE:
            article.append(next(paragraphs))
        yield "\n\n".join(article)


def _report(name: str, figure: float, unit: str, promised: str) -> None:
    print(f"{name:22}{figure:9.2f} {unit:5} {promised}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
