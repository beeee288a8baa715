"""Words, digit runs and marks of a text with their places: what grammar rules walk over."""

from __future__ import annotations

import re
from typing import NamedTuple

_CORE = (
    r"(?:[a-zA-Z]+(?![^\W\d_]|\u00ad)"  # most words, found in half the time
    r"|(?=\d)(?:"
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 2,030: a count, never a year
    r"|\d{3,}\.\d+(?!\.?\d)"  # 2082.1: an index, never a year
    r"|\d+)"
    r"|[^\W\d_]+(?:\u00ad[^\W\d_]+)*"  # a soft hyphen is no border
    r"|[^\s\u00ad])"
)
_ASCII_CORE = (  # the same for most sentences, in two thirds of the time
    r"(?:[a-zA-Z]+"
    r"|(?=[0-9])(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{3,}\.[0-9]+(?!\.?[0-9])|[0-9]+)"
    r"|[^\t-\r\x1c- ])"
)
# Behind plain blanks first, which are found in two thirds of the time of white space of all kinds.
_PIECE = re.compile(rf" *{_CORE}|[\s\u00ad]+{_CORE}")
_ASCII_PIECE = re.compile(rf" *{_ASCII_CORE}|[\t-\r\x1c- ]+{_ASCII_CORE}")
_SOFT_HYPHEN = "\u00ad"
PIECES_KEPT = 16_384  # the words of much news, in some two megabytes
LONGEST_KEPT = 24  # characters; longer pieces come once
_GAP = (  # what `\s` means, and the soft hyphen
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    f"\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000{_SOFT_HYPHEN}"
)


class Lexeme(NamedTuple):
    """One word, number or mark, or several read as one.

    `low` is the text in small letters without soft hyphens; `is_glued` tells that no white space
    stands before it (for a comma or stop also where a tokenizer set it apart); `is_capital` that it
    begins with a capital letter. `classes` are the word classes that a lexicon knows it by, as
    (name, value); empty for most words. `kind` numbers the words that are alike to a grammar.
    """

    start: int
    end: int
    low: str
    is_glued: bool
    is_capital: bool
    classes: tuple[tuple[str, str | int], ...] = ()
    kind: int = 0


def cut(text: str, start: int, end: int) -> list[str]:
    """`text[start:end]` in pieces, one a lexeme, each with the gap before it.

    >>> cut("On Jan. 5", 0, 9)
    ['On', ' Jan', '.', ' 5']
    """
    words = text[start:end]
    return (_ASCII_PIECE if words.isascii() else _PIECE).findall(words)


def form(piece: str) -> tuple[str, bool, int]:
    """The `low` and the `is_capital` of the lexeme that a piece is, and how long it is."""
    if piece.isascii():
        word = piece.lstrip()
        low = word.lower()
    else:
        word = piece.lstrip(_GAP)
        low = word.replace(_SOFT_HYPHEN, "").lower()
    return low, low[0] != word[0], len(word)


def lexemes(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of `text[start:end]`, in order, without classes.

    >>> [lexeme.low for lexeme in lexemes("On Jan. 5, 2,030 men", 0, 20)]
    ['on', 'jan', '.', '5', ',', '2,030', 'men']
    """
    found: list[Lexeme] = []
    place = start
    for piece in cut(text, start, end):
        low, is_capital, length = form(piece)
        end = place + len(piece)
        begin = end - length
        is_glued = place > start and (begin == place or low in ",.")
        found.append(Lexeme(begin, end, low, is_glued, is_capital))
        place = end
    return found
