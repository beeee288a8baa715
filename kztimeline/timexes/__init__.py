"""Article → time expressions, still open: which words name a time, and what they say."""

from __future__ import annotations

from kztimeline.languages import Language
from kztimeline.model import Article, ReadingSettings, TimeExpression


def find_timexes(
    article: Article, language: Language, settings: ReadingSettings
) -> tuple[TimeExpression, ...]:
    """All time expressions of an article, in order of place, never overlapping."""
    raise NotImplementedError
