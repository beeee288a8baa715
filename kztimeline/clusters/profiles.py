"""An event as the comparisons look at it: sets and day numbers, made once, compared often."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import NamedTuple

from kztimeline.clusters.hearing import Heard, hear, listen
from kztimeline.clusters.stories import Stories
from kztimeline.model import (
    Account,
    Anchor,
    AnchorSource,
    Article,
    Certainty,
    Event,
    Hearing,
    Modality,
    Reason,
)
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual.similarity import rarity, squared

_HEAD = 2  # told sentences: a headline and the lead below it
ANY_DAY = _FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


_NOBODY = Account(
    Article("", "", None, "", "", "", "", (), (), ()),
    Anchor("", None, Certainty.GUESSED, AnchorSource.NONE),
    (),
)


def _bare(event: Event) -> Event:
    """An event without its words."""
    return replace(
        event,
        time=None,
        steps=(),
        title="",
        names=(),
        places=(),
        terms=(),
        quantities=(),
        attribution=None,
    )


@dataclass(frozen=True, slots=True)
class Profile:
    """One event of one article, ready to be compared.

    `rank` is its place in the canonical order, which does not depend on the order of input: by the
    article's day, then by the article's id, then by order of telling. `teller` is its article's
    place in that order, `sentence` the number of told sentences before it there. `first` and `last`
    are day numbers; an open end is the calendar's. `told_on` is the last day its article may be of.
    `is_said`: its own words name the time, not context; `is_told`: those or other words of its
    article do, not the article's own day. `weight` is the squared weight of `terms`. `is_off`: its
    words name another day first. The rest is what was heard in it (`Hearing`, `Heard`).
    """

    rank: int
    event: Event
    account: Account
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
    is_another: bool
    keys: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    weight: float
    words: int
    before: int
    flaws: int
    heading: float
    is_off: bool

    def __reduce__(self) -> tuple[type[Profile], tuple[object, ...]]:
        """What crosses to another machine: the text and all that is quoted of it stay here."""
        kept = {"event": _bare(self.event), "account": _NOBODY}
        values = (kept.get(each.name, getattr(self, each.name)) for each in fields(self))
        return Profile, tuple(values)

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


@dataclass(frozen=True, slots=True)
class Corpus:
    """All profiles in canonical order, and how many events have each key, and how rare it is.

    A key is a name, place, word or act; it is rare where few articles have it: one article may say
    a thing ten times.
    """

    profiles: tuple[Profile, ...]
    counts: Mapping[str, int]
    rarities: Mapping[str, float]
    stories: Stories


class _Sighting(NamedTuple):
    """An event where it is told, and what was heard in it."""

    teller: int
    sentence: int
    account: Account
    event: Event
    told: Hearing
    heard: Heard


def overhear(account: Account) -> Account:
    """The account with what each event's words tell: work that other articles do not change.

    The terms of its events are in that, and no longer there.
    """
    heard = tuple(listen(event, account.article) for event in account.events)
    events = tuple(replace(event, terms=()) for event in account.events)
    return replace(account, events=events, heard=heard)


def survey(accounts: Iterable[Account]) -> Corpus:
    """Profiles of all events of all accounts."""
    told = [
        [
            _Sighting(teller, sentence, telling, event, told, hear(event, told, language))
            for sentence, event, told in _in_order(account)
        ]
        for teller, account in enumerate(sorted(accounts, key=_told_at))
        for telling, language in ((replace(account, heard=()), account.article.language),)
    ]
    seen = [one for telling in told for one in telling]
    counts = Counter(key for one in seen for key in one.heard.keys)
    texts = Counter(
        key for telling in told for key in {key for one in telling for key in one.heard.keys}
    )
    rarities = {key: rarity(count, len(told)) for key, count in texts.items()}
    profiles = (_profile(rank, one, rarities) for rank, one in enumerate(seen))
    stories = Stories([[one.heard.keys for one in telling] for telling in told], rarities)
    return Corpus(tuple(profiles), counts, rarities, stories)


def _in_order(account: Account) -> Iterator[tuple[int, Event, Hearing]]:
    """Events in order of telling, with the number of told sentences before each."""
    sentence, span = -1, None
    heard = account.heard or overhear(account).heard
    pairs = zip(account.events, heard, strict=True)
    for event, told in sorted(pairs, key=lambda pair: (pair[0].order, pair[0].id)):
        sentence += event.span != span
        span = event.span
        yield sentence, event, told


def _told_at(account: Account) -> tuple[int, str, str, int]:
    """When an article tells: undated ones last, ties by content, never by order of input."""
    interval = account.anchor.interval
    day = interval.first_day if interval else None
    article = account.article
    return (day.toordinal() if day else _LAST, article.id, article.locator, article.part or 0)


def _profile(rank: int, seen: _Sighting, rarities: Mapping[str, float]) -> Profile:
    event, when, heard = seen.event, seen.event.when, seen.heard
    first, last = _days(when)
    _, told_on = _days(seen.account.anchor.interval)
    return Profile(
        rank=rank,
        event=event,
        account=seen.account,
        teller=seen.teller,
        sentence=seen.sentence,
        first=first,
        last=last,
        told_on=told_on,
        is_open=when is not None and None in (when.start, when.end),
        is_said=_is_said(event),
        is_told=_is_said(event) or (event.is_carried and not _is_printed(event)),
        names=heard.names,
        places=heard.places,
        terms=heard.terms,
        acts=heard.acts,
        deeds=heard.deeds,
        personal=heard.personal,
        main=heard.main,
        is_another=heard.is_another,
        keys=heard.keys,
        amounts=frozenset((quantity.unit, quantity.value) for quantity in event.quantities),
        weight=squared(heard.terms, rarities),
        words=seen.told.words,
        before=seen.told.before,
        flaws=seen.told.flaws,
        heading=seen.told.heading,
        is_off=_is_of_another_day(seen),
    )


def _is_of_another_day(seen: _Sighting) -> bool:
    """Whether its words name days, and the day that it is told for is not the first of them.

    “On Friday Lind hailed the vote that was held on Sunday” is read as Friday's news.
    """
    when, span = seen.event.when, seen.event.span
    day = when.only_day if when else None
    named = seen.account.named
    first = bisect_left(named, span.start, key=lambda one: one.sentence)
    is_dated = first < len(named) and named[first].sentence == span.start
    return day is not None and is_dated and named[first].day != day


def _is_said(event: Event) -> bool:
    """Whether its own words name its time: “on Monday” does, whatever the anchor rests on."""
    is_named = event.time is not None or event.certainty >= Certainty.DERIVED
    return is_named and not event.is_carried


def _is_printed(event: Event) -> bool:
    """Whether it has the day on which its article was printed: “at 4 p.m.”, and no day said."""
    return any(step.reason is Reason.ARTICLE_DAY for step in event.steps)


def _days(when: Interval | None) -> tuple[int, int]:
    if when is None:
        return ANY_DAY
    first, last = when.first_day, when.last_day
    return first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST
