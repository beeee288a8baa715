"""Matches to clusters: the surest pairs first, and never two that cannot be one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.profiles import Profile

SLACK_BITS = (
    1.5  # where the pairs of two clusters together speak for it, each may be a little unsure
)
SPEAKERS = (
    8  # members told first that stand for a large cluster: bounds the pairs weighed for a join
)
MOST_DAYS_APART = 1  # times further apart than that are never one happening


@dataclass(slots=True)
class Cluster:
    """Ranks taken for one happening, and what they all rule out together.

    `latest_start` and `earliest_end` are day numbers over the dated members: two of them lie apart
    exactly if these two do. Filled while linking, not seen outside.
    """

    ranks: list[int]
    latest_start: int
    earliest_end: int
    is_negated: bool
    sentences: set[tuple[int, int, int]]

    @classmethod
    def of(cls, profile: Profile) -> Cluster:
        """A cluster of one."""
        span = profile.event.span
        sentences = {(profile.teller, span.start, span.end)}
        return cls([profile.rank], profile.first, profile.last, profile.event.negated, sentences)

    def excludes(self, other: Cluster) -> bool:
        """Whether some pair of members can never be one happening."""
        start = max(self.latest_start, other.latest_start)
        end = min(self.earliest_end, other.earliest_end)
        return (
            start - end > MOST_DAYS_APART
            or self.is_negated != other.is_negated
            or not self.sentences.isdisjoint(other.sentences)
        )

    def join(self, other: Cluster) -> None:
        """Take in all members of another cluster."""
        self.ranks = sorted(self.ranks + other.ranks)
        self.latest_start = max(self.latest_start, other.latest_start)
        self.earliest_end = min(self.earliest_end, other.earliest_end)
        self.sentences |= other.sentences


def link(
    profiles: Iterable[Profile],
    pairs: Iterable[tuple[int, int]],
    comparer: Comparer,
    threshold: float,
) -> list[tuple[int, ...]]:
    """Clusters of ranks, each rank in one; all in ascending order.

    Pairs at or above `threshold` are joined from the surest down, ties by rank; two clusters join
    only where no pair of members is excluded and the mean over their pairs is not more than
    `SLACK_BITS` below the threshold.
    """
    weighed = ((comparer.bits(left, right), left, right) for left, right in pairs)
    sure = sorted((-bits, left, right) for bits, left, right in weighed if bits >= threshold)
    home = {profile.rank: Cluster.of(profile) for profile in profiles}
    for _, left, right in sure:
        kept, gone = home[left], home[right]
        if kept is gone or kept.excludes(gone):
            continue
        if _mean_bits(kept, gone, comparer) < threshold - SLACK_BITS:
            continue
        kept.join(gone)
        for rank in gone.ranks:
            home[rank] = kept
    return sorted({tuple(cluster.ranks) for cluster in home.values()})


def _mean_bits(left: Cluster, right: Cluster, comparer: Comparer) -> float:
    pairs = list(product(left.ranks[:SPEAKERS], right.ranks[:SPEAKERS]))
    return sum(comparer.bits(one, other) for one, other in pairs) / len(pairs)
