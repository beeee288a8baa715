"""The comparisons: what speaks for two events being one happening, and how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import inf, sqrt
from typing import TypeAlias

from kztimeline.clusters.profiles import Profile
from kztimeline.model import Modality
from kztimeline.textual.similarity import squared

Rarities: TypeAlias = Mapping[str, float]
NEVER = -inf  # bits of a level that forbids: no other evidence can make up for it
_FEW_DAYS = 2  # a night lies on two days
_MONTH_DAYS = 31
_NEIGHBOURS = 1  # places in the order of telling
_ONE_WORD = 0.5  # what a word shared alone is worth
_LEAST_WEIGHT = 3.0  # squared rarity of content words: three words found nowhere else


@dataclass(frozen=True, slots=True)
class Level:
    """What a comparison found where its grade is `floor` or more, and the bits that gives."""

    label: str
    floor: float
    bits: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question about two events: `grade` measures, the first level it reaches fires.

    Levels stand from high to low and the last has no floor, so exactly one fires.
    """

    name: str
    grade: Callable[[Profile, Profile, Rarities], float]
    levels: tuple[Level, ...]

    def fires(self, left: Profile, right: Profile, rarities: Rarities) -> Level:
        """The one level that fits."""
        grade = self.grade(left, right, rarities)
        for level in self.levels:
            if grade >= level.floor:
                return level
        return self.levels[-1]


class Meeting(IntEnum):
    """How two times lie to each other; the higher, the more it says for one happening."""

    APART = 0
    NEXT_DAY_SAID = 1
    NEXT_DAY = 2
    UNDATED = 3
    TOUCHING = 4
    IN_LONG = 5
    IN_MONTH = 6
    NAMED_END = 7
    IN_FEW_DAYS = 8
    SAME_UNIT = 9
    SAME_DAY_INFERRED = 10
    SAME_DAY = 11


def time_grade(left: Profile, right: Profile, _: Rarities) -> float:
    """How the two times meet."""
    if not (left.has_date and right.has_date):
        return Meeting.UNDATED
    if (left.first, left.last) == (right.first, right.last):
        return _same(left, right)
    if left.last < right.first or right.last < left.first:
        return _apart(left, right)
    if left.is_open or right.is_open:
        return Meeting.NAMED_END if left.named_end == right.named_end else Meeting.TOUCHING
    return _nested(left, right)


def _same(left: Profile, right: Profile) -> Meeting:
    if left.is_coarse and right.is_coarse and not left.is_open:
        return Meeting.SAME_UNIT
    return Meeting.SAME_DAY if left.is_said and right.is_said else Meeting.SAME_DAY_INFERRED


def _apart(left: Profile, right: Profile) -> Meeting:
    gap = max(left.first - right.last, right.first - left.last)
    if gap > 1:
        return Meeting.APART
    by_context = not (left.is_said and right.is_said) and not (left.is_coarse or right.is_coarse)
    return Meeting.NEXT_DAY if by_context else Meeting.NEXT_DAY_SAID


def _nested(left: Profile, right: Profile) -> Meeting:
    days = max(left.last - left.first, right.last - right.first) + 1
    if not _holds(left, right) and not _holds(right, left):
        return Meeting.TOUCHING
    if days <= _FEW_DAYS:
        return Meeting.IN_FEW_DAYS
    return Meeting.IN_MONTH if days <= _MONTH_DAYS else Meeting.IN_LONG


def _holds(long: Profile, short: Profile) -> bool:
    return long.first <= short.first and short.last <= long.last


UNKNOWN = -inf  # grade of a comparison where a side has nothing to compare
SHARED_COMMON = 0.1  # summed rarity from which shared names count at all
_LEFT_OVER = 0.5  # what a name only one side has takes from the names they share


def names_grade(left: Profile, right: Profile, rarities: Rarities) -> float:
    """Summed rarity of shared names, less that of the names both sides have for themselves.

    `UNKNOWN` where a side has none. Only the side with less for itself counts: one source may well
    name more than the other, but two that each name another person tell two things.
    """
    if not left.names or not right.names:
        return UNKNOWN
    shared = left.names & right.names
    own = min(_rare(left.names - shared, rarities), _rare(right.names - shared, rarities))
    return _rare(shared, rarities) - _LEFT_OVER * own


def places_grade(left: Profile, right: Profile, rarities: Rarities) -> float:
    """Summed rarity of the shared places; `UNKNOWN` where a side has none."""
    if not left.places or not right.places:
        return UNKNOWN
    return _rare(left.places & right.places, rarities)


def _rare(keys: frozenset[str], rarities: Rarities) -> float:
    return sum(sorted(rarities[key] for key in keys)) if keys else 0.0


def terms_grade(left: Profile, right: Profile, rarities: Rarities) -> float:
    """Cosine of the content words, each weighing its rarity: 0.0 to 1.0.

    A side lighter than `_LEAST_WEIGHT` counts as that heavy, and a single shared word for half,
    lest one word decide.
    """
    shared = left.terms & right.terms
    if not shared:
        return 0.0
    sides = max(left.weight, _LEAST_WEIGHT) * max(right.weight, _LEAST_WEIGHT)
    alone = _ONE_WORD if len(shared) == 1 else 1.0
    return alone * squared(shared, rarities) / sqrt(sides)


def acts_grade(left: Profile, right: Profile, rarities: Rarities) -> float:
    """1.0 for a shared class of act, 0.5 where it is personal but of others, 0.0 for none shared.

    `UNKNOWN` where a side tells no known act.
    """
    if not left.acts or not right.acts:
        return UNKNOWN
    shared = left.acts & right.acts
    if not shared:
        return 0.0
    is_of_others = shared <= left.personal and _name_others(left, right, rarities)
    return 0.5 if is_of_others else 1.0


def _name_others(left: Profile, right: Profile, rarities: Rarities) -> bool:
    """Whether each side has a name of its own, and hardly one in common."""
    return UNKNOWN < names_grade(left, right, rarities) < SHARED_COMMON and bool(
        left.names - right.names and right.names - left.names
    )


def quantities_grade(left: Profile, right: Profile, _: Rarities) -> float:
    """1.0 if a number of one unit agrees, 0.0 if one unit has other numbers; else `UNKNOWN`."""
    if not left.amounts or not right.amounts:
        return UNKNOWN
    if left.amounts & right.amounts:
        return 1.0
    units = {unit for unit, _ in left.amounts} & {unit for unit, _ in right.amounts}
    return 0.0 if units else UNKNOWN


def modality_grade(left: Profile, right: Profile, _: Rarities) -> float:
    """2 for one modality, 1 for a plan beside its fulfilment, 0 where only one side supposes."""
    one, other = left.event.modality, right.event.modality
    if one is other:
        return 2.0
    return 0.0 if Modality.HYPOTHETICAL in (one, other) else 1.0


def negation_grade(left: Profile, right: Profile, _: Rarities) -> float:
    """1.0 if both deny or both affirm, else 0.0."""
    return float(left.event.negated == right.event.negated)


def telling_grade(left: Profile, right: Profile, _: Rarities) -> float:
    """3.0 for two articles, 2.0 and 1.0 for far and near tellings of one, 0.0 for a sentence."""
    if left.teller != right.teller:
        return 3.0
    if left.event.span == right.event.span:
        return 0.0
    return 1.0 if abs(left.event.order - right.event.order) <= _NEIGHBOURS else 2.0


# Every weight is set by hand so far: log₂ odds as a careful reader would give them.
COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        "telling",
        telling_grade,
        (
            Level("two articles", 3.0, 0.0),
            Level("one article", 2.0, -3.0),  # a writer seldom tells a thing twice
            Level("neighbours in one article", 1.0, -8.0),  # and hardly ever in a row
            Level("one sentence", -inf, NEVER),
        ),
    ),
    Comparison(
        "negation",
        negation_grade,
        (Level("both affirm or both deny", 1.0, 0.0), Level("one denies", -inf, NEVER)),
    ),
    Comparison(
        "time",
        time_grade,
        (
            Level("same day", Meeting.SAME_DAY, 2.0),
            Level("same day, by context", Meeting.SAME_DAY_INFERRED, 1.0),
            Level("same week, month or year", Meeting.SAME_UNIT, 2.0),
            Level("one of two days", Meeting.IN_FEW_DAYS, 2.0),
            Level("on the day it is named by", Meeting.NAMED_END, 1.0),  # “by 6 January”
            Level("within its week or month", Meeting.IN_MONTH, 0.5),
            Level("within its longer time", Meeting.IN_LONG, -0.5),
            Level("times touch", Meeting.TOUCHING, -0.5),
            Level("one has no date", Meeting.UNDATED, -1.0),
            Level("one day apart, by context", Meeting.NEXT_DAY, -1.0),
            Level("one day apart", Meeting.NEXT_DAY_SAID, -4.0),  # only near copies outweigh it
            Level("other days", -inf, NEVER),
        ),
    ),
    Comparison(
        "names",
        names_grade,
        (
            Level("shared rare names", 1.0, 2.0),
            Level("shared names", 0.5, 1.5),
            Level("shared common names", SHARED_COMMON, 0.5),
            Level("other names", -9.0, -1.0),
            Level("no names to compare", -inf, 0.0),
        ),
    ),
    Comparison(
        "places",
        places_grade,
        (
            Level("shared rare place", 0.5, 1.0),
            Level("shared place", 0.01, 1.0),
            Level("other places", 0.0, -1.0),
            Level("no places to compare", -inf, 0.0),
        ),
    ),
    Comparison(
        "words",
        terms_grade,
        (
            Level("nearly the same words", 0.45, 6.0),
            Level("most words shared", 0.3, 4.5),
            Level("many words shared", 0.2, 3.0),
            Level("some words shared", 0.11, 2.0),
            Level("few words shared", 0.06, 0.0),
            Level("hardly a word shared", -inf, -2.0),
        ),
    ),
    Comparison(
        "act",
        acts_grade,
        (
            Level("same act", 1.0, 2.0),
            Level("same act, of others", 0.5, -0.5),
            Level("other act", 0.0, -1.5),
            Level("no act to compare", -inf, 0.0),
        ),
    ),
    Comparison(
        "numbers",
        quantities_grade,
        (
            Level("same number", 1.0, 2.5),
            Level("other numbers", 0.0, -0.5),
            Level("no numbers to compare", -inf, 0.0),
        ),
    ),
    Comparison(
        "modality",
        modality_grade,
        (
            Level("told alike", 2.0, 0.0),
            Level("plan and report", 1.0, -0.5),
            Level("one supposes", -inf, -2.0),
        ),
    ),
)
