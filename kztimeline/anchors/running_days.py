"""Which day of something that goes on an article tells of: “day 17 of the strike”."""

from __future__ import annotations

import re
from typing import NamedTuple

from kztimeline.languages import Language, load_shapes
from kztimeline.model import Article
from kztimeline.textual import Span

_MOST = 3  # of one article; more things than that are counted in a review of the year
_DAY = re.compile(r"\bday\b", re.IGNORECASE)  # no sentence without it is searched


class RunningDay(NamedTuple):
    """The number of the day, 1 for the first, and the words that tell it."""

    number: int
    span: Span


def running_days(article: Article, language: Language) -> tuple[RunningDay, ...]:
    """Those an article tells, each count once, in order of place."""
    table, text = load_shapes(language.code, "running_days"), article.text
    ordinals: dict[str, int] = language.table("lexicon")["words"]["ordinal"]
    found: dict[int, RunningDay] = {}
    for sentence in article.sentences:
        if _DAY.search(text, *sentence.span):
            for hit in table.find(text, sentence.span):
                words = {name: span.of(text).casefold() for name, span in hit.parts.items()}
                word = words.get("word")
                number = ordinals[word] if word else int(words["count"])
                found.setdefault(number, RunningDay(number, hit.span))
    return tuple(found.values())[:_MOST]
