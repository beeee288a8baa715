"""Where on the page a time stands: at the head of a paragraph, alone in one, before an entry."""

from __future__ import annotations

import re

from kztimeline.model import Article, ResolvedTime, TimeExpression
from kztimeline.temporal import Granularity

_STAMP_MARGIN = 3  # characters: a bullet, a bracket before the clock time of a live-blog entry
_ENTRY = re.compile(r"\s?[:–—]|\s-\s")


def opens_paragraph(article: Article, expression: TimeExpression) -> bool:
    """Whether next to nothing stands before an expression in its paragraph."""
    at = expression.sentence
    sentence = article.sentences[at]
    before = article.text[sentence.span.start : expression.span.start]
    if len(before) > _STAMP_MARGIN or any(character.isalpha() for character in before):
        return False  # “By 6:30 a.m. the fire was out” is told, “• 6:30 a.m.” is a stamp
    return at == 0 or article.sentences[at - 1].paragraph != sentence.paragraph


def is_entry(article: Article, expression: TimeExpression) -> bool:
    """Whether a time heads an entry of a chronology, as in “• May 9: She resigns”."""
    follows = _ENTRY.match(article.text, expression.span.end)
    return follows is not None and opens_paragraph(article, expression)


def is_heading(article: Article, time: ResolvedTime) -> bool:
    """Whether a year is all that its paragraph says: “2014” above the entries of a chronology."""
    if time.interval.granularity is not Granularity.YEAR or time.is_relative:
        return False
    expression, sentences = time.expression, article.sentences
    at = expression.sentence
    beside = [sentences[n].paragraph for n in (at - 1, at + 1) if 0 <= n < len(sentences)]
    rest = article.text[expression.span.end : sentences[at].span.end].strip(" :.")
    is_whole = expression.span.start == sentences[at].span.start and not rest
    return is_whole and sentences[at].paragraph not in beside
