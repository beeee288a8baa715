"""How much of the story hangs on each happening: weighed by blocks, wherever there is room."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from math import sqrt
from typing import NamedTuple

from kztimeline.clusters.middle import middle_of
from kztimeline.clusters.represent import Gathered
from kztimeline.clusters.standing import Scene, standings, summed
from kztimeline.clusters.topic import Topic
from kztimeline.model import (
    HELD,
    DaySalience,
    Mapper,
    Part,
    Spool,
    picked,
    serial,
)

BLOCK = 300  # tellings that are weighed together at least: some hundredths of a second


class Weighed(NamedTuple):
    """Clusters, and their standings in the same order."""

    clusters: Sequence[Gathered]
    rows: Sequence[Row]


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
        scene = Scene(headings.topic, middle_of(gathered, headings.topic), share)
        for at, standing in zip(under, standings(gathered, scene), strict=True):
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
