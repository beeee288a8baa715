"""Where a text is worth a walk: runs of words that a time is made of, found in one scan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from kztimeline.textual.lexemes import Lexeme, cut, lexemes, low, made
from kztimeline.textual.spans import Span

_FOREIGN, _KNOWN, _TELLING, _FIGURE = "0", "1", "2", "3"
_RUN = re.compile("1*2[123]*|1*3[123]+|1+3")  # a lone small number is no time
_YEAR_FIGURES = 4
_BESIDE = 1  # lexemes around a run that can forbid a rule
_PIECES_KEPT = 16_384  # the words of much news, in some two megabytes
_DIGIT_TRIGGER = re.compile(  # begins with a class: six times as fast as with a choice
    r"[\d’'](?:"
    r"(?<=\d)(?:[/.:-]\d|(?:st|nd|rd|th)\b|\s?[ap]\.?m\b)"
    r"|(?<=[12])(?<![\d,.].)\d{3}(?!\d)"
    r"|(?<=[’'])\d0s)"
)
# A text as bytes of the same places, in which all but ASCII letters are blanks.
_BLANKED = bytes(
    ord(chr(code).lower()) if chr(code).isalpha() and chr(code).isascii() else ord(" ")
    for code in range(256)
)


class Runs:
    """All words that a time and what belongs to it are made of; it needs a trigger or a number."""

    def __init__(
        self, known: Iterable[str], triggers: Iterable[str], numbers: Iterable[str]
    ) -> None:
        """Take words as tables write them: “a.m.” stands for its letters and its dots."""
        telling = frozenset(triggers)
        parts = {lexeme.low for word in known for lexeme in lexemes(word, 0, len(word))}
        self._triggers = frozenset(longest for word in telling if (longest := _longest(word)))
        self._kinds = _Kinds(
            dict.fromkeys(parts, _KNOWN)
            | dict.fromkeys(numbers, _FIGURE)
            | dict.fromkeys(telling, _TELLING)
        )

    def of(self, text: str, stretches: Iterable[Span]) -> Iterator[tuple[int, list[Lexeme]]]:
        """Runs with the number of their stretch, as lexemes without classes.

        Each has its surroundings; near ones come in one piece. A stretch in which no rule can fit
        costs a quick look at its words.
        """
        plain, triggers = _blanked(text), self._triggers
        for number, (start, end) in enumerate(stretches):
            if not triggers.isdisjoint(plain[start:end].split()) or _DIGIT_TRIGGER.search(
                text[start:end]
            ):
                for run in self._within(text, start, end):
                    yield number, run

    def _within(self, text: str, start: int, end: int) -> Iterator[list[Lexeme]]:
        pieces = cut(text, start, end)
        marks = "".join(map(self._kinds.__getitem__, pieces))
        borders = list(accumulate(map(len, pieces), initial=start))
        first = after = 0
        for run in _RUN.finditer(marks):
            if run.start() - _BESIDE > after:
                if after:
                    yield made(pieces[first:after], borders[first], start)
                first = run.start() - _BESIDE
            after = min(run.end() + _BESIDE, len(marks))
        if after:
            yield made(pieces[first:after], borders[first], start)


class _Kinds(dict[str, str]):
    """Kinds of pieces as they stand in a text; a piece met often is judged once."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> str:
        word = low(piece)
        kind = self._words.get(word) or _kind(word)
        if len(self) < _PIECES_KEPT:
            self[piece] = kind
        return kind


def _kind(word: str) -> str:
    if not word[0].isdecimal():
        return _FOREIGN
    return _TELLING if len(word) >= _YEAR_FIGURES else _FIGURE


def _blanked(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_BLANKED)


def _longest(word: str) -> bytes:
    """What stays of a word in a blanked text, or the longest part of it."""
    return max(_blanked(word).split(), key=len, default=b"")
