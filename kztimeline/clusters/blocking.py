"""Pairs worth comparing: times that can meet, and an uncommon word, name or act in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from kztimeline.clusters.profiles import Corpus, Profile

COMPANIONS = 8  # partners each event looks for, its likeliest; as many may look for it
NEIGHBOURS = (
    12  # of them under one word, to each side: so a word on every page cannot fill the list
)
_SLACK_DAYS = 1  # what two days that texts give may lie apart
_LATE_DAYS = 7  # what an event may be told after it was, where only context gives its day

_Place: TypeAlias = tuple[int, int]


def candidate_pairs(corpus: Corpus) -> list[tuple[int, int]]:
    """Pairs of ranks, lower first, sorted; each event names its `COMPANIONS` likeliest partners.

    Likeliest are those that share its rarest words, of these the nearest in time. So the work grows
    with the number of events, not with its square, and what is cut is what least tells events
    apart.
    """
    search = _Search(corpus)
    found: set[tuple[int, int]] = set()
    for rank in range(len(corpus.profiles)):
        found.update(
            (rank, other) if rank < other else (other, rank) for other in search.companions(rank)
        )
    return sorted(found)


def _place(profile: Profile) -> _Place:
    """First and last day; an open time stands at its named end."""
    if not profile.is_open:
        return profile.first, profile.last
    return profile.named_end, profile.named_end


def _keys(profile: Profile, counts: Mapping[str, int]) -> list[str]:
    """The words, names and acts that another event has too, rarest first."""
    own = profile.names | profile.places | profile.terms | profile.acts
    return [key for _, key in sorted((counts[key], key) for key in own if counts[key] > 1)]


class _Search:
    """Who has each word, in order of time; events by rank."""

    def __init__(self, corpus: Corpus) -> None:
        self._profiles = corpus.profiles
        self._keys = [_keys(profile, corpus.counts) for profile in corpus.profiles]
        places = [_place(profile) for profile in corpus.profiles]
        self._firsts = [first for first, _ in places]
        self._lasts = [last for _, last in places]
        self._said = [profile.is_said for profile in corpus.profiles]
        self._dated: dict[str, list[int]] = defaultdict(list)
        self._undated: dict[str, list[int]] = defaultdict(list)
        self._seats: dict[str, dict[int, int]] = defaultdict(dict)
        for rank in sorted(range(len(places)), key=lambda rank: (places[rank], rank)):
            self._seat(rank)

    def _seat(self, rank: int) -> None:
        if not self._profiles[rank].has_date:
            for key in self._keys[rank]:
                self._undated[key].append(rank)
            return
        for key in self._keys[rank]:
            posted = self._dated[key]
            self._seats[key][rank] = len(posted)
            posted.append(rank)

    def companions(self, rank: int) -> set[int]:
        """The likeliest partners of an event."""
        has_date = self._profiles[rank].has_date
        found: set[int] = set()
        for key in self._keys[rank]:
            if len(found) >= COMPANIONS:
                break
            if has_date:
                found.update(self._in_time(rank, self._dated[key], self._seats[key][rank]))
            else:
                found.update(self._undated[key][:NEIGHBOURS])
                found.update(self._dated.get(key, ())[:NEIGHBOURS])
        found.discard(rank)
        return found

    def _in_time(self, rank: int, posted: Sequence[int], seat: int) -> Iterator[int]:
        """Those beside it in order of time, as far as their times can meet its own."""
        firsts, lasts, said = self._firsts, self._lasts, self._said
        late, early = lasts[rank], firsts[rank]
        latest, earliest = late + _LATE_DAYS, early - _LATE_DAYS
        if said[rank]:
            late, early = late + _SLACK_DAYS, early - _SLACK_DAYS
        else:
            late, early = latest, earliest
        for other in posted[seat + 1 : seat + 1 + NEIGHBOURS]:
            if firsts[other] <= (late if said[other] else latest):
                yield other
        for other in posted[max(0, seat - NEIGHBOURS) : seat]:
            if lasts[other] >= (early if said[other] else earliest):
                yield other
