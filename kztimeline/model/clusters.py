"""Events taken for one happening, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from math import fsum
from typing import NamedTuple

from msgspec import Struct

from kztimeline.model.edits import Applied, Review
from kztimeline.model.events import Event, Modality, Quantity
from kztimeline.model.evidence import Certainty
from kztimeline.temporal.interval import DateKind, Interval


class Weight(NamedTuple):
    """One labelled part of a match; bits are log₂ odds and add."""

    comparison: str
    level: str
    bits: float


class Match(NamedTuple):
    """Why two events (by id) were taken for one."""

    left: str
    right: str
    weights: tuple[Weight, ...]

    @property
    def bits(self) -> float:
        """Sum of the weights."""
        return sum(weight.bits for weight in self.weights)


class Status(StrEnum):
    """How far sources bear an event out (the published `status`)."""

    SINGLE_SOURCE = "single-source"
    CORROBORATED = "corroborated"
    CONFLICT = "conflict"


class Reading(NamedTuple):
    """One interval that some members (by id) give for the happening."""

    interval: Interval
    kind: DateKind
    members: tuple[str, ...]


class PartKind(StrEnum):
    """What a part of a salience is for; a closed list, put in words by `outputs/matters.py`.

    Of a day: `told`, `named`, `lasting`. Of an event: the rest.
    """

    TOLD = "told"
    NAMED = "named"
    LASTING = "lasting"
    DAY = "day"
    VOICES = "voices"
    HAPPENED = "happened"
    SURE = "sure"
    CENTRAL = "central"
    NAMES = "names"
    HEADS = "heads"
    LEANS = "leans"
    LENGTH = "length"
    ANOTHER_DAY = "another-day"
    STILL = "still"
    REPEATS = "repeats"
    TOPIC = "topic"
    BY_HAND = "by-hand"


class Part(NamedTuple):
    """One of the numbers that a salience is the sum of."""

    kind: PartKind
    value: float


class DaySalience(NamedTuple):
    """How much of the story hangs on a day, in articles: the sum of its parts."""

    day: date
    parts: tuple[Part, ...]

    @property
    def salience(self) -> float:
        """The sum, rounded as it is published."""
        return round(fsum(part.value for part in self.parts), 4)


class MergedEvent(Struct, frozen=True, array_like=True):
    """A cluster of events; its words are always some member's words, never a blend.

    `id` is ``ev-…``, made from its earliest-told mention. `members` come best-told first, the first
    is the representative; an event added by hand has none. `voices` counts independent sources:
    copies of one text are one voice. `salience` is the sum of its `parts`, never below 0.0. `note`,
    `tags`, `review` and `edits` are people's.
    """

    id: str
    members: tuple[Event, ...]
    title: str
    when: Interval | None
    kind: DateKind
    certainty: Certainty
    modality: Modality
    negated: bool
    status: Status
    readings: tuple[Reading, ...]
    matches: tuple[Match, ...]
    article_count: int
    voices: int
    salience: float
    parts: tuple[Part, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    review: Review = Review.UNREVIEWED
    edits: tuple[Applied, ...] = ()

    @property
    def representative(self) -> Event:
        """The member that speaks for the cluster."""
        return self.members[0]


def event_id(mention: str) -> str:
    """The id of the merged event whose earliest-told mention this is.

    >>> event_id("mn-77b1c2d9")
    'ev-77b1c2d9'
    """
    return f"ev-{mention.removeprefix('mn-')}"


class FigureStatus(StrEnum):
    """Whether sources give the same number for one thing (the published `figures[].status`)."""

    AGREE = "agree"
    DISAGREE = "disagree"
    REVISED = "revised"


class FigureClaim(NamedTuple):
    """One number for a thing and the events (by id) that give it."""

    quantity: Quantity
    members: tuple[str, ...]


class Figure(NamedTuple):
    """A counted thing that articles give numbers for."""

    about: str
    unit: str
    status: FigureStatus
    claims: tuple[FigureClaim, ...]


class Merged(NamedTuple):
    """Merged events in order of telling, the figures they give, and how much hangs on each day."""

    events: Sequence[MergedEvent]
    figures: tuple[Figure, ...]
    days: tuple[DaySalience, ...]
