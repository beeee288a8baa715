"""How much of the story hangs on a happening: parts that add, and the line that tells it best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log2, sqrt
from typing import NamedTuple

from kztimeline.clusters.days import day_saliences
from kztimeline.clusters.lines import line_parts
from kztimeline.clusters.middle import Middle, likenesses, middle_of
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.clusters.represent import Gathered, best_first
from kztimeline.clusters.topic import Topic, place_of
from kztimeline.model import Certainty, DaySalience, Modality, Part, PartKind

# Measured on journalists' own timelines (tests/salience_ablation.py), then rounded: what stands
# in the middle of what its day tells says most by far.
_DAY, _CENTRAL, _VOICES, _HAPPENED, _SURE, _REPEATS = 0.25, 0.5, 0.1, 0.05, 0.025, -0.25
_MANY_VOICES = 8  # more voices than that add nothing
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for a cluster: its members, the best-told first, and the parts of its salience.

    `salience` is their sum, never below 0.0 and hardly above 1.0.
    """

    members: tuple[Profile, ...]
    parts: tuple[Part, ...]

    @property
    def salience(self) -> float:
        """The sum of the parts."""
        return max(0.0, round(fsum(part.value for part in self.parts), _DIGITS))


class _Scene(NamedTuple):
    """What the clusters under one heading are weighed against."""

    topic: Topic
    middle: Middle
    share: float


def weigh(
    clusters: Sequence[Gathered], corpus: Corpus
) -> tuple[tuple[Standing, ...], tuple[DaySalience, ...]]:
    """What speaks for each cluster, in their order; and how much hangs on each day."""
    topic = Topic(corpus.profiles)
    days = day_saliences(corpus.profiles, topic)
    shares = _shares(days)
    headings: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, cluster in enumerate(clusters):
        headings[_heading(cluster)].append(at)
    standings: dict[int, Standing] = {}
    for heading, under in headings.items():
        gathered = [clusters[at] for at in under]
        scene = _Scene(topic, middle_of(gathered, topic), shares.get(heading, 0.0))
        standings.update(zip(under, _standings(gathered, scene), strict=True))
    return tuple(standings[at] for at in range(len(clusters))), days


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
    lines = [scene.topic.vector(place_of(standing.members[0])) for standing in plain]
    for standing, alike in zip(plain, likenesses(lines, worths, -_REPEATS), strict=True):
        part = _part(PartKind.REPEATS, _REPEATS * alike)
        yield Standing(standing.members, (*standing.parts, *part))


def _standing(cluster: Gathered, scene: _Scene) -> Standing:
    """What speaks for a cluster by itself; its line is that of the member told best."""
    parts = {member.rank: tuple(_telling_parts(member, scene)) for member in cluster.members}
    worth = {rank: fsum(part.value for part in told) for rank, told in parts.items()}
    members = best_first(cluster, worth)
    support = min(1.0, log2(max(1, cluster.voices)) / log2(_MANY_VOICES))
    own = (
        *_part(PartKind.DAY, _DAY * scene.share),
        *_part(PartKind.VOICES, _VOICES * support),
        *_part(PartKind.HAPPENED, _HAPPENED * (cluster.modality is Modality.HAPPENED)),
        *_part(PartKind.SURE, _SURE * (cluster.certainty >= Certainty.DERIVED)),
    )
    return Standing(members, (*own, *parts[members[0].rank]))


def _telling_parts(member: Profile, scene: _Scene) -> Iterator[Part]:
    """What speaks for one telling: how central it is under its heading, and how it reads.

    Its sentence is what is quoted, its clause what the title tells: they count alike.
    """
    sentence = scene.middle.centrality(scene.topic.vector(place_of(member)))
    clause = scene.middle.centrality(scene.topic.weighed(member.keys))
    yield from _part(PartKind.CENTRAL, _CENTRAL * (sentence + clause) / 2)
    yield from line_parts(member)


def _part(kind: PartKind, value: float) -> tuple[Part, ...]:
    """One part, rounded as it is published; none where it is nothing."""
    rounded = round(value, _DIGITS)
    return (Part(kind, rounded),) if rounded else ()
