"""When an article speaks, and times put on the calendar, or not."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from kztimeline.model.evidence import Certainty, Note, Reason, Step
from kztimeline.model.expressions import TimeExpression
from kztimeline.temporal.interval import DateKind, Interval


class AnchorSource(StrEnum):
    """Which cue gave an article's day: the published names of `anchor.source`, best first."""

    MANIFEST = "manifest"
    SIDECAR = "sidecar"
    METADATA = "metadata"
    FRONT_MATTER = "front-matter"
    ARCHIVE_HEADER = "archive-header"
    HEADER = "header"
    DATELINE = "dateline"
    PUBLISHED_LINE = "published-line"
    FILE_NAME = "file-name"
    OPTION = "option"
    MTIME = "mtime"
    TEXT = "text"
    OTHER_ARTICLES = "other-articles"
    NONE = "none"


class Rival(NamedTuple):
    """Another day an article could speak from, and what speaks for it."""

    interval: Interval
    reason: str


class Anchor(NamedTuple):
    """When an article speaks (TimeML: DCT): usually a day, honestly a month or `None`.

    `raw` are the words or the field it was read from; `notes` the doubts of a candidate, none once
    it is settled.
    """

    article_id: str
    interval: Interval | None
    certainty: Certainty
    source: AnchorSource
    raw: str | None = None
    steps: tuple[Step, ...] = ()
    rivals: tuple[Rival, ...] = ()
    notes: tuple[Note, ...] = ()


class ResolvedTime(NamedTuple):
    """A time on the calendar with its derivation.

    `value` is the TIMEX3 value; `interval` may be narrower where a `mod` narrows it
    (“mid-January”). `is_relative` tells whether anchor or focus took part. `clock` is the clock
    time as stated (``14:30``).
    """

    expression: TimeExpression
    interval: Interval
    kind: DateKind
    value: str
    certainty: Certainty
    is_relative: bool
    steps: tuple[Step, ...] = ()
    clock: str | None = None


class UnplacedTime(Struct, frozen=True):
    """A time that names no stretch of the calendar, and why not.

    `value` is the TIMEX3 value where there is one (``P10D``, ``XXXX-WXX-2``, ``PAST_REF``), else
    `None`.
    """

    expression: TimeExpression
    value: str | None
    reason: Reason


Time: TypeAlias = ResolvedTime | UnplacedTime
