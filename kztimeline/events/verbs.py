"""Which words of a sentence are its finite verbs, and in which tense.

No parser: auxiliaries and irregular forms come from the language's table, regular ones from their
ending and
from the word before them. A noun taken for a verb costs a clause border, no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kztimeline.events.absolute import is_absolute
from kztimeline.events.lexis import Lexis
from kztimeline.textual.tokens import Token

_REPORT = 7  # words: “according to a long report released (on Monday)”
_LONGEST_GROUP = 7  # “would not have been able to be”: no verb group is longer
_SHORTEST_ED = 4
# Marks that no phrase crosses.
BORDERS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", "“", "”", '"', "."})


class Tense(StrEnum):
    """What a verb group says of its time."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    GOING_ON = "going-on"
    MODAL = "modal"


class Verb(NamedTuple):
    """A finite verb group: tokens `first` to `last`, both inside; `head` carries the sense."""

    first: int
    last: int
    tense: Tense
    head: str


def find_verbs(words: Sequence[Token], lex: Lexis) -> list[Verb]:
    """Finite verb groups in order of place."""
    found: list[Verb] = []
    after, before = 0, ""
    verbal, subjects = lex.verbal, lex.singular_subjects | lex.plain_subjects
    for index, (_, _, _, word) in enumerate(words):
        if index < after:
            continue
        may_be = word in verbal or word.endswith("ed") or before in subjects
        before = word
        verb = _verb_at(words, index, lex) if may_be else None
        if verb is None:
            continue
        if not (found and (_is_set_off(words, index, lex) or is_joined(words, index, lex))):
            found.append(verb)
            after = verb.last + 1
    return found


def is_joined(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """The second of such participles: “He praised the bill, passed in May and *signed* in June”."""
    is_second = index > 0 and words[index - 1].lower in lex.coordinators
    return (
        is_second
        and _is_timed_participle(words, index, lex)
        and any(_is_set_off(words, number, lex) for number in range(1, index))
    )


def _is_set_off(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“He praised the mayor, jailed in May”: behind the first comma no verb is joined to it.

    But another such participle may be: “a bill, passed in May and signed in June”.
    """
    if words[index - 1].text != "," or not _is_timed_participle(words, index, lex):
        return False
    before = words[: index - 1]
    if any(token.text == "," for token in before):
        return False
    joints = [n for n in range(index + 1, len(words)) if words[n].lower in lex.coordinators]
    is_shared = any(token.lower in lex.be for token in before)  # “was sold, closed in May and …”
    return not joints or not (
        is_shared or any(not _is_timed_participle(words, n + 1, lex) for n in joints)
    )


def _is_timed_participle(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“jailed in (May)”, “cut off since (May)”, “drafted three days (earlier)”."""
    if index >= len(words):
        return False
    word = words[index].lower
    if not is_participle(word, lex) or is_ing(word, lex):
        return False
    opens = lex.time_prepositions | lex.bounds
    behind = [token.lower for token in words[index + 1 : index + 3]]
    if behind and behind[0] in lex.particles - opens:
        behind = behind[1:]
    is_length = len(behind) > 1 and lex.lengths.issuperset(behind)
    return is_length or not opens.isdisjoint(behind[:1])


def is_participle(word: str, lex: Lexis) -> bool:
    """Whether a word can be a participle: given, seized, seizing."""
    prefix, _, rest = word.rpartition("-")
    if prefix and prefix not in lex.verb_prefixes:
        return False
    word = rest
    return (
        word in lex.participles
        or (word in lex.past and word not in lex.only_past)
        or (word.endswith("ed") and len(word) >= _SHORTEST_ED and word not in lex.not_ed)
        or is_ing(word, lex)
    )


def is_ing(word: str, lex: Lexis) -> bool:
    """Whether a word can be an -ing participle and is not one of the nouns that look like it."""
    return word.endswith("ing") and len(word) > _SHORTEST_ED and word not in lex.not_ing


def is_overtaken(
    verbs: Sequence[Verb], at: int, words: Sequence[Token], says: frozenset[int], lex: Lexis
) -> bool:
    """“A man fired last week from his job walked in”: the second verb is the clause's.

    `at` indexes `verbs`; `says` are the indices of words that can be speech verbs.
    """
    if at + 1 >= len(verbs):
        return False
    verb, later = verbs[at], verbs[at + 1].first
    index = verb.first
    is_plain = verb.last == index and index not in says and is_participle(words[index].lower, lex)
    if not is_plain or words[index - 1].lower in lex.subject_relatives:
        return False  # “the quake that killed ten has …”
    between = [word.lower for word in words[index + 1 : later]]
    if index and words[index - 1].lower == "," and between[-1:] == [","]:
        small = (
            lex.bounds | lex.sequels
        )  # “, closed since May,”, “, agreed after six weeks of talks,”
        between = [low for low in between[:-1] if low not in small]
    stops = clause_stops(lex)
    if not lex.posts.isdisjoint(between):
        stops -= lex.as_  # “his job as a clerk”
    return not stops.intersection(between)


@cache
def clause_stops(lex: Lexis) -> frozenset[str]:
    """Marks and words behind which another clause or a subject of its own may begin."""
    return BORDERS | lex.openers | lex.subordinators | lex.pronouns


def skip_adverbs(words: Sequence[Token], index: int, lex: Lexis) -> int:
    """First index from `index` on that is no adverb."""
    while index < len(words) and is_adverb(words[index].lower, lex):
        index += 1
    return index


def is_adverb(word: str, lex: Lexis) -> bool:
    """Whether a word may stand between a subject and its verb, or inside a verb group."""
    return word in lex.adverbs or (word.endswith("ly") and len(word) > _SHORTEST_ED)


def _verb_at(words: Sequence[Token], index: int, lex: Lexis) -> Verb | None:
    token, word = words[index], words[index].lower
    before = words[index - 1].lower if index else ""
    if word in lex.modals:
        is_owned = before in lex.determiners - lex.pronominal
        is_month = index + 1 < len(words) and words[index + 1].text[0].isdecimal()  # “May 4: …”
        is_noun = is_owned or (token.is_capital and (index > 0 or is_month))
        return None if is_noun else _group(words, index, Tense.MODAL, lex)
    if tense := _auxiliary_tense(word, lex):
        return _group(words, index, tense, lex)
    return _full_verb(words, index, lex)


def _full_verb(words: Sequence[Token], index: int, lex: Lexis) -> Verb | None:
    """A verb without auxiliary: no capital, nothing behind an article."""
    token, word = words[index], words[index].lower
    before = words[index - 1].lower if index else ""
    if token.is_capital or (before in lex.determiners and before not in lex.that):
        return None
    if _is_past(words, index, lex):
        return Verb(index, index, Tense.PAST, word)
    if before in lex.possessives or is_counted(words, index, lex):
        return None
    if _is_present(word, before, lex) or _is_catenative(words, index, lex):
        return Verb(index, index, Tense.PRESENT, word)
    return None


def _auxiliary_tense(word: str, lex: Lexis) -> Tense | None:
    if word in lex.past_auxiliaries:
        return Tense.PAST
    if word in lex.nonfinite:
        return None
    if word in lex.be or word in lex.do:
        return Tense.PRESENT
    return Tense.PERFECT if word in lex.have else None


def _is_past(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    word = words[index].lower
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    prefix, _, word = word.rpartition("-")
    if prefix and not (prefix in lex.verb_prefixes or after in lex.determiners):
        return False  # “re-elected”, “test-fired a missile”, no “state-owned”
    if before in lex.prepositions or before in lex.infinitive or is_absolute(words, index, lex):
        return False
    if after in lex.of and word in lex.of_participles:
        return False
    if word in lex.period_ends and before in lex.report_periods:
        return lex.prepositions.isdisjoint(
            token.lower for token in words[max(0, index - 4) : index]
        )
    if is_done_by(words, index, lex) and (word.endswith("ed") or word in lex.passives):
        return before in lex.coordinators and _is_passive_before(words, index - 1, lex)
    is_form = word in lex.past or (
        word.endswith("ed") and len(word) >= _SHORTEST_ED and word not in lex.not_ed and index > 0
    )
    return is_form and not (after in lex.time_prepositions and _is_vouched(words, index, lex))


def is_done_by(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """Whether it is said who did what a form tells: “led by Lind”, not “rose by nearly 10%”."""
    by = index + 1
    if by >= len(words) or words[by].lower not in lex.agents:
        return False
    if words[index].lower in lex.by_oneself:
        return False
    for token in words[by + 1 : by + 1 + _MEASURE]:
        if token.lower in lex.measures:
            return False
        if not (token.text[0].isdigit() or token.lower in lex.measuring):
            break
    return True


_MEASURE = 6  # tokens: “as much as 2.5 percent”


def _is_vouched(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“according to figures *released* on Monday”: nobody did it to the figures there."""
    for token in reversed(words[max(0, index - _REPORT) : index]):
        if token.lower in lex.vouching:
            return True
        if token.text in BORDERS:
            return False
    return False


def _is_passive_before(words: Sequence[Token], joint: int, lex: Lexis) -> bool:
    """“was held in May *and* charged by police”: the last participle before has a “was”."""
    lows = [word.lower for word in words[:joint]]
    last = next((n for n in range(joint - 1, 0, -1) if is_participle(lows[n], lex)), 0)
    while last and is_adverb(lows[last - 1], lex):
        last -= 1
    return last > 0 and lows[last - 1] in lex.be


def _is_present(word: str, before: str, lex: Lexis) -> bool:
    if before in lex.prepositions or before in lex.infinitive:
        return False
    if word in lex.present:
        return True
    if before in lex.singular_subjects:
        return word.endswith("s") and not word.endswith("ss")
    return (
        before in lex.plain_subjects
        and word.isalpha()
        and not is_adverb(word, lex)
        and word not in lex.prepositions
        and word not in lex.determiners
    )


def is_counted(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“with the loss of 61 *lives*”, “three *fears*”; but “Channel 4 says”, “by 2019 runs”."""
    if not index:
        return False
    number = words[index - 1]
    is_year = number.text.isdecimal() and len(number.text) == len("2019")
    is_figure = number.text[0].isdecimal() and not is_year
    name = words[max(0, index - 2)]
    is_named = index > 1 and name.is_capital and name.lower not in lex.determiners
    return (is_figure or number.lower in lex.counts - lex.one) and not is_named


def _is_catenative(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“owners plan to sell”: between a plural and “to” it is no noun."""
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    is_plural = before in lex.plurals or (before.endswith("s") and len(before) > _SHORTEST_ED)
    return words[index].lower in lex.catenatives and after in lex.infinitive and is_plural


def _group(words: Sequence[Token], first: int, tense: Tense, lex: Lexis) -> Verb:
    """The group an auxiliary opens, as far as its head."""
    index = first + 1
    limit = min(len(words), first + _LONGEST_GROUP)
    last, head = first, words[first].lower
    is_bare = tense is Tense.MODAL or words[first].lower in lex.do
    while index < limit:
        word = words[index].lower
        if word in lex.be or word in lex.have:
            last, head, is_bare = index, word, False
        elif word in lex.infinitive:
            is_bare = True
        elif is_participle(word, lex) or _takes_infinitive(words, index, lex):
            return Verb(first, index, _refine(tense, words[first].lower, word, lex), word)
        elif (
            is_bare
            and words[index].is_word
            and not is_adverb(word, lex)
            and word not in lex.denials | lex.time_prepositions
        ):
            return Verb(first, index, tense, word)
        elif word not in lex.denials and not is_adverb(word, lex):
            break
        index += 1
    return Verb(first, last, _refine(tense, words[first].lower, "", lex), head)


def _takes_infinitive(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“is alleged to have fled”: a participle here, where it else is an adjective."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return words[index].lower.endswith("ed") and after in lex.infinitive


def _refine(tense: Tense, opener: str, head: str, lex: Lexis) -> Tense:
    if tense is Tense.PERFECT and not head:
        return Tense.PRESENT
    if tense is Tense.PRESENT and opener in lex.be and head and is_ing(head, lex):
        return Tense.GOING_ON
    return tense
