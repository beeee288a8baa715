"""Entries of a chronology among headings: “12 September: Norda closes its mill” without a stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kztimeline.languages import Language
from kztimeline.model import ParagraphKind
from kztimeline.textual import Span

_HEAD: Final = re.compile(r"([^:–—\n]{3,30}?)\s*(?::\s|\s-\s|[–—])\s*(?=\w\S*\s+\S)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")
_LONGEST_SMALL: Final = 5  # letters: “early May to June 2019”
_FEWEST: Final = 2  # one line may be a heading with a day


def find_entries(
    text: str, paragraphs: Sequence[tuple[Span, ParagraphKind]], language: Language
) -> frozenset[int]:
    """Places of the headings that are entries: each opens with a date, and there are several.

    The first paragraph of all is the headline.
    """
    names = language.grammar.lexicon.names
    found = [
        place
        for place, (span, kind) in enumerate(paragraphs)
        if place and kind is ParagraphKind.HEADING and _is_entry(span.of(text), names)
    ]
    return frozenset(found if len(found) >= _FEWEST else ())


def _is_entry(words: str, names: frozenset[str]) -> bool:
    head = _HEAD.match(words)
    if head is None:
        return False
    inside = _WORD.findall(head[1])
    others = [word for word in inside if word.lower() not in names]
    is_date = len(others) < len(inside) or _YEAR.search(head[1]) is not None
    return is_date and all(word.islower() and len(word) <= _LONGEST_SMALL for word in others)
