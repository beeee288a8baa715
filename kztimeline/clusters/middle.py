"""What the sentences under one heading have in common, and which of them repeat each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from kztimeline.clusters.represent import Gathered
from kztimeline.clusters.topic import Place, Topic, Vector, cosine, normed, place_of

_UNSAID = 0.6  # what context alone puts on a day says less of what the day is about
_TALKATIVE = 0.3  # how far an article's many sentences on a day share one vote: 0 not, 1 wholly
_RANKED = 8  # lines under a heading that are kept from repeating each other: a screen's worth
_SAME = 2.0  # how alike a sentence is to itself: it is told once


class Middle(NamedTuple):
    """The centroid of the sentences; `trust` is n / (n + 1) of the n articles that give them."""

    vector: Vector
    trust: float

    def centrality(self, line: Vector) -> float:
        """How near a sentence is to the middle of them all, 0.0 to 1.0."""
        return self.trust * cosine(line, self.vector)


def middle_of(clusters: Iterable[Gathered], topic: Topic) -> Middle:
    """The middle of what tells the clusters on the time they are told for.

    A sentence counts by how close it is to the story; less where an article has many, and where
    context alone gives the time.
    """
    lines = dict(_lines(clusters))
    votes = Counter(place.teller for place in lines)
    total: dict[str, float] = {}
    for place in sorted(lines):
        weight = topic.closeness(place) / votes[place.teller] ** _TALKATIVE
        weight *= 1.0 if lines[place] else _UNSAID
        for key, value in topic.vector(place).items():
            total[key] = total.get(key, 0.0) + weight * value
    return Middle(normed(total), len(votes) / (len(votes) + 1))


def _lines(clusters: Iterable[Gathered]) -> Iterator[tuple[Place, bool]]:
    """Each sentence that tells a cluster on its time, and whether it says the time itself."""
    said: dict[Place, bool] = {}
    for cluster in clusters:
        for member in cluster.on_time:
            place = place_of(member)
            said[place] = said.get(place, False) or member.is_said
    yield from said.items()


def likenesses(lines: Sequence[Vector], worths: Sequence[float], price: float) -> list[float]:
    """How much each line repeats a stronger one, 0.0 to 1.0; `_SAME` where it is the same one.

    Greedily, the strongest first, each at what it is worth less `price` times its likeness to those
    before it (maximal marginal relevance); equals in their order.
    """
    alike = [0.0] * len(lines)
    left = set(range(len(lines)))
    posted = _posted(lines)
    for _ in range(min(_RANKED, len(lines))):
        best = max(left, key=lambda at: (worths[at] - price * alike[at], -at))
        left.remove(best)
        for at, likeness in _likest(lines[best], posted):
            alike[at] = max(alike[at], likeness) if at in left else alike[at]
        for at in [at for at in left if lines[at] is lines[best]]:
            alike[at] = _SAME
    return alike


def _posted(lines: Sequence[Vector]) -> Mapping[str, Sequence[tuple[int, float]]]:
    """By key the lines that have it, and its weight there."""
    posted: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, line in enumerate(lines):
        for key, weight in line.items():
            posted[key].append((at, weight))
    return posted


def _likest(
    line: Vector, posted: Mapping[str, Sequence[tuple[int, float]]]
) -> Iterator[tuple[int, float]]:
    """The lines that have a key of this one, each with how like it is."""
    shared: defaultdict[int, list[float]] = defaultdict(list)
    for key, weight in line.items():
        for at, its in posted[key]:
            shared[at].append(weight * its)
    for at, products in shared.items():
        yield at, fsum(products)
