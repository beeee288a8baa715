"""Matches to clusters: the surest pairs first, and never two that cannot be one."""

from __future__ import annotations

from collections.abc import Iterable

from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.levels import NEVER

SLACK_BITS = (
    1.5  # clusters join where all their pairs together speak for it, each may be a little unsure
)


def link(
    count: int, pairs: Iterable[tuple[int, int]], comparer: Comparer, threshold: float
) -> list[tuple[int, ...]]:
    """Clusters of the ranks 0 to `count`, each rank in one; all in ascending order.

    Pairs at or above `threshold` are joined from the surest down, ties by rank; two clusters join
    only where the mean over their pairs is not more than `SLACK_BITS` below the threshold and no
    pair is forbidden.
    """
    weighed = ((comparer.bits(left, right), left, right) for left, right in pairs)
    sure = sorted((-bits, left, right) for bits, left, right in weighed if bits >= threshold)
    home = list(range(count))
    clusters: dict[int, list[int]] = {rank: [rank] for rank in range(count)}
    for _, left, right in sure:
        one, other = home[left], home[right]
        if one == other or not _fit(clusters[one], clusters[other], comparer, threshold):
            continue
        kept, gone = min(one, other), max(one, other)
        moved = clusters.pop(gone)
        clusters[kept] = sorted(clusters[kept] + moved)
        for rank in moved:
            home[rank] = kept
    return [tuple(clusters[rank]) for rank in sorted(clusters)]


def _fit(left: list[int], right: list[int], comparer: Comparer, threshold: float) -> bool:
    total = 0.0
    for one in left:
        for other in right:
            bits = comparer.bits(one, other)
            if bits == NEVER:
                return False
            total += bits
    return total / (len(left) * len(right)) >= threshold - SLACK_BITS
