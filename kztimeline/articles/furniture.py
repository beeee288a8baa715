"""Paragraphs that are no part of the story: cookie notices, share prompts, links to other stories.

The words stand in the language's `furniture.toml`. In doubt a paragraph stays: one lost is worse
than one notice too many.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from kztimeline.languages import Language

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_FRAME: Final = " \t\xa0.:!*_#|·•–—-[](){}<>›»→▶►"
_BORDER: Final = "\x00"  # between paragraphs, where many are read as one
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
    end_marks: tuple[str, ...]  # no ending does without all of them
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
            or (self.ending is not None and self._ends(folded[-_ENDING:]))
            or self._lists_only(folded)
        )

    def _ends(self, tail: str) -> bool:
        has_mark = True in [mark in tail for mark in self.end_marks]
        return has_mark and self.ending is not None and self.ending.search(tail) is not None

    def _lists_only(self, folded: str) -> bool:
        """Whether it consists of at least two of the row's words and no others."""
        first = _WORD.search(folded)
        if first is None or first[0] not in self.words:
            return False
        said = _WORD.findall(folded)
        return len(said) > 1 and self.words.issuperset(said)


class Furniture(NamedTuple):
    """All rows of a language; `gate` is their union, which a story's paragraphs fail.

    `phrases` finds those of `contains`, all in one pass.
    """

    notices: tuple[Notice, ...]
    gate: Notice
    phrases: AhoCorasick

    @property
    def most(self) -> int:
        """Characters of the longest notice there is."""
        return self.gate.most

    def names_of(self, paragraphs: Sequence[str]) -> list[str | None]:
        """Which notice each paragraph of a text is; `None` for the story.

        A phrase that stands in none of them is not looked for in each.
        """
        clean = (paragraph.replace(_BORDER, " ") for paragraph in paragraphs)
        whole = " ".join(_fold(f" {_BORDER} ".join(clean)).split())
        folded = [each.strip() for each in whole.split(_BORDER)] if paragraphs else []
        said = self.phrases.find_matches_as_indexes(whole, overlapping=True)
        gate = self.gate._replace(contains=tuple({self.gate.contains[at] for at, _, _ in said}))
        return [self._name_of(each, gate) if each else None for each in folded]

    def _name_of(self, folded: str, gate: Notice) -> str | None:
        bare = folded.strip(_FRAME)
        if not gate.fits(folded, bare):
            return None
        return next((notice.name for notice in self.notices if notice.fits(folded, bare)), None)


def _fold(text: str) -> str:
    return text.replace("’", "'").casefold()


@cache
def load_furniture(language: Language) -> Furniture:
    """The language's `furniture.toml`, folded and compiled."""
    notices = tuple(_notice(row) for row in language.table("furniture")["notice"])
    gate = _union(notices)
    phrases = AhoCorasick(gate.contains, implementation=Implementation.DFA)
    return Furniture(notices, gate, phrases)


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
        end_marks=tuple(mark for notice in notices for mark in notice.end_marks),
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
        end_marks=tuple(row.get("end_marks", ())),
        openings=frozenset(start[:_OPENING] for start in row.get("starts", ())),
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{each})" for each in patterns)) if patterns else None
