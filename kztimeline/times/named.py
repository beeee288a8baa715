"""The days that an article's words name, whether anything is told of them or not."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.model import Article, NamedDay, ResolvedTime, Time

_DATELINE = "dateline:"
_OF_DAY = frozenset({"clock", "part"})


def named_days(article: Article, times: Sequence[Time]) -> tuple[NamedDay, ...]:
    """Each day that a placed time lies within, in order of place; a month or a year names none.

    A dateline says when it was sent, and names no day; nor does “in the evening” where only the
    article's own day was left for it.
    """
    stamps = [
        claim.span for claim in article.declared if claim.span and claim.name.startswith(_DATELINE)
    ]
    return tuple(
        NamedDay(day, article.sentences[time.expression.sentence].span.start)
        for time in times
        if isinstance(time, ResolvedTime)
        and (day := time.interval.only_day) is not None
        and not (time.steps and time.steps[0].operator in _OF_DAY)
        and not any(stamp.overlaps(time.expression.span) for stamp in stamps)
    )
