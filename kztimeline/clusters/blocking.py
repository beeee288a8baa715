"""Pairs worth comparing: times that can meet, and an uncommon word, name or act in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kztimeline.clusters.profiles import Corpus, Profile

COMPANIONS = 8  # partners each event looks for, its likeliest; as many may look for it
NEIGHBOURS = (
    12  # of them under one word, to each side: so a word on every page cannot fill the list
)
_SLACK_DAYS = 1  # what two days that texts give may lie apart
_LATE_DAYS = 7  # what an event may be told after it was, where only context gives its day

_Postings = Mapping[str, Sequence[Profile]]


def candidate_pairs(corpus: Corpus) -> list[tuple[int, int]]:
    """Pairs of ranks, lower first, sorted; each event names its `COMPANIONS` likeliest partners.

    Likeliest are those that share its rarest words, of these the nearest in time. So the work grows
    with the number of events, not with its square, and what is cut is what least tells events
    apart.
    """
    keys = [_keys(profile, corpus) for profile in corpus.profiles]
    dated, undated = _posted(corpus, keys, has_date=True), _posted(corpus, keys, has_date=False)
    seats = {key: {p.rank: at for at, p in enumerate(posted)} for key, posted in dated.items()}
    found: set[tuple[int, int]] = set()
    for profile in corpus.profiles:
        for other in _companions(profile, keys[profile.rank], (dated, undated), seats):
            low, high = sorted((profile.rank, other))
            found.add((low, high))
    return sorted(found)


def _posted(
    corpus: Corpus, keys: Sequence[Sequence[str]], *, has_date: bool
) -> dict[str, list[Profile]]:
    """Who has each word, in order of time."""
    posted: dict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(corpus.profiles, key=_place):
        if profile.has_date == has_date:
            for key in keys[profile.rank]:
                posted[key].append(profile)
    return posted


def _place(profile: Profile) -> tuple[int, int, int]:
    """First and last day; an open time stands at its named end."""
    if not profile.is_open:
        return profile.first, profile.last, profile.rank
    return profile.named_end, profile.named_end, profile.rank


def _keys(profile: Profile, corpus: Corpus) -> list[str]:
    """The words, names and acts that another event has too, rarest first."""
    own = profile.names | profile.places | profile.terms | profile.acts
    shared = [key for key in own if corpus.counts[key] > 1]
    return sorted(shared, key=lambda key: (corpus.counts[key], key))


def _companions(
    profile: Profile,
    keys: Sequence[str],
    postings: tuple[_Postings, _Postings],
    seats: Mapping[str, Mapping[int, int]],
) -> set[int]:
    dated, undated = postings
    found: set[int] = set()
    for key in keys:
        if len(found) >= COMPANIONS:
            break
        if profile.has_date:
            found.update(_in_time(profile, dated[key], seats[key][profile.rank]))
        else:
            everyone = (*undated[key][:NEIGHBOURS], *dated.get(key, ())[:NEIGHBOURS])
            found.update(other.rank for other in everyone)
    found.discard(profile.rank)
    return found


def _in_time(profile: Profile, posted: Sequence[Profile], seat: int) -> Iterator[int]:
    """Those beside it in order of time, to both sides, as far as their times can meet its own."""
    first, last, _ = _place(profile)
    for other in posted[seat + 1 : seat + 1 + NEIGHBOURS]:
        slack = _SLACK_DAYS if profile.is_said and other.is_said else _LATE_DAYS
        if _place(other)[0] <= last + slack:
            yield other.rank
    for other in posted[max(0, seat - NEIGHBOURS) : seat]:
        slack = _SLACK_DAYS if profile.is_said and other.is_said else _LATE_DAYS
        if _place(other)[1] >= first - slack:
            yield other.rank
