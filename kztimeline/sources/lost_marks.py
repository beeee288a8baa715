"""Lone “â” back to the mark it was: apostrophe, opening or closing quote, dash.

A UTF-8 quotation mark read as Latin-1 is “â” and two control characters; where a site dropped
those, only the “â” is left. French, Romanian, Turkish or Vietnamese text has honest ones; so marks
are restored only where the text as a whole shows shapes that no language writes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LOST = r"â(?:\?\?|€|[\x80-\x9f]{1,2})?"
# Shapes that only a lost mark has: stop + â, â before a capital, possessive and contracted forms.
_PROOF = re.compile(
    r"(?<=[.,!?;:…])â(?:\?\?)?(?=\s|$)|(?<![^\s(\[])â(?:\?\?)?(?=[A-Z])"
    r"|(?<=[A-Za-z]{2})â(?:\?\?)?s\b|(?<=\b[Ii])â(?:\?\?)?m\b|(?<=n)â(?:\?\?)?t\b"
    r"|(?<=[a-z])â(?:\?\?)?(?:re|ve|ll)\b",
    re.MULTILINE,
)
# An honest letter: inside a word, not before what an apostrophe stands before or a capital.
_HONEST = re.compile(
    r"(?P<left>[^\W\d_]{1,30})(?<!â)â(?!(?:s|t|re|ve|ll|d|m)\b)(?P<right>[^\W\d_A-Z][^\W\d_]{0,30})"
)
_TOKEN = re.compile(rf"(?:{_LOST})+|[“”]")
_ONE = re.compile(_LOST)
_CONTRACTED = re.compile(r"(?:s|t|re|ve|ll|d|m|em)\b")
_ELIDED_BEFORE = re.compile(r"(?:\b[ODLodl]|\b[Yy]|\bqu)$")
_DECADE = re.compile(r"\d0s\b")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 20  # characters; longer than any contraction or word that decides
_LOOK_AHEAD = 100  # marks; more than a quotation of one paragraph holds
_STOPS = ".,!?;:…"
_PLAIN = {"apostrophe": "’", "dash": "–"}
_OPENERS = "([{—–-/“‘"
_CLOSES_AFTER = ")]}.,;:!?…—–-/”’"


class Marks(NamedTuple):
    """The text, how many marks were restored, and how many were left as they stood."""

    text: str
    restored: int
    undecided: int


def restore_marks(text: str) -> Marks:
    """Put back the lost marks of a text that shows it has lost some.

    >>> restore_marks("âWe are leaving,â said Kazakhstanâs president.").text
    '“We are leaving,” said Kazakhstan’s president.'
    >>> restore_marks("Le château de la pâte").restored
    0
    """
    if "â" not in text or not _PROOF.search(text):
        return Marks(text, 0, 0)
    words = {word.strip("â").lower() for word in _WORD.findall(text)}
    if not _has_lost_some(text, words):
        return Marks(text, 0, 0)
    restored = undecided = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "â" in line:
            marks = _Line(line, words).restore()
            lines[number] = marks.text
            restored += marks.restored
            undecided += marks.undecided
    return Marks("\n".join(lines), restored, undecided)


def _has_lost_some(text: str, words: set[str]) -> bool:
    """Whether more marks are surely lost than letters may be honest."""
    honest = sum(
        1
        for found in _HONEST.finditer(text)
        if not {found["left"].lower(), found["right"].lower()} <= words
    )
    return sum(1 for _ in _PROOF.finditer(text)) > honest


class _Line:
    """One line on its way: quotes open and close within it."""

    def __init__(self, line: str, words: set[str]) -> None:
        self.line = line
        self.words = words
        self.tokens = list(_TOKEN.finditer(line))
        self.open: list[str] = []
        self.undecided = 0

    def restore(self) -> Marks:
        out: list[str] = []
        place = restored = 0
        for index, token in enumerate(self.tokens):
            out.append(self.line[place : token.start()])
            place = token.end()
            if token[0] in "“”":
                out.append(self._sound(token[0]))
                continue
            mended = self._mend(index, token)
            restored += mended != token[0]
            out.append(mended)
        return Marks("".join(out) + self.line[place:], restored, self.undecided)

    def _sound(self, mark: str) -> str:
        """A mark that survived opens or closes like the others."""
        if mark == "“":
            self.open.append(mark)
        else:
            self.open.clear()
        return mark

    def _mend(self, index: int, token: re.Match[str]) -> str:
        before, after = self._neighbours(token)
        lone = len(_ONE.findall(token[0]))
        if _shape(before, after) == "open":
            return "".join(self._open() for _ in range(lone))
        if lone > 1:
            return "".join(self._close(index, left) for left in range(lone - 1, -1, -1))
        return self._mend_one(index, token[0], before, after)

    def _mend_one(self, index: int, mark: str, before: str, after: str) -> str:
        shape = _shape(before, after)
        if shape in _PLAIN:
            return _PLAIN[shape]
        if shape == "inside":
            return self._inside(mark, before, after)
        if shape == "either":
            return self._close(index, 0) if self.open else self._open()
        is_plural = before[-1:] in "sS" and after[:1] == " " and self._closes_later(index)
        if before[-1:] not in _STOPS and (is_plural or not self.open):
            return "’"
        return self._close(index, 0)

    def _neighbours(self, token: re.Match[str]) -> tuple[str, str]:
        start, end = token.span()
        return self.line[max(0, start - _NEAR) : start], self.line[end : end + _NEAR]

    def _open(self) -> str:
        mark = "‘" if self.open and self.open[-1] == "“" else "“"
        self.open.append(mark)
        return mark

    def _close(self, index: int, left: int) -> str:
        """Close the inner quote if another mark is left to close the outer, else all at once."""
        if len(self.open) > 1 and (left or self._closes_later(index)):
            self.open.pop()
            return "’"
        self.open.clear()
        return "”"

    def _closes_later(self, index: int) -> bool:
        """Whether a quote now open is closed by a later mark, before another opens."""
        if not self.open:
            return True
        for token in self.tokens[index + 1 : index + 1 + _LOOK_AHEAD]:
            if token[0] in "“”":
                return token[0] == "”"
            shape = _shape(*self._neighbours(token))
            if shape in {"close", "either"}:
                return True
            if shape == "open":
                return False
        return False

    def _inside(self, mark: str, before: str, after: str) -> str:
        """Between letters: a dash if both sides are words of this text, else it may be honest."""
        left, right = _WORD.findall(before)[-1:], _WORD.findall(after)[:1]
        if left and right and left[0].lower() in self.words and right[0].lower() in self.words:
            return "—"
        self.undecided += 1
        return mark


def _shape(before: str, after: str) -> str:
    """What the neighbours of a lone mark allow: open, close, either, dash, apostrophe, inside."""
    left, right = before[-1:], after[:1]
    is_left_free = not left or left.isspace() or left in _OPENERS
    is_right_free = not right or right.isspace() or right in _CLOSES_AFTER
    if is_left_free and is_right_free:
        return "close" if left in tuple("-—–") or right in tuple(_STOPS) else "dash"
    if is_left_free:
        return "apostrophe" if _DECADE.match(after) else "open"
    if is_right_free:
        return "close"
    if left.isdigit() and right.isdigit():
        return "dash"
    if left.isalnum() and (_CONTRACTED.match(after) or _ELIDED_BEFORE.search(before)):
        return "apostrophe"
    return "inside" if left.isalnum() and right.isalnum() else "either"
