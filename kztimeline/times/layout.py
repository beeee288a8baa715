"""Where on the page a time stands: at the head of a paragraph, alone in one, before an entry."""

from __future__ import annotations

import re

from kztimeline.model import Article, ResolvedTime, TimeExpression
from kztimeline.temporal import Granularity

_STAMP_MARGIN = 3  # characters: a bullet, a bracket before the clock time of a live-blog entry
_ENTRY = re.compile(r"[*_]{0,3}(?:\s?[:–—]|\s-\s|\.[*_]{0,3}(?=\s))")


def opens_paragraph(article: Article, expression: TimeExpression) -> bool:
    """Whether next to nothing stands before an expression in its paragraph."""
    at = expression.sentence
    sentence = article.sentences[at]
    before = article.text[sentence.span.start : expression.span.start]
    if len(before) > _STAMP_MARGIN or any(character.isalpha() for character in before):
        return False  # “By 6:30 a.m. the fire was out” is told, “• 6:30 a.m.” is a stamp
    return at == 0 or article.sentences[at - 1].paragraph != sentence.paragraph


def leads_paragraph(article: Article, at: int, place: int) -> bool:
    """Whether a time at a place of a sentence stands first in its paragraph: “By late May …”."""
    sentence = article.sentences[at]
    if at and article.sentences[at - 1].paragraph == sentence.paragraph:
        return False
    return len(article.text[sentence.span.start : place].split()) <= _LEADING


_LEADING = 2  # words


def is_entry(article: Article, expression: TimeExpression) -> bool:
    """Whether a time heads an entry of a chronology, “• May 9: She quits”, “Tuesday. Crews go”."""
    follows = _ENTRY.match(article.text, expression.span.end)
    return follows is not None and opens_paragraph(article, expression)


def heads_years(time: ResolvedTime) -> bool:
    """Whether what follows lies in it: “2014” above the entries of a chronology."""
    is_year = time.interval.granularity is Granularity.YEAR
    return time.expression.heads and is_year and not time.is_relative


def heads_day(article: Article, time: ResolvedTime) -> bool:
    """Whether what follows is told of that day: the heading “Sunday, Aug. 9”."""
    is_day = time.expression.heads and time.interval.only_day is not None
    return is_day and article.sentences[time.expression.sentence].is_heading


def section_end(article: Article, at: int) -> int:
    """The next heading behind a sentence, or the end."""
    behind = range(at + 1, len(article.sentences))
    return next((n for n in behind if article.sentences[n].is_heading), len(article.sentences))
