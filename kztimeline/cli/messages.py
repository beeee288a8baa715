"""Words on standard error: what is wrong, and what now."""

from __future__ import annotations

import sys

from kztimeline.cli.streams import abandon
from kztimeline.outputs.inert import inert

PROGRAM = "kztimeline"


def complain(message: str, hint: str = "") -> None:
    """What is wrong and what now, on standard error; it may quote files, so it is made inert."""
    first, *rest = message.split("\n")
    say(f"{PROGRAM}: error: {inert(first)}")
    for line in rest:
        say(f"  {inert(line)}")
    if hint:
        say(f"hint: {inert(hint)}")


def say(line: str) -> None:
    """A line on standard error; a closed one is no reason to fail."""
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        abandon(sys.stderr)
