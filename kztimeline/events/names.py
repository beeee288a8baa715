"""Persons, organisations and places of an article, each under its longest form there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kztimeline.events.lexis import Lexis
from kztimeline.languages import Language
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

_LONGEST_RUN = 9
_LONGEST_LINK = 2  # “of the”


class Sort(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands; `full` is its longest form in the article, or its acronym."""

    span: Span
    written: str
    full: str
    sort: Sort


@dataclass(frozen=True, slots=True, eq=False)
class NameLists:
    """The language's names and the words around names, in lower case but for places."""

    titles: frozenset[str]
    title_openers: frozenset[str]
    organisations: frozenset[str]
    connectors: frozenset[str]
    binders: frozenset[str]
    articles: frozenset[str]
    place_cues: frozenset[str]
    place_words: frozenset[str]
    never: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    common: frozenset[str]


@cache
def name_lists(language: Language) -> NameLists:
    """A language's name lists."""
    table = language.table("names")
    countries = table["countries"]
    cities = {name.strip() for name in table["cities"]["names"].split("|")}
    lists = {
        key: frozenset(table[key].split())
        for key in (
            "titles",
            "title_openers",
            "organisations",
            "connectors",
            "binders",
            "articles",
            "place_cues",
            "place_words",
            "never",
        )
    }
    common = frozenset(language.table("stopwords")["stop"].split())
    peoples = {word for words in countries.values() for word in words.split()}
    return NameLists(
        **lists, places=frozenset(countries) | cities, peoples=frozenset(peoples), common=common
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitals before anyone knows what it names."""

    first: int
    last: int
    parts: tuple[str, ...]
    before: str
    had_title: bool
    opens: bool


def find_names(
    sentences: Sequence[Sequence[Token]], lists: NameLists, lex: Lexis
) -> list[tuple[Name, ...]]:
    """Names of each sentence, in order of place."""
    runs = [list(_runs(words, lists)) for words in sentences]
    inside = {run.parts for found in runs for run in found if not run.opens}
    known = {part for parts in inside for part in parts}
    known |= {part for found in runs for run in found for part in run.parts[1:]}
    common = {word.text for words in sentences for word in words if word.text[0].islower()}
    runs = [
        [kept for run in found if (kept := _without_opening(run, known, common, lists, lex))]
        for found in runs
    ]
    forms = _Forms(runs, sentences, lists)
    return [
        tuple(forms.name(run, words) for run in found)
        for found, words in zip(runs, sentences, strict=True)
    ]


def _runs(words: Sequence[Token], lists: NameLists) -> Iterable[_Run]:
    index = 0
    while index < len(words):
        if not words[index].text[0].isupper() or not _can_open(words[index], lists):
            index += 1
            continue
        end = _run_end(words, index, lists)
        if run := _trimmed(words, index, end, lists):
            yield run
        index = end


def _can_open(word: Token, lists: NameLists) -> bool:
    hyphen = word.text.find("-")
    is_compound = 0 < hyphen < len(word.text) - 1 and word.text[hyphen + 1].islower()  # Russian-led
    return word.is_capital and not is_compound and word.lower not in lists.never


def _run_end(words: Sequence[Token], start: int, lists: NameLists) -> int:
    index = start + 1
    limit = min(len(words), start + _LONGEST_RUN)
    while index < limit:
        if _can_open(words[index], lists):
            index += 1
            continue
        ahead = index
        while (
            ahead < limit
            and words[ahead].text in lists.connectors
            and ahead - index < _LONGEST_LINK
        ):
            ahead += 1
        if ahead == index or ahead >= limit or not _can_open(words[ahead], lists):
            break
        if words[index].text in lists.binders and not _joins(words, start, index, lists):
            break
        index = ahead + 1
    return index


def _joins(words: Sequence[Token], start: int, index: int, lists: NameLists) -> bool:
    """“and” and “for” hold an organisation's name together, never two persons."""
    return any(word.lower in lists.organisations for word in words[start:index])


def _trimmed(words: Sequence[Token], first: int, last: int, lists: NameLists) -> _Run | None:
    """A run without the titles and peoples before a name: “Danish Minister Lind” is “Lind”."""
    start, had_title = first, False
    while start < last and _is_before_name(words, start, last, lists):
        had_title = had_title or words[start].lower in lists.titles
        start += 1
        while start < last and words[start].text in lists.connectors:
            start += 1
    if start >= last:
        return None
    before = words[start - 1].lower if start else ""
    parts = tuple(word.text for word in words[start:last])
    return _Run(start, last, parts, before, had_title, opens=start == 0 or _opens(words, start))


def _opens(words: Sequence[Token], index: int) -> bool:
    return words[index - 1].text in {"“", '"', "‘", ":", "•", "—", "–"}


def _is_before_name(words: Sequence[Token], index: int, last: int, lists: NameLists) -> bool:
    word = words[index]
    if word.text in lists.peoples:
        return True
    follows = words[index + 1].lower if index + 1 < last else ""
    if word.lower in lists.title_openers:
        return follows in lists.titles or follows in lists.title_openers
    return (
        word.lower.rstrip(".") in lists.titles
        and follows not in lists.connectors
        and (index + 1 < last and not _is_all_organisation(words, index, last, lists))
    )


def _is_all_organisation(words: Sequence[Token], index: int, last: int, lists: NameLists) -> bool:
    """“Foreign Ministry”, “General Assembly”: no title, but part of the name."""
    return any(word.lower in lists.organisations for word in words[index + 1 : last])


def _without_opening(
    run: _Run, known: set[str], common: set[str], lists: NameLists, lex: Lexis
) -> _Run | None:
    """A run at a sentence's head loses a first word that is capital only for standing there."""
    if not run.opens or run.parts[0] in lists.places:
        return run
    first = run.parts[0]
    is_word = (
        first.lower() in lists.common or first.lower() in common or _is_common(first.lower(), lex)
    )
    if first in known and first.lower() not in lists.common:
        return run
    if not is_word and (len(run.parts) > 1 or first.isupper()):
        return run
    rest = run.parts[1:]
    while rest and rest[0] in lists.connectors:
        rest = rest[1:]
    if not rest:
        return None
    return _Run(run.last - len(rest), run.last, rest, first.lower(), run.had_title, opens=False)


def _is_common(word: str, lex: Lexis) -> bool:
    return (
        word in lex.prepositions
        or word in lex.subordinators
        or word in lex.past
        or word in lex.adverbs
        or word.endswith(("ing", "ly"))
    )


class _Forms:
    """What each run of the article names, and under which form it is known there."""

    def __init__(
        self, runs: list[list[_Run]], sentences: Sequence[Sequence[Token]], lists: NameLists
    ) -> None:
        self.lists = lists
        self.acronyms = _acronyms(runs, sentences)
        count = Counter(run.parts for found in runs for run in found)
        self.titled = {run.parts for found in runs for run in found if run.had_title}
        self.placed = {
            run.parts for found in runs for run in found if run.before in lists.place_cues
        }
        self.longest = _longest(count, lists)
        self.things = {
            run.parts
            for found in runs
            for run in found
            if run.before in lists.articles | lists.never
        }

    def name(self, run: _Run, words: Sequence[Token]) -> Name:
        """The name at a run."""
        span = Span(words[run.first].start, words[run.last - 1].end)
        written = " ".join(run.parts)
        sort = self._sort(run)
        if sort is Sort.PLACE:
            return Name(span, written, written, sort)
        longest = " ".join(self.longest.get(run.parts, run.parts))
        return Name(
            span, written, self.acronyms.get(longest, self.acronyms.get(written, longest)), sort
        )

    def _sort(self, run: _Run) -> Sort:
        written, parts = " ".join(run.parts), run.parts
        if written in self.lists.places:
            return Sort.PLACE
        full = self.longest.get(parts, parts)
        lowers = {part.lower() for part in full}
        if lowers & self.lists.organisations or written in self.acronyms.values():
            return Sort.ORGANISATION
        if full != parts or parts in self.titled or full in self.titled:
            return Sort.PERSON
        if lowers & self.lists.place_words or parts in self.placed:
            return Sort.PLACE
        if len(parts) == 1:
            is_thing = parts[0].isupper() or parts in self.things
            return Sort.ORGANISATION if is_thing else Sort.PERSON
        return Sort.PERSON if not lowers & self.lists.connectors else Sort.ORGANISATION


def _longest(
    count: Counter[tuple[str, ...]], lists: NameLists
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A surname alone → the fullest form that ends in it; of several, the one most often told."""
    best: dict[tuple[str, ...], tuple[str, ...]] = {}
    ranked = sorted(count, key=lambda parts: (-count[parts], parts))
    for parts in ranked:
        is_person = not {part.lower() for part in parts} & (lists.organisations | lists.connectors)
        if len(parts) > 1 and is_person and " ".join(parts) not in lists.places:
            best.setdefault(parts[-1:], parts)
    return {short: full for short, full in best.items() if short in count and short != full}


def _acronyms(runs: list[list[_Run]], sentences: Sequence[Sequence[Token]]) -> dict[str, str]:
    """Long form → acronym, where an article introduces one in brackets."""
    found: dict[str, str] = {}
    for here, words in zip(runs, sentences, strict=True):
        for run in here:
            if run.last + 2 < len(words) and words[run.last].text == "(":
                short = words[run.last + 1].text
                if _stands_for(short, run.parts) and words[run.last + 2].text in {")", ","}:
                    found[" ".join(run.parts)] = short
    return found


def _stands_for(short: str, parts: tuple[str, ...]) -> bool:
    initials = "".join(part[0] for part in parts if part[0].isupper())
    return (
        short.isupper()
        and len(short) > 1
        and short[0] == initials[0]
        and set(short) <= set("".join(parts).upper())
    )
