"""Words, digit runs and marks of a text with their places: what grammar rules walk over."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import NamedTuple

_LEXEME = re.compile(
    r"([\s\u00ad]*)("
    r"[a-zA-Z]+(?![^\W\d_]|\u00ad)"  # most words, found in half the time
    r"|(?=\d)(?:"
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 2,030: a count, never a year
    r"|\d{3,}\.\d+(?!\.?\d)"  # 2082.1: an index, never a year
    r"|\d+)"
    r"|[^\W\d_]+(?:\u00ad[^\W\d_]+)*"  # a soft hyphen is no border
    r"|[^\s\u00ad])"
)
_SOFT_HYPHEN = "\u00ad"


class Lexeme(NamedTuple):
    """One word, number or mark, or several read as one.

    `low` is the text in small letters without soft hyphens; `is_glued` tells that no white space
    stands before it; `is_capital` that it begins with a capital letter. `classes` are the word
    classes that a lexicon knows it by, as (name, value); empty for most words.
    """

    start: int
    end: int
    low: str
    is_glued: bool
    is_capital: bool
    classes: tuple[tuple[str, str | int], ...] = ()


class Cuts:
    """A stretch of text cut into lexemes that are not made yet: most are judged by their word.

    `lows` are the words in small letters, as in `Lexeme`.
    """

    __slots__ = ("_borders", "_text", "lows")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Cut `text[start:end]`."""
        found = _LEXEME.findall(text, start, end)
        self._text = text
        # gaps and words in turn: the n-th word lies between borders 2n + 1 and 2n + 2
        self._borders = list(accumulate(map(len, chain.from_iterable(found)), initial=start))
        self.lows = [word.lower() for _, word in found]
        if text.find(_SOFT_HYPHEN, start, end) >= 0:  # of the stretch: a text may be large
            self.lows = [low.replace(_SOFT_HYPHEN, "") for low in self.lows]

    def made(self, first: int, after: int) -> list[Lexeme]:
        """The lexemes `[first, after)`, in order, without classes."""
        text, borders, lows = self._text, self._borders, self.lows
        new = tuple.__new__  # half the time of calling the class, in a busy loop
        return [
            new(
                Lexeme,
                (
                    begin := borders[2 * at + 1],
                    borders[2 * at + 2],
                    lows[at],
                    at > 0 and borders[2 * at] == begin,
                    lows[at][0] != text[begin],
                    (),
                ),
            )
            for at in range(first, after)
        ]


def lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, in order, without classes.

    >>> [lexeme.low for lexeme in lexemes("On Jan. 5, 2,030 men", 0, 20)]
    ['on', 'jan', '.', '5', ',', '2,030', 'men']
    """
    cuts = Cuts(text, start, end)
    return cuts.made(0, len(cuts.lows))
