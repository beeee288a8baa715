"""How old the persons are whom an article names."""

from __future__ import annotations

import re
from typing import NamedTuple

from kztimeline.languages import Language, ShapeHit, load_shapes
from kztimeline.model import Article
from kztimeline.textual import Span

_MOST = 40  # of one article; a list of a whole team tells no more than its first players
_BEFORE = 300  # characters before “the 57-year-old” in which he was named
_FIGURES = re.compile(r"(?<!\d)[1-9]\d(?!\d)")  # no sentence without them is searched
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+")


class Age(NamedTuple):
    """One person's age in years, and the words that tell it.

    `names` are last words of names in small letters, for at second mention they stand alone: one
    where the person `is_named` beside the age, else all that may be meant, the nearest first.
    """

    names: tuple[str, ...]
    years: int
    span: Span
    is_named: bool = True


def ages_told(article: Article, language: Language) -> tuple[Age, ...]:
    """The ages an article tells, each once for a name, in order of place."""
    table, text = load_shapes(language.code, "ages"), article.text
    found: dict[tuple[tuple[str, ...], int], Age] = {}
    for sentence in article.sentences:
        if _FIGURES.search(text, *sentence.span):
            for hit in table.find(text, sentence.span):
                age = _age(hit, text)
                found.setdefault((age.names, age.years), age)
    return tuple(found.values())[:_MOST]


def _age(hit: ShapeHit, text: str) -> Age:
    years, name = int(hit.parts["age"].of(text)), hit.parts.get("name")
    if name is None:
        return Age(_named_before(text, hit.span.start), years, hit.span, is_named=False)
    return Age((name.of(text).split()[-1].casefold(),), years, hit.span)


def _named_before(text: str, end: int) -> tuple[str, ...]:
    """Capitalised words before a place, the nearest first."""
    words = [hit.group().casefold() for hit in _NAME.finditer(text, max(0, end - _BEFORE), end)]
    return tuple(dict.fromkeys(reversed(words)))
