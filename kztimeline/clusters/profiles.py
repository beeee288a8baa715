"""An event as the comparisons look at it: sets and day numbers, made once, compared often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kztimeline.clusters.stories import Stories
from kztimeline.model import Certainty, DateKind, Event, Modality, Teller
from kztimeline.model.record import Record
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual import Span

_HEAD = 2  # told sentences: a headline and the lead below it
ANY_DAY = _FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Bare(NamedTuple):
    """An event without its words (`Event`).

    `time` numbers the times of its article: two events with an equal one have the same number.
    `recalls`: it has the day of another, since its article tells that there.
    """

    id: str
    span: Span
    when: Interval | None
    kind: DateKind
    certainty: Certainty
    modality: Modality
    negated: bool
    is_past: bool
    is_carried: bool
    time: int
    recalls: bool


class Profile(NamedTuple):
    """One event of one article, ready to be compared.

    `rank` is its place in the canonical order, which does not depend on the order of input: by the
    article's day, then by the article's id, then by order of telling. `teller` is its article's
    place in that order, `sentence` the number of told sentences before it there. `first` and `last`
    are day numbers; an open end is the calendar's. `told_on` is the last day its article may be of.
    `is_said`: its own words name the time, not context; `is_told`: those or other words of its
    article do, not the article's own day. `is_off`: its words name another day first. `event` comes
    without its words, of which the rest is what was heard (`Hearing`, `Heard`): nothing of the text
    is in a profile, so that it may cross to another machine. A tuple, since it is read back from
    disk a dozen times in a large corpus.
    """

    rank: int
    event: Bare
    teller: int
    sentence: int
    first: int
    last: int
    told_on: int
    is_open: bool
    is_said: bool
    is_told: bool
    names: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[frozenset[str]]
    personal: frozenset[str]
    main: frozenset[str]
    stages: frozenset[str]
    is_another: bool
    keys: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    words: int
    before: int
    flaws: int
    heading: float
    is_off: bool

    @property
    def has_date(self) -> bool:
        """Whether anything dates it."""
        return self.event.when is not None

    @property
    def is_head(self) -> bool:
        """Whether it stands in the headline or the lead below it."""
        return self.sentence < _HEAD

    @property
    def named_end(self) -> int:
        """The day that an open time is named by: its end if it has one, else its start."""
        return self.last if self.last < _LAST else self.first

    @property
    def is_plan(self) -> bool:
        """Whether the text tells it as still to come."""
        return self.event.modality is Modality.PLANNED

    @property
    def is_coarse(self) -> bool:
        """Whether its time is a unit longer than a day."""
        when = self.event.when
        return when is not None and when.granularity > Granularity.DAY


class Corpus(Record, frozen=True):
    """All profiles in canonical order, and how many events have each key, and how rare it is.

    A key is a name, place, word or act; it is rare where few articles have it: one article may say
    a thing ten times. `weights` are the squared weights of the profiles' terms, by rank. `firsts`
    are the ranks at which the articles begin, and the number of all profiles at the end.
    """

    profiles: Sequence[Profile]
    firsts: Sequence[int]
    counts: Mapping[str, int]
    rarities: Mapping[str, float]
    weights: Sequence[float]
    stories: Stories


class Sources(Record, frozen=True):
    """What the profiles of a corpus were made of, to be cited: it stays on this machine.

    `events` by rank, `accounts` in canonical order, without their events.
    """

    events: Sequence[Event]
    accounts: Sequence[Teller]
