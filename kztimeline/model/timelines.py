"""An article before and after its date is known, and the chronology."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from kztimeline.model.clusters import DaySalience, Figure, MergedEvent
from kztimeline.model.documents import Article
from kztimeline.model.events import Event, Hearing
from kztimeline.model.evidence import Note
from kztimeline.model.expressions import TimeExpression
from kztimeline.model.settings import Settings
from kztimeline.model.times import Anchor, Time


class Draft(Struct, frozen=True):
    """An article whose times are not yet placed; `anchors` are its own candidates, best first."""

    article: Article
    expressions: tuple[TimeExpression, ...]
    anchors: tuple[Anchor, ...]
    notes: tuple[Note, ...] = ()


class NamedDay(NamedTuple):
    """A day that an article's words name, and the first character of the sentence that does."""

    day: date
    sentence: int


class Account(Struct, frozen=True):
    """An article told: its day, its times in order of place, its events in order of telling.

    Once the events are told, the times are in them and no longer here, but for the days that the
    words name: `named`, in order of place. `heard` is what each event's words tell, in their order;
    empty where nobody has listened yet. It has all that a `Teller` has.
    """

    article: Article
    anchor: Anchor
    times: tuple[Time, ...]
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    named: tuple[NamedDay, ...] = ()
    heard: tuple[Hearing, ...] = ()


class Teller(Struct, frozen=True):
    """An account without what it tells: who speaks, and when."""

    article: Article
    anchor: Anchor
    notes: tuple[Note, ...] = ()
    named: tuple[NamedDay, ...] = ()


class FirstReading(Struct, frozen=True):
    """What an article gives by itself: its `account`, or its `draft` where it states no day.

    `doubts` are those about its day; `newest` is the latest day that a cue of its own names, so
    that a caller's today can be held against it afterwards. `fault` is what went wrong where a bug
    left neither of the two.
    """

    account: Account | None = None
    draft: Draft | None = None
    doubts: tuple[Note, ...] = ()
    newest: date | None = None
    fault: str = ""


class Timeline(Struct, frozen=True):
    """The chronology and everything it rests on.

    `events` are in the published order: earliest day, finer first, order of telling. `accounts` are
    in order of input. `hidden` are what people hid: shown nowhere, and not lost. `days` are those
    that are told or named, in order.
    """

    events: Sequence[MergedEvent]
    undated: Sequence[MergedEvent]
    accounts: Sequence[Account]
    figures: tuple[Figure, ...]
    notes: tuple[Note, ...]
    settings: Settings
    hidden: Sequence[MergedEvent] = ()
    days: tuple[DaySalience, ...] = ()
