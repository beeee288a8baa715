"""What has come up since a day that is known: who writes “Wikipedia” writes no earlier than 2001.

The table is read when an undated article is first asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date
from functools import cache

from kztimeline.anchors.offices import OfficeMention
from kztimeline.languages import Language
from kztimeline.model import Article
from kztimeline.textual import Span

_NEVER_ENDS = date(MAXYEAR, 12, 31)


def novelties_told(article: Article, language: Language) -> tuple[OfficeMention, ...]:
    """The latest things that an article names, as holders of an office that they keep for ever."""
    text = article.text
    places = ((first, _named(name, text)) for name, first in _load(language).items())
    found = [
        OfficeMention(((first, _NEVER_ENDS),), is_past=False, span=span)
        for first, span in places
        if span is not None
    ]
    return tuple(sorted(found, reverse=True)[:1])


@cache
def _load(language: Language) -> Mapping[str, date]:
    rows = language.table("novelties")["lines"].strip().splitlines()
    parts = (row.rpartition("|") for row in rows)
    return {name.strip(): date.fromisoformat(first.strip()) for name, _, first in parts}


def _named(name: str, text: str) -> Span | None:
    """Where a name first stands by itself: the “Xbox” of “Xboxes” does not."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return Span(at, end)
        at = text.find(name, end)
    return None
