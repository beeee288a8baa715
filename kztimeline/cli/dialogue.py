"""Words to and fro: a prompt, an answer typed or piped in, a line a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from kztimeline.cli.streams import deliver
from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look


class Dialogue:
    """Standard output to ask on, standard input to answer on."""

    def __init__(self, look: Look) -> None:
        """Ask in this look."""
        self.look = look

    def ask(self, prompt: str) -> str | None:
        """An answer without its line end; `None` when there are no more."""
        is_typed = sys.stdin.isatty()
        self.show([prompt])
        raw = sys.stdin.buffer.readline()
        answer = inert(raw.decode(sys.stdin.encoding or "utf-8", "replace"))
        if not is_typed:
            self.say(answer)
        elif not raw:
            self.say("")
        return answer if raw else None

    def say(self, words: str) -> None:
        """A line."""
        self.show([f"{words}\n"])

    def show(self, lines: Iterable[str]) -> None:
        """Lines, or a prompt, at once."""
        deliver(lines, None)
