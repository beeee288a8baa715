"""What the page shows, ready to be filled in: headings with their events, figures, articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from kztimeline.model import Review
from kztimeline.outputs.axis import Axis, axis_of
from kztimeline.outputs.days import headings
from kztimeline.outputs.inert import inert
from kztimeline.outputs.lead import BACKGROUND_LEAD, LEAD_PER_HEADING, lead, split_background
from kztimeline.outputs.page_articles import ArticleView, FigureView, articles_of, figures_of
from kztimeline.outputs.page_events import Desk, EventView, event_view
from kztimeline.outputs.records import Event, Timeline, Warn
from kztimeline.outputs.short_names import ShortNames
from kztimeline.outputs.summary import count, count_events
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import DateKind, Granularity, Interval

_WEEKDAY = re.compile(r"^((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (.+)$")
_NOTHING = "The articles state no dates, or the filters of the run left none."
_NAME_DAYS = (
    "Nothing says on which day these statements fall: build again with --anchor 2022-01-11, "
    "or with --manifest FILE and the day of each article."
)


class Chapter(Struct, frozen=True):
    """A heading with the events that lead and those folded behind `folded`."""

    id: str
    words: str
    weekday: str
    datetime: str | None
    shown: tuple[EventView, ...]
    rest: tuple[EventView, ...]
    folded: str


class Choice(Struct, frozen=True):
    """An entry of a filter: its value, its name, how many events it leaves."""

    value: str
    words: str
    total: int


class Page(Struct, frozen=True):
    """Everything the template asks for."""

    title: str
    counts: str
    version: str
    emptiness: str
    axis: Axis | None
    chapters: tuple[Chapter, ...]
    total: int
    sources: tuple[Choice, ...]
    people: tuple[Choice, ...]
    figures: tuple[FigureView, ...]
    articles: tuple[ArticleView, ...]
    has_reviewed: bool
    problems: tuple[Warn, ...]
    notes: tuple[Warn, ...]


def page_of(timeline: Timeline) -> Page:
    """The page of a chronology."""
    names = ShortNames.of(article.path for article in timeline.articles)
    everything = (*timeline.events, *timeline.undated)
    people = _people(everything)
    desk = Desk.of(timeline, names, {person.words: person.value for person in people})
    before, story = split_background(timeline)
    is_open = timeline.chosen is not None
    chapters = _chapters(story, before, timeline.undated, desk, is_open=is_open)
    targets = {
        event.id: chapter.id for chapter in chapters for event in (*chapter.shown, *chapter.rest)
    }
    warnings = [_sound(warning) for warning in timeline.warnings]
    return Page(
        title=_title(story or before),
        counts=_counts(timeline),
        version=inert(timeline.generator.version),
        emptiness="" if timeline.events else _NAME_DAYS if timeline.undated else _NOTHING,
        axis=axis_of(story, targets),
        chapters=tuple(chapters),
        total=len(everything),
        sources=_sources(everything, desk),
        people=people,
        figures=tuple(figures_of(timeline, names)),
        articles=tuple(articles_of(timeline, names)),
        has_reviewed=any(event.review is not Review.UNREVIEWED for event in everything),
        problems=tuple(warning for warning in warnings if warning.is_problem),
        notes=tuple(warning for warning in warnings if not warning.is_problem),
    )


def _counts(timeline: Timeline) -> str:
    undated = f", {len(timeline.undated)} more without a date" if timeline.undated else ""
    hidden = f", {len(timeline.hidden)} hidden by hand" if timeline.hidden else ""
    articles = count(len(timeline.articles), "article")
    return f"{count_events(timeline)} from {articles}{undated}{hidden}"


def _title(events: Sequence[Event]) -> str:
    """“2 – 19 January 2022”: the known days of the story."""
    days = sorted(
        date.fromisoformat(event.earliest)
        for event in events
        if event.earliest and event.earliest == event.latest
    )
    if not days:
        return ""
    first, last = Interval.on(days[0]), Interval.on(days[-1])
    if first == last:
        return display_date(first, DateKind.INSTANT)
    whole = Interval(first.start, last.end, Granularity.DAY)
    return display_date(whole, DateKind.SPAN)


def _chapters(
    story: Iterable[Event],
    before: Sequence[Event],
    undated: Sequence[Event],
    desk: Desk,
    *,
    is_open: bool,
) -> list[Chapter]:
    """A chapter a heading; `is_open` folds nothing."""
    made: list[Chapter] = []
    if before:
        told = lead(before, BACKGROUND_LEAD, everything=is_open)
        made.append(
            _chapter("background", "Background", before, told.shown, desk=desk, where="before")
        )
    used: Counter[str] = Counter()
    for words, events in headings(story):
        slug = _slug(events[0])
        used[slug] += 1
        ident = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        told = lead(events, LEAD_PER_HEADING, everything=is_open)
        where = "on this day" if events[0].precision == "day" else "here"
        made.append(_chapter(ident, inert(words), events, told.shown, desk=desk, where=where))
    if undated:
        made.append(_chapter("undated", "Date not known", undated, (), desk=desk, where="undated"))
    return made


def _slug(event: Event) -> str:
    """`d-2022-01-05` for a day, `d-2022-01-05--open` for what lasts from then on."""
    if event.earliest and event.earliest == event.latest:
        return f"d-{event.earliest}"
    return f"d-{event.earliest or 'open'}--{event.latest or 'open'}"


def _chapter(  # noqa: PLR0913  one call a heading
    ident: str,
    words: str,
    events: Sequence[Event],
    shown: Sequence[Event],
    *,
    desk: Desk,
    where: str,
) -> Chapter:
    leading = {event.id for event in shown}
    rest = [event for event in events if event.id not in leading]
    folded = {
        "before": f"{len(rest)} more from before the story",
        "undated": f"{count(len(rest), 'statement')} without a date",
    }.get(where, f"{len(rest)} more {where}")
    found = _WEEKDAY.match(words)
    dated = where == "before"
    return Chapter(
        id=ident,
        words=found[2] if found else words,
        weekday=found[1] if found else "",
        datetime=_datetime(events[0]) if where in {"on this day", "here"} else None,
        shown=tuple(event_view(event, desk, is_dated=dated) for event in shown),
        rest=tuple(event_view(event, desk, is_dated=dated) for event in rest),
        folded=folded if rest else "",
    )


def _datetime(event: Event) -> str | None:
    """The date for machines, where it says no more and no less than the heading."""
    is_open = event.earliest is None or event.latest is None
    is_plain = event.edtf == event.date and not event.date_end and not is_open
    return event.date if is_plain else None


def _people(events: Iterable[Event]) -> tuple[Choice, ...]:
    tally = Counter(name for event in events for name in {inert(who) for who in event.who})
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Choice(str(at), name, total) for at, (name, total) in enumerate(ranked) if name)


def _sources(events: Iterable[Event], desk: Desk) -> tuple[Choice, ...]:
    tally: Counter[str] = Counter()
    for event in events:
        tally.update({source.article for source in event.sources})
    told: Mapping[str, str] = desk.article_names
    return tuple(
        Choice(desk.numbers[key], told[key], tally[key])
        for key in sorted(told, key=lambda key: told[key])
        if tally[key]
    )


def _sound(warning: Warn) -> Warn:
    return Warn(
        inert(warning.code),
        inert(warning.path) if warning.path else None,
        inert(warning.message),
        inert(warning.hint),
        warning.line,
        warning.is_problem,
    )
