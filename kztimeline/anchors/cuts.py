"""What the calendar forbids: the days an article can speak from, by what it states of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kztimeline.anchors.mentions import DayMention, Kind, Mentions
from kztimeline.model import Article, Citation, Reason, Side, Step
from kztimeline.temporal import DaySet, Interval

# How far an article lies before and behind a date that it tells with weekday but without year; a
# little to the wrong side of its verb too, which may be another's.
_REACHES = {Side.PAST: (14, 365), Side.FUTURE: (365, 14), Side.UNKNOWN: (180, 365)}
PRINTED_DAYS = 1  # from the dateline's day to the paper's
_PAUSE = frozenset(" ,(")  # between “today” and “Friday”


class Cut(NamedTuple):
    """Days that one statement allows; `names` is what the statement itself names, if anything."""

    days: DaySet
    reason: Reason
    cite: Citation
    names: Interval | None


class Allowed(NamedTuple):
    """The days that are left, how many a year, the cuts that left them, those that were refused."""

    days: DaySet
    years: Mapping[int, int]
    cuts: tuple[Cut, ...]
    refused: tuple[Cut, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The cuts as steps of a derivation."""
        return tuple(_step(cut) for cut in self.cuts)


def allowed_days(article: Article, mentions: Mentions, first: date, last: date) -> Allowed:
    """Every day from `first` to `last` that no statement of the article rules out.

    The firmest statements come first; one that would leave nothing is refused: a slip of the pen
    must not silence the rest.
    """
    days = DaySet.between(first, last)
    kept: list[Cut] = []
    refused: list[Cut] = []
    for cut in _cuts(article, mentions.days, first, last):
        left = days & cut.days
        if not left:
            refused.append(cut)
        elif len(left) < len(days):
            kept.append(cut)
            days = left
    return Allowed(days, days.years, tuple(kept), tuple(refused))


def _cuts(article: Article, days: Sequence[DayMention], first: date, last: date) -> Iterator[Cut]:
    yield from _weekday_dates(article, days, first, last)
    yield from _declared(article, days, first, last)
    yield from _own_day(article, days, first, last)
    yield from _chronology(article, days, last)


def _chronology(article: Article, days: Sequence[DayMention], last: date) -> Iterator[Cut]:
    """A chronology was written no earlier than the last thing it tells."""
    told = [
        (day, each.span)
        for each in days
        if each.is_entry and each.side is Side.PAST and each.year
        if (day := each.in_year(each.year))
    ]
    if told and (latest := max(told))[0] <= last:
        day, span = latest
        days_left = DaySet.between(day, last)
        yield Cut(days_left, Reason.LAST_ENTRY, Citation(article.id, span), Interval.on(day))


def _weekday_dates(
    article: Article, days: Sequence[DayMention], first: date, last: date
) -> Iterator[Cut]:
    """“Thursday, January 13” falls only in some years, and is told within a year of it."""
    for mention in days:
        if mention.kind is not Kind.DATE or mention.weekday is None or mention.year:
            continue
        years = range(first.year - 1, last.year + 2)
        fitting = [found for year in years if (found := mention.in_year(year))]
        around = DaySet.of(fitting).spread(*_REACHES[mention.side])
        cite = Citation(article.id, mention.span)
        yield Cut(around, Reason.WEEKDAY_FIXES_YEAR, cite, None)


def _declared(
    article: Article, days: Sequence[DayMention], first: date, last: date
) -> Iterator[Cut]:
    """“OSLO, Dec. 7 –”: sent that day, printed that day or shortly after, whatever the year."""
    for mention in days:
        if mention.is_own and mention.kind is Kind.DATE and not mention.year:
            years = range(first.year - 1, last.year + 2)
            sent = DaySet.of(found for year in years if (found := mention.in_year(year)))
            cite = Citation(article.id, mention.span)
            yield Cut(sent.spread(0, PRINTED_DAYS), Reason.OWN_DAY, cite, None)


def _own_day(
    article: Article, days: Sequence[DayMention], first: date, last: date
) -> Iterator[Cut]:
    """“Today, Friday”, “tomorrow, 21 March”, “yesterday (Thursday)”: the day's own name."""
    for left, right in pairwise(days):
        gap = article.text[left.span.end : right.span.start]
        pair = {left.kind: left, right.kind: right}
        if Kind.OFFSET not in pair or len(pair) == 1 or not set(gap) <= _PAUSE:
            continue
        offset = pair.pop(Kind.OFFSET).offset
        (named,) = pair.values()
        cite = Citation(article.id, named.span)
        if named.kind is Kind.WEEKDAY:
            weekday = ((named.weekday or 0) - offset) % 7
            own = DaySet.weekdays([weekday], first, last)
            yield Cut(own, Reason.OWN_WEEKDAY, cite, None)
        else:
            years = (named.year,) if named.year else range(first.year - 1, last.year + 2)
            told = DaySet.of(found for year in years if (found := named.in_year(year)))
            yield Cut(told.shifted(-offset), Reason.OWN_DAY, cite, None)


def _step(cut: Cut) -> Step:
    return Step("allow", (), cut.names, cut.reason, (cut.cite,))
