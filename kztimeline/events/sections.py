"""The days that stand above what they tell of: as a heading, or at the head of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kztimeline.model import Article, ResolvedTime, Sentence, Time, TimexType

ENTRY_MARKS = frozenset({":", "–", "—", "-"})

_EMPHASIS = " *_"  # of Markdown
# “Monday: …”, “Monday – …”, “**Monday.** …”, “Monday.” alone
_ENTRY = re.compile(r"[*_\s]*(?:[:–—-]|\.\s*$)|\.?[*_]{1,3}\s")


def days_above(article: Article, times: Sequence[Time]) -> Mapping[int, ResolvedTime]:
    """By sentence the day of the heading above it: “Sunday, Aug. 9”, up to the next heading.

    In “Monday: The bank shuts. Police come.” and “Monday. The bank shuts.” it is that of the entry,
    up to its paragraph's end.
    """
    days: dict[int, ResolvedTime] = {}
    heads = [time for time in times if isinstance(time, ResolvedTime) and _heads(article, time)]
    for time, behind in zip(heads, (*heads[1:], None), strict=False):
        for number in _below(article, time, behind):
            days[number] = time
    return days


def _heads(article: Article, time: ResolvedTime) -> bool:
    """Whether a day is a heading, or heads an entry."""
    head = article.sentences[time.expression.sentence]
    if time.interval.only_day is None:
        return False
    return time.expression.heads if head.is_heading else _opens_entry(article, time, head)


def _below(article: Article, time: ResolvedTime, behind: ResolvedTime | None) -> Iterator[int]:
    """The sentences that stand under a time; those of an entry end with the head of the next."""
    sentences, at = article.sentences, time.expression.sentence
    head = sentences[at]
    end = behind.expression.sentence + 1 if behind and not head.is_heading else len(sentences)
    for number in range(at + 1, end):
        is_over = not head.is_heading and sentences[number].paragraph != head.paragraph
        if sentences[number].is_heading or is_over:
            return
        yield number


def _opens_entry(article: Article, time: ResolvedTime, head: Sentence) -> bool:
    span = time.expression.span
    before = article.text[head.span.start : span.start].strip(_EMPHASIS)
    opens = not before and time.expression.type is TimexType.DATE
    return opens and _ENTRY.match(article.text[span.end : head.span.end]) is not None
