"""An event as the comparisons look at it: sets and day numbers, made once, compared often."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, count, groupby
from typing import NamedTuple

from kztimeline.clusters.hearing import Heard, hear, listen
from kztimeline.clusters.stories import Stories
from kztimeline.model import (
    HELD,
    Account,
    Certainty,
    DateKind,
    Event,
    Hearing,
    Modality,
    Reason,
    ResolvedTime,
    Spool,
    Teller,
    picked,
    seen_as,
)
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual import Span
from kztimeline.textual.similarity import rarity, squared

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


@dataclass(frozen=True, slots=True)
class Corpus:
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


@dataclass(frozen=True, slots=True)
class Sources:
    """What the profiles of a corpus were made of, to be cited: it stays on this machine.

    `events` by rank, `accounts` in canonical order, without their events.
    """

    events: Sequence[Event]
    accounts: Sequence[Teller]


class _Sighting(NamedTuple):
    """An event where it is told, and what was heard in it."""

    teller: int
    sentence: int
    account: Account
    event: Event
    time: int
    told: Hearing
    heard: Heard


def overhear(account: Account) -> Account:
    """The account with what each event's words tell: work that other articles do not change.

    The terms of its events are in that, and no longer there.
    """
    heard = tuple(listen(event, account.article) for event in account.events)
    events = tuple(replace(event, terms=()) for event in account.events)
    return replace(account, events=events, heard=heard)


def survey(
    accounts: Sequence[Account],
    respelled: Callable[[Account], Account] | None = None,
    spool: Spool = HELD,
) -> tuple[Corpus, Sources]:
    """Profiles of all events of all accounts, whose names are `respelled`; and their sources."""
    tellers = seen_as(Teller, accounts)
    keys = [_told_at(teller) for teller in tellers]
    order = array("i", sorted(range(len(keys)), key=keys.__getitem__))
    del keys
    told = picked(accounts, order)
    census = _Census()
    kinds = (Profile, Event)
    named = told if respelled is None else map(respelled, told)
    profiles, events = spool.keep_pairs(kinds, census.over(_profiles(named)))
    firsts = census.firsts(len(order))
    rarities = {key: rarity(count, len(order)) for key, count in census.texts.items()}
    weights = array("d")
    stories = Stories(_Tellings(profiles, firsts), rarities, _weighing(profiles, rarities, weights))
    corpus = Corpus(profiles, firsts, census.counts, rarities, weights, stories)
    return corpus, Sources(events, picked(tellers, order))


def _profiles(accounts: Iterable[Account]) -> Iterator[tuple[Profile, Event]]:
    """Every event in canonical order, with its profile."""
    ranks = count()
    for teller, account in enumerate(accounts):
        language = account.article.language
        times: dict[ResolvedTime | None, int] = {}
        for sentence, event, told in _in_order(account):
            heard, time = hear(event, told, language), times.setdefault(event.time, len(times))
            seen = _Sighting(teller, sentence, account, event, time, told, heard)
            yield _profile(next(ranks), seen), event


class _Census:
    """How many events and articles have each key; counted as profiles pass, before they lie far."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()
        self._tellers: Counter[int] = Counter()

    def over(self, pairs: Iterable[tuple[Profile, Event]]) -> Iterator[tuple[Profile, Event]]:
        """The same pairs."""
        for teller, told in groupby(pairs, key=lambda pair: pair[0].teller):
            keys: set[str] = set()
            for pair in told:
                self.counts.update(pair[0].keys)
                self._tellers[teller] += 1
                keys |= pair[0].keys
                yield pair
            self.texts.update(keys)

    def firsts(self, tellers: int) -> array[int]:
        """The rank of each article's first event, and the number of all."""
        numbers = (self._tellers[teller] for teller in range(tellers))
        return array("i", accumulate(numbers, initial=0))


def _weighing(
    profiles: Iterable[Profile], rarities: Mapping[str, float], weights: array[float]
) -> Iterator[tuple[int, frozenset[str]]]:
    """Each profile's teller and keys; its terms are weighed as it passes."""
    for profile in profiles:
        weights.append(squared(profile.terms, rarities))
        yield profile.teller, profile.keys


@dataclass(frozen=True, slots=True)
class _Tellings:
    """For each article the keys of its events, in order of telling; `firsts` are their ranks."""

    profiles: Sequence[Profile]
    firsts: Sequence[int]

    def __getitem__(self, teller: int) -> list[frozenset[str]]:
        """Those of one article; `IndexError` behind the last."""
        ranks = range(self.firsts[teller], self.firsts[teller + 1])
        return [self.profiles[rank].keys for rank in ranks]


def _in_order(account: Account) -> Iterator[tuple[int, Event, Hearing]]:
    """Events in order of telling, with the number of told sentences before each."""
    sentence, span = -1, None
    heard = account.heard or overhear(account).heard
    pairs = zip(account.events, heard, strict=True)
    for event, told in sorted(pairs, key=lambda pair: (pair[0].order, pair[0].id)):
        sentence += event.span != span
        span = event.span
        yield sentence, event, told


def _told_at(account: Teller) -> tuple[int, str, str, int]:
    """When an article tells: undated ones last, ties by content, never by order of input."""
    interval = account.anchor.interval
    day = interval.first_day if interval else None
    article = account.article
    return (day.toordinal() if day else _LAST, article.id, article.locator, article.part or 0)


def _profile(rank: int, seen: _Sighting) -> Profile:
    event, when, heard = seen.event, seen.event.when, seen.heard
    first, last = _days(when)
    _, told_on = _days(seen.account.anchor.interval)
    return Profile(
        rank=rank,
        event=_bare(seen),
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
        stages=heard.stages,
        is_another=heard.is_another,
        keys=heard.keys,
        amounts=frozenset((quantity.unit, quantity.value) for quantity in event.quantities),
        words=seen.told.words,
        before=seen.told.before,
        flaws=seen.told.flaws,
        heading=seen.told.heading,
        is_off=_is_of_another_day(seen),
    )


def _bare(seen: _Sighting) -> Bare:
    event, steps = seen.event, seen.event.steps
    recalls = bool(steps) and steps[-1].reason is Reason.TOLD_ELSEWHERE
    return Bare(
        event.id, event.span, event.when, event.kind, event.certainty, event.modality,
        event.negated, event.is_past, event.is_carried, seen.time, recalls,
    )  # fmt: skip


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
