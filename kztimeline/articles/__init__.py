"""Document → Article: clean text cut into paragraphs and sentences, with what it declares of itself."""

from __future__ import annotations

from kztimeline.languages import Language
from kztimeline.model import Article, Document, ReadingSettings


def read_article(document: Document, language: Language, settings: ReadingSettings) -> Article:
    """Read one document."""
    raise NotImplementedError
