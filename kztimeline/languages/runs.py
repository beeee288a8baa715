"""Where a sentence is worth a walk: runs of words that a time is made of, found in one scan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kztimeline.textual.lexemes import Cuts, Lexeme, lexemes

_FOREIGN, _KNOWN, _TELLING, _FIGURE = "0", "1", "2", "3"
_RUN = re.compile("1*2[123]*|1*3[123]+|1+3")  # a lone small number is no time
_YEAR_FIGURES = 4
_BEFORE, _BEHIND = 1, 3  # lexemes around a run that can forbid a rule


class Runs:
    """All words that a time and what belongs to it are made of; it needs a trigger or a number."""

    def __init__(
        self, known: Iterable[str], triggers: Iterable[str], numbers: Iterable[str]
    ) -> None:
        """Take words as tables write them: “a.m.” stands for its letters and its dots."""
        parts = {lexeme.low for word in known for lexeme in lexemes(word, 0, len(word))}
        words = {part for part in parts if not part.isdecimal()}  # a figure counts by its length
        self._kinds = (
            dict.fromkeys(words, _KNOWN)
            | dict.fromkeys(numbers, _FIGURE)
            | dict.fromkeys(triggers, _TELLING)
        )

    def of(self, text: str, start: int, end: int) -> Iterator[list[Lexeme]]:
        """Runs with their surroundings, as lexemes without classes; near ones in one piece."""
        cuts = Cuts(text, start, end)
        kinds = self._kinds
        marks = "".join(
            kinds[low] if low in kinds else _FOREIGN if low.isalpha() else _kind(low)
            for low in cuts.lows
        )
        first = after = 0
        for run in _RUN.finditer(marks):
            if run.start() - _BEFORE > after:
                if after:
                    yield cuts.made(first, after)
                first = run.start() - _BEFORE
            after = min(run.end() + _BEHIND, len(marks))
        if after:
            yield cuts.made(first, after)


def _kind(low: str) -> str:
    if not low[0].isdecimal():
        return _FOREIGN
    return _TELLING if len(low) >= _YEAR_FIGURES else _FIGURE
