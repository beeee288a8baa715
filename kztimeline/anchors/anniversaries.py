"""Which anniversary an article tells of: the first of the flood, the 25th of the launch."""

from __future__ import annotations

from typing import NamedTuple

from kztimeline.languages import Language, load_shapes
from kztimeline.model import Article
from kztimeline.textual import Span

_MOST = 3  # of one article; a page of programmes has dozens
_TELLING = ("anniversary", "a year ", "one year ")  # no text without one of them is searched


class Anniversary(NamedTuple):
    """Years after something, and the words that tell it."""

    years: int
    span: Span


def anniversaries_told(article: Article, language: Language) -> tuple[Anniversary, ...]:
    """Those an article tells, each number of years once, in order of place."""
    text = article.text
    low = text.lower()
    if not any(words in low for words in _TELLING):
        return ()
    numbers: dict[str, int] = language.table("anniversaries")["numbers"]
    found: dict[int, Anniversary] = {}
    for hit in load_shapes(language.code, "anniversaries").find(text):
        (word,) = (
            (span.of(text).casefold() for span in hit.parts.values()) if hit.parts else ("one",)
        )
        years = numbers.get(word) or int(word)
        found.setdefault(years, Anniversary(years, hit.span))
    return tuple(found.values())[:_MOST]
