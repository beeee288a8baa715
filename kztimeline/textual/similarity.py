"""How alike two texts are: overlap measures, each with its range, and traces of copying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from math import fsum, log
from unicodedata import combining, normalize
from zlib import crc32

_WORD = re.compile(r"\w+")
_DOUBLED = re.compile(r"([^\W\d_])\1")
_WORDS_KEPT = 65_536  # a large folder's vocabulary
ELSEWHERE = 300  # texts: with 100 and 1,000 articles on one story looked as alike
SHINGLE_WORDS = 4  # four words in a row seldom agree by chance, and survive one edit in a sentence


def words(text: str) -> list[str]:
    """Caseless words and numbers in order of place.

    >>> words("The court ruled, 5 to 4.")
    ['the', 'court', 'ruled', '5', 'to', '4']
    """
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=_WORDS_KEPT)
def folded(word: str) -> str:
    """A word without accents, case and doubled letters: spellings of one foreign name agree.

    >>> folded("Nazarbaïev"), folded("Massimov") == folded("Masimov")
    ('nazarbaiev', True)
    """
    bare = "".join(c for c in normalize("NFKD", word.casefold()) if not combining(c))
    return _DOUBLED.sub(r"\1", bare)


def rarity(count: int, total: int) -> float:
    """How uncommon it is to be in `count` of `total` texts: 1.0 in one text, towards 0.0 in all.

    Inverse document frequency, counted as if the texts lay among `ELSEWHERE` others that lack it:
    in a folder on one story the words that tell the story are in every text and still rare in the
    news.

    >>> [round(rarity(count, 10), 2) for count in (1, 5, 10)]
    [1.0, 0.78, 0.66]
    """
    texts = total + ELSEWHERE
    return log(texts / (count + 1)) / log(texts / 2)


def squared(members: Iterable[str], weights: Mapping[str, float]) -> float:
    """Sum of the squared weights; exact, so that no order of words shows."""
    return fsum([weight * weight for weight in map(weights.__getitem__, members)])


def shingles(text: str) -> frozenset[int]:
    """Fingerprints of every four words in a row, or of all words where there are fewer."""
    found = words(text)
    behind = (found[at:] for at in range(min(SHINGLE_WORDS, len(found))))
    return frozenset([crc32(" ".join(row).encode()) for row in zip(*behind, strict=False)])


def containment(left: AbstractSet[int], right: AbstractSet[int]) -> float:
    """Share of the smaller side found in the other: 0.0 none, 1.0 all; 0.0 if either is empty.

    >>> text = "the court ruled on the tax"
    >>> containment(shingles(text), shingles(text + " after a long day"))
    1.0
    """
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
