"""Days that an article names, before anyone knows its own: what each says of it.

Only what can be turned round counts: from “on Tuesday” and the day told elsewhere follows when the
article was written; from “recently” it does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

from kztimeline.anchors.chronologies import entry_years
from kztimeline.anchors.coarse_mentions import (
    LengthMention,
    MonthMention,
    PhaseMention,
    YearForm,
    YearMention,
    length_told,
    month_named,
    phase_named,
    years_named,
)
from kztimeline.anchors.written_days import written_day
from kztimeline.languages import Language, load_shapes
from kztimeline.model import (
    Article,
    DateOrder,
    Draft,
    Meaning,
    Named,
    Side,
    Signal,
    TimeExpression,
)
from kztimeline.temporal import calendar_day, days_off
from kztimeline.textual import Span

_WEEK = 7
_HEAD_SENTENCES = 3  # headline, lead, and what follows the lead
_HEAD_CHARACTERS = 250  # or a short header that no sentence was made of
_SPEECH_REACH = 40  # characters: “…, the ministry said on Tuesday”
_CLAUSE_END = re.compile("[,;:]")

_SIDES = {Signal.UNTIL: Side.FUTURE, Signal.BY: Side.FUTURE, Signal.SINCE: Side.PAST}
# “He missed the 4 June vote” may be told before it is held: the verb is not the vote's.
_SIDES_OF_THINGS = {Named.FORESEEN: Side.UNKNOWN, Named.SUDDEN: Side.PAST}


class Kind(Enum):
    """How a mention names its day."""

    DATE = "date"  # 13 January, 13 January 2022, Thursday 13 January
    WEEKDAY = "weekday"  # on Tuesday
    OFFSET = "offset"  # today, two days ago, in three days


class DayMention(NamedTuple):
    """One day named in an article.

    `month`, `day` and perhaps `year` for a date, `weekday` (0 Monday) for a weekday or the one
    beside a date, `offset` in days from the article's own day. `is_head`: it stands at the head of
    the article; `is_said`: a verb of speech stands beside it; `opens`: no verb of its sentence
    stands before it, as in a line over the lead; `is_quoted`: it stands in somebody's words;
    `is_bound`: until or by that day something lasts or is to be done; `is_own`: a dateline or a
    header gives it as the article's own; `is_feast`: its name is that of a feast, not its number;
    `is_entry`: it heads an entry of a chronology; `is_start`: something has lasted since that day;
    `names`: it says which thing is meant, and of what kind that is.
    """

    kind: Kind
    span: Span
    sentence: int
    side: Side = Side.UNKNOWN
    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int | None = None
    offset: int = 0
    is_head: bool = False
    is_said: bool = False
    opens: bool = False
    is_quoted: bool = False
    is_bound: bool = False
    is_own: bool = False
    is_feast: bool = False
    is_entry: bool = False
    is_start: bool = False
    names: Named = Named.NOTHING

    def on(self, anchor: date) -> date | None:
        """The day it means in an article of the day `anchor`; `None` off the calendar."""
        if self.kind is Kind.OFFSET:
            return days_off(anchor, self.offset)
        if self.kind is Kind.WEEKDAY:
            behind = (anchor.weekday() - (self.weekday or 0)) % _WEEK
            ahead = self.side is Side.FUTURE and behind > 0
            return days_off(anchor, _WEEK - behind if ahead else -behind)
        return _nearest(self, anchor)

    @property
    def is_recalled(self) -> bool:
        """Whether it is told with its year, as what is long gone: behind its verb or deep down."""
        if self.year is None or self.weekday is not None or self.is_said:
            return False
        if self.is_head:
            return self.side is Side.PAST and not self.opens
        return self.side is not Side.FUTURE

    def in_year(self, year: int) -> date | None:
        """The date in that year; `None` where the calendar or the weekday beside it forbids."""
        found = calendar_day(year, self.month, self.day)
        fits = found and (self.weekday is None or found.weekday() == self.weekday)
        return found if fits else None


def _nearest(mention: DayMention, anchor: date) -> date | None:
    """The date in its year, or in the year in which it lies nearest; the earlier at a tie.

    `None` where a weekday beside it leaves no year within one of the anchor.
    """
    if mention.year:
        return mention.in_year(mention.year)
    days, at = _all_days(mention.month, mention.day, mention.weekday), anchor.toordinal()
    after = bisect_left(days, at)
    beside = days[max(0, after - 1) : after + 1]
    nearest = min(beside, key=lambda day: abs(day - at), default=None)
    is_near = nearest is not None and abs(nearest - at) <= _YEAR_REACH_DAYS
    return date.fromordinal(nearest) if nearest and is_near else None


_YEAR_REACH_DAYS = 366
_YEARS_TOLD = range(1800, 2200)


@cache
def _all_days(month: int, day: int, weekday: int | None) -> tuple[int, ...]:
    """Ordinals of a date in all years in which the calendar has it, in order."""
    mention = DayMention(Kind.DATE, Span(0, 1), 0, month=month, day=day, weekday=weekday)
    found = (mention.in_year(year) for year in _YEARS_TOLD)
    return tuple(each.toordinal() for each in found if each)


class Mentions(NamedTuple):
    """What an article names: days, years, months without a year, lengths, “this month”."""

    days: tuple[DayMention, ...]
    years: tuple[YearMention, ...]
    months: tuple[MonthMention, ...] = ()
    lengths: tuple[LengthMention, ...] = ()
    phases: tuple[PhaseMention, ...] = ()

    @property
    def years_told(self) -> frozenset[int]:
        """All years named, by themselves or in a date."""
        return frozenset(
            (*(it.year for it in self.years), *(it.year for it in self.days if it.year))
        )

    def without(self, years: AbstractSet[int]) -> Mentions:
        """The same but for these years and the dates in them."""
        days = tuple(each for each in self.days if each.year not in years)
        return self._replace(
            days=days, years=tuple(each for each in self.years if each.year not in years)
        )


def mentions_of(draft: Draft, language: Language) -> Mentions:
    """All of them, in order of place."""
    beside = _Beside(draft.article, language)
    entries = entry_years(draft)
    days: list[DayMention] = []
    years: list[YearMention] = []
    months: list[MonthMention] = []
    lengths: list[LengthMention] = []
    phases: list[PhaseMention] = []
    for expression in draft.expressions:
        slots = dict(expression.slots)
        year = entries.get(expression.span)
        if mention := _day(expression, slots, beside):
            days.append(_as_entry(mention, year) if year else mention)
        if year:
            years.append(YearMention(year, Side.PAST, expression.span, YearForm.DAY))
        else:
            years.extend(_as_told(each, mention) for each in years_named(expression, slots))
        if month := month_named(expression, slots):
            months.append(month)
        if length := length_told(expression, slots):
            lengths.append(length)
        if phase := phase_named(expression, slots):
            phases.append(phase)
    declared = tuple(_declared(draft.article, language))
    read = [
        day._replace(is_own=any(day.span.overlaps(claim.span) for claim in declared))
        for day in days
    ]
    unread = (claim for claim in declared if not any(claim.span.overlaps(day.span) for day in days))
    coarse = (tuple(years), tuple(months), tuple(lengths), tuple(phases))
    return Mentions((*unread, *read), *coarse)


def _as_told(year: YearMention, date: DayMention | None) -> YearMention:
    return year._replace(form=YearForm.TOLD) if date and date.is_recalled else year


def _as_entry(date: DayMention, year: int) -> DayMention:
    """The head of an entry of a chronology: it tells what has been, unless its verb is to come."""
    side = Side.UNKNOWN if date.side is Side.FUTURE else Side.PAST
    return date._replace(year=year, side=side, is_entry=True)


def _declared(article: Article, language: Language) -> Iterator[DayMention]:
    """A dateline's or a header's day without its year: no cue by itself, and the best of clues."""
    shapes = load_shapes(language.code, "header_dates")
    names: list[str] = language.table("header_dates")["weekdays"]
    for claim in article.declared:
        hit = next(shapes.find(claim.value), None) if claim.span else None
        written = written_day(claim.value, hit, language, DateOrder.MDY) if hit else None
        told = written.in_year(_LEAP_YEAR) if written and written.lacks_year else None
        if not (hit and told and told.first_day and claim.span):
            continue
        weekday = hit.parts["weekday"].of(claim.value).casefold() if "weekday" in hit.parts else ""
        yield DayMention(
            Kind.DATE,
            claim.span,
            0,
            month=told.first_day.month,
            day=told.first_day.day,
            weekday=next((at for at, name in enumerate(names) if weekday.startswith(name)), None),
            is_head=True,
            opens=True,
            is_own=True,
        )


_LEAP_YEAR = 2000  # has every day a date can name


class _Beside:
    """What stands beside a mention in its article."""

    def __init__(self, article: Article, language: Language) -> None:
        self._article = article
        self._speech = language.cues("attribution")
        self._verbs = language.cues("tense")
        self._starts = frozenset(language.table("signals")["signals"]["since"])

    def is_said(self, span: Span) -> bool:
        """Whether a verb of speech stands near."""
        text = self._article.text
        around = Span(max(0, span.start - _SPEECH_REACH), min(span.end + _SPEECH_REACH, len(text)))
        return any(hit.cue.gives == "says" for hit in self._speech.find(text, around))

    def is_quoted(self, span: Span) -> bool:
        """Whether it stands between quotation marks."""
        quotes = self._article.quotes
        at = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
        return at >= 0 and span.start < quotes[at].end

    def is_start(self, found: TimeExpression) -> bool:
        """Whether something has lasted since what happened then: “since it was shut on 3 June”."""
        text, start = self._article.text, self._article.sentences[found.sentence].span.start
        before = text[max(start, found.span.start - _SPEECH_REACH) : found.span.start]
        clause = _CLAUSE_END.split(before.casefold())[-1]
        return not self._starts.isdisjoint(clause.split())

    def opens(self, found: TimeExpression) -> bool:
        """Whether no verb of the sentence comes first."""
        start = self._article.sentences[found.sentence].span.start
        if found.span.start <= start:
            return True
        before = Span(start, found.span.start)
        return next(iter(self._verbs.find(self._article.text, before)), None) is None


def _day(
    found: TimeExpression, slots: Mapping[str, str | int], beside: _Beside
) -> DayMention | None:
    core = _core(found.meaning)
    if core is None or found.range_end:
        return None
    named = _named(core, slots)
    if named is None:
        return None
    return named._replace(
        span=found.span,
        sentence=found.sentence,
        side=_SIDES.get(found.signal, _SIDES_OF_THINGS.get(found.names, found.side)),
        is_head=found.sentence < _HEAD_SENTENCES or found.span.start < _HEAD_CHARACTERS,
        is_said=beside.is_said(found.span),
        opens=found.names not in _SIDES_OF_THINGS and beside.opens(found),
        is_quoted=beside.is_quoted(found.span),
        is_bound=found.signal in {Signal.UNTIL, Signal.BY},
        is_start=found.signal is Signal.SINCE or beside.is_start(found),
        names=found.names,
    )


def _core(meaning: Meaning) -> Meaning | None:
    """The day inside “the evening of 6 January” or “at 6 p.m. on Tuesday”."""
    if meaning.operator not in {"part", "clock"}:
        return meaning
    inner = (_core(argument) for argument in meaning.arguments if isinstance(argument, Meaning))
    return next((core for core in inner if core), None)


def _named(core: Meaning, slots: Mapping[str, str | int]) -> DayMention | None:
    nowhere = Span(0, 1)
    numbers = {name: value for name, value in slots.items() if isinstance(value, int)}
    names = {str(argument) for argument in core.arguments}
    if {"month", "day"} <= names <= numbers.keys():
        year, weekday = numbers.get("year"), numbers.get("weekday")
        month, day = numbers["month"], numbers["day"]
        told = DayMention(Kind.DATE, nowhere, 0, month=month, day=day)
        is_day = told.in_year(year or _LEAP_YEAR)  # 31 April is none
        return told._replace(year=year, weekday=weekday) if is_day else None
    match core:
        case Meaning("near", (int(month), int(day))):  # Christmas, Halloween
            return DayMention(Kind.DATE, nowhere, 0, month=month, day=day, is_feast=True)
    if core.operator == "near" and names == {"weekday"} and "weekday" in numbers:
        return DayMention(Kind.WEEKDAY, nowhere, 0, weekday=numbers["weekday"])
    offset = 0 if core.operator == "today" else _offset(core, slots)
    return None if offset is None else DayMention(Kind.OFFSET, nowhere, 0, offset=offset)


def _offset(core: Meaning, slots: Mapping[str, str | int]) -> int | None:
    """Days from the article's own: “two days ago”, “in three days”."""
    if core.operator != "shift" or core.arguments[0] != "anchor":
        return None
    _, count, unit = core.arguments
    sign = 1
    if isinstance(count, Meaning):
        if count.operator != "minus":
            return None
        sign, count = -1, count.arguments[0]
    number = slots.get(count, count) if isinstance(count, str) else count
    named_unit = slots.get(str(unit), unit)
    if not isinstance(number, int) or named_unit != "day":
        return None
    return sign * number
