"""The days that stand as headings above what they tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kztimeline.model import Article, ResolvedTime, Time


def days_above(article: Article, times: Sequence[Time]) -> Mapping[int, ResolvedTime]:
    """By sentence the day of the heading above it: “Sunday, Aug. 9”, up to the next heading."""
    days: dict[int, ResolvedTime] = {}
    for time in times:
        if not (isinstance(time, ResolvedTime) and time.expression.heads):
            continue
        at = time.expression.sentence
        if time.interval.only_day is None or not article.sentences[at].is_heading:
            continue
        for number in range(at + 1, len(article.sentences)):
            if article.sentences[number].is_heading:
                break
            days[number] = time
    return days
