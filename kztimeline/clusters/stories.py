"""How far two articles tell one story: what their names, words and acts have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import filterfalse, groupby
from math import fsum, sqrt
from typing import Any, Protocol

HEAD_EVENTS = 4  # headline and lead, which tell what the article is about
_HEAD_WEIGHT = 2.0
_ARTICLES_KEPT = 2_048  # as weighed; one that is wanted again is weighed again
_PAIRS_KEPT = 262_144
_LEAST = 10.0  # squared weight: ten rare keys, a few sentences


class Tellings(Protocol):
    """Articles, each as its events' keys in order of telling; a sequence of sequences will do."""

    def __getitem__(self, article: int, /) -> Sequence[frozenset[str]]:
        """Those of one article."""
        ...


class Stories:
    """The articles of a corpus as weighted keys; a pair is compared once, as long as it is near.

    `rarities` weigh the keys of the `tellings`; `all_told` are the same one after another.
    """

    def __init__(
        self,
        tellings: Tellings,
        rarities: Mapping[str, float],
        all_told: Iterable[tuple[int, frozenset[str]]],
    ) -> None:
        """Weigh what each article tells; what stands at its head counts double."""
        self._tellings = tellings
        self._rarities = rarities
        self._near: dict[int, dict[str, float]] = {}
        self._before: dict[int, dict[str, float]] = {}  # what was near until there were too many
        self._lengths: dict[int, float] = {}
        self._known: dict[tuple[int, int], float] = {}
        for article, told in groupby(all_told, key=lambda row: row[0]):
            weights = _weighed((keys for _, keys in told), rarities)
            self._lengths[article] = _length(weights)
            if len(self._near) < _ARTICLES_KEPT:
                self._near[article] = weights

    def __reduce__(self) -> tuple[Any, ...]:
        """Made again where it is sent to: compiled, it cannot be taken apart."""
        return _again, (self._tellings, self._rarities, tuple(self._lengths))

    def likeness(self, left: int, right: int, told: Iterable[str]) -> float | None:
        """Cosine of two articles without the keys `told`: 0.0 nothing else shared, 1.0 the same.

        `told` are the keys that the two events share: what they have in common is weighed for
        itself. `None` where an article has hardly anything else to compare.
        """
        one, other = self._weights(left), self._weights(right)
        common = [(one[key], other[key]) for key in told]
        shared = self._shared(left, right) - fsum(mine * its for mine, its in common)
        rests = (
            self._lengths[left] - fsum(mine * mine for mine, _ in common),
            self._lengths[right] - fsum(its * its for _, its in common),
        )
        return max(0.0, shared) / sqrt(rests[0] * rests[1]) if min(rests) > _LEAST else None

    def lacks(self, article: int, keys: frozenset[str]) -> frozenset[str]:
        """Those keys that an article has nowhere."""
        return frozenset(filterfalse(self._weights(article).__contains__, keys))

    def _shared(self, left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            if len(self._known) >= _PAIRS_KEPT:
                self._known.clear()
            one, other = self._weights(left), self._weights(right)
            self._known[pair] = fsum(one[key] * other[key] for key in one.keys() & other.keys())
        return self._known[pair]

    def _weights(self, article: int) -> dict[str, float]:
        found = self._near.get(article)
        if found is None:
            if len(self._near) >= _ARTICLES_KEPT:
                self._before, self._near = self._near, {}
            found = self._before.get(article) or _weighed(self._tellings[article], self._rarities)
            self._near[article] = found
        return found


def _again(tellings: Tellings, rarities: Mapping[str, float], articles: Iterable[int]) -> Stories:
    all_told = ((article, keys) for article in articles for keys in tellings[article])
    return Stories(tellings, rarities, all_told)


def _weighed(telling: Iterable[frozenset[str]], rarities: Mapping[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for at, keys in enumerate(telling):
        share = _HEAD_WEIGHT if at < HEAD_EVENTS else 1.0
        for key in keys:
            found.setdefault(key, share * rarities[key])
    return found


def _length(weights: Mapping[str, float]) -> float:
    return fsum([weight * weight for weight in weights.values()])
