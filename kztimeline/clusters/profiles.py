"""An event as the comparisons look at it: sets and day numbers, made once, compared often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kztimeline.clusters.wordclasses import WordClasses, load_acts
from kztimeline.languages import load_language
from kztimeline.model import Account, Certainty, Event, Modality
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual.similarity import folded, rarity, squared, words

_NAME_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM_LENGTH = 3  # two initials are too often those of something else
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Profile:
    """One event of one article, ready to be compared.

    `rank` is its place in the canonical order, which does not depend on the order of input: by the
    article's day, then by the article's id, then by order of telling. `teller` is its article's
    place in that order. `first` and `last` are day numbers; an open end is the calendar's.
    `is_said`: the text or calendar arithmetic gives the day, not context. `weight` is the squared
    weight of `terms`.
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


def survey(accounts: Iterable[Account]) -> Corpus:
    """Profiles of all events of all accounts."""
    rows = [
        (event, account, teller, _sets(event, account))
        for teller, account in enumerate(sorted(accounts, key=_told_at))
        for event in sorted(account.events, key=lambda event: (event.order, event.id))
    ]
    counts = Counter(word for *_, sets in rows for word in frozenset().union(*sets))
    rarities = {word: rarity(count, len(rows)) for word, count in counts.items()}
    profiles = (
        _profile((rank, teller), event, account, sets, rarities)
        for rank, (event, account, teller, sets) in enumerate(rows)
    )
    return Corpus(tuple(profiles), counts, rarities)


_Sets = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]


def _told_at(account: Account) -> tuple[int, str, str, int]:
    """When an article tells: undated ones last, ties by content, never by order of input."""
    interval = account.anchor.interval
    day = interval.first_day if interval else None
    article = account.article
    return (day.toordinal() if day else _LAST, article.id, article.locator, article.part or 0)


def _sets(event: Event, account: Account) -> _Sets:
    places = frozenset(key for name in event.places for key in name_keys(name))
    names = frozenset(key for name in event.names for key in name_keys(name)) - places
    terms = frozenset(folded(term) for term in event.terms) - names - places
    told = words(event.clause.of(account.article.text))
    return names, places, terms, frozenset(f"act:{act}" for act in _acts_of(account).found(told))


def _acts_of(account: Account) -> WordClasses:
    return load_acts(load_language(account.article.language))


def _profile(
    place: tuple[int, int],
    event: Event,
    account: Account,
    sets: _Sets,
    rarities: Mapping[str, float],
) -> Profile:
    names, places, terms, acts = sets
    first, last = _days(event.when)
    return Profile(
        rank=place[0],
        event=event,
        account=account,
        teller=place[1],
        first=first,
        last=last,
        is_open=event.when is not None and None in (event.when.start, event.when.end),
        is_said=event.certainty >= Certainty.DERIVED and not event.is_carried,
        names=names,
        places=places,
        terms=terms,
        acts=acts,
        amounts=frozenset((quantity.unit, quantity.value) for quantity in event.quantities),
        weight=squared(terms, rarities),
    )


def _days(when: Interval | None) -> tuple[int, int]:
    if when is None:
        return _FIRST, _LAST
    first, last = when.first_day, when.last_day
    return first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST


def name_keys(name: str) -> Iterator[str]:
    """What a name is known by: its last word, and its initials if it has three or more; folded.

    >>> sorted(name_keys("Collective Security Treaty Organisation"))
    ['csto', 'organisation']
    >>> list(name_keys("Karim Massimov")) == list(name_keys("Masimov"))
    True
    """
    parts: Sequence[str] = _NAME_WORD.findall(name)
    if parts:
        yield folded(parts[-1])
    initials = "".join(part[0] for part in parts if part[0].isupper())
    if len(initials) >= _ACRONYM_LENGTH:
        yield folded(initials)
