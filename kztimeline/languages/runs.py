"""Where a text is worth a walk: runs of words that a time is made of, found in one scan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation

from kztimeline.languages.grammar import Triggers
from kztimeline.languages.lexicon import Lexicon
from kztimeline.textual.lexemes import LONGEST_KEPT, PIECES_KEPT, Lexeme, cut, form, lexemes
from kztimeline.textual.spans import Span

_FOREIGN, _KNOWN, _ALONE, _TELLING, _NUMBER, _FIGURE = "0", "1", "2", "3", "4", "5"
# a word that tells nothing alone, a lone small number: no time
_RUN = re.compile(  # begins with a class: a third of the time
    "[1-5](?:(?<=1)1*+[2-5][1-5]*+|(?<=2)[1-5]*+|(?<=[345])[1-5]++)"
)
_YEAR_FIGURES = 4
_BEFORE, _BEHIND = 1, 3  # lexemes around a run that can forbid a rule
_DIGIT_TRIGGER = re.compile(  # begins with a class: six times as fast as with a choice
    r"[\d’'](?:"
    r"(?<=\d)(?:[/:-]\d|\s:\s\d\d|\.\d\d?(?:\.\d|\s?h)|(?:st|nd|rd|th)\b|\s?[APap]\.?[Mm]\b)"
    r"|(?<=[012])(?<![\d,.].)\d{3}(?!\d)"
    r"|(?<=[’'])\d0s|(?<=[2-9])0s\b)"
)
# A text as bytes of the same places, in which all but ASCII letters are blanks.
_BLANKED = bytes(
    ord(chr(code).lower()) if chr(code).isalpha() and chr(code).isascii() else ord(" ")
    for code in range(256)
)
# The same with a nought for each figure, and for what is not ASCII.
_FIGURES = bytes(ord("0" if chr(code) in "0123456789?" else " ") for code in range(256))


class Runs:
    """All words that a time and what belongs to it are made of; it needs a trigger or a number."""

    def __init__(self, known: Iterable[str], triggers: Triggers, lexicon: Lexicon) -> None:
        """Take words as tables write them: “a.m.” stands for its letters and its dots."""
        parts = {lexeme.low for word in known for lexeme in lexemes(word, 0, len(word))}
        words = {part for part in parts if not part.isdecimal()}  # a figure counts by its length
        plain = dict.fromkeys(words, _KNOWN) | dict.fromkeys(lexicon.numbers, _NUMBER)
        telling = {word: _ALONE if word in triggers.alone else _TELLING for word in triggers.words}
        small = {word: kind for word, kind in telling.items() if word in triggers.small}
        heads = {part for word in telling.keys() | lexicon.year_openers if (part := _longest(word))}
        # One pass for all of them, an eighth of the time of looking each word of a text up.
        self._triggers = BytesAhoCorasick(
            [b" %b " % part for part in sorted(heads)], implementation=Implementation.DFA
        )
        self._kinds = _Kinds(plain | telling, plain | small)
        self._read = lexicon.read

    def of(
        self, text: str, stretches: Iterable[Span], opened: Collection[str] = ()
    ) -> Iterator[tuple[int, list[Lexeme]]]:
        """Runs with the number of their stretch, as the lexicon reads them.

        Each has its surroundings; near ones come in one piece. A stretch in which no rule can fit
        costs a quick look at its words. From when on `opened` holds something, any figures tell.
        """
        letters = text.encode("ascii", "replace")
        plain, figures = b" %b " % letters.translate(_BLANKED), letters.translate(_FIGURES)
        found = self._triggers.find_matches_as_indexes(plain, overlapping=True)
        places = [start for _, start, _ in found]  # a blank before, one at the head
        places.append(len(text))
        for number, (start, end) in enumerate(stretches):
            if (
                opened
                or places[bisect_left(places, start)] < end
                or (figures.find(b"0", start, end) >= 0 and _DIGIT_TRIGGER.search(text[start:end]))
            ):
                for run in self._within(text, start, end, opened):
                    yield number, run

    def _within(
        self, text: str, start: int, end: int, opened: Collection[str]
    ) -> Iterator[list[Lexeme]]:
        pieces = cut(text, start, end)
        marks = "".join(map(self._kinds.__getitem__, pieces))
        first = after = 0
        for run in _RUN.finditer(marks):
            begin, behind = run.span()
            begin = max(begin - _BEFORE, 0)
            if not (opened or _tells(run[0])):
                place = start + _length(pieces[:begin])
                end_of_run = place + _length(pieces[begin:behind])
                if not _DIGIT_TRIGGER.search(text, place, end_of_run):
                    continue
            if begin > after:
                if after:
                    yield self._read(pieces[first:after], start + _length(pieces[:first]), start)
                first = begin
            after = min(behind + _BEHIND, len(marks))
        if after:
            yield self._read(pieces[first:after], start + _length(pieces[:first]), start)


class _Kinds(dict[str, str]):
    """Kinds of pieces as they stand in a text; a piece met often is judged once."""

    def __init__(self, capitals: Mapping[str, str], small: Mapping[str, str]) -> None:
        super().__init__()
        self._words = small, capitals

    def __missing__(self, piece: str) -> str:
        word, is_capital, _ = form(piece)
        kind = self._words[is_capital].get(word) or _kind(word)
        if len(piece) <= LONGEST_KEPT and len(self) < PIECES_KEPT:
            self[piece] = kind
        return kind


def _length(pieces: Sequence[str]) -> int:
    return len("".join(pieces))


def _tells(marks: str) -> bool:
    """Whether a run has a word that tells, or numbers enough to say a year."""
    return _ALONE in marks or _TELLING in marks or marks.count(_NUMBER) > 1


def _kind(word: str) -> str:
    if not word[0].isdecimal():
        return _FOREIGN
    return _ALONE if len(word) >= _YEAR_FIGURES and word.isdecimal() else _FIGURE


def _blanked(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_BLANKED)


def _longest(word: str) -> bytes:
    """What stays of a word in a blanked text, or the longest part of it."""
    return max(_blanked(word).split(), key=len, default=b"")
