"""Who holds which office in an article: “President Obama”, “the former prime minister Tony Blair”.

The table is read when an undated article is first asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date
from functools import cache
from typing import NamedTuple, TypeAlias

from kztimeline.languages import Language
from kztimeline.model import Article
from kztimeline.textual import Span

_MOST = 12  # holders of one article
_BEFORE = 40  # characters before an office in which “former” may stand
_NAME_BEFORE = 90  # and in which the holder may be named
_NEVER_ENDS = date(MAXYEAR, 12, 31)
_NAME = r"(?:[^\W\d_a-z][\w’'.-]*|al-[\w’']+|(?:arap|da|de|der|dos|la|van|von|wa)\b)"
_RUN = re.compile(rf" ?,?\s+{_NAME}(?:\s{_NAME}){{0,5}}")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_LED_BY = re.compile(r"(?:[\w’'.]+[ -]+){0,3}$")
# “Vladimir Putin, the Russian president”: the name comes first.
_NAMED_FIRST = re.compile(rf"({_NAME}(?:\s{_NAME}){{0,4}}),\s+(?:the\s+)?(?:[\w’'.]+[ -]+){{0,4}}$")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_SPACE = re.compile(r"[\s-]+")
_POSSESSIVE = re.compile(r"[’']s?$|\.$")

_TWO = 2  # a first name and a last

Terms: TypeAlias = tuple[tuple[date, date], ...]  # first and last days


Holding: TypeAlias = tuple[Terms, bool]  # the same, and whether they are over


class OfficeMention(NamedTuple):
    """Somebody with an office: its terms, in order, whether they are over, the words."""

    terms: Terms
    is_past: bool
    span: Span

    @property
    def holding(self) -> Holding:
        """What it says but for the words."""
        return self.terms, self.is_past


class Offices:
    """The offices of a language, and who held them when."""

    def __init__(self, language: Language) -> None:
        """Read the table."""
        table = language.table("offices")
        self.words = {word: office for office, words in table["words"].items() for word in words}
        self.past, self.never = frozenset(table["past"]), frozenset(table["never"])
        self.elect = tuple(table["elect"])
        self._terms: dict[tuple[str, str], set[tuple[date, date]]] = {}
        for line in table["holders"]["lines"].strip().splitlines():
            office, name, first, *last = (part.strip() for part in line.split("|"))
            term = date.fromisoformat(first), date.fromisoformat(last[0]) if last else _NEVER_ENDS
            for form in _forms(name):
                self._terms.setdefault((office, form), set()).add(term)

    def terms(self, office: str, name: str) -> Terms:
        """When somebody of that name held it; none if nobody did."""
        return tuple(sorted(self._terms.get((office, name), ())))

    def terms_of(self, office: str, words: Sequence[str]) -> Terms:
        """The same of a name as it is told, if need be without its initials: “Eduard A.”."""
        inner = (word for word in words[1:-1] if not _INITIAL.fullmatch(word))
        short = (words[0], *inner, *words[1:][-1:])
        told = self.terms(office, _plain(" ".join(words)))
        return told or self.terms(office, _plain(" ".join(short)))


@cache
def load_offices(language: Language) -> Offices:
    """The table, read once."""
    return Offices(language)


def _forms(name: str) -> Iterator[str]:
    """How a holder is called: in full, by first and last name, by the last word or the short.

    Of three names and more the first is often left out: “Tayyip Erdogan”.
    """
    full, is_short_given, short = (part.strip() for part in _plain(name).partition("/"))
    words = full.split()
    yield full
    if len(words) > _TWO:
        yield " ".join(words[1:])
    yield f"{words[0]} {words[-1]}"
    if short or not is_short_given:
        yield short or words[-1]


def _plain(words: str) -> str:
    """In small letters, without marks over them."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def offices_told(article: Article, language: Language) -> tuple[OfficeMention, ...]:
    """The holders of offices whom an article names, each once, in order of place."""
    offices, text = load_offices(language), article.text
    low = text.lower()
    if len(low) != len(text):
        return ()  # a letter that is two in small: places would slip
    found: dict[Holding, OfficeMention] = {}
    for start, word, office in sorted(_places(low, offices)):
        if mention := _mention(text, Span(start, start + len(word)), office, offices):
            found.setdefault(mention.holding, mention)
    return tuple(found.values())[:_MOST]


def _places(low: str, offices: Offices) -> Iterator[tuple[int, str, str]]:
    for word, office in offices.words.items():
        at = low.find(word)
        while at >= 0:
            yield at, word, office
            at = low.find(word, at + len(word))


def _mention(text: str, word: Span, office: str, offices: Offices) -> OfficeMention | None:
    before = _LED_BY.search(text, max(0, word.start - _BEFORE), word.start)
    if text[word.end :].lower().startswith(offices.elect):
        return None
    led = _SPACE.split(before.group().casefold().rstrip(" -")) if before else []
    is_inside = text[word.start - 1 : word.start].isalpha()  # “superking” is no king
    if is_inside or not offices.never.isdisjoint(led[-2:]):
        return None
    is_past = not offices.past.isdisjoint(led)
    behind = _RUN.match(text, word.end)
    if behind and (found := _longest(text, Span(*behind.span()), office, offices)):
        terms, end = found
        return OfficeMention(terms, is_past, Span(word.start, end))
    named = _NAMED_FIRST.search(text, max(0, word.start - _NAME_BEFORE), word.start)
    if named and (holder := _last(text, Span(*named.span(1)), office, offices)):
        terms, start = holder
        return OfficeMention(terms, is_past, Span(start, word.end))
    return None


def _longest(text: str, run: Span, office: str, offices: Offices) -> tuple[Terms, int] | None:
    """The terms of whom most words of the run name, and where they end.

    One word alone is a name only where no other goes on: “Prime Minister Ahmed Shafiq”.
    """
    hits = list(_WORD.finditer(text, *run))
    words = [hit.group() for hit in hits]
    for count in range(len(words), 0, -1):
        last = _POSSESSIVE.sub("", words[count - 1])
        terms = offices.terms_of(office, (*words[: count - 1], last))
        ends = count > 1 or len(words) == 1 or last != words[0]
        if terms and ends:
            return terms, hits[count - 1].start() + len(last)
    return None


def _last(text: str, run: Span, office: str, offices: Offices) -> tuple[Terms, int] | None:
    """The terms of whom most words at the end of a run name, and where these begin.

    One word alone is a name only where no other comes before it.
    """
    hits = list(_WORD.finditer(text, *run))
    for first in range(len(hits)):
        terms = offices.terms_of(office, [hit.group() for hit in hits[first:]])
        if terms and (first < len(hits) - 1 or not first):
            return terms, hits[first].start()
    return None
