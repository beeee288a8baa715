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
    r"|\d+(?::\d+)+"  # 19:15
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
    new = tuple.__new__  # half the time of calling the class
    return [
        new(Token, (*found.span(), word := found[0], word.lower()))
        for found in _TOKEN.finditer(text, start, end)
    ]


def number(written: str) -> float | None:
    """Value of a number in digits, commas between thousands; `None` for anything else.

    >>> number("2,030"), number("6.1"), number("5,6")
    (2030.0, 6.1, None)
    """
    return float(written.replace(",", "")) if _NUMBER.fullmatch(written) else None


class Stemmer:
    """Stems of words under one set of endings; a word is worked out once.

    `endings` are pairs of an ending and what takes its place; the first that fits counts.

    >>> stemmer = Stemmer((("ing", ""), ("ed", ""), ("al", ""), ("s", "")))
    >>> [stemmer.stem(w) for w in ("Withdrawing", "withdrawal", "stopped", "seize", "bed")]
    ['withdraw', 'withdraw', 'stop', 'seiz', 'bed']
    """

    def __init__(
        self, endings: Sequence[tuple[str, str]], stop: frozenset[str] = frozenset()
    ) -> None:
        """Take the endings, and the stop words that have no stem in `stems`."""
        self._endings = tuple(endings)
        self._stop = stop
        self._known: dict[str, str] = {}
        self._content: dict[str, str] = {}  # stems by small words; of those without one, none

    def stem(self, word: str) -> str:
        """`word` in lower case less its ending, a doubled last letter and a final “e”."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = _stem(word.lower(), self._endings)
        return found

    def stems(self, found: Iterable[Token]) -> set[str]:
        """Stems of the content words found: no stop words, numbers, marks or single letters."""
        return self.stems_of([low for _, _, _, low in found])

    def stems_of(self, lows: Sequence[str]) -> set[str]:
        """The same of words in small letters."""
        known = self._content
        try:
            stems = {known[low] for low in lows}
        except KeyError:
            for low in lows:
                if low not in known:
                    known[low] = self._stem_of_content(low)
            stems = {known[low] for low in lows}
        stems.discard("")
        return stems

    def _stem_of_content(self, low: str) -> str:
        is_content = len(low) > 1 and low not in self._stop and low[0].isalpha()
        return self.stem(low) if is_content else ""


def _stem(word: str, endings: Sequence[tuple[str, str]]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending) + instead
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "sl":
        return word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word
