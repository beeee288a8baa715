"""Where in a sentence a time can stand: runs of words that rules know, one of them a telling one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from kztimeline.textual.lexemes import Cuts, Lexeme, lexemes
from kztimeline.textual.spans import Span

_FOREIGN, _KNOWN, _TRIGGER, _FIGURE = "0", "1", "2", "3"
_RUN = re.compile(f"{_KNOWN}*[{_TRIGGER}{_FIGURE}][{_KNOWN}{_TRIGGER}{_FIGURE}]*")
_TELLING_FIGURE = re.compile(  # begins with a class: six times as fast as with a choice
    r"[\d’'](?:"
    r"(?<=\d)(?:[/.:-]\d|(?:st|nd|rd|th)\b|\s?[ap]\.?m\b)"
    r"|(?<=[12])(?<![\d,.].)\d{3}(?!\d)"
    r"|(?<=[’'])\d0s)"
)
_BESIDE = 1  # lexemes around a run that can forbid a rule
_WORDS_KEPT = 65_536  # a large folder's vocabulary
_STRETCH = 100_000  # characters cut at once: flat memory for a book


class Runs:
    """All words that a time and what belongs to it are made of.

    A sentence is looked at if it has a trigger or a figure that looks like a time; there each run
    that holds a trigger or any number.
    """

    def __init__(
        self, known: Iterable[str], triggers: AbstractSet[str], numbers: AbstractSet[str]
    ) -> None:
        """Take words as tables write them: “a.m.” stands for its letters and its dots."""
        parts = {lexeme.low for word in known for lexeme in lexemes(word, 0, len(word))}
        self._kinds = _Kinds(
            dict.fromkeys(parts, _KNOWN)
            | dict.fromkeys(numbers, _FIGURE)
            | dict.fromkeys(triggers, _TRIGGER)
        )

    def of(self, text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, list[Lexeme]]]:
        """Runs with their neighbours, as lexemes without classes, and the index of the sentence."""
        first = 0
        while first < len(sentences):
            start = sentences[first].start
            after = first + 1
            while after < len(sentences) and sentences[after].end - start <= _STRETCH:
                after += 1
            yield from self._within(text, sentences[first:after], first)
            first = after

    def _within(
        self, text: str, sentences: Sequence[Span], number: int
    ) -> Iterator[tuple[int, list[Lexeme]]]:
        cuts = Cuts(text, sentences[0].start, sentences[-1].end)
        marks = "".join(map(self._kinds.__getitem__, cuts.lows))
        after = 0
        for index, (start, end) in enumerate(sentences, number):
            first = cuts.index(start, after)
            after = cuts.index(end, first)
            has_figure = marks.find(_FIGURE, first, after) >= 0
            if marks.find(_TRIGGER, first, after) >= 0 or (
                has_figure and _TELLING_FIGURE.search(text[start:end])
            ):
                for begin, behind in _pieces(marks, first, after):
                    yield index, cuts.made(begin, behind, first)


class _Kinds(dict[str, str]):
    """What each word is to a run; those in no table are worked out once."""

    def __missing__(self, low: str) -> str:
        kind = _FIGURE if low[0].isdecimal() else _FOREIGN
        if len(self) < _WORDS_KEPT:
            self[low] = kind
        return kind


def _pieces(marks: str, first: int, after: int) -> Iterator[tuple[int, int]]:
    """Runs and their neighbours; those that share a lexeme are one."""
    begin = behind = first
    for run in _RUN.finditer(marks, first, after):
        if run.start() - _BESIDE > behind:
            if behind > first:
                yield begin, behind
            begin = run.start() - _BESIDE
        behind = min(run.end() + _BESIDE, after)
    if behind > first:
        yield begin, behind
