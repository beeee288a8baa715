"""Times that date nothing here: years that only name a thing, days compared with."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.lexis import Lexis
from kztimeline.events.verbs import is_joined, is_participle
from kztimeline.model import ResolvedTime, Signal
from kztimeline.temporal import Granularity
from kztimeline.textual.tokens import Token

_ACCOUNTED = ("nearest",)  # “bills for April”: when they are sent is not said
_REACH = 12  # words from “up from” to the time of the amount behind it
_AMOUNT = 2  # tokens: “$ 24.9”
_PERIOD = 3  # words: “year ended on (Dec. 31)”
_LOOK_BACK = 8  # words between “the worst” and “since 2014”


def is_background(time: ResolvedTime, text: str, words: Sequence[Token], lex: Lexis) -> bool:
    """Whether a time is only named: “the 2019 race”, “unlike in 2014”, “the worst since 2014”."""
    span = time.expression.span
    before = [word.lower for word in words if word.end <= span.start]
    after = [word for word in words if word.start >= span.end]
    is_compared = any(before[-len(phrase) :] == list(phrase) for phrase in lex.compared)
    is_compared = is_compared and time.expression.signal is not Signal.FROM  # “no earlier than”
    is_compared |= time.expression.meaning.operator in _ACCOUNTED
    if is_compared or _is_made_something(before, after, lex) or _ends_period(before, lex):
        return True
    is_left = _is_left_behind(before, after, lex) or _is_level_left(before, lex)
    if is_left or _is_compared_amount(before, lex):
        return True
    if _is_ranked(_counted_from(time, before, lex), lex):
        return True
    if _is_second_participle(time, words, lex) or _is_state(time, before, lex):
        return True
    if after and after[0].lower in lex.possessives:
        return _is_inside_phrase(before, lex)
    return time.interval.granularity > Granularity.DAY and _names_a_thing(before, after, text, lex)


def _ends_period(before: list[str], lex: Lexis) -> bool:
    """“a loss for the year ended Dec. 31”."""
    period = [low for low in before[-_PERIOD:] if low not in lex.time_prepositions][-2:]
    return bool(period) and period[-1] in lex.period_ends and period[0] in lex.report_periods


def is_deadline(time: ResolvedTime, words: Sequence[Token], lex: Lexis) -> bool:
    """“was ordered in May to pay by June”: the time ends what is to be done, not the ordering."""
    if time.expression.signal not in {Signal.BY, Signal.BEFORE, Signal.UNTIL}:
        return False
    before = [word.lower for word in words if word.end <= time.expression.span.start]
    opens = [n for n, low in enumerate(before) if low in lex.infinitive]
    behind = before[opens[-1] + 1 :] if opens else []
    is_verb = bool(behind) and behind[0] not in lex.determiners | lex.prepositions
    return is_verb and "," not in behind and lex.openers.isdisjoint(behind[:-1])


def lasts(time: ResolvedTime, words: Sequence[Token], lex: Lexis) -> bool:
    """“declared a curfew, in force until May”: when it was declared is not said."""
    before = [word.lower for word in words if word.end <= time.expression.span.start]
    after_comma = len(before) - before[::-1].index(",") if "," in before else 0
    told = tuple(before[after_comma:])  # “in force until”, or “effective” alone
    return after_comma > 0 and not {told, told[:-1]}.isdisjoint(lex.standing)


def _is_second_participle(time: ResolvedTime, words: Sequence[Token], lex: Lexis) -> bool:
    """“praised the bill, passed in May and signed in June”: June is not when it was praised."""
    at = sum(word.end <= time.expression.span.start for word in words)
    while at and words[at - 1].lower in lex.time_prepositions:
        at -= 1
    return at > 1 and is_joined(words, at - 1, lex)


def _is_state(time: ResolvedTime, before: list[str], lex: Lexis) -> bool:
    """“The men, missing since Sunday, were found”: an adjective with no verb of its own."""
    if time.expression.signal is not Signal.SINCE or before[-3:-2] != [","]:
        return False
    if (before[-2],) in lex.standing:
        return False  # “, effective since May”: it lasts
    small = lex.coordinators | lex.subordinators | lex.prepositions | lex.adverbs | lex.pronouns
    return before[-2] not in small | lex.determiners | lex.have | lex.be


def _is_made_something(before: list[str], after: Sequence[Token], lex: Lexis) -> bool:
    """“declared Friday a day of mourning”: when it was declared is not said."""
    is_object = bool(before) and before[-1] in lex.declaring
    return is_object and bool(after) and after[0].lower in lex.articles


def _counted_from(time: ResolvedTime, before: list[str], lex: Lexis) -> list[str]:
    """The words before “since May”, or “since the raid in May”; none where it counts from none."""
    if time.expression.signal is Signal.SINCE:
        return before
    since = next((n for n in range(1, len(before)) if before[-n] in lex.counting_from), 0)
    between = before[len(before) - since + 1 :]
    is_phrase = 0 < since <= _LOOK_BACK and "," not in between
    told = is_phrase and any(low in lex.be or is_participle(low, lex) for low in between)
    return before[:-since] if is_phrase and not told else []


def _is_ranked(before: list[str], lex: Lexis) -> bool:
    """“the worst since 2014”, “the fifth raid by its crew since May”: it counts from then."""
    counted = (n for n, low in enumerate(before) if low in lex.ordinals)
    return bool(lex.superlatives.intersection(before[-_LOOK_BACK:])) or any(
        before[n - 1] in lex.articles for n in counted if n
    )


def _is_compared_amount(before: list[str], lex: Lexis) -> bool:
    """“down from 12 in 2014”, “compared with 410 in the same weeks of last year”: another time's.

    Between the phrase and the time stands an amount, and no mark.
    """
    reach = before[-_REACH:]
    for phrase in lex.amounts_compared:
        if phrase[0] not in reach:
            continue
        for at in range(len(reach) - len(phrase)):
            if tuple(reach[at : at + len(phrase)]) != phrase:
                continue
            behind = reach[at + len(phrase) :]
            plain = [low for low in behind if low not in lex.articles and low[0].isalnum()]
            if _has_amount(plain[:_AMOUNT], lex) or _is_amount_of(behind, lex):
                return "," not in behind
    return False


def _is_left_behind(before: list[str], after: Sequence[Token], lex: Lexis) -> bool:
    """“rose from four on Wednesday to six on Thursday”: what is told is told of Thursday."""
    while before and before[-1] in lex.time_prepositions:
        before = before[:-1]
    left = [n for n, low in enumerate(before) if low in lex.levels_left][-1:]
    behind = [word.lower for word in after[: 1 + _AMOUNT]]
    if not left or not behind or behind[0] not in lex.levels_reached:
        return False
    amount = before[left[0] + 1 :]
    is_whole = len(amount) <= _AMOUNT + 1 and _has_amount(amount, lex)
    return is_whole and _has_amount(behind[1:], lex)


def _is_level_left(before: list[str], lex: Lexis) -> bool:
    """“fell to 8 percent in May from 9 percent in April”: what is told is told of May."""
    left = max((n for n, low in enumerate(before) if low in lex.levels_left), default=0)
    behind, told = before[left + 1 :], before[:left]
    reached = max((n for n, low in enumerate(told) if low in lex.levels_reached), default=0)
    if not (left and reached) or len(behind) > _LOOK_BACK + _LOOK_BACK:
        return False
    is_one = not lex.levels_reached.intersection(behind) and "," not in behind
    return is_one and all(
        _has_amount(each[:_AMOUNT], lex) for each in (behind, told[reached + 1 :])
    )


def _is_amount_of(words: list[str], lex: Lexis) -> bool:
    """“a profit of 12 million”."""
    is_phrase = len(words) > _OF and words[0] in lex.articles and words[_OF] in lex.of
    return is_phrase and _has_amount(words[_OF + 1 : _OF + 1 + _AMOUNT], lex)


_OF = 2  # where “of” stands in “a profit of”


def _has_amount(words: list[str], lex: Lexis) -> bool:
    has_word = any(word in lex.counts for word in words)
    return has_word or any(character.isdigit() for character in "".join(words))


def _is_inside_phrase(before: list[str], lex: Lexis) -> bool:
    """“the suspect in Monday’s shooting”, not “Monday’s shooting killed two”."""
    while before and before[-1] in lex.determiners:
        before = before[:-1]
    return bool(before) and before[-1] in lex.prepositions


def _names_a_thing(before: list[str], after: list[Token], text: str, lex: Lexis) -> bool:
    """A bare year between a determiner and a noun."""
    if not before or not after:
        return False
    follows = after[0]
    is_noun = (
        follows.is_word
        and follows.text[0].isalpha()
        and follows.lower
        not in (
            lex.prepositions
            | lex.coordinators
            | lex.relatives
            | lex.subordinators
            | lex.be
            | lex.have
        )
    )
    determined = before[-1] in lex.determiners or before[-1] in lex.possessives
    return determined and is_noun and text[follows.start - 1] == " "
