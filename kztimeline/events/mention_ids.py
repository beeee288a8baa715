"""Ids of mentions, made of what they are: the same article gives the same ones again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from kztimeline.model import Article, ResolvedTime
from kztimeline.textual.spans import Span

_DIGITS = 8


class MentionIds:
    """The ids given to the mentions of one article so far."""

    def __init__(self, article: Article) -> None:
        """None is given yet."""
        self._article = article
        self._given: set[str] = set()
        self._told: Counter[str] = Counter()

    def of(self, sentence: Span, time: ResolvedTime | None, clause: Span) -> str:
        """Made of article, passage and the time's place in it; a passage told twice is counted."""
        text = self._article.text
        place = str(time.expression.span.start - sentence.start) if time else ""
        passage = (self._article.id, sentence.of(text), clause.of(text), place)
        told = self._told[key := _hashed(passage)]
        while (made := _hashed((*passage, str(told)))) in self._given:
            told += 1
        self._told[key] = told + 1  # to count from 0 each time would cost the square
        self._given.add(made)
        return made


def _hashed(passage: Iterable[str]) -> str:
    digest = hashlib.sha256("\n".join(passage).encode()).hexdigest()
    return f"mn-{digest[:_DIGITS]}"
