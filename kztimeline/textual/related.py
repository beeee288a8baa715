"""Which texts of a collection share rare terms, and how strongly: cosine over weighted terms.

A term is a word, a number or two content words in a row. What stands at the head of a news text
counts more (the inverted pyramid), and a number more than a word: two tolls agree by chance less
often than two nouns.

How rare a term is, the language says first; the texts of the same story then make it commoner.
Texts of other things have no say in it: how like two texts are does not change when they are added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from math import fsum, log, sqrt
from types import MappingProxyType
from typing import TypeAlias

Terms: TypeAlias = Mapping[str, float]
Related: TypeAlias = tuple[float, int]  # likeness of a text, its place

_TERM = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d")
_HEAD_CHARACTERS = 700  # headline and lead, which tell what is new
_HEAD_WEIGHT = 4.0  # of 1, 2, 3, 4 and 5 the ones from 3 on served about equally well
_NUMBER_WEIGHT = 1.5
_FEWEST_SHARED = 5  # terms; two short notes that both say “rain” are not alike for that
_COMMONEST = 100  # texts; a term in more of them costs time and tells little
_ELSEWHERE = 200  # texts of the news beside a story; so five weigh much as fifty do
_RARE = 0.003  # share of texts that have a word of which the language says nothing
_PAIRED = 0.01  # two words stand side by side so much more rarely than in one text
_EVERYWHERE = 0.2  # share of texts from which on a word tells nothing
_CIRCLE = 50  # likest texts; by them is told what is rare within a story
_KIN = 0.08  # likeness by the language's measure alone that texts of different things rarely reach
_SAME_THING = 0.04  # and one that they hardly reach either: of 700 pairs of other stories, five


def terms_of(text: str, stop: frozenset[str] = frozenset()) -> dict[str, float]:
    """Terms of a text with the weight that their best place and kind give them.

    `stop` are words in small letters that are no terms.

    >>> sorted(terms_of("The ferry sank", frozenset({"the"})))
    ['ferry', 'ferry sank', 'sank']
    """
    found: dict[str, float] = {}
    before = ""
    for hit in _TERM.finditer(text):
        word = hit.group().casefold()
        if word in stop:
            before = ""
            continue
        weight = _HEAD_WEIGHT if hit.start() < _HEAD_CHARACTERS else 1.0
        weight *= _NUMBER_WEIGHT if word[0].isdigit() else 1.0
        pair = f"{before} {word}" if before else word
        for term in (word, pair):
            if found.get(term, 0.0) < weight:
                found[term] = weight
        before = word
    return found


_UNKNOWN: Mapping[str, float] = MappingProxyType({})


class Relatives:
    """A collection of texts, each as its terms, asked for the nearest of one of them."""

    def __init__(self, texts: Sequence[Terms], shares: Mapping[str, float] = _UNKNOWN) -> None:
        """`shares` are the shares of all texts, of whatever things, that have a word."""
        self._rarity = _Rarity(shares)
        counts = Counter(term for terms in texts for term in terms)
        self._vectors = [self._unit(terms, counts) for terms in texts]
        self._asked: dict[int, list[Related]] = {}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for at, vector in enumerate(self._vectors):
            for term, weight in vector.items():
                self._postings.setdefault(term, []).append((at, weight))

    def kin(self, at: int, count: int) -> list[Related]:
        """Up to `count` texts so like text `at` as texts of different things rarely are.

        As `nearest`, but texts of other things, however many are added, change nothing in it.
        """
        return self._ranked(at, _KIN)[:count]

    def circle(self, at: int, count: int) -> list[Related]:
        """As `kin`, but of a thing that few texts tell: each in its own way, so less alike."""
        return self._ranked(at, _SAME_THING)[:count]

    def nearest(self, at: int, count: int) -> list[Related]:
        """Up to `count` other texts with their likeness to text `at`, the likest first.

        Likeness is a cosine over all terms: 0.0 nothing in common, 1.0 the same terms. Texts that
        share fewer than five terms are not alike. Of two equally like texts the earlier comes
        first.

        >>> told = ("ferry sank off brannay", "ferry sank off brannay fast", "cabinet quit")
        >>> [other for _, other in Relatives([terms_of(each) for each in told]).nearest(0, 5)]
        [1]
        """
        return self._ranked(at, 0.0)[:count]

    def terms(self, at: int) -> Iterable[str]:
        """The terms of text `at` that other texts have too, but no more than a hundred."""
        return self._vectors[at].keys()

    def having(self, term: str) -> Iterator[int]:
        """The texts that have a term of more than one of them, in order.

        >>> told = [terms_of(text) for text in ("ferry sank", "ferry sank fast", "a ferry")]
        >>> list(Relatives(told).having("ferry sank"))
        [0, 1]
        """
        return (at for at, _ in self._postings.get(term, ()))

    def _ranked(self, at: int, least: float) -> list[Related]:
        """Likeness to the texts around it: a term counts less that many of them have.

        Around it are those as like as `least` by how rare the language calls their terms.
        """
        own = self._vectors[at]
        shared = {
            other: own.keys() & self._vectors[other].keys()
            for likeness, other in self._likest(at)
            if likeness >= least
        }
        shared = {it: terms for it, terms in shared.items() if len(terms) >= _FEWEST_SHARED}
        size = len(shared) + 1
        most = self._rarity.growth(size)
        told = Counter(chain.from_iterable(shared.values()))
        factors = {term: self._rarity.within(term, count + 1, size) for term, count in told.items()}
        length = most + fsum(own[term] ** 2 * (by - most) for term, by in factors.items())
        found = []
        for other, terms in shared.items():
            its = self._vectors[other]
            alike = fsum(own[term] * its[term] * factors[term] for term in terms)
            its_length = most + fsum(its[term] ** 2 * (factors[term] - most) for term in terms)
            found.append((min(1.0, alike / sqrt(length * its_length)), other))
        return sorted(found, key=lambda each: (-each[0], each[1]))

    def _likest(self, at: int) -> list[Related]:
        """The texts likest to one by how rare the language calls their terms."""
        if at not in self._asked:
            likeness: dict[int, float] = {}
            for term, weight in self._vectors[at].items():
                for other, its in self._postings[term]:
                    likeness[other] = likeness.get(other, 0.0) + weight * its
            likeness.pop(at, None)
            found = ((value, other) for other, value in likeness.items())
            self._asked[at] = nsmallest(_CIRCLE, found, key=lambda each: (-each[0], each[1]))
        return self._asked[at]

    def _unit(self, terms: Terms, counts: Mapping[str, int]) -> dict[str, float]:
        """The terms that other texts have too, weighed; of all terms the squares sum to one."""
        rarity = self._rarity
        weights = {term: weight * rarity.alone(term) for term, weight in terms.items()}
        length = sqrt(sum(sorted(weight * weight for weight in weights.values()))) or 1.0
        return {
            term: weight / length
            for term, weight in weights.items()
            if weight and 1 < counts[term] <= _COMMONEST
        }


class _Rarity:
    """How rare terms are: by the language, and within the story told by a number of texts."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._shares = shares
        self._alone: dict[str, float] = {}
        self._within: dict[tuple[float, int, int], float] = {}

    def alone(self, term: str) -> float:
        """By the language: log of one over the share of texts that have it, bounded."""
        if term not in self._alone:
            share = self._share(term)
            told = share < _EVERYWHERE
            self._alone[term] = _rarity(share, 1, 1) if told else 0.0
        return self._alone[term]

    def within(self, term: str, among: int, size: int) -> float:
        """What its squared rarity is to be multiplied by where `among` of `size` texts have it."""
        key = (self._share(term), among, size)
        if key not in self._within:
            self._within[key] = (_rarity(*key) / self.alone(term)) ** 2
        return self._within[key]

    @staticmethod
    def growth(size: int) -> float:
        """The same for a term that one of `size` texts has."""
        return (_rarity(0.0, 1, size) / _rarity(0.0, 1, 1)) ** 2

    def _share(self, term: str) -> float:
        first, _, second = term.partition(" ")
        share = self._shares.get(first, _RARE)
        return sqrt(share * self._shares.get(second, _RARE)) * _PAIRED if second else share


def _rarity(share: float, among: int, size: int) -> float:
    return log((_ELSEWHERE + size) / (_ELSEWHERE * share + among))
