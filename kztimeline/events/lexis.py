"""The word lists this room leans on, typed, read once a language."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Any, TypeVar

from kztimeline.languages import Language, load_stemmer
from kztimeline.model.record import Unique
from kztimeline.textual.tokens import Stemmer

_Other = TypeVar("_Other")
_PAIRS_KEPT = 256  # the rooms name some dozens


class Words(frozenset[str]):
    """A word list; what two lists hold together, or one without the other, is worked out once.

    >>> both = Words({"in", "on"}) | Words({"the"})
    >>> "the" in both, sorted(both - Words({"in"}))
    (True, ['on', 'the'])
    """

    __slots__ = ()

    def __or__(self, other: AbstractSet[_Other], /) -> frozenset[str | _Other]:
        """Words of either."""
        return _joined(self, other) if isinstance(other, Words) else super().__or__(other)

    def __sub__(self, other: AbstractSet[object], /) -> frozenset[str]:
        """Words of this list alone."""
        return _left(self, other) if isinstance(other, Words) else super().__sub__(other)


@lru_cache(maxsize=_PAIRS_KEPT)
def _joined(one: AbstractSet[Any], other: AbstractSet[Any]) -> Words:
    return Words((*one, *other))


@lru_cache(maxsize=_PAIRS_KEPT)
def _left(one: AbstractSet[Any], other: AbstractSet[Any]) -> Words:
    return Words(word for word in one if word not in other)


class Lexis(Unique, frozen=True, eq=False):
    """Words in lower case, phrases as tuples; equal only to itself, so that it can be a key.

    `openers` are all words that can open a clause, `verbal` all that open a verb group by their
    form, but for those in -ed.
    """

    modals: Words
    be: Words
    have: Words
    do: Words
    past_auxiliaries: Words
    past: Words
    only_past: Words
    participles: Words
    present: Words
    statives: Words
    not_ed: Words
    not_ing: Words
    adverbs: Words
    relatives: Words
    coordinators: Words
    subordinators: Words
    together: Words
    on_which: Words
    conditions: Words
    lead_prepositions: Words
    bound_prepositions: Words
    particles: Words
    counts: Words
    unfinished: Words
    contrasts: Words
    hollow: Words
    dating: Words
    lifelong: Words
    touching: Words
    turning: Words
    ways: Words
    coming_after: Words
    of_participles: Words
    examples: Words
    lengths: Words
    objects: Words
    questions: Words
    catenatives: Words
    standalone: Words
    counting_from: Words
    object_pronouns: Words
    plurals: Words
    pronouns: Words
    persons: Words
    neuter: Words
    vouching: Words
    publishing: Words
    sending: Words
    impersonal: Words
    plural_verbs: Words
    feminine: Words
    masculine: Words
    possessive_pronouns: Words
    plain_subjects: Words
    determiners: Words
    prepositions: Words
    tellers: Words
    roles: Words
    offices: Words
    kin: Words
    first_persons: Words
    fillers: Words
    nonfinite: Words
    infinitive: Words
    agents: Words
    measures: Words
    measuring: Words
    passives: Words
    denials: Words
    that: Words
    as_: Words
    of: Words
    articles: Words
    indefinite_articles: Words
    bound_relatives: Words
    subject_relatives: Words
    place_relatives: Words
    personal_relatives: Words
    done_to: Words
    by_oneself: Words
    verb_prefixes: Words
    declaring: Words
    singular_subjects: Words
    sequels: Words
    coming: Words
    speaking: Words
    anybody: Words
    naming: Words
    told_nouns: Words
    told_verbs: Words
    claim_nouns: Words
    doubt_nouns: Words
    hearing: Words
    addressed: Words
    pointers: Words
    definites: Words
    possessives: Words
    behind: Words
    ahead: Words
    days_told: Words
    times_told: Words
    one: Words
    at_once: Words
    time_prepositions: Words
    phrase_inner: Words
    inside: Words
    beside: Words
    persons_at: Words
    quarters: Words
    zone_words: Words
    onward: Words
    opening_spans: Words
    content_stops: Words
    standing_determiners: Words
    pronominal: Words
    superlatives: Words
    ordinals: Words
    tallied: Words
    counted_times: Words
    absolutes: Words
    before: Words
    equating: Words
    report_periods: Words
    period_ends: Words
    posts: Words
    charging: Words
    happenings: Words
    occasions: Words
    voicing: Words
    befalling: Words
    identifying: Words
    degrees: Words
    wreaking: Words
    bounds: Words
    until: Words
    others: Words
    repeated: Words
    aged: Words
    not_leading: Words
    retelling: Words
    circumstances: Words
    frames: Words
    attributes: Words
    accusing: Words
    leads: dict[str, tuple[tuple[str, ...], ...]]
    compared: tuple[tuple[str, ...], ...]
    levels_left: Words
    levels_reached: Words
    moving: Words
    recalling: Words
    amounts_compared: tuple[tuple[str, ...], ...]
    standing: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    time_openings: tuple[tuple[str, ...], ...]
    time_closings: tuple[tuple[str, ...], ...]
    openers: Words
    verbal: Words
    stemmer: Stemmer


_PHRASES = {"leads", "compared", "amounts_compared", "standing", "labels"}
_PHRASES |= {"time_openings", "time_closings"}
_APART = _PHRASES | {"openers", "verbal", "stemmer"}
_OPENING = ("relatives", "coordinators", "subordinators", "that")
_VERBAL = ("modals", "be", "have", "do", "past_auxiliaries", "past", "present", "catenatives")


@cache
def lexis(language: Language) -> Lexis:
    """The word lists of a language."""
    clauses = language.table("clauses")
    lists = {name: _words(clauses[name]) for name in Lexis.__struct_fields__ if name not in _APART}
    return Lexis(
        **lists,
        leads=_by_first(_phrases(clauses["leads"])),
        compared=_phrases(clauses["compared"]),
        amounts_compared=_phrases(clauses["amounts_compared"]),
        standing=_phrases(clauses["standing"]),
        labels=_phrases(clauses["labels"]),
        time_openings=_phrases(clauses["time_openings"]),
        time_closings=_phrases(clauses["time_closings"]),
        openers=Words(word for name in _OPENING for word in lists[name]),
        verbal=Words(word for name in _VERBAL for word in lists[name]),
        stemmer=load_stemmer(language),
    )


def _words(listed: str) -> Words:
    return Words(listed.split())


def _by_first(
    phrases: tuple[tuple[str, ...], ...],
) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts = {phrase[0] for phrase in phrases}
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted(firsts)}


def _phrases(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Longest first, so that “and then” goes before “and”."""
    split = (tuple(phrase.split()) for phrase in listed)
    return tuple(sorted(split, key=lambda words: (-len(words), words)))
