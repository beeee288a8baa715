"""What one article tells, dated."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from kztimeline.model.evidence import Certainty, Step
from kztimeline.model.times import ResolvedTime
from kztimeline.temporal.interval import DateKind, Interval
from kztimeline.textual.spans import Span


class Modality(StrEnum):
    """Whether the text tells a thing as having happened (factuality; negation is kept apart)."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CLAIMED = "claimed"
    HYPOTHETICAL = "hypothetical"


class Attribution(Struct, frozen=True, array_like=True):
    """Who is said to have said it; `speaker` is `None` where only the cue stands (“reportedly”)."""

    speaker: str | None
    cue: str
    span: Span


class Quantity(Struct, frozen=True, array_like=True):
    """A counted thing: `value` with its comparator (`about`, `at-least`, …), and its words.

    `low` and `high` bound what the comparator allows; `None` is open. `about` names the thing more
    widely than `unit` does: what befell the counted (“killed”), what a share is of. `is_part` tells
    that it counts a part of something told beside it (“12 others”, “three of them”).
    """

    value: float
    low: float | None
    high: float | None
    unit: str
    comparator: str | None
    about: str
    text: str
    span: Span
    is_part: bool = False


class Event(Struct, frozen=True, array_like=True):
    """One statement in one article, with its time where it has one (an event mention).

    `id` is ``mn-…``. `span` is the whole sentence, `clause` the part its time governs. `time` is
    the expression's time (carried from an earlier sentence where `is_carried`), `None` for the
    article's own day. `when` is the event's interval: the expression's, opened by “since” or
    “until”, or joined to a range; `None` where nothing dates it. `names` are persons and
    organisations as written, `places` places, `terms` stemmed content words for matching, sorted.
    `order` counts tellings through the article. `trigger` is the word that tells it (ACE, TimeML),
    in small letters; empty where no verb or noun stands out. `is_past`: a verb of its sentence
    tells something as past or done, which no caption does.
    """

    id: str
    article_id: str
    span: Span
    clause: Span
    title: str
    time: ResolvedTime | None
    is_carried: bool
    when: Interval | None
    kind: DateKind
    certainty: Certainty
    modality: Modality
    negated: bool
    attribution: Attribution | None
    quantities: tuple[Quantity, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    terms: tuple[str, ...]
    order: int
    steps: tuple[Step, ...] = ()
    trigger: str = ""
    is_past: bool = True


class Hearing(NamedTuple):
    """What the words of an event tell by themselves, whoever its names turn out to be.

    `acts` are the caseless words that tell a class of act, `main` is the one that tells the event,
    empty for none. `terms` are the content words that neither a capital nor an act speaks for.
    `words` counts those of its sentence, `before` those that stand there before its time, `flaws`
    the signs that it leans on what surrounds it, or is no prose. `heading` is how much of its
    sentence it is where it heads it, else 0.0. `is_open`: its verb is not known, and an act stands
    behind it.
    """

    acts: tuple[str, ...]
    main: str
    terms: tuple[str, ...]
    words: int
    before: int
    flaws: int
    heading: float
    is_open: bool
