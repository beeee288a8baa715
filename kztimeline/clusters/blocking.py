"""Pairs worth comparing: times that can meet, and an uncommon word, name or act in common."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kztimeline.clusters.profiles import Corpus, Profile

COMPANIONS = 8  # partners each event looks for, its likeliest; as many may look for it
NEIGHBOURS = (
    12  # of them under one word, to each side: so a word on every page cannot fill the list
)
_SLACK_DAYS = 1  # what two days that texts give may lie apart
_DAYS = date.max.toordinal() + 1
_LATE_DAYS = 7  # what an event may be told after it was, where only context gives its day


def _place(profile: Profile) -> int:
    """First and last day in one number; an open time stands at its named end."""
    if profile.is_open:
        return profile.named_end * _DAYS + profile.named_end
    return profile.first * _DAYS + profile.last


class Search:
    """Who has each word, in order of time; each event names its `COMPANIONS` likeliest partners.

    Likeliest are those that share its rarest words, of these the nearest in time. So the work grows
    with the number of events, not with its square, and what is cut is what least tells events
    apart.
    """

    def __init__(self, corpus: Corpus) -> None:
        """Seat the events under their words, in order of time."""
        self._corpus = corpus
        self._profiles = corpus.profiles
        self._counts = counts = corpus.counts
        places, told = array("q"), bytearray()
        self._dated: dict[str, array[int]] = defaultdict(_no_turns)
        self._undated: dict[str, array[int]] = defaultdict(_no_turns)
        for profile in corpus.profiles:
            places.append(_place(profile))
            told.append(profile.is_told)
            posted = self._dated if profile.has_date else self._undated
            for key in [key for key in profile.keys if counts[key] > 1]:
                posted[key].append(profile.rank)
        self._ranks = array("i", sorted(range(len(places)), key=places.__getitem__))
        self._turns = array("i", bytes(4 * len(places)))
        for turn, rank in enumerate(self._ranks):
            self._turns[rank] = turn
        self._firsts = array("i", (places[rank] // _DAYS for rank in self._ranks))
        self._lasts = array("i", (places[rank] % _DAYS for rank in self._ranks))
        self._told = bytes(told[rank] for rank in self._ranks)
        for posts in (self._dated, self._undated):
            for key, ranks in posts.items():
                posts[key] = array("i", sorted(map(self._turns.__getitem__, ranks)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Made again where it is sent to: compiled, it cannot be taken apart."""
        return Search, (self._corpus,)

    def companions(self, rank: int) -> set[int]:
        """The likeliest partners of an event."""
        profile, turn = self._profiles[rank], self._turns[rank]
        counts = self._counts
        keys = sorted([(counts[key], key) for key in profile.keys if counts[key] > 1])
        found: set[int] = set()
        for _, key in keys:
            if len(found) >= COMPANIONS:
                break
            if profile.has_date:
                found.update(self._in_time(turn, self._dated[key]))
            else:
                found.update(self._undated[key][:NEIGHBOURS])
                found.update(self._dated.get(key, _no_turns())[:NEIGHBOURS])
        found.discard(turn)
        return {self._ranks[other] for other in found}

    def _in_time(self, turn: int, posted: Sequence[int]) -> Iterator[int]:
        """Those beside it in order of time, as far as their times can meet its own."""
        firsts, lasts, told = self._firsts, self._lasts, self._told
        late, early = lasts[turn], firsts[turn]
        latest, earliest = late + _LATE_DAYS, early - _LATE_DAYS
        if told[turn]:
            late, early = late + _SLACK_DAYS, early - _SLACK_DAYS
        else:
            late, early = latest, earliest
        seat = bisect_left(posted, turn)
        for other in posted[seat + 1 : seat + 1 + NEIGHBOURS]:
            if firsts[other] <= (late if told[other] else latest):
                yield other
        for other in posted[max(0, seat - NEIGHBOURS) : seat]:
            if lasts[other] >= (early if told[other] else earliest):
                yield other


def _no_turns() -> array[int]:
    return array("i")
