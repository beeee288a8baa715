"""Time expressions + anchor → times on the calendar, or an honest “cannot”.

A fold with a small memory: each expression is evaluated in the context its predecessors left (the
anchor, and what the text has been speaking of), and leaves its own mark in it. Every move is a step
that can be applied again.

What it refuses: to guess a place. A time that hangs on what is not known comes back unplaced, with
the reason and as much TIMEX3 value as it has.
"""

from __future__ import annotations

from kztimeline.model import (
    Anchor,
    Article,
    Certainty,
    DateOrder,
    Meaning,
    ResolvedTime,
    Side,
    Signal,
    Time,
    TimeExpression,
    TimexType,
    UnplacedTime,
)
from kztimeline.temporal import DateKind, Granularity, Interval, timex3_value
from kztimeline.times.context import Context, Focus
from kztimeline.times.evaluate import place
from kztimeline.times.history import history, speaks_from_its_day
from kztimeline.times.layout import heads_day, heads_years, section_end
from kztimeline.times.named import named_days
from kztimeline.times.numeric import doubtful_dates, order_of
from kztimeline.times.replay import replays
from kztimeline.times.scene import Scene, Unplaced

__all__ = ["doubtful_dates", "named_days", "replays", "resolve_times"]


def resolve_times(
    article: Article,
    expressions: tuple[TimeExpression, ...],
    anchor: Anchor,
    order: DateOrder,
) -> tuple[Time, ...]:
    """One time an expression, in order.

    `order` is how all-numeric dates are read where the article's own do not show it.
    """
    order = order_of(expressions, order)
    past_told = history(expressions, anchor.interval)
    context = Context(
        anchor.interval,
        anchor.certainty,
        history=past_told,
        has_own_day=speaks_from_its_day(expressions, past_told),
    )
    out: list[Time] = []
    for expression, following in zip(expressions, (*expressions[1:], None), strict=False):
        paragraph = article.sentences[expression.sentence].paragraph
        context = context.at(expression.sentence, paragraph)
        scene = Scene(
            expression,
            context,
            dict(expression.slots),
            article,
            order=order,
            range_year=_range_year(expression, following, anchor.interval),
        )
        time = _place(scene)
        context = _after(time, context, scene, article)
        out.append(time)
    return tuple(out)


def _after(time: Time, context: Context, scene: Scene, article: Article) -> Context:
    """What the times behind this one know."""
    if isinstance(time, ResolvedTime) and _is_told_of(time.expression, scene):
        context = _remembering(context, time, scene, article)
        if heads_years(time):
            return context.headed(time)
        if heads_day(article, time):
            return context.under(time, section_end(article, time.expression.sentence))
        return context.entered() if scene.is_entry else context
    return context.telling_stretch() if time.value in _STRETCHES else context


def _remembering(context: Context, time: ResolvedTime, scene: Scene, article: Article) -> Context:
    expression = time.expression
    is_end = expression.is_range_end and bool(context.foci)
    values = (  # in the order of the fields: a quarter of the time of calling the class by names
        time.interval,
        context.sentence,
        context.paragraph,
        (scene.has_stated_year and _lends_year(expression, time, context))
        or _frames(time, article),
        _is_bare_clock(scene),
        context.foci[0].interval if is_end else None,
        expression.is_said or expression.signal is Signal.SINCE,
        scene.looks_back,
        scene.looks_back and not _opens_sentence(article, expression),
        expression.side,
        expression.aside_end,
        expression.span.start,
    )
    return context.remembering(tuple.__new__(Focus, values))


def _opens_sentence(article: Article, expression: TimeExpression) -> bool:
    """“The day before, a shop was robbed”: the text goes on from there."""
    before = article.sentences[expression.sentence].span.start
    return len(article.text[before : expression.span.start].split()) <= _LEADING


def _frames(time: ResolvedTime, article: Article) -> bool:
    """“Last year the snow came on 1 October”: a sentence opens with the year of its days."""
    is_year = time.interval.granularity is Granularity.YEAR and not time.interval.part
    is_plain = time.expression.signal is Signal.AT and not time.expression.names
    start = article.sentences[time.expression.sentence].span.start
    return is_year and is_plain and time.expression.span.start == start


_LEADING = 2  # words: “And on the day before”


_STRETCHES = ("P3M", "P6M", "P9M")  # what results are told of beside a quarter and a year


def _is_told_of(expression: TimeExpression, scene: Scene) -> bool:
    """Whether later times may hang on this one."""
    return expression.type in (TimexType.DATE, TimexType.TIME) and not scene.is_comparison


def _is_bare_clock(scene: Scene) -> bool:
    """Whether a clock time or part of day is put on the anchor's day for want of another."""
    first = scene.steps[0] if scene.steps else None
    return (
        first is not None
        and first.operator in {"clock", "part"}
        and scene.context.anchor in first.inputs
    )


def _lends_year(expression: TimeExpression, time: ResolvedTime, context: Context) -> bool:
    """Whether the text goes on in the year of a time: not in that of “the 2019 race”.

    In news “owned by a bank since 2014” and “runs until 2025” only bound what is told, and “will
    need 40 ships in 2034” is said in passing.
    """
    is_bare = time.interval.granularity >= Granularity.YEAR
    passes = expression.signal in _BOUNDS or expression.side is Side.FUTURE
    is_news = context.history is not Certainty.DERIVED
    return not ((is_bare and passes and is_news) or expression.names)


_BOUNDS = (Signal.SINCE, Signal.UNTIL, Signal.BY)


def _range_year(
    expression: TimeExpression, following: TimeExpression | None, anchor: Interval | None
) -> int | None:
    """The year that stands at the other end of the range this expression opens.

    “Between 11 March and 2 April last year” is in that year all along, “from December to April
    2010” from the year before.
    """
    if following is None or expression.range_end != following.span:
        return None
    year: int | None = _slot(following, "year")
    if year is None and anchor is not None and anchor.start is not None:
        offset = _year_counted(following.meaning)
        year = None if offset is None else anchor.start.year + offset
    first, last = _slot(expression, "month"), _slot(following, "month")
    is_before = first is not None and last is not None and first > last
    return year if year is None else year - is_before


def _slot(expression: TimeExpression, name: str) -> int | None:
    """The number in a slot: the month of “11 December”."""
    return next((v for n, v in expression.slots if n == name and isinstance(v, int)), None)


def _year_counted(meaning: Meaning) -> int | None:
    """Of which year from the anchor's a month or day is: -1 of “2 April last year”."""
    if meaning.operator in _YEARS_COUNTED and meaning.arguments == ("year",):
        return _YEARS_COUNTED[meaning.operator]
    inner = meaning.arguments[-1] if meaning.operator == "nth" else None
    return _year_counted(inner) if isinstance(inner, Meaning) else None


_YEARS_COUNTED = {"last": -1, "this": 0, "next": 1}


def _place(scene: Scene) -> Time:
    expression = scene.expression
    try:
        interval = place(expression.meaning, scene)
    except Unplaced as answer:
        return UnplacedTime(expression, answer.value, answer.reason)
    value = timex3_value(interval)
    if interval.granularity < Granularity.DAY and expression.type is TimexType.DATE:
        expression = expression._replace(type=TimexType.TIME)  # “40 minutes later”
    if expression.mod:
        interval = scene.narrowed(interval, expression.mod)
    values = (
        expression,
        interval,
        _kind(interval, scene.kind),
        value,
        scene.certainty,
        scene.is_relative,
        tuple(scene.steps),
        _clock(interval),
    )
    return tuple.__new__(ResolvedTime, values)  # a quarter of the time of calling the class


def _kind(interval: Interval, kind: DateKind) -> DateKind:
    """A week, a quarter, a narrowed month: on one of its days, since no date names it."""
    if kind is not DateKind.INSTANT:
        return kind
    is_named = interval.is_unit and interval.granularity not in _NAMELESS
    return DateKind.INSTANT if is_named else DateKind.ONE_OF


_NAMELESS = (Granularity.WEEK, Granularity.QUARTER)


def _clock(interval: Interval) -> str | None:
    is_clock = interval.start is not None and interval.granularity <= Granularity.HOUR
    return f"{interval.start:%H:%M}" if is_clock else None
