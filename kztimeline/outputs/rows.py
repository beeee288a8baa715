"""The published rows of listings: a date, an article's day, a setting, a doubt, one a line."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kztimeline.model import AnchorSource, Mod, TimexType
from kztimeline.outputs.records import (
    ArticleId,
    Day,
    EventId,
    IsoPrefix,
    Known,
    Line,
    Offset,
    Precision,
    Rival,
    Step,
)


class DateRow(Struct, frozen=True):
    """One time expression, whether it became an event or not."""

    path: str
    article: ArticleId
    line: Line
    start: Offset
    end: Offset
    text: str
    type: TimexType
    value: str | None
    mod: Mod | None
    edtf: str | None
    earliest: Day | None
    latest: Day | None
    precision: Precision | None
    certainty: Known | None
    rule: str
    anchor: IsoPrefix | None
    steps: tuple[Step, ...]


class AnchorRow(Struct, frozen=True):
    """The day one article speaks from, as a row that can be corrected and used as a manifest."""

    path: str
    id: ArticleId
    title: str
    date: IsoPrefix | None
    earliest: Day | None
    latest: Day | None
    certainty: Known | None
    source: AnchorSource
    raw: str | None
    rivals: tuple[Rival, ...]
    steps: tuple[Step, ...]


class SettingRow(Struct, frozen=True):
    """A setting, its value, and where it comes from; `place` names the option, variable or line."""

    name: str
    value: str | int | bool | None
    source: Literal["option", "environment", "file", "default"]
    place: str | None


class DoubtRow(Struct, frozen=True):
    """An event that somebody should look at, and why: `conflict`, `ambiguous`, `merge`, `inferred`.

    `date` is a prefix, or EDTF where none says it; `places` are `path:line`, joined by `; `.
    """

    id: EventId
    doubts: tuple[str, ...]
    date: str
    title: str
    reasons: tuple[str, ...]
    places: str
