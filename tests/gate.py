"""The whole gate in one command: style, types, the plan of the house, behaviour, blind spots."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEPS = (
    ("one hand: format", ["ruff", "format", "--check", "."]),
    ("one hand: rules", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("the plan of the house", ["lint-imports"]),
    ("behaviour", ["pytest", "-q", "-n", "auto", "--cov", "--cov-report="]),
    ("blind spots", ["coverage", "report", "--skip-covered", "--fail-under=95"]),
)


def main() -> int:
    """Run every step, also after one has failed; 0 if all are green."""
    failed = [name for name, command in STEPS if not passes(name, command)]
    print("gate: " + (f"failed: {', '.join(failed)}" if failed else "all green"))
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Whether one step ends well; its output goes straight to the screen."""
    print(f"── {name}: {' '.join(command)}", flush=True)
    started = time.monotonic()
    program = Path(sys.executable).parent / command[0]
    environment = {**os.environ, "HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", "gate")}
    done = subprocess.run([str(program), *command[1:]], cwd=ROOT, check=False, env=environment)
    print(f"   {'ok' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
