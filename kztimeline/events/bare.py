"""Bare infinitives that a modal or “to” reaches over “and”: “will sit in May and *rule* in July”.

Only behind a time, where a day of its own may follow. A bare infinitive looks like a noun (“will
see staff on Monday and *unions* on Friday”): it is taken for a verb where an article or a pronoun
follows, or where it is among those that stand alone and the time was just named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kztimeline.events.lexis import Lexis
from kztimeline.events.verbs import BORDERS, Tense, Verb, is_participle, skip_adverbs
from kztimeline.textual.tokens import Token

_TIME = 4  # tokens: “on 4 March 2024 (and)”


def joined_infinitives(
    words: Sequence[Token], verbs: Sequence[Verb], timed: frozenset[int], lex: Lexis
) -> Iterator[Verb]:
    """The bare infinitives joined to the groups among `verbs`; `timed` is where times begin."""
    dated = [n for n, word in enumerate(words) if word.start in timed]
    firsts = {verb.first for verb in verbs}
    for verb in verbs if dated else ():
        start = opener_end(words, verb, lex)
        first = bisect_left(dated, start or 0)
        if start is None or first == len(dated):
            continue
        for index in range(start, len(words)):
            low = words[index].lower
            if index in firsts or words[index].text in BORDERS or low in lex.subordinators:
                break
            if low not in lex.coordinators or index < dated[first]:
                continue
            place = skip_adverbs(words, index + 1, lex)
            is_near = index - dated[bisect_left(dated, index) - 1] <= _TIME
            if _is_bare(words, place, timed, lex, is_near=is_near):
                yield Verb(place, place, Tense.MODAL, words[place].lower)


def opener_end(words: Sequence[Token], verb: Verb, lex: Lexis) -> int | None:
    """The token behind what a second infinitive shares: “will”, “is expected to”, “plans to”."""
    if words[verb.first].lower in lex.modals:
        return verb.last
    behind = verb.last + 1
    is_to = behind < len(words) and words[behind].lower in lex.infinitive
    return behind + 1 if is_to else None


def _is_bare(
    words: Sequence[Token], index: int, timed: frozenset[int], lex: Lexis, *, is_near: bool
) -> bool:
    if index + 1 >= len(words) or words[index].start in timed or words[index].is_capital:
        return False
    low, after = words[index].lower, words[index + 1].lower
    if is_near and low in lex.standalone:
        return True
    small = lex.determiners | lex.prepositions | lex.pronouns | lex.persons | lex.subordinators
    is_plural = low.endswith("s") and not low.endswith("ss")
    if not low.isalpha() or low in small or is_plural or is_participle(low, lex):
        return False
    is_object = after in lex.articles | lex.possessive_pronouns | lex.object_pronouns
    return is_object and words[index + 1].start not in timed
