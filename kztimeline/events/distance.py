"""How far a happening is told to lie from another: “two days after the fire”, “the night before”.

TimeML links such an event to the other by a signal and a length; the day follows once the other is
dated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kztimeline.events.clauses import Kind
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.verbs import find_verbs, is_ing
from kztimeline.model import Time, TimexType, UnplacedTime

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_HOURS = "PT"  # of hours and minutes: the same day
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_REACH = 6  # words from “after” to the noun: “after the country’s closest presidential election”


class Distance(NamedTuple):
    """So many units (negative: before) from what the word at index `happening` tells.

    `is_named` tells that it is called that one's day: “on the day of the fire”.
    """

    units: int
    unit: str
    happening: int
    is_named: bool = False


def find_distance(scene: Scene, statement: Statement, times: Sequence[Time]) -> Distance | None:
    """The distance that a statement's own words give; of several the first.

    `times` are all of the sentence, since a length is no time of the scene.
    """
    pointers = scene.lex.behind | scene.lex.ahead
    telling = pointers | scene.lex.days_told | scene.lex.times_told
    for index, word in enumerate(scene.words):
        if word.lower not in telling or not _holds(scene, statement, index):
            continue
        if same := _same_day(scene, index):
            return same
        if word.lower not in pointers:
            continue
        sign = 1 if word.lower in scene.lex.behind else -1
        length = _length(scene, index, times)
        happening = _happening(scene, index) if length else None
        if length and happening is not None:
            return Distance(sign * length[0], length[1], happening)
    return None


def _holds(scene: Scene, statement: Statement, index: int) -> bool:
    """Whether a word stands in the clauses of a statement, or in the one that leads it in."""
    lead = scene.clauses[0]
    leads_in = lead.kind is Kind.SUBORDINATE and lead.host == statement.head
    numbers = (0, *statement.clauses) if leads_in else statement.clauses
    clauses = (scene.clauses[number] for number in numbers)
    return any(clause.first <= index < clause.last for clause in clauses)


def _same_day(scene: Scene, index: int) -> Distance | None:
    """“The day of the fire”, “the time of the crash”, “the day (that) he died”: no distance."""
    lex, words = scene.lex, scene.words
    if index < 1 or words[index - 1].lower not in lex.definites:
        return None
    is_named = words[index].lower in lex.days_told
    if not is_named and words[index].lower not in lex.times_told:
        return None
    behind = index + 1
    if behind < len(words) and words[behind].lower in lex.of:
        happening = _happening(scene, behind)
    else:
        happening = _told_verb(scene, behind)
    return Distance(0, "day", happening, is_named) if happening else None


def _told_verb(scene: Scene, index: int) -> int | None:
    """The verb of a clause that says which day: “the day (that) he died”."""
    words, lex = scene.words, scene.lex
    if index < len(words) and words[index].lower in lex.that:
        index += 1
    first = words[index] if index < len(words) else None
    is_subject = first is not None and (first.is_capital or first.lower in lex.persons)
    if not is_subject:
        return None
    verbs = find_verbs(words[index : index + _REACH], lex)
    return index + verbs[0].last if verbs else None


def _length(scene: Scene, index: int, times: Sequence[Time]) -> tuple[int, str] | None:
    """The length told right before a word: a stretch of time, “the day”, or “shortly”."""
    before = scene.words[index - 1] if index else None
    if before is None:
        return None
    for time in times:
        span = time.expression.span
        is_length = time.expression.type is TimexType.DURATION and isinstance(time, UnplacedTime)
        if is_length and span.start < before.end <= span.end:
            if (time.value or "").startswith(_HOURS):
                return 0, "day"
            if time.expression.mod is not None:
                return None  # “less than a week after the fire”: which day is not said
            found = _LENGTH.fullmatch(time.value or "")
            return (int(found[1]), _UNITS[found[2]]) if found else None
    if before.lower in scene.lex.at_once:
        return 0, "day"
    is_one = index > 1 and scene.words[index - 2].lower in scene.lex.one
    return (1, "day") if is_one and before.lower in scene.lex.days_told else None


def _happening(scene: Scene, index: int) -> int | None:
    """The verb or the noun behind “after”: “after he was shot”, “after the vote”."""
    follows = scene.words[index + 1].lower if index + 1 < len(scene.words) else ""
    for clause in scene.clauses:
        if clause.first == index and (clause.verb or is_ing(follows, scene.lex)):
            return clause.verb.last if clause.verb else index + 1
        is_lead = clause.first < index < clause.last  # “Two days after he was shot, …”
        if is_lead and clause.opener == scene.words[index].lower and clause.first == 0:
            if clause.verb is not None and clause.verb.first > index:
                return clause.verb.last
            return index + 1 if is_ing(follows, scene.lex) else None
    inner = list(_phrase(scene, index + 1))
    lows = [scene.words[n].lower for n in inner]
    lex = scene.lex
    pointing = lex.definites | lex.possessive_pronouns | lex.possessives
    nouns = [n for n, low in zip(inner, lows, strict=True) if low in lex.happenings]
    return nouns[-1] if nouns and not pointing.isdisjoint(lows) else None


def _phrase(scene: Scene, first: int) -> Iterator[int]:
    """The words of a noun phrase: up to a mark or a preposition."""
    for index in range(first, min(first + _REACH, len(scene.words))):
        word = scene.words[index]
        if not word.is_word or (index > first and word.lower in scene.lex.prepositions):
            return
        yield index
