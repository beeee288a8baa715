"""An event as the comparisons look at it: sets and day numbers, made once, compared often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kztimeline.languages import Acts, load_acts, load_language
from kztimeline.model import Account, Certainty, Event, Modality
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual.similarity import folded, rarity, squared, words

_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLASS = "act:"  # no word has a colon, so a class of act never meets a word
_THIN_WORDS = 10  # a clause with no more may have left its subject to the words before it
_ACRONYM_LENGTH = 3  # two initials are too often those of something else
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Profile:
    """One event of one article, ready to be compared.

    `rank` is its place in the canonical order, which does not depend on the order of input: by the
    article's day, then by the article's id, then by order of telling. `teller` is its article's
    place in that order. `first` and `last` are day numbers; an open end is the calendar's.
    `is_said`: the text or calendar arithmetic gives the day, not context. `terms` are content words
    with the classes of act, of which `personal` are done to or by one person; `weight` is their
    squared weight of `terms`.
    """

    rank: int
    event: Event
    account: Account
    teller: int
    first: int
    last: int
    is_open: bool
    is_said: bool
    names: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    personal: frozenset[str]
    amounts: frozenset[tuple[str, float]]
    weight: float

    @property
    def has_date(self) -> bool:
        """Whether anything dates it."""
        return self.event.when is not None

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
    """All profiles in canonical order, and how many events have each word, and how rare it is."""

    profiles: tuple[Profile, ...]
    counts: Mapping[str, int]
    rarities: Mapping[str, float]


class _Sighting(NamedTuple):
    """An event where it is told, and its words."""

    teller: int
    account: Account
    event: Event
    names: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    personal: frozenset[str]


def survey(accounts: Iterable[Account]) -> Corpus:
    """Profiles of all events of all accounts."""
    seen = [
        _sight(teller, account, event)
        for teller, account in enumerate(sorted(accounts, key=_told_at))
        for event in sorted(account.events, key=lambda event: (event.order, event.id))
    ]
    counts = Counter(word for one in seen for word in one.names | one.places | one.terms)
    rarities = {word: rarity(count, len(seen)) for word, count in counts.items()}
    profiles = (_profile(rank, one, rarities) for rank, one in enumerate(seen))
    return Corpus(tuple(profiles), counts, rarities)


def _told_at(account: Account) -> tuple[int, str, str, int]:
    """When an article tells: undated ones last, ties by content, never by order of input."""
    interval = account.anchor.interval
    day = interval.first_day if interval else None
    article = account.article
    return (day.toordinal() if day else _LAST, article.id, article.locator, article.part or 0)


def _sight(teller: int, account: Account, event: Event) -> _Sighting:
    acts = load_acts(load_language(account.article.language))
    plain_words, capitals = _telling_words(event, account, acts)
    told = [word for word in plain_words if acts.classes.of(word)]
    classes = acts.classes.found(told) - acts.speech
    places = frozenset(key for name in event.places for key in name_keys(name))
    names = frozenset(key for name in event.names for key in name_keys(name)) - places
    parts = [part for name in (*event.names, *event.places) for part in words(name)]
    spoken_for = _beginnings({*told, *parts, *capitals})
    plain = frozenset(folded(term) for term in event.terms if term not in spoken_for)
    terms = plain | {_CLASS + act for act in classes}
    done = frozenset(_CLASS + act for act in classes - acts.frames)
    personal = frozenset(_CLASS + act for act in classes & acts.personal)
    return _Sighting(teller, account, event, names, places, terms, done, personal)


def _telling_words(event: Event, account: Account, acts: Acts) -> tuple[list[str], list[str]]:
    """Words of the clause, and the capitals of its sentence, which names speak for.

    A clause without an act (“which began on Tuesday”) is heard with the words before it.
    """
    text, clause = account.article.text, event.clause
    _, capitals = _by_case(event.span.of(text))
    told, _ = _by_case(clause.of(text))
    is_thin = len(told) <= _THIN_WORDS
    if is_thin and not acts.classes.found(told) - acts.frames - acts.speech:
        told, _ = _by_case(text[event.span.start : clause.end])
    return told, capitals


def _by_case(text: str) -> tuple[list[str], list[str]]:
    """Small words and capitals, all caseless; the first word is small, a headline's all are."""
    first, *rest = _WORD.findall(text) or [""]
    capitals = [word.casefold() for word in rest if word[0].isupper()]
    if 2 * len(capitals) > len(rest):
        return [word.casefold() for word in (first, *rest)], []
    small = [word for word in rest if not word[0].isupper()]
    return [first.casefold(), *small], capitals


def _beginnings(spoken_for: Iterable[str]) -> set[str]:
    """All stems of words that a name or a class of act stands for already."""
    return {word[:end] for word in spoken_for for end in range(1, len(word) + 1)}


def _profile(rank: int, seen: _Sighting, rarities: Mapping[str, float]) -> Profile:
    event, when = seen.event, seen.event.when
    first, last = _days(when)
    return Profile(
        rank=rank,
        event=event,
        account=seen.account,
        teller=seen.teller,
        first=first,
        last=last,
        is_open=when is not None and None in (when.start, when.end),
        is_said=event.certainty >= Certainty.DERIVED and not event.is_carried,
        names=seen.names,
        places=seen.places,
        terms=seen.terms,
        acts=seen.acts,
        personal=seen.personal,
        amounts=frozenset((quantity.unit, quantity.value) for quantity in event.quantities),
        weight=squared(seen.terms, rarities),
    )


def _days(when: Interval | None) -> tuple[int, int]:
    if when is None:
        return _FIRST, _LAST
    first, last = when.first_day, when.last_day
    return first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST


def name_keys(name: str) -> Iterator[str]:
    """What a name is known by: its last word, and its initials if it has three words; folded.

    >>> sorted(name_keys("Collective Security Treaty Organisation"))
    ['csto', 'organisation']
    >>> list(name_keys("Karim Massimov")) == list(name_keys("Masimov"))
    True
    """
    parts = _NAME_WORD.findall(name)
    if parts:
        yield folded(parts[-1])
    initials = "".join(part[0] for part in parts if part[0].isupper())
    if len(initials) >= _ACRONYM_LENGTH:
        yield folded(initials)
