"""Makes articles and anchors for tests, anchored on Friday 15 March 2024."""

from __future__ import annotations

import re

from kztimeline.model import Anchor, AnchorSource, Article, Certainty, Sentence
from kztimeline.temporal import Interval
from kztimeline.textual import Span

FRIDAY = Interval.of(2024, 3, 15)
_ABBREVIATION = re.compile(r"\b(?:[ap]\.m|Jan|Feb|Sept|Oct|Nov|Dec|Mr|c|ca)\.$")


def article_of(text: str) -> Article:
    """An article of one paragraph a line; a sentence ends at a full stop before a capital."""
    sentences: list[Sentence] = []
    start = 0
    for paragraph, line in enumerate(text.split("\n")):
        begin = start
        for found in re.finditer(r"[.?!]\s+(?=[A-Z“])", line):
            if not _ABBREVIATION.search(line[: found.start() + 1]):
                sentences.append(Sentence(Span(begin, start + found.start() + 1), paragraph))
                begin = start + found.end()
        if line[begin - start :].strip():
            sentences.append(Sentence(Span(begin, start + len(line)), paragraph))
        start += len(line) + 1
    ends = tuple(at for at, mark in enumerate(text) if mark == "\n")
    return Article("art-test", "test.txt", None, "", "en", "", text, tuple(sentences), (), (), ends)


def anchored(article: Article, interval: Interval | None = FRIDAY) -> Anchor:
    """The article speaks from this day, as stated."""
    return Anchor(article.id, interval, Certainty.STATED, AnchorSource.OPTION)
