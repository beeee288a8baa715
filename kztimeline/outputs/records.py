"""The published records: the shape of everything kztimeline writes.

Names and meanings are the contract of `schema_version` 1: fields may be added at the end, none is
renamed, moved or given another meaning. Every format and the JSON Schema are made from these.
Characters are counted in code points of the clean text, `[start, end)`; lines from 1, as on disk.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from kztimeline.model import (
    Action,
    AnchorSource,
    DateKind,
    FigureStatus,
    Mod,
    Modality,
    PartKind,
    Review,
    Status,
    TimexType,
)

IsoPrefix: TypeAlias = Annotated[
    str,
    Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO 8601 date, cut to what is known"),
]
Day: TypeAlias = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="a full day")]
Line: TypeAlias = Annotated[int, Meta(ge=1, description="1-based line of the file on disk")]
Offset: TypeAlias = Annotated[int, Meta(ge=0, description="code points into the clean text")]
Count: TypeAlias = Annotated[int, Meta(ge=0)]
Share: TypeAlias = Annotated[float, Meta(description="how much of the story hangs on it")]
ArticleId: TypeAlias = Annotated[str, Meta(pattern=r"^art-\w*(?!\s)$")]
MentionId: TypeAlias = Annotated[str, Meta(pattern=r"^mn-\w*(?!\s)$")]
EventId: TypeAlias = Annotated[str, Meta(pattern=r"^ev-\w*(?!\s)$")]
SourceId: TypeAlias = Annotated[str, Meta(pattern=r"^src-\w*(?!\s)$")]
Known: TypeAlias = Literal["stated", "derived", "inferred", "guessed"]
Precision: TypeAlias = Literal[
    "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"
]


class Step(Struct, frozen=True):
    """One move of a derivation: the code of its ground, the words it rests on, what came out."""

    reason: str
    text: str | None
    outcome: str | None
    path: str | None
    line: Line | None
    operator: str
    inputs: tuple[str | int | None, ...]


class Rival(Struct, frozen=True):
    """Another day an article could speak from."""

    date: IsoPrefix | None
    reason: str


class Anchor(Struct, frozen=True):
    """The day an article speaks from; `certainty` is null where there is none."""

    date: IsoPrefix | None
    earliest: Day | None
    latest: Day | None
    certainty: Known | None
    source: AnchorSource
    raw: str | None
    rivals: tuple[Rival, ...]
    steps: tuple[Step, ...]


class Article(Struct, frozen=True):
    """One article that was read."""

    id: ArticleId
    path: str
    part: int | None
    sha256: str
    title: str
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    anchor: Anchor


class Selector(Struct, frozen=True):
    """The cited sentence with what stands around it (W3C Web Annotation)."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class Position(Struct, frozen=True):
    """Where the cited sentence stands (W3C Web Annotation)."""

    type: Literal["TextPositionSelector"]
    start: Offset
    end: Offset


class Clause(Struct, frozen=True):
    """The part of the sentence that the date governs."""

    start: Offset
    end: Offset


class Expression(Struct, frozen=True):
    """The words that date a source (TIMEX3); `anchor` is the day of the article they stand in."""

    text: str
    type: TimexType
    value: str | None
    mod: Mod | None
    relative: bool
    start: Offset
    end: Offset
    line: Line
    rule: str
    anchor: IsoPrefix | None


class Attribution(Struct, frozen=True):
    """Who is said to have said it."""

    speaker: str | None
    cue: str


class Quantity(Struct, frozen=True):
    """A counted or measured thing; `about` is what befell it, or what a share is of."""

    value: float
    unit: str
    about: str
    comparator: str | None
    text: str


class Source(Struct, frozen=True):
    """One telling of an event: which article, which characters, and how its date came about."""

    id: SourceId
    mention: MentionId
    article: ArticleId
    path: str
    line: Line
    selector: Selector
    position: Position
    clause: Clause
    expression: Expression | None
    modality: Modality
    negated: bool
    attribution: Attribution | None
    certainty: Known | None
    quantities: tuple[Quantity, ...]
    steps: tuple[Step, ...]


class Reading(Struct, frozen=True):
    """One date that some of the sources give for the event."""

    edtf: str
    sources: tuple[SourceId, ...]
    display_date: str


class Link(Struct, frozen=True):
    """Why two mentions were taken for one happening."""

    left: MentionId
    right: MentionId
    bits: float
    reasons: tuple[str, ...]


class Merge(Struct, frozen=True):
    """Why the sources were taken for one happening: the weakest link, then all of them."""

    bits: float
    reasons: tuple[str, ...]
    links: tuple[Link, ...]


class Edit(Struct, frozen=True):
    """Something done by hand: `was` is what the program had; ids, tags are joined by `, `."""

    action: Action
    value: str | None
    was: str | None
    path: str | None
    line: Line | None


class Part(Struct, frozen=True):
    """One of the numbers that a salience is the sum of: what it is for, and how much."""

    part: PartKind
    value: float


class Event(Struct, frozen=True):
    """One happening with all its sources; date fields are null where nothing dates it.

    `salience` is the sum of the parts in `why`, never below 0.0.
    """

    id: EventId
    title: str
    date: IsoPrefix | None
    date_end: IsoPrefix | None
    edtf: str | None
    date_kind: DateKind | None
    precision: Precision | None
    earliest: Day | None
    latest: Day | None
    time: str | None
    approximate: bool
    uncertain: bool
    display_date: str | None
    modality: Modality
    negated: bool
    status: Status
    certainty: Known | None
    readings: tuple[Reading, ...]
    who: tuple[str, ...]
    where: tuple[str, ...]
    tags: tuple[str, ...]
    salience: Share
    review: Review
    source_count: Count
    voice_count: Count
    sources: tuple[Source, ...]
    merge: Merge | None
    note: str | None
    edits: tuple[Edit, ...]
    why: tuple[Part, ...]


class EventLine(Event, frozen=True, tag_field="schema", tag="kztimeline.event/1"):
    """One event as a line of JSONL."""


class DayEntry(Struct, frozen=True):
    """A day that has events; its `salience`, in articles, is the sum of the parts in `why`."""

    date: Day
    salience: Share
    events: tuple[EventId, ...]
    why: tuple[Part, ...]


class FigureSource(Struct, frozen=True):
    """Where a number stands."""

    article: ArticleId
    path: str
    line: Line
    mention: MentionId


class FigureReading(Struct, frozen=True):
    """One number given; `low` and `high` bound what its comparator allows, null is open."""

    value: float
    low: float | None
    high: float | None
    comparator: str | None
    text: str
    sources: tuple[FigureSource, ...]


class Figure(Struct, frozen=True):
    """A counted thing and the numbers given for it."""

    about: str
    unit: str
    status: FigureStatus
    readings: tuple[FigureReading, ...]


class Warn(Struct, frozen=True):
    """Something set aside or doubtful: what, where, what now."""

    code: str
    path: str | None
    message: str
    hint: str
    line: Line | None
    is_problem: bool


class Generator(Struct, frozen=True):
    """The program that wrote the file."""

    name: Literal["kztimeline"]
    version: str


class SettingsUsed(Struct, frozen=True):
    """The settings that change what is read."""

    languages: tuple[str, ...]
    date_order: Literal["MDY", "DMY", "YMD"]


class Chosen(Struct, frozen=True):
    """What a choice was to keep, null where it sets no bound; `events` counts those it had."""

    top: Count | None
    days: Count | None
    per_day: Count | None
    topic: str | None
    events: Count


class Timeline(Struct, frozen=True, tag_field="schema", tag="kztimeline.timeline"):
    """The whole chronology and everything it rests on."""

    schema_version: Literal["1.0"]
    generator: Generator
    settings: SettingsUsed
    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    days: tuple[DayEntry, ...]
    figures: tuple[Figure, ...]
    warnings: tuple[Warn, ...]
    hidden: tuple[Event, ...]
    chosen: Chosen | None
