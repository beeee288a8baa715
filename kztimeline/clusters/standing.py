"""What speaks for a happening: parts that add, and the line that tells it best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log2
from typing import NamedTuple

from kztimeline.clusters.lines import line_parts
from kztimeline.clusters.middle import Middle, likenesses
from kztimeline.clusters.profiles import Profile
from kztimeline.clusters.represent import Gathered, best_first
from kztimeline.clusters.topic import Topic, place_of
from kztimeline.model import Certainty, Modality, Part, PartKind

# Measured on journalists' own timelines (tests/salience_ablation.py), then rounded: what stands
# in the middle of what its day tells says most by far.
_DAY, _CENTRAL, _VOICES, _HAPPENED, _SURE, _REPEATS = 0.25, 0.5, 0.05, 0.05, 0.05, -0.25
_MANY_VOICES = 8  # more voices than that add nothing
_DIGITS = 4


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


class Scene(NamedTuple):
    """What the clusters under one heading are weighed against."""

    topic: Topic
    middle: Middle
    share: float


def standings(clusters: Sequence[Gathered], scene: Scene) -> Iterator[Standing]:
    """Each cluster's; what repeats a stronger one under the same heading is worth less."""
    plain = [_standing(cluster, scene) for cluster in clusters]
    worths = [standing.salience for standing in plain]
    places = [place_of(standing.members[0]) for standing in plain]
    vectors = {place: scene.topic.vector(place) for place in places}  # one sentence, one vector
    lines = [vectors[place] for place in places]
    for standing, alike in zip(plain, likenesses(lines, worths, -_REPEATS), strict=True):
        part = _part(PartKind.REPEATS, _REPEATS * alike)
        yield Standing(standing.members, (*standing.parts, *part))


def _standing(cluster: Gathered, scene: Scene) -> Standing:
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


def _telling_parts(member: Profile, scene: Scene) -> tuple[Part, ...]:
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
