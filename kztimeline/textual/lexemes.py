"""Words, digit runs and marks of a text with their places: what grammar rules walk over."""

from __future__ import annotations

import re
from typing import NamedTuple

_LEXEME = re.compile(
    r"([\s\u00ad]*)("
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 2,030: a count, never a year
    r"|\d{3,}\.\d+(?!\.?\d)"  # 2082.1: an index, never a year
    r"|\d+"
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


def lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, in order, without classes.

    >>> [lexeme.low for lexeme in lexemes("On Jan. 5, 2,030 men", 0, 20)]
    ['on', 'jan', '.', '5', ',', '2,030', 'men']
    """
    out: list[Lexeme] = []
    make, keep = (
        tuple.__new__,
        out.append,
    )  # half the time of calling the class, in the busiest loop
    at = start
    for gap, word in _LEXEME.findall(text, start, end):
        begin = at + len(gap)
        at = begin + len(word)
        low = word.lower()
        if _SOFT_HYPHEN in low:
            low = low.replace(_SOFT_HYPHEN, "")
        keep(make(Lexeme, (begin, at, low, not gap and bool(out), low[0] != word[0], ())))
    return out
