"""What a folder's story is about: the names, words and acts that its articles come back to."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from math import exp, fsum, ldexp, log, log1p, sqrt
from typing import Any, NamedTuple, TypeAlias

from kztimeline.clusters.profiles import Profile

Vector: TypeAlias = Mapping[str, float]

# The key that the story speaks of most brings a sentence half the way; two such keys, three
# quarters. Taken whole, one name made every sentence that has it as close as any can be.
_FULLEST = 0.5
_BINARY_PLACES = 128  # hold the parts of an article of any length to their last bit
_ARTICLES_KEPT, _VECTORS_KEPT = 1_024, 8_192  # worked out, at once


class Place(NamedTuple):
    """Where a sentence stands: its article's number in the canonical order, its first character."""

    teller: int
    start: int


class Topic:
    """Every told sentence by its keys, and how close each is to the story.

    A key's share is the share of told sentences that have it, averaged over the articles: what
    one article says on every line is not yet the story.
    """

    def __init__(self, profiles: Sequence[Profile], firsts: Sequence[int]) -> None:
        """Count the sentences' keys; `profiles` in canonical order, `firsts` of each article."""
        self._profiles = profiles
        self._firsts = firsts
        self._near: dict[int, Mapping[int, frozenset[str]]] = {}
        self._before: dict[int, Mapping[int, frozenset[str]]] = {}  # until there were too many
        counts = _Counts()
        for teller, told in groupby(profiles, key=lambda profile: profile.teller):
            self._remember(teller, sentences := _sentences(told))
            counts.add(sentences)
        self._lacks = counts.lacks()
        self._rarities = counts.rarities()
        self._chances = _Chances(self._chances_of(at) for at in range(len(firsts) - 1))
        self._vectors: dict[Place, Vector] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Made again where it is sent to: compiled, it cannot be taken apart."""
        return Topic, (self._profiles, self._firsts)

    def closeness(self, place: Place) -> float:
        """From 0.0, of something else, towards 1.0; 0.0 where nothing is told.

        The chance that at least one of its keys stands for the story (noisy or), squared: what only
        touches on it counts for little.
        """
        return self._chances.of(place) ** 2

    def share(self, teller: int) -> float:
        """How much of an article is on the story, 1.0 for the one that is most, 0.0 for none.

        The root of its sentences' mean chance: a man of the same name, named once in an article on
        something else, is hardly the one the folder is about.
        """
        return self._chances.shares[teller]

    def vector(self, place: Place) -> Vector:
        """A sentence's keys, the rarer the heavier, at length 1."""
        if place not in self._vectors:
            _spare(self._vectors, _VECTORS_KEPT)
            self._vectors[place] = self.weighed(self._told(place.teller)[place.start])
        return self._vectors[place]

    def weighed(self, keys: Iterable[str]) -> Vector:
        """The same for any keys that are told; their order does not show, for sums are exact."""
        rarities = self._rarities
        return normed({key: rarities[key] for key in keys})

    def is_all(self, place: Place, keys: frozenset[str]) -> bool:
        """Whether these are all keys of a sentence."""
        return self._told(place.teller)[place.start] == keys

    def forget(self) -> None:
        """Let go of what is only remembered: if it is asked again, it is worked out again."""
        self._near, self._before = {}, {}
        self._vectors.clear()

    def _chances_of(self, teller: int) -> Iterator[tuple[int, float]]:
        """Each sentence's chance to be of the story, by its first character."""
        for start, keys in self._told(teller).items():
            yield start, 1.0 - exp(fsum(map(self._lacks.__getitem__, keys)))

    def _told(self, teller: int) -> Mapping[int, frozenset[str]]:
        """The sentences of an article, by their first character."""
        found = self._near.get(teller) or self._before.get(teller)
        if found is None:
            ranks = range(self._firsts[teller], self._firsts[teller + 1])
            found = _sentences(self._profiles[rank] for rank in ranks)
        if teller not in self._near:
            self._remember(teller, found)
        return found

    def _remember(self, teller: int, told: Mapping[int, frozenset[str]]) -> None:
        if len(self._near) >= _ARTICLES_KEPT:
            self._before, self._near = self._near, {}
        self._near[teller] = told


def _sentences(told: Iterable[Profile]) -> Mapping[int, frozenset[str]]:
    """The keys of the sentences that tell these events, by their first character."""
    gathered: dict[int, set[str]] = {}
    for profile in told:
        gathered.setdefault(profile.event.span.start, set()).update(profile.keys)
    return {start: frozenset(keys) for start, keys in gathered.items()}


def _spare(kept: dict[Any, Any], most: int) -> None:
    """Forget all, where it is too much; what is wanted again is worked out again."""
    if len(kept) >= most:
        kept.clear()


def place_of(profile: Profile) -> Place:
    """The sentence that tells an event."""
    return Place(profile.teller, profile.event.span.start)


def normed(weights: Vector) -> Vector:
    """The same at length 1; nothing stays nothing."""
    length = sqrt(fsum([weight * weight for weight in weights.values()]))
    return {key: weight / length for key, weight in weights.items()} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How far two vectors of length 1 point one way, 0.0 to 1.0; `left` is the shorter one."""
    return fsum([weight * right[key] for key, weight in left.items() if key in right])


class _Chances:
    """How likely each sentence is of the story, in some bytes; and how much each article is."""

    def __init__(self, articles: Iterable[Iterable[tuple[int, float]]]) -> None:
        self._ends = array("i", [0])
        self._starts, self._chances, means = array("i"), array("d"), array("d")
        for article in articles:
            told = sorted(article)
            self._starts.extend(start for start, _ in told)
            self._chances.extend(chance for _, chance in told)
            self._ends.append(len(self._starts))
            means.append(fsum(chance for _, chance in told) / max(1, len(told)))
        most = max(means, default=0.0) or 1.0
        self.shares = array("d", (sqrt(mean / most) for mean in means))

    def of(self, place: Place) -> float:
        """0.0 where nothing is told."""
        first, end = self._ends[place.teller], self._ends[place.teller + 1]
        at = bisect_left(self._starts, place.start, first, end)
        return self._chances[at] if at < end and self._starts[at] == place.start else 0.0


class _Counts:
    """How many sentences have each key, and the sum of the shares it has in articles.

    Shares are summed as whole numbers, which is exact and takes no list.
    """

    def __init__(self) -> None:
        self._sentences = 0
        self._counts: Counter[str] = Counter()
        self._shares: defaultdict[str, int] = defaultdict(int)

    def add(self, told: Mapping[int, frozenset[str]]) -> None:
        """Count the sentences of an article."""
        self._sentences += len(told)
        part = int(ldexp(1.0 / len(told), _BINARY_PLACES))
        self._counts.update(chain.from_iterable(told.values()))
        for key, count in Counter(chain.from_iterable(told.values())).items():
            self._shares[key] += part * count

    def lacks(self) -> dict[str, float]:
        """By key the log of the chance that a sentence with it is of something else."""
        shares = {key: total / (1 << _BINARY_PLACES) for key, total in self._shares.items()}
        most = max(shares.values(), default=1.0)
        return {key: log1p(-_FULLEST * share / most) for key, share in shares.items()}

    def rarities(self) -> dict[str, float]:
        """Inverse document frequency, a sentence being a document; at least 1.0."""
        total = 1 + self._sentences
        return {key: log(total / (1 + count)) + 1 for key, count in self._counts.items()}
