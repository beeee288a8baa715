"""Pairs worth comparing: times that can meet, and an uncommon word or name in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kztimeline.clusters.profiles import Corpus, Profile

KEYS_PER_EVENT = 12  # its rarest shared words; two tellings of one thing nearly always share one
NEIGHBOURS = 30  # events looked at after each one under one key, where a word is on every page
_SLACK_DAYS = 1  # what context dates may be a day off


def candidate_pairs(corpus: Corpus) -> list[tuple[int, int]]:
    """Pairs of ranks, lower first, sorted; at most `KEYS_PER_EVENT` × `NEIGHBOURS` for each event.

    Where more than `NEIGHBOURS` events lie in one word's window, the nearest in time are taken.
    """
    postings: dict[str, list[Profile]] = defaultdict(list)
    for profile in corpus.profiles:
        for key in _keys(profile, corpus):
            postings[key].append(profile)
    found: set[tuple[int, int]] = set()
    for key in sorted(postings):
        found.update(_neighbours(postings[key]))
    return sorted(found)


def _keys(profile: Profile, corpus: Corpus) -> list[str]:
    """The rarest words and names that another event has too."""
    own = profile.names | profile.places | profile.terms | profile.acts
    shared = (key for key in own if corpus.counts[key] > 1)
    return sorted(shared, key=lambda key: (corpus.counts[key], key))[:KEYS_PER_EVENT]


def _neighbours(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    dated = sorted((p for p in profiles if p.has_date), key=_place)
    for at, left in enumerate(dated):
        reach = _place(left)[1] + _SLACK_DAYS
        for right in dated[at + 1 : at + 1 + NEIGHBOURS]:
            if _place(right)[0] > reach:
                break
            yield _pair(left, right)
    undated = [p for p in profiles if not p.has_date]
    for left in undated:
        for right in (*undated, *dated)[:NEIGHBOURS]:
            if left is not right:
                yield _pair(left, right)


def _place(profile: Profile) -> tuple[int, int, int]:
    """First and last day; an open time stands at its named end."""
    if not profile.is_open:
        return profile.first, profile.last, profile.rank
    day = profile.named_end
    return day, day, profile.rank


def _pair(left: Profile, right: Profile) -> tuple[int, int]:
    return (left.rank, right.rank) if left.rank < right.rank else (right.rank, left.rank)
