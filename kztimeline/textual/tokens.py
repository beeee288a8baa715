"""Words, numbers and stems: a text cut into tokens with their places.

A token is a word, a number, a possessive ending or one mark. Nothing here knows a language: stop
words and endings come in from its tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kztimeline.textual.spans import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*(?:-\w+)*"  # 2,030 · 81-year-old
    r"|[^\W\d_]\w*(?:[’'](?!s\b)\w+|-\w+)*"  # pro-Russian · don’t
    r"|[’']s\b"  # the ending of Tuesday’s
    r"|[^\w\s]|_"
)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SHORTEST_STEM = 3  # letters left when an ending goes, so that “bed” is not “b”


class Token(NamedTuple):
    """A token's characters `[start, end)`, as written and in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit first: no mark, no possessive ending."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether its first letter is a capital."""
        return self.text[0].isupper()


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """Tokens of a stretch of text in order of place, white space left out.

    >>> [token.text for token in tokens("Tuesday’s 2,030 pro-Russian troops, U.S. said.")]
    ['Tuesday', '’s', '2,030', 'pro-Russian', 'troops', ',', 'U.S.', 'said', '.']
    """
    start, end = within or (0, len(text))
    return [
        Token(found.start(), found.end(), word := found.group(), word.lower())
        for found in _TOKEN.finditer(text, start, end)
    ]


def number(written: str) -> float | None:
    """Value of a number in digits, commas between thousands; `None` for anything else.

    >>> number("2,030"), number("6.1"), number("5,6")
    (2030.0, 6.1, None)
    """
    return float(written.replace(",", "")) if _NUMBER.fullmatch(written) else None


def stem(word: str, endings: Sequence[tuple[str, str]]) -> str:
    """`word` in lower case with the first fitting ending exchanged, a doubled last letter and final “e” undone.

    >>> rules = (("ing", ""), ("ed", ""), ("al", ""), ("s", ""))
    >>> [stem(w, rules) for w in ("Withdrawing", "withdrawal", "stopped", "seized", "seize", "bed")]
    ['withdraw', 'withdraw', 'stop', 'seiz', 'seiz', 'bed']
    """
    out = word.lower()
    for ending, instead in endings:
        if out.endswith(ending) and len(out) - len(ending) >= _SHORTEST_STEM:
            out = out.removesuffix(ending) + instead
            break
    if len(out) > _SHORTEST_STEM and out[-1] == out[-2] and out[-1] not in "sl":
        return out[:-1]
    return out.removesuffix("e") if len(out) > _SHORTEST_STEM else out


def stems(
    found: Iterable[Token], stop: frozenset[str], endings: Sequence[tuple[str, str]]
) -> set[str]:
    """Stems of the content words among `found`: no stop words, numbers, marks or single letters."""
    return {
        stem(token.lower, endings)
        for token in found
        if len(token.lower) > 1 and token.text[0].isalpha() and token.lower not in stop
    }
