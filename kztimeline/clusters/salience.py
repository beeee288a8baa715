"""How much of the story hangs on a happening: parts that add, and the line that tells it best."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from math import fsum, log2, sqrt
from typing import NamedTuple

from kztimeline.clusters.lines import line_parts
from kztimeline.clusters.middle import Middle, likenesses, middle_of
from kztimeline.clusters.profiles import Profile
from kztimeline.clusters.represent import Gathered, best_first
from kztimeline.clusters.topic import Topic, place_of
from kztimeline.model import (
    HELD,
    Certainty,
    DaySalience,
    Mapper,
    Modality,
    Part,
    PartKind,
    Spool,
    picked,
    serial,
)

# Measured on journalists' own timelines (tests/salience_ablation.py), then rounded: what stands
# in the middle of what its day tells says most by far.
_DAY, _CENTRAL, _VOICES, _HAPPENED, _SURE, _REPEATS = 0.25, 0.5, 0.05, 0.05, 0.05, -0.25
_MANY_VOICES = 8  # more voices than that add nothing
_DIGITS = 4
BLOCK = 300  # tellings that are weighed together at least: some hundredths of a second


class Standing(NamedTuple):
    """What speaks for a cluster: its members, the best-told first, and the parts of its salience.

    `salience` is their sum, never below 0.0 and hardly above 1.0.
    """

    members: tuple[Profile, ...]
    parts: tuple[Part, ...]

    @property
    def salience(self) -> float:
        """The sum of the parts."""
        return summed(self.parts)


def summed(parts: Iterable[Part]) -> float:
    """What some parts add up to, as it is published."""
    return max(0.0, round(fsum([part.value for part in parts]), _DIGITS))


class Weighed(NamedTuple):
    """Clusters, and their standings in the same order."""

    clusters: Sequence[Gathered]
    rows: Sequence[Row]


class _Scene(NamedTuple):
    """What the clusters under one heading are weighed against."""

    topic: Topic
    middle: Middle
    share: float


class _Headings(NamedTuple):
    """All clusters, in blocks of headings: the places of those told beside each other."""

    clusters: Sequence[Gathered]
    topic: Topic
    shares: Mapping[Hashable, float]
    blocks: Sequence[Sequence[Sequence[int]]]


class Row(NamedTuple):
    """The standing of a cluster, by ranks."""

    cluster: int
    members: tuple[int, ...]
    parts: tuple[Part, ...]

    @property
    def salience(self) -> float:
        """The sum of the parts, never below 0.0 and hardly above 1.0."""
        return summed(self.parts)


def weigh(
    clusters: Iterable[Gathered],
    topic: Topic,
    days: Sequence[DaySalience],
    each: Mapper = serial,
    spool: Spool = HELD,
) -> Weighed:
    """What speaks for each cluster, in their order."""
    headings: defaultdict[Hashable, array[int]] = defaultdict(partial(array, "i"))
    sizes = array("i")

    def headed() -> Iterator[Gathered]:
        for at, cluster in enumerate(clusters):
            headings[_heading(cluster)].append(at)
            sizes.append(len(cluster.members))
            yield cluster

    kept = spool.keep(Gathered, headed())
    blocks = tuple(_blocks(headings.values(), sizes))
    beside = _Headings(kept, topic, _shares(days), blocks)
    found = each(weighed, range(len(blocks)), beside=beside)
    rows = spool.keep(Row, chain.from_iterable(found))
    places = array("i", bytes(4 * len(sizes)))
    for place, at in enumerate(chain.from_iterable(chain.from_iterable(blocks))):
        places[at] = place
    return Weighed(kept, picked(rows, places))


def _blocks(
    headings: Iterable[Sequence[int]], sizes: Sequence[int]
) -> Iterator[tuple[Sequence[int], ...]]:
    """Headings together that are so many tellings, or one that is more by itself."""
    block: list[Sequence[int]] = []
    told = 0
    for under in headings:
        block.append(under)
        told += sum(sizes[at] for at in under)
        if told >= BLOCK:
            yield tuple(block)
            block, told = [], 0
    yield tuple(block)


def weighed(headings: _Headings, number: int) -> list[Row]:
    """The standings of all clusters of a block."""
    found: list[Row] = []
    for under in headings.blocks[number]:
        gathered = [headings.clusters[at] for at in under]
        share = headings.shares.get(_heading(gathered[0]), 0.0)
        scene = _Scene(headings.topic, middle_of(gathered, headings.topic), share)
        for at, standing in zip(under, _standings(gathered, scene), strict=True):
            ranks = tuple(member.rank for member in standing.members)
            found.append(Row(at, ranks, standing.parts))
    return found


def _heading(cluster: Gathered) -> Hashable:
    """What clusters are told beside each other: those of one day, else of the very same time."""
    day = cluster.when.only_day if cluster.when else None
    return cluster.when if day is None else day


def _shares(days: Sequence[DaySalience]) -> Mapping[Hashable, float]:
    """By day its salience as a share of the foremost day's, drawn towards 1.0."""
    most = max((day.salience for day in days), default=0.0)
    return {day.day: sqrt(day.salience / most) for day in days} if most else {}


def _standings(clusters: Sequence[Gathered], scene: _Scene) -> Iterator[Standing]:
    """Each cluster's; what repeats a stronger one under the same heading is worth less."""
    plain = [_standing(cluster, scene) for cluster in clusters]
    worths = [standing.salience for standing in plain]
    places = [place_of(standing.members[0]) for standing in plain]
    vectors = {place: scene.topic.vector(place) for place in places}  # one sentence, one vector
    lines = [vectors[place] for place in places]
    for standing, alike in zip(plain, likenesses(lines, worths, -_REPEATS), strict=True):
        part = _part(PartKind.REPEATS, _REPEATS * alike)
        yield Standing(standing.members, (*standing.parts, *part))


def _standing(cluster: Gathered, scene: _Scene) -> Standing:
    """What speaks for a cluster by itself; its line is that of the member told best."""
    parts = {member.rank: _telling_parts(member, scene) for member in cluster.members}
    worth = {rank: fsum([part.value for part in told]) for rank, told in parts.items()}
    members = best_first(cluster, worth)
    support = min(1.0, log2(max(1, cluster.voices)) / log2(_MANY_VOICES))
    own = (
        *_part(PartKind.DAY, _DAY * scene.share),
        *_part(PartKind.VOICES, _VOICES * support),
        *_part(PartKind.HAPPENED, _HAPPENED * (cluster.modality is Modality.HAPPENED)),
        *_part(PartKind.SURE, _SURE * (cluster.certainty >= Certainty.DERIVED)),
    )
    return Standing(members, (*own, *parts[members[0].rank]))


def _telling_parts(member: Profile, scene: _Scene) -> tuple[Part, ...]:
    """What speaks for one telling: how central it is under its heading, and how it reads.

    Its sentence is what is quoted, its clause what the title tells: they count alike.
    """
    place = place_of(member)
    sentence = clause = scene.middle.centrality(scene.topic.vector(place))
    if not scene.topic.is_all(place, member.keys):
        clause = scene.middle.centrality(scene.topic.weighed(member.keys))
    central = _part(PartKind.CENTRAL, _CENTRAL * (sentence + clause) / 2)
    return (*central, *line_parts(member))


def _part(kind: PartKind, value: float) -> tuple[Part, ...]:
    """One part, rounded as it is published; none where it is nothing."""
    rounded = round(value, _DIGITS)
    return (Part(kind, rounded),) if rounded else ()
