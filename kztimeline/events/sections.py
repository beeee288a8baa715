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
    for time in times:
        if not isinstance(time, ResolvedTime) or time.interval.only_day is None:
            continue
        for number in _below(article, time):
            days[number] = time
    return days


def _below(article: Article, time: ResolvedTime) -> Iterator[int]:
    """The sentences that stand under a time."""
    sentences, at = article.sentences, time.expression.sentence
    head = sentences[at]
    is_heading = time.expression.heads and head.is_heading
    if not is_heading and (head.is_heading or not _opens_entry(article, time, head)):
        return
    for number in range(at + 1, len(sentences)):
        is_over = not is_heading and sentences[number].paragraph != head.paragraph
        if sentences[number].is_heading or is_over:
            return
        yield number


def _opens_entry(article: Article, time: ResolvedTime, head: Sentence) -> bool:
    span = time.expression.span
    before = article.text[head.span.start : span.start].strip(_EMPHASIS)
    opens = not before and time.expression.type is TimexType.DATE
    return opens and _ENTRY.match(article.text[span.end : head.span.end]) is not None
