"""Persons, organisations and places of an article, each under its longest form there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from kztimeline.events.lexis import Lexis
from kztimeline.events.name_lists import NameLists
from kztimeline.events.name_runs import Run, find_runs
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

_SURE = 2  # weight of “in Lund” as a sign of a place; “from Lund” weighs half


class Sort(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Name(NamedTuple):
    """A name where it stands; `full` is its longest form in the article, or its acronym."""

    span: Span
    written: str
    full: str
    sort: Sort


def find_names(
    sentences: Sequence[Sequence[Token]], lists: NameLists, lex: Lexis
) -> list[tuple[Name, ...]]:
    """Names of each sentence, in order of place."""
    runs = find_runs(sentences, lists, lex)
    forms = _Forms(runs, sentences, lists)
    return [
        tuple(forms.name(run, words) for run in found)
        for found, words in zip(runs, sentences, strict=True)
    ]


class _Forms:
    """What each run of the article names, and under which form it is known there."""

    def __init__(
        self, runs: list[list[Run]], sentences: Sequence[Sequence[Token]], lists: NameLists
    ) -> None:
        self.lists = lists
        self.acronyms = _acronyms(runs, sentences)
        every = [run for found in runs for run in found]
        count = Counter(run.parts for run in every)
        self.titled = {run.parts for run in every if run.had_title}
        self.placed = _placed(runs, sentences, lists)
        self.longest = _longest(count, self.placed, lists)
        self.things = {run.parts for run in every if run.before in lists.articles | lists.never}

    def name(self, run: Run, words: Sequence[Token]) -> Name:
        """The name at a run."""
        span = Span(words[run.first].start, words[run.last - 1].end)
        written = _joined(run.parts)
        sort = self._sort(run.parts)
        if sort is Sort.PLACE:
            return Name(span, written, written, sort)
        longest = _joined(self.longest.get(run.parts, run.parts))
        full = self.acronyms.get(longest, self.acronyms.get(written, longest))
        return Name(span, written, full, sort)

    def _sort(self, parts: tuple[str, ...]) -> Sort:
        written, lists = _joined(parts), self.lists
        if written in lists.places:
            return Sort.PLACE
        full = self.longest.get(parts, parts)
        lowers = {part.lower() for part in full}
        if lowers & lists.organisations or written in self.acronyms.values():
            return Sort.ORGANISATION
        if full != parts or parts in self.titled or full in self.titled:
            return Sort.PERSON
        if lowers & lists.place_words or parts in self.placed:
            return Sort.PLACE
        is_bound = lowers & (lists.connectors - lists.particles)
        is_thing = parts in self.things or _is_acronym(parts)
        return Sort.ORGANISATION if is_bound or is_thing else Sort.PERSON


def _joined(parts: Sequence[str]) -> str:
    """Parts as they are written: “Auditor General’s Office”, “J. Lind”.

    >>> _joined(("Auditor", "’s", "Office")), _joined(("Ann", "J", "Lind"))
    ('Auditor’s Office', 'Ann J. Lind')
    """
    words = [f"{part}." if len(part) == 1 and part.isupper() else part for part in parts]
    return " ".join(words).replace(" ’s", "’s").replace(" 's", "'s")


def _placed(
    runs: Sequence[Sequence[Run]], sentences: Sequence[Sequence[Token]], lists: NameLists
) -> set[tuple[str, ...]]:
    """Runs that most often stand where places do: “in Lund”, “Troy, Ohio”, also “to Lund”."""
    signs: Counter[tuple[str, ...]] = Counter()
    count: Counter[tuple[str, ...]] = Counter()
    for found, words in zip(runs, sentences, strict=True):
        for run, following in zip_longest(found, found[1:]):
            count[run.parts] += not run.opens
            is_sure = run.before in lists.place_cues or run.before in lists.settlements
            is_sure = is_sure or _lies_in(run, following, words, lists)
            signs[run.parts] += _SURE * is_sure + (run.before in lists.weak_place_cues)
    return {
        parts
        for parts, weight in signs.items()
        if weight >= count[parts] and weight >= _SURE and not _is_acronym(parts)
    }


def _lies_in(run: Run, following: Run | None, words: Sequence[Token], lists: NameLists) -> bool:
    """“Troy, Ohio,”: a place stands behind a comma, and nothing that is its."""
    if following is None or _joined(following.parts) not in lists.places:
        return False
    is_next = following.first == run.last + 1 and words[run.last].text == ","
    behind = words[following.last] if following.last < len(words) else None
    return is_next and (behind is None or behind.text in {",", ".", ";", ")"})


def _is_acronym(parts: tuple[str, ...]) -> bool:
    return len(parts) == 1 and parts[0].isupper()


def _longest(
    count: Counter[tuple[str, ...]], placed: set[tuple[str, ...]], lists: NameLists
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """A surname alone → the full form that ends in it; of several, the one most often told.

    A first name alone → the only full form that begins with it.
    """
    best: dict[tuple[str, ...], tuple[str, ...]] = {}
    firsts: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    offices = lists.organisations | lists.place_words | (lists.connectors - lists.particles)
    for parts in sorted(count, key=lambda parts: (-count[parts], len(parts), parts)):
        is_person = not {part.lower() for part in parts} & offices
        if len(parts) > 1 and is_person and _joined(parts) not in lists.places:
            firsts[parts[:1]].append(parts)
            for at in range(1, len(parts)):  # “van der Berg”, “Berg”
                if at == len(parts) - 1 or parts[at] in lists.particles:
                    best.setdefault(parts[at:], parts)
    for first, full in firsts.items():
        if len(full) == 1 and first not in placed and not _is_acronym(first):
            best.setdefault(first, full[0])
    return {short: full for short, full in best.items() if short in count and short != full}


def _acronyms(runs: list[list[Run]], sentences: Sequence[Sequence[Token]]) -> dict[str, str]:
    """Long form → acronym, where an article introduces one in brackets."""
    found: dict[str, str] = {}
    for here, words in zip(runs, sentences, strict=True):
        for run in here:
            if run.last + 2 < len(words) and words[run.last].text == "(":
                short = words[run.last + 1].text
                if _stands_for(short, run.parts) and words[run.last + 2].text in {")", ","}:
                    found[_joined(run.parts)] = short
    return found


def _stands_for(short: str, parts: tuple[str, ...]) -> bool:
    initials = "".join(part[0] for part in parts if part[0].isupper())
    return (
        short.isupper()
        and len(short) > 1
        and short[0] == initials[0]
        and set(short) <= set("".join(parts).upper())
    )


def who_in(he: str | None, names: Sequence[Name]) -> tuple[str, ...]:
    """Persons and organisations of a statement, first whom “he” at its head stands for."""
    named = [name.full for name in names if name.sort is not Sort.PLACE]
    return tuple(dict.fromkeys([he, *named] if he else named))


def places_in(names: Sequence[Name]) -> tuple[str, ...]:
    """Places among names, each once."""
    return tuple(dict.fromkeys(name.full for name in names if name.sort is Sort.PLACE))
