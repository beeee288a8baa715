"""All accounts of a corpus to the profiles of their events, and what is counted over them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, count, groupby
from typing import NamedTuple

from msgspec.structs import replace

from kztimeline.clusters.hearing import hear, listen
from kztimeline.clusters.profiles import ANY_DAY, Bare, Corpus, Profile, Sources
from kztimeline.clusters.stories import Stories
from kztimeline.model import (
    HELD,
    Account,
    Certainty,
    Event,
    Hearing,
    NamedDay,
    Reason,
    ResolvedTime,
    Spool,
    Teller,
    picked,
    seen_as,
)
from kztimeline.model.record import Record
from kztimeline.temporal import Interval
from kztimeline.textual.similarity import rarity, squared

_FIRST, _LAST = ANY_DAY


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


class _Telling(NamedTuple):
    """What the profiles of an article's events have in common."""

    teller: int
    language: str
    told_on: int
    named: tuple[NamedDay, ...]
    sentences: tuple[int, ...]


def _profiles(accounts: Iterable[Account]) -> Iterator[tuple[Profile, Event]]:
    """Every event in canonical order, with its profile."""
    ranks = count()
    for teller, account in enumerate(accounts):
        _, told_on = _days(account.anchor.interval)
        sentences = tuple(one.sentence for one in account.named)
        its = _Telling(teller, account.article.language, told_on, account.named, sentences)
        times: dict[ResolvedTime | None, int] = {}
        for sentence, event, told in _in_order(account):
            bare = _bare(event, times.setdefault(event.time, len(times)))
            yield _profile(next(ranks), sentence, (event, bare, told), its), event


class _Census:
    """How many events and articles have each key; counted as profiles pass, before they lie far."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()
        self._tellers: Counter[int] = Counter()

    def over(self, pairs: Iterable[tuple[Profile, Event]]) -> Iterator[tuple[Profile, Event]]:
        """The same pairs."""
        for teller, told in groupby(pairs, key=lambda pair: pair[0].teller):
            keys: list[frozenset[str]] = []
            for pair in told:
                keys.append(pair[0].keys)
                yield pair
            self._tellers[teller] = len(keys)
            self.counts.update(chain.from_iterable(keys))
            self.texts.update(frozenset().union(*keys))

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


class _Tellings(Record, frozen=True):
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


def _profile(rank: int, sentence: int, seen: tuple[Event, Bare, Hearing], its: _Telling) -> Profile:
    event, bare, told = seen
    when, heard = event.when, hear(event, told, its.language)
    first, last = _days(when)
    is_open = when is not None and None in (when.start, when.end)
    is_said = _is_said(event)
    is_told = is_said or (event.is_carried and not _is_printed(event))
    is_off = first == last and not is_open and _is_of_another_day(first, event, its)
    amounts = frozenset([(quantity.unit, quantity.value) for quantity in event.quantities])
    place = (rank, bare, its.teller, sentence, first, last, its.told_on, is_open, is_said, is_told)
    manner = (amounts, told.words, told.before, told.flaws, told.heading, is_off)
    return Profile._make(place + heard + manner)  # a third of the time of naming each field


def _bare(event: Event, time: int) -> Bare:
    steps = event.steps
    recalls = bool(steps) and steps[-1].reason is Reason.TOLD_ELSEWHERE
    return Bare(
        event.id, event.span, event.when, event.kind, event.certainty, event.modality,
        event.negated, event.is_past, event.is_carried, time, recalls,
    )  # fmt: skip


def _is_of_another_day(day: int, event: Event, its: _Telling) -> bool:
    """Whether its words name days, and this day that it is told for is not the first of them.

    “On Friday Lind hailed the vote that was held on Sunday” is read as Friday's news.
    """
    start = event.span.start
    first = bisect_left(its.sentences, start)
    is_dated = first < len(its.sentences) and its.sentences[first] == start
    return is_dated and its.named[first].day.toordinal() != day


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
    start, last = when.start, when.last_moment
    return start.toordinal() if start else _FIRST, last.toordinal() if last else _LAST
