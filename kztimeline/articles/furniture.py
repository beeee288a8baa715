"""Paragraphs that are no part of the story: cookie notices, share prompts, links to other stories.

The words stand in the language's `furniture.toml`. In doubt a paragraph stays: one lost is worse
than one notice too many.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from kztimeline.languages import Language, as_regex

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_FRAME: Final = " \t\xa0.:!*_#|·•–—-[](){}<>›»→▶►"
_BORDER: Final = "\x00"  # between paragraphs, where many are read as one
_GAPS: Final = "\t\n\v\f\r\x1c\x1d\x1e\x1f"  # the white space of ASCII but for blanks
_OPENING: Final = 2  # characters; every start has as many
_MOST: Final = 160  # characters of a notice, where its row does not say
_ENDING: Final = 90  # characters; no credit at the end of a caption is longer


class Notice(NamedTuple):
    """One row: what it is called, and the forms that show it. All words are casefolded."""

    name: str
    most: int
    whole: frozenset[str]
    starts: tuple[str, ...]
    contains: tuple[str, ...]
    words: frozenset[str]
    pattern: re.Pattern[str] | None
    ending: re.Pattern[str] | None
    marks: tuple[str, ...]  # the patterns and endings of a row with any need one of them
    openings: frozenset[str]  # first characters of `starts`: one look in place of a hundred

    def fits(self, folded: str, bare: str) -> bool:
        """Whether a casefolded paragraph (`bare`: without marks around it) is such a notice."""
        if len(folded) > self.most:
            return False
        return (
            bare in self.whole
            or (folded[:_OPENING] in self.openings and folded.startswith(self.starts))
            or (self.contains and any(phrase in folded for phrase in self.contains))
            or (self.pattern is not None and self.pattern.fullmatch(folded) is not None)
            or (self.ending is not None and self.ending.search(folded[-_ENDING:]) is not None)
            or self._lists_only(folded)
        )

    def _lists_only(self, folded: str) -> bool:
        """Whether it consists of at least two of the row's words and of no others."""
        first = _WORD.search(folded)
        if first is None or first[0] not in self.words:
            return False
        said = _WORD.findall(folded)
        return len(said) > 1 and self.words.issuperset(said)


class Furniture(NamedTuple):
    """All rows of a language; `gate` is their union, which a story's paragraphs fail.

    `telling` finds in one pass what most paragraphs lack: beginnings, phrases and marks. Without
    any of them a paragraph is a notice only if it passes `bare_gate`.
    """

    notices: tuple[Notice, ...]
    gate: Notice
    bare_gate: Notice
    telling: AhoCorasick

    @property
    def most(self) -> int:
        """Characters of the longest notice there is."""
        return self.gate.most

    def names_of(self, paragraphs: Sequence[str]) -> list[str | None]:
        """Which notice each paragraph of a text is; `None` for the story."""
        clean = (paragraph.replace(_BORDER, " ") for paragraph in paragraphs)
        whole = _single_blanked(_fold(f" {_BORDER} ".join(("", *clean))))
        found = self.telling.find_matches_as_indexes(whole, overlapping=True)
        folded = whole.split(_BORDER)
        starts = list(accumulate(len(each) + 1 for each in folded)) if found else []
        told = {bisect(starts, place + 1) for _, place, _ in found}
        phrases = self.gate.contains
        said = {phrases[at] for at, _, _ in found if at < len(phrases)}
        gate = self.gate._replace(contains=tuple(said)) if found else self.gate
        return [
            self._name_of(each.strip(), gate if n in told else self.bare_gate)
            for n, each in enumerate(folded)
            if n
        ]

    def _name_of(self, folded: str, gate: Notice) -> str | None:
        bare = folded.strip(_FRAME)
        if not gate.fits(folded, bare):
            return None
        return next((notice.name for notice in self.notices if notice.fits(folded, bare)), None)


def _fold(text: str) -> str:
    return text.replace("’", "'").casefold()


def _single_blanked(text: str) -> str:
    """The text with one blank for any white space, which is mostly all it has."""
    is_plain = text.isascii() and "  " not in text and not any(gap in text for gap in _GAPS)
    return text if is_plain else " ".join(text.split())


@cache
def load_furniture(language: Language) -> Furniture:
    """The language's `furniture.toml`, folded and compiled."""
    notices = tuple(_notice(row) for row in language.table("furniture")["notice"])
    gate = _union(notices)
    starts = [f"{_BORDER} {start}" for start in gate.starts]
    telling = AhoCorasick([*gate.contains, *starts, *gate.marks], implementation=Implementation.DFA)
    return Furniture(notices, gate, _union([_bared(notice) for notice in notices]), telling)


def _bared(notice: Notice) -> Notice:
    """What is left of a row for a paragraph in which nothing of it tells."""
    bared = notice._replace(starts=(), contains=(), openings=frozenset())
    return bared._replace(pattern=None, ending=None) if notice.marks else bared


def _union(notices: Sequence[Notice]) -> Notice:
    patterns = [notice.pattern.pattern for notice in notices if notice.pattern is not None]
    endings = [notice.ending.pattern for notice in notices if notice.ending is not None]
    return Notice(
        name="any",
        most=max(notice.most for notice in notices),
        whole=frozenset().union(*(notice.whole for notice in notices)),
        starts=tuple(start for notice in notices for start in notice.starts),
        contains=tuple(phrase for notice in notices for phrase in notice.contains),
        words=frozenset().union(*(notice.words for notice in notices)),
        pattern=_any_of(patterns),
        ending=_any_of(endings),
        marks=tuple(mark for notice in notices for mark in notice.marks),
        openings=frozenset().union(*(notice.openings for notice in notices)),
    )


def _notice(row: Mapping[str, Any]) -> Notice:
    return Notice(
        name=row["name"],
        most=row.get("most", _MOST),
        whole=frozenset(row.get("whole", ())),
        starts=tuple(row.get("starts", ())),
        contains=tuple(row.get("contains", ())),
        words=frozenset(row.get("words", ())),
        pattern=_any_of(row.get("patterns", ())),
        ending=_any_of([f"(?:{end})$" for end in row.get("ends", ())]),
        marks=tuple(row.get("marks", ())),
        openings=frozenset(start[:_OPENING] for start in row.get("starts", ())),
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return as_regex("|".join(f"(?:{each})" for each in patterns)) if patterns else None
