"""Fuzzes the program: targets by name, for some minutes or inputs; a failing input is kept.

    python tests/fuzz                       what targets there are
    python tests/fuzz times --minutes 20    one of them; several, or `all`, share the time equally
    python tests/fuzz times --guided        by coverage, with atheris (pip install -e '.[fuzz]')
    python tests/fuzz times --again FILE    one input that was kept, with its traceback

An input is a few hundred bytes, read as choices; the same bytes make the same article. One that
breaks a law, raises, or takes longer than its bound goes to `fuzz-failures/` and is told of once
for each place it fails at. Not a part of the gate: what is found gets a row in the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

if "--guided" in sys.argv:  # what is imported here is watched
    import atheris

    with atheris.instrument_imports(include=["kztimeline"]):
        import fuzz.targets  # noqa: F401

from fuzz.draw import Draw  # noqa: E402 — only now can it be found
from fuzz.targets import TARGETS  # noqa: E402

BOUND = 4  # seconds for an input of a few thousand characters; most take a hundredth of one
SIZES = (24, 80, 200, 500, 1500)  # bytes of choices
EVERY = 30  # seconds between two words about how far it is


class TooSlowError(BaseException):
    """An input took longer than its bound; no program catches it."""


class Failure(NamedTuple):
    """What went wrong and where, so that the same is told once."""

    kind: str
    place: str


def main() -> int:
    """Run what is asked for; 1 if anything failed."""
    asked = _arguments()
    if not asked.targets:
        print("\n".join(f"{name:12} {_purpose(name)}" for name in TARGETS))
        return 0
    names = list(TARGETS) if asked.targets == ["all"] else asked.targets
    if asked.again:
        TARGETS[names[0]](Draw(asked.again.read_bytes()))
        return 0
    if asked.guided:
        return _guided(names[0], asked)
    seconds = 60 * asked.minutes / len(names)
    return max(_run(name, seconds, asked) for name in names)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, "all", []], metavar="TARGET")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=None, help="another run, or the same again")
    parser.add_argument("--guided", action="store_true", help="by coverage, with atheris")
    parser.add_argument("--again", type=Path, metavar="FILE", help="one input that was kept")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), metavar="FOLDER")
    return parser.parse_args()


def _purpose(name: str) -> str:
    return (TARGETS[name].__doc__ or "").split("\n")[0]


def _run(name: str, seconds: float, asked: argparse.Namespace) -> int:
    """Random inputs until the time or the number is up."""
    seed = time.time_ns() if asked.seed is None else asked.seed
    chooser = random.Random(seed)  # noqa: S311 — no secret
    start = told = time.monotonic()
    seen: dict[Failure, int] = {}
    count = 0
    while count < asked.inputs and time.monotonic() - start < seconds:
        raw = chooser.randbytes(chooser.choice(SIZES))
        count += 1
        if failure := attempt(name, raw):
            seen[failure] = seen.get(failure, 0) + 1
            if seen[failure] == 1:
                _keep(asked.keep, name, raw, failure)
        if time.monotonic() - told > EVERY:
            told = time.monotonic()
            _tell(name, count, told - start, seen)
    _tell(name, count, time.monotonic() - start, seen, seed)
    return 1 if seen else 0


def _tell(
    name: str, count: int, seconds: float, seen: dict[Failure, int], seed: int | None = None
) -> None:
    ends = f"; --seed {seed}" if seed is not None else ""
    print(f"{name}: {count:,} inputs in {seconds:.0f} s, {len(seen)} places fail{ends}", flush=True)


def attempt(name: str, raw: bytes) -> Failure | None:
    """One input; what failed, if anything did."""
    try:
        with _bounded():
            TARGETS[name](Draw(raw))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 — whatever it is, it is what we are here for
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "kztimeline" in f.filename] or frames
        if isinstance(error, TooSlowError):
            return Failure(
                "TooSlowError", next((f.name for f in ours if "kztimeline" in f.filename), "")
            )
        last = ours[-1]
        law = frames[-1]
        return Failure(
            type(error).__name__,
            f"{Path(last.filename).name}:{last.lineno} {law.name}:{law.lineno} {law.line}",
        )
    return None


@contextmanager
def _bounded() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, BOUND)  # of this process alone: others may be busy
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _keep(folder: Path, name: str, raw: bytes, failure: Failure) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-{hashlib.sha256(raw).hexdigest()[:8]}"
    path.write_bytes(raw)
    print(f"{name}: {failure.kind} at {failure.place}; again: --again {path}", flush=True)


def _guided(name: str, asked: argparse.Namespace) -> int:
    """By coverage: only what reaches something new is mutated on."""
    seen: set[Failure] = set()

    def one(raw: bytes) -> None:
        failure = attempt(name, raw)
        if failure and failure not in seen:
            seen.add(failure)
            _keep(asked.keep, name, raw, failure)

    known = asked.keep / f"corpus-{name}"
    known.mkdir(parents=True, exist_ok=True)
    limits = [
        f"-max_total_time={int(asked.minutes * 60)}",
        f"-runs={asked.inputs}",
        "-max_len=1500",
    ]
    atheris.Setup(["fuzz", str(known), *limits, "-print_final_stats=1"], one)
    atheris.Fuzz()
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
