"""Which texts of a collection share rare terms, and how strongly: cosine over weighted terms.

A term is a word, a number or two content words in a row. What stands at the head of a news text
counts more (the inverted pyramid), and a number more than a word: two tolls agree by chance less
often than two nouns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import log, sqrt
from typing import TypeAlias

Terms: TypeAlias = Mapping[str, float]

_TERM = re.compile(r"[^\W\d_]{3,}|\d[\d,.]*\d")
_HEAD_CHARACTERS = 700  # headline and lead, which tell what is new
_HEAD_WEIGHT = 4.0  # of 1, 2, 3, 4 and 5 the ones from 3 on served about equally well
_NUMBER_WEIGHT = 1.5
_FEWEST_SHARED = 5  # terms; two short notes that both say “rain” are not alike for that
ELSEWHERE = 200  # texts; so a folder of five is weighed much as one of fifty
_COMMONEST = 100  # texts; a term in more of them costs time and tells little


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


class Relatives:
    """A collection of texts, each as its terms, asked for the nearest of one of them."""

    def __init__(self, texts: Sequence[Terms]) -> None:
        """Weigh every term by how few texts have it; a term of one text alone ties to none."""
        counts = Counter(term for terms in texts for term in terms)
        self._vectors = [_unit(terms, counts, ELSEWHERE + len(texts)) for terms in texts]
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for at, vector in enumerate(self._vectors):
            for term, weight in vector.items():
                if counts[term] <= _COMMONEST:
                    self._postings.setdefault(term, []).append((at, weight))

    def nearest(self, at: int, count: int) -> list[tuple[float, int]]:
        """Up to `count` other texts with their likeness to text `at`, the likest first.

        Likeness is a cosine over all terms: 0.0 nothing in common, 1.0 the same terms. It hardly
        changes when texts of other things are added, for terms are weighed as if all lay among
        `ELSEWHERE` texts that lack them. Texts that share fewer than five terms are not alike. Of
        two equally like texts the earlier comes first.

        >>> told = ("ferry sank off brannay", "ferry sank off brannay fast", "cabinet quit")
        >>> [other for _, other in Relatives([terms_of(each) for each in told]).nearest(0, 5)]
        [1]
        """
        likeness: dict[int, float] = {}
        for term, weight in self._vectors[at].items():
            for other, its in self._postings.get(term, ()):
                likeness[other] = likeness.get(other, 0.0) + weight * its
        likeness.pop(at, None)
        best = nsmallest(count, likeness.items(), key=lambda found: (-found[1], found[0]))
        own = self._vectors[at].keys()
        return [
            (min(1.0, value), other)
            for other, value in best
            if len(own & self._vectors[other].keys()) >= _FEWEST_SHARED
        ]


def _unit(terms: Terms, counts: Mapping[str, int], total: int) -> dict[str, float]:
    """The terms that other texts have too, weighed; of all terms the squares sum to one."""
    weights = {term: weight * log(total / counts[term]) for term, weight in terms.items()}
    length = sqrt(sum(sorted(weight * weight for weight in weights.values())))
    return {term: weight / length for term, weight in weights.items() if counts[term] > 1}
