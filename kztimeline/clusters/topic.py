"""What a folder's story is about: the names, words and acts that its articles come back to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, fsum, log, log1p, sqrt
from typing import NamedTuple, TypeAlias

from kztimeline.clusters.profiles import Profile

Vector: TypeAlias = Mapping[str, float]

# The key that the story speaks of most brings a sentence half the way; two such keys, three
# quarters. Taken whole, one name made every sentence that has it as close as any can be.
_FULLEST = 0.5


class Place(NamedTuple):
    """Where a sentence stands: its article's number in the canonical order, its first character."""

    teller: int
    start: int


class Topic:
    """Every told sentence by its keys, and how close each is to the story.

    A key's share is the share of told sentences that have it, averaged over the articles: what
    one article says on every line is not yet the story.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Gather the sentences; `profiles` in canonical order."""
        gathered: dict[Place, set[str]] = {}
        for profile in profiles:
            gathered.setdefault(place_of(profile), set()).update(profile.keys)
        self._keys = {place: frozenset(keys) for place, keys in gathered.items()}
        self._lacks = _lacks(self._keys)
        self._rarities = _rarities(self._keys.values())
        self._chances = {
            place: 1.0 - exp(fsum(self._lacks[key] for key in keys))
            for place, keys in self._keys.items()
        }
        self._shares = _shares(self._chances)
        self._vectors: dict[Place, Vector] = {}

    def closeness(self, place: Place) -> float:
        """From 0.0, of something else, towards 1.0; 0.0 where nothing is told.

        The chance that at least one of its keys stands for the story (noisy or), squared: what only
        touches on it counts for little.
        """
        return self._chances.get(place, 0.0) ** 2

    def share(self, teller: int) -> float:
        """How much of an article is on the story, 1.0 for the one that is most, 0.0 for none.

        The root of its sentences' mean chance: a man of the same name, named once in an article on
        something else, is hardly the one the folder is about.
        """
        return self._shares.get(teller, 0.0)

    def vector(self, place: Place) -> Vector:
        """A sentence's keys, the rarer the heavier, at length 1."""
        if place not in self._vectors:
            self._vectors[place] = self.weighed(self._keys[place])
        return self._vectors[place]

    def weighed(self, keys: Iterable[str]) -> Vector:
        """The same for any keys that are told; their order does not show, for sums are exact."""
        rarities = self._rarities
        return normed({key: rarities[key] for key in keys})

    def is_all(self, place: Place, keys: frozenset[str]) -> bool:
        """Whether these are all keys of a sentence."""
        return self._keys[place] == keys


def place_of(profile: Profile) -> Place:
    """The sentence that tells an event."""
    return Place(profile.teller, profile.event.span.start)


def normed(weights: Vector) -> Vector:
    """The same at length 1; nothing stays nothing."""
    length = sqrt(fsum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How far two vectors of length 1 point one way, 0.0 to 1.0; `left` is the shorter one."""
    return fsum([weight * right[key] for key, weight in left.items() if key in right])


def _shares(chances: Mapping[Place, float]) -> dict[int, float]:
    """By article the root of its sentences' mean chance, over that of the foremost one."""
    told: defaultdict[int, list[float]] = defaultdict(list)
    for place, chance in chances.items():
        told[place.teller].append(chance)
    means = {teller: fsum(found) / len(found) for teller, found in told.items()}
    most = max(means.values(), default=0.0) or 1.0
    return {teller: sqrt(mean / most) for teller, mean in means.items()}


def _lacks(told: Mapping[Place, frozenset[str]]) -> dict[str, float]:
    """By key the log of the chance that a sentence with it is of something else."""
    sentences = Counter(place.teller for place in told)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for place, keys in told.items():
        for key in keys:
            found[key].append(1.0 / sentences[place.teller])
    shares = {key: fsum(parts) for key, parts in found.items()}
    most = max(shares.values(), default=1.0)
    return {key: log1p(-_FULLEST * share / most) for key, share in shares.items()}


def _rarities(told: Iterable[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency, a sentence being a document; at least 1.0."""
    sentences = list(told)
    counts = Counter(key for keys in sentences for key in keys)
    return {key: log((1 + len(sentences)) / (1 + count)) + 1 for key, count in counts.items()}
