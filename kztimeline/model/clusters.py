"""Events taken for one happening, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kztimeline.model.events import Event, Modality, Quantity
from kztimeline.model.evidence import Certainty
from kztimeline.temporal.interval import DateKind, Interval


@dataclass(frozen=True, slots=True)
class Weight:
    """One labelled part of a match; bits are log₂ odds and add."""

    comparison: str
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Match:
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One interval that some members (by id) give for the happening."""

    interval: Interval
    kind: DateKind
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """A cluster of events; its words are always some member's words, never a blend.

    `id` is ``ev-…``, made from its earliest-told mention. `members` come best-told first, the first
    is the representative. `voices` counts independent sources: copies of one text are one voice.
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

    @property
    def representative(self) -> Event:
        """The member that speaks for the cluster."""
        return self.members[0]


class FigureStatus(StrEnum):
    """Whether sources give the same number for one thing (the published `figures[].status`)."""

    AGREE = "agree"
    DISAGREE = "disagree"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """One number for a thing and the events (by id) that give it."""

    quantity: Quantity
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted thing that articles give numbers for."""

    about: str
    unit: str
    status: FigureStatus
    claims: tuple[FigureClaim, ...]
