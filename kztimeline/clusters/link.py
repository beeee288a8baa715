"""Matches to clusters: the surest pairs first, and never two that cannot be one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from msgspec import Struct

from kztimeline.clusters.compare import Comparer, Pair
from kztimeline.clusters.meeting import MOST_DAYS_APART
from kztimeline.clusters.profiles import ANY_DAY, Profile

# How far the mean over the pairs of two clusters may lie below the threshold: they speak together.
SLACK_BITS = 1.0
# What every pair needs: less than that speaks against one happening, whoever vouches for it.
WORST_BITS = -6.0
# Members told first that stand for a large cluster: bounds the pairs weighed for a join.
SPEAKERS = 8


class Cluster(Struct):
    """Ranks taken for one happening, and what they all rule out together.

    `latest_start` and `earliest_end` are day numbers over the members whose text gives a day: two
    of them lie apart exactly if these two do. `speakers` are its members told first. Filled while
    linking, not seen outside.
    """

    ranks: list[int]
    speakers: list[int]
    latest_start: int
    earliest_end: int
    is_negated: bool
    told_by: dict[int, list[int]]

    def __len__(self) -> int:
        """Number of members."""
        return len(self.ranks)

    @classmethod
    def of(cls, profile: Profile) -> Cluster:
        """A cluster of one."""
        told_by = {profile.teller: [profile.rank]}
        first, last = (profile.first, profile.last) if profile.is_told else ANY_DAY
        rank = profile.rank
        return cls([rank], [rank], first, last, profile.event.negated, told_by)

    def excludes(self, other: Cluster) -> bool:
        """Whether some pair of members can never be one happening."""
        start = max(self.latest_start, other.latest_start)
        end = min(self.earliest_end, other.earliest_end)
        return start - end > MOST_DAYS_APART or self.is_negated != other.is_negated

    def retold(self, other: Cluster) -> Iterator[tuple[int, int]]:
        """Pairs across the two that one article tells."""
        for teller in self.told_by.keys() & other.told_by.keys():
            yield from product(self.told_by[teller], other.told_by[teller])

    def join(self, other: Cluster) -> None:
        """Take in all members of another cluster."""
        self.ranks += other.ranks
        self.speakers = sorted(self.speakers + other.speakers)[:SPEAKERS]
        self.latest_start = max(self.latest_start, other.latest_start)
        self.earliest_end = min(self.earliest_end, other.earliest_end)
        for teller, ranks in other.told_by.items():
            self.told_by.setdefault(teller, []).extend(ranks)


def link(
    profiles: Sequence[Profile], sure: Iterable[Pair], comparer: Comparer, threshold: float
) -> list[tuple[int, ...]]:
    """Clusters of ranks, each rank in one; all in ascending order.

    The `sure` pairs, above `threshold`, are joined from the surest down, ties by rank; two clusters
    join only where no pair of members is excluded or below `WORST_BITS`, and where the
    mean over their pairs is not more than `SLACK_BITS` below the threshold.
    """
    once = _Once(sure)
    home: dict[int, Cluster] = {}
    for bits, left, right in once:
        comparer.remember(left, right, bits)
        one, other = (home.get(rank) or Cluster.of(profiles[rank]) for rank in (left, right))
        gone, kept = sorted((one, other), key=len)
        if kept is gone or kept.excludes(gone):
            continue
        if not _fit(kept, gone, comparer, threshold):
            continue
        kept.join(gone)
        home.update(dict.fromkeys((*gone.ranks, left, right), kept))
    joined = [tuple(sorted(ranks)) for ranks in {id(c): c.ranks for c in home.values()}.values()]
    return sorted([*joined, *((rank,) for rank in range(len(profiles)) if rank not in home)])


class _Once:
    """Pairs without their twins (two events name each other), the surest first, ties by rank."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._bits, self._lefts, self._rights = array("d"), array("i"), array("i")
        for bits, left, right in pairs:
            self._bits.append(-bits)
            self._lefts.append(left)
            self._rights.append(right)

    def __iter__(self) -> Iterator[Pair]:
        """The bits and the ranks of each pair."""
        before = None
        for at in sorted(range(len(self._bits)), key=self._place):
            pair = self._lefts[at], self._rights[at]
            if pair != before:
                yield -self._bits[at], *pair
            before = pair

    def _place(self, at: int) -> tuple[float, int, int]:
        return self._bits[at], self._lefts[at], self._rights[at]


def _fit(left: Cluster, right: Cluster, comparer: Comparer, threshold: float) -> bool:
    """Whether the two together speak for one happening, and no pair against it."""
    if any(comparer.bits(one, other) < WORST_BITS for one, other in left.retold(right)):
        return False
    pairs = product(left.speakers, right.speakers)
    bits = [comparer.bits(one, other) for one, other in pairs]
    return min(bits) >= WORST_BITS and sum(bits) / len(bits) >= threshold - SLACK_BITS
