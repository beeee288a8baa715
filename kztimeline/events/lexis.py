"""The word lists this room leans on, typed, read once a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kztimeline.languages import Language, load_stemmer
from kztimeline.textual.tokens import Stemmer


@dataclass(frozen=True, slots=True, eq=False)
class Lexis:
    """Words in lower case, phrases as tuples; equal only to itself, so that it can be a key.

    `openers` are all words that can open a clause.
    """

    modals: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    past_auxiliaries: frozenset[str]
    past: frozenset[str]
    participles: frozenset[str]
    present: frozenset[str]
    statives: frozenset[str]
    not_ed: frozenset[str]
    not_ing: frozenset[str]
    adverbs: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    together: frozenset[str]
    on_which: frozenset[str]
    conditions: frozenset[str]
    lead_prepositions: frozenset[str]
    bound_prepositions: frozenset[str]
    particles: frozenset[str]
    unfinished: frozenset[str]
    contrasts: frozenset[str]
    hollow: frozenset[str]
    of_participles: frozenset[str]
    examples: frozenset[str]
    lengths: frozenset[str]
    objects: frozenset[str]
    questions: frozenset[str]
    catenatives: frozenset[str]
    plurals: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    possessive_pronouns: frozenset[str]
    plain_subjects: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    tellers: frozenset[str]
    roles: frozenset[str]
    offices: frozenset[str]
    first_persons: frozenset[str]
    fillers: frozenset[str]
    nonfinite: frozenset[str]
    infinitive: frozenset[str]
    agents: frozenset[str]
    passives: frozenset[str]
    arrivals: frozenset[str]
    denials: frozenset[str]
    that: frozenset[str]
    as_: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    bound_relatives: frozenset[str]
    subject_relatives: frozenset[str]
    place_relatives: frozenset[str]
    personal_relatives: frozenset[str]
    singular_subjects: frozenset[str]
    sequels: frozenset[str]
    coming: frozenset[str]
    speaking: frozenset[str]
    pointers: frozenset[str]
    definites: frozenset[str]
    possessives: frozenset[str]
    behind: frozenset[str]
    ahead: frozenset[str]
    days_told: frozenset[str]
    one: frozenset[str]
    at_once: frozenset[str]
    time_prepositions: frozenset[str]
    phrase_inner: frozenset[str]
    content_stops: frozenset[str]
    standing_determiners: frozenset[str]
    pronominal: frozenset[str]
    superlatives: frozenset[str]
    happenings: frozenset[str]
    bounds: frozenset[str]
    not_leading: frozenset[str]
    circumstances: frozenset[str]
    frames: frozenset[str]
    attributes: frozenset[str]
    accusing: frozenset[str]
    leads: dict[str, tuple[tuple[str, ...], ...]]
    compared: tuple[tuple[str, ...], ...]
    amounts_compared: tuple[tuple[str, ...], ...]
    standing: tuple[tuple[str, ...], ...]
    openers: frozenset[str]
    stemmer: Stemmer


_PHRASES = {"leads", "compared", "amounts_compared", "standing"}
_APART = _PHRASES | {"openers", "stemmer"}
_OPENING = ("relatives", "coordinators", "subordinators", "that")


@cache
def lexis(language: Language) -> Lexis:
    """The word lists of a language."""
    clauses = language.table("clauses")
    lists = {name: _words(clauses[name]) for name in Lexis.__slots__ if name not in _APART}
    return Lexis(
        **lists,
        leads=_by_first(_phrases(clauses["leads"])),
        compared=_phrases(clauses["compared"]),
        amounts_compared=_phrases(clauses["amounts_compared"]),
        standing=_phrases(clauses["standing"]),
        openers=frozenset().union(*(lists[name] for name in _OPENING)),
        stemmer=load_stemmer(language),
    )


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _by_first(
    phrases: tuple[tuple[str, ...], ...],
) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts = {phrase[0] for phrase in phrases}
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted(firsts)}


def _phrases(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Longest first, so that “and then” goes before “and”."""
    split = (tuple(phrase.split()) for phrase in listed)
    return tuple(sorted(split, key=lambda words: (-len(words), words)))
