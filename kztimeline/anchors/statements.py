"""Statements told in much the same words by two articles, one of which dates them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import log, sqrt
from types import MappingProxyType
from typing import NamedTuple

from kztimeline.anchors.mentions import DayMention
from kztimeline.languages import Language, load_shares, load_stemmer
from kztimeline.model import Article
from kztimeline.textual import Span
from kztimeline.textual.tokens import Stemmer, number, tokens

_FEWEST_WORDS = 3  # in common: two are a name
_BEFORE, _AFTER = 10, 6  # content words around a day: a clause, where a sentence tells several
_MOST = 100  # of one article; the first, for news tells the news first
_ELSEWHERE = 300  # statements of the news among which those of a story are imagined
_TERSE = 0.1  # a statement has a word so much more rarely than an article has
_RARE = 0.003  # share of articles that have a word of which the language says nothing


class Statement(NamedTuple):
    """A day named in an article, and the stems and numbers around it in its sentence."""

    words: frozenset[str]
    mention: DayMention


def statements_of(
    article: Article, days: Sequence[DayMention], language: Language
) -> tuple[Statement, ...]:
    """One for each day named in an article, in order."""
    stemmer = load_stemmer(language)
    sentences: dict[int, list[tuple[int, str]]] = {}
    found = []
    for day in days[:_MOST]:
        if day.sentence not in sentences:
            sentences[day.sentence] = list(_words(article, day.sentence, stemmer))
        words = sentences[day.sentence]
        before = [word for at, word in words if at < day.span.start][-_BEFORE:]
        after = [word for at, word in words if at >= day.span.end][:_AFTER]
        found.append(Statement(frozenset((*before, *after)), day))
    return tuple(found)


def _words(article: Article, sentence: int, stemmer: Stemmer) -> Iterator[tuple[int, str]]:
    """Stems and numbers of a sentence, each with its place; none for a day outside the story."""
    if sentence >= len(article.sentences):
        return
    for token in tokens(article.text, article.sentences[sentence].span):
        if number(token.text) is not None:
            yield token.start, token.text
        else:
            yield from ((token.start, stem) for stem in stemmer.stems([token]))


@cache
def stem_shares(language: Language) -> Mapping[str, float]:
    """The shares of articles that have each common word, by its stem; of one stem the largest."""
    stemmer, found = load_stemmer(language), dict[str, float]()
    for word, share in load_shares(language).items():
        for stem in stemmer.stems(tokens(word, Span(0, len(word)))):
            found[stem] = max(share, found.get(stem, 0.0))
    return MappingProxyType(found)


class Rarities:
    """How telling a word is among the statements of a story, and in the language."""

    def __init__(self, statements: Iterable[Statement], shares: Mapping[str, float]) -> None:
        """Count the statements that have each word; `shares` of articles have it anywhere."""
        counted = [statement.words for statement in statements]
        counts = Counter(word for words in counted for word in words)
        total = _ELSEWHERE + len(counted)
        elsewhere = _ELSEWHERE * _TERSE
        self._weights = {
            word: log(total / (count + elsewhere * shares.get(word, _RARE))) ** 2
            for word, count in counts.items()
        }
        self._lengths: dict[frozenset[str], float] = {}

    def likeness(self, left: Statement, right: Statement) -> float:
        """Cosine of two statements over their words, rare ones weighing more.

        0.0 too where they share fewer than three words.
        """
        shared = left.words & right.words
        if len(shared) < _FEWEST_WORDS:
            return 0.0
        return self._squared(shared) / sqrt(self._length(left.words) * self._length(right.words))

    def _squared(self, words: frozenset[str]) -> float:
        return sum(sorted(self._weights[word] for word in words)) or 1.0

    def _length(self, words: frozenset[str]) -> float:
        """The same of a whole statement, which is compared with many others."""
        if words not in self._lengths:
            self._lengths[words] = self._squared(words)
        return self._lengths[words]
