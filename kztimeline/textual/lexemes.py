"""Words, digit runs and marks of a text with their places: what grammar rules walk over."""

from __future__ import annotations

import re
from typing import NamedTuple

_LEXEME = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 2,030: a count, never a year
    r"|\d{3,}\.\d+(?!\.?\d)"  # 2082.1: an index, never a year
    r"|\d+"
    r"|[^\W\d_]+(?:\u00ad[^\W\d_]+)*"  # a soft hyphen is no border
    r"|[^\s\u00ad]"
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
    last = -1
    make = tuple.__new__  # half the time of calling the class, in the busiest loop of all
    for found in _LEXEME.finditer(text, start, end):
        word = found.group()
        begin, stop = found.span()
        low = word.lower()
        if _SOFT_HYPHEN in low:
            low = low.replace(_SOFT_HYPHEN, "")
        out.append(make(Lexeme, (begin, stop, low, begin == last, low[0] != word[0], ())))
        last = stop
    return out
