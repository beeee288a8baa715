"""How a test makes an article, an event, a timeline: every argument has a sound default."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kztimeline.model import (
    Account,
    Anchor,
    AnchorSource,
    Article,
    Attribution,
    Certainty,
    DateKind,
    Declaration,
    Event,
    Figure,
    FigureClaim,
    FigureStatus,
    Match,
    Meaning,
    MergedEvent,
    Modality,
    Note,
    Quantity,
    Reading,
    ResolvedTime,
    Sentence,
    Settings,
    Status,
    Step,
    TimeExpression,
    Timeline,
    TimexType,
    Weight,
)
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual import Span

FRIDAY = Interval.of(2024, 3, 15)


def stable_id(prefix: str, *parts: object) -> str:
    digest = hashlib.sha256("\0".join(str(part) for part in parts).encode()).hexdigest()
    return f"{prefix}-{digest[:8]}"


def make_article(
    text: str = "The court ruled on Tuesday. The minister resigned.\n",
    *,
    locator: str = "articles/herald.txt",
    title: str = "",
    declared: Sequence[Declaration] = (),
    notes: Sequence[Note] = (),
) -> Article:
    """An article whose sentences end at a full stop, question or exclamation mark."""
    sentences = tuple(
        Sentence(Span(found.start(), found.end()), text.count("\n", 0, found.start()))
        for found in re.finditer(r"\S[^.?!\n]*[.?!]?", text)
    )
    return Article(
        id=stable_id("art", locator, text),
        locator=locator,
        part=None,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        title=title,
        text=text,
        sentences=sentences,
        declared=tuple(declared),
        line_ends=tuple(found.start() for found in re.finditer("\n", text)),
        notes=tuple(notes),
    )


def make_anchor(
    article: Article,
    interval: Interval | None = FRIDAY,
    *,
    certainty: Certainty = Certainty.STATED,
    source: AnchorSource = AnchorSource.HEADER,
    raw: str | None = "15 March 2024",
    steps: Sequence[Step] = (),
) -> Anchor:
    if interval is None:
        return Anchor(article.id, None, Certainty.GUESSED, AnchorSource.NONE)
    return Anchor(article.id, interval, certainty, source, raw, tuple(steps))


def make_time(
    article: Article,
    words: str,
    interval: Interval,
    *,
    value: str = "2024-03-12",
    kind: DateKind = DateKind.INSTANT,
    certainty: Certainty = Certainty.DERIVED,
    steps: Sequence[Step] = (),
    clock: str | None = None,
) -> ResolvedTime:
    start = article.text.index(words)
    expression = TimeExpression(
        article.id,
        Span(start, start + len(words)),
        TimexType.DATE,
        "en/weekday.bare",
        Meaning("near", ("weekday",)),
        (),
        sentence=0,
    )
    relative = certainty is not Certainty.STATED
    return ResolvedTime(expression, interval, kind, value, certainty, relative, tuple(steps), clock)


def make_event(
    article: Article,
    sentence: int = 0,
    when: Interval | None = FRIDAY,
    *,
    title: str | None = None,
    time: ResolvedTime | None = None,
    kind: DateKind = DateKind.INSTANT,
    certainty: Certainty = Certainty.STATED,
    modality: Modality = Modality.HAPPENED,
    speaker: str | None = None,
    quantities: Sequence[Quantity] = (),
    names: Sequence[str] = (),
    places: Sequence[str] = (),
    order: int = 0,
) -> Event:
    span = article.sentences[sentence].span
    said = Attribution(speaker, "said", Span(span.start, span.start + 1)) if speaker else None
    words = span.of(article.text).rstrip(".")
    return Event(
        id=stable_id("mn", article.id, sentence, title, when),
        article_id=article.id,
        span=span,
        clause=span,
        title=words if title is None else title,
        time=time,
        is_carried=False,
        when=when,
        kind=kind,
        certainty=certainty,
        modality=modality,
        negated=False,
        attribution=said,
        quantities=tuple(quantities),
        names=tuple(names),
        places=tuple(places),
        terms=(),
        order=order,
    )


def make_quantity(article: Article, words: str, value: float, unit: str, **more: str) -> Quantity:
    start = article.text.index(words)
    comparator = more.get("comparator")
    return Quantity(
        value,
        value,
        None if comparator == "at-least" else value,
        unit,
        comparator,
        more.get("about", unit),
        words,
        Span(start, start + len(words)),
    )


def make_merged(
    *members: Event,
    status: Status | None = None,
    readings: Sequence[Reading] | None = None,
    salience: float = 0.5,
    voices: int | None = None,
    title: str | None = None,
) -> MergedEvent:
    """The members as one event; the first speaks for it."""
    first = members[0]
    articles = len({member.article_id for member in members})
    own = (Reading(first.when, first.kind, tuple(m.id for m in members)),) if first.when else ()
    borne_out = Status.CORROBORATED if articles > 1 else Status.SINGLE_SOURCE
    return MergedEvent(
        id=stable_id("ev", first.id),
        members=members,
        title=first.title if title is None else title,
        when=first.when,
        kind=first.kind,
        certainty=first.certainty,
        modality=first.modality,
        negated=False,
        status=status or borne_out,
        readings=own if readings is None else tuple(readings),
        matches=tuple(
            Match(
                first.id,
                other.id,
                (Weight("time", "same day", 3.0), Weight("terms", "two shared names", 2.0)),
            )
            for other in members[1:]
        ),
        article_count=articles,
        voices=articles if voices is None else voices,
        salience=salience,
    )


def make_figure(
    about: str,
    unit: str,
    *claims: tuple[Quantity, Event],
    status: FigureStatus = FigureStatus.DISAGREE,
) -> Figure:
    said = tuple(FigureClaim(quantity, (event.id,)) for quantity, event in claims)
    return Figure(about, unit, status, said)


def make_timeline(
    *accounts: Account,
    events: Sequence[MergedEvent] = (),
    undated: Sequence[MergedEvent] = (),
    figures: Sequence[Figure] = (),
    notes: Sequence[Note] = (),
) -> Timeline:
    return Timeline(
        tuple(events), tuple(undated), accounts, tuple(figures), tuple(notes), Settings()
    )


def days(first: Interval, last: Interval, part: str = "") -> Interval:
    """From the first day to the last, both inside."""
    return Interval(first.start, last.end, Granularity.DAY, part=part)


@dataclass(frozen=True, slots=True)
class Story:
    """A small chronology with one of everything that outputs must show."""

    timeline: Timeline
    herald: Article
    courier: Article


_HERALD = """Harbour strike ends
Date: 15 March 2024

Dockers in Westport walked out on Tuesday, 12 March. At least 300 workers joined.
The port will reopen on Monday.
The union, founded in 1998, has been in talks since January.
"""
_COURIER = """Dockers stop work in Westport on Tuesday, the harbour master said.
Some 450 workers took part. The mayor called for calm.
"""


def make_story() -> Story:
    """Two articles: a shared day, a plan, a far year, a claim, two figures, an undated rest."""
    herald = make_article(_HERALD, title="Harbour strike ends")
    courier = make_article(_COURIER, locator="articles/courier.txt")
    tuesday, monday = Interval.of(2024, 3, 12), Interval.of(2024, 3, 18)
    few = make_quantity(
        herald, "At least 300 workers", 300, "workers", comparator="at-least", about="strikers"
    )
    many = make_quantity(
        courier, "Some 450 workers", 450, "workers", comparator="about", about="strikers"
    )
    walked = make_event(
        herald,
        2,
        tuesday,
        title="Dockers in Westport walked out",
        time=make_time(herald, "Tuesday, 12 March", tuesday),
        certainty=Certainty.DERIVED,
        places=("Westport",),
    )
    joined = make_event(
        herald, 3, tuesday, quantities=(few,), certainty=Certainty.INFERRED, order=1
    )
    opens = make_event(
        herald,
        4,
        monday,
        title="The port will reopen",
        time=make_time(herald, "Monday", monday, value="2024-03-18"),
        modality=Modality.PLANNED,
        certainty=Certainty.DERIVED,
        order=2,
    )
    founded = make_event(
        herald,
        5,
        Interval.of(1998),
        title="The union was founded",
        time=make_time(herald, "1998", Interval.of(1998), value="1998", certainty=Certainty.STATED),
        order=3,
    )
    stops = make_event(
        courier,
        0,
        tuesday,
        title="Dockers stop work in Westport",
        modality=Modality.CLAIMED,
        speaker="the harbour master",
        time=make_time(courier, "Tuesday", tuesday),
        certainty=Certainty.DERIVED,
    )
    some = make_event(
        courier, 1, tuesday, quantities=(many,), certainty=Certainty.INFERRED, order=1
    )
    calm = make_event(courier, 2, None, order=2)
    accounts = (
        Account(
            herald,
            make_anchor(herald),
            tuple(e.time for e in (walked, opens, founded) if e.time),
            (walked, joined, opens, founded),
        ),
        Account(courier, make_anchor(courier, None), (), (stops, some, calm)),
    )
    timeline = make_timeline(
        *accounts,
        events=(
            make_merged(founded, salience=0.2),
            make_merged(walked, stops, salience=0.9),
            make_merged(joined),
            make_merged(some),
            make_merged(opens),
        ),
        undated=(make_merged(calm, salience=0.1),),
        figures=(make_figure("strikers", "workers", (few, joined), (many, some)),),
        notes=(
            Note(
                "no-publication-date",
                "no publication date found",
                courier.locator,
                hint="add a line `Date: 2024-03-15`, or use --anchor or --manifest",
            ),
        ),
    )
    return Story(timeline, herald, courier)


def with_events(timeline: Timeline, *events: MergedEvent) -> Timeline:
    return replace(timeline, events=events)
