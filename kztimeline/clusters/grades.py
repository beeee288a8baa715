"""What two events have in common, measured: names, places, words, acts, numbers, their articles.

Each grade is a number that a comparison's levels cut into steps.
"""

from __future__ import annotations

from enum import IntEnum
from math import fsum, inf, sqrt
from typing import TypeAlias

from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.model import Modality
from kztimeline.textual.similarity import squared

UNKNOWN = -inf  # grade of a comparison where a side has nothing to compare
SHARED_COMMON = 0.1  # summed rarity from which shared names count at all
_LEFT_OVER = 0.5  # what a name only one side has takes from the names they share
_BOTH = 2
_NEIGHBOURS = 1  # told sentences
_FEWEST_WORDS = 2  # that two events share; one is too often there by chance
_MOST_TIMES = 3.0  # numbers further apart are of two things
_LEAST_WEIGHT = 3.0  # squared rarity of content words: three words found nowhere else

ONE_STORY = 0.1  # likeness; of articles on two stories, one pair in a hundred reaches it
COMMON_ACT = 0.5  # rarity; what more articles tell, such as deaths in a war, says little

Grade: TypeAlias = float


def names_grade(left: Profile, right: Profile, corpus: Corpus) -> Grade:
    """Summed rarity of shared names, less that of the names both sides have for themselves.

    `UNKNOWN` where a side has none. Only the side with less for itself counts: one source may well
    name more than the other, but two that each name whom the other never does tell two things.
    """
    if not left.names or not right.names:
        return UNKNOWN
    return _rare(left.names & right.names, corpus) - _LEFT_OVER * min(
        _rare(_strange(left.names, right, corpus), corpus),
        _rare(_strange(right.names, left, corpus), corpus),
    )


def _strange(keys: frozenset[str], other: Profile, corpus: Corpus) -> frozenset[str]:
    """Keys that the whole article of the other event lacks."""
    return corpus.stories.lacks(other.teller, keys)


def places_grade(left: Profile, right: Profile, corpus: Corpus) -> Grade:
    """Summed rarity of the shared places; below 0.0 where each has one that the other lacks.

    `UNKNOWN` where a side has none.
    """
    if not left.places or not right.places:
        return UNKNOWN
    shared = left.places & right.places
    is_elsewhere = _strange(left.places, right, corpus) and _strange(right.places, left, corpus)
    return -1.0 if is_elsewhere and not shared else _rare(shared, corpus)


def _rare(keys: frozenset[str], corpus: Corpus) -> float:
    return fsum([corpus.rarities[key] for key in keys]) if keys else 0.0


def terms_grade(left: Profile, right: Profile, corpus: Corpus) -> Grade:
    """Cosine of the content words, each weighing its rarity: 0.0 to 1.0.

    A side lighter than `_LEAST_WEIGHT` counts as that heavy, and a single shared word for nothing,
    lest one word decide.
    """
    shared = left.terms & right.terms
    if len(shared) < _FEWEST_WORDS:
        return 0.0
    one = max(_LEAST_WEIGHT, corpus.weights[left.rank])
    other = max(_LEAST_WEIGHT, corpus.weights[right.rank])
    return squared(shared, corpus.rarities) / sqrt(one * other)


class Deed(IntEnum):
    """What the acts of two events have in common; the higher, the more."""

    OF_CASE = 0
    OTHER = 1
    OF_OTHERS = 2
    BY_OTHERS = 3
    ASIDE = 4
    COMMON = 5
    MAIN_OF_ONE = 6
    MAIN = 7
    SEVERAL = 8


def acts_grade(left: Profile, right: Profile, corpus: Corpus) -> Grade:
    """The `Deed` they share; `UNKNOWN` where a side tells no known act.

    What is told first is what an event is about: “convicted of a shooting” is no shooting.
    """
    if not left.acts or not right.acts:
        return UNKNOWN
    if (left.stages and _is_of_case(left, right)) or (right.stages and _is_of_case(right, left)):
        return Deed.OF_CASE
    shared = left.acts & right.acts
    return _deed(left, right, shared, corpus) if shared else Deed.OTHER


def _deed(left: Profile, right: Profile, shared: frozenset[str], corpus: Corpus) -> Deed:
    """How much the acts say that both tell."""
    if _name_others(left, right, corpus):
        return Deed.OF_OTHERS if shared <= left.personal else Deed.BY_OTHERS
    mains = bool(left.main & right.acts) + bool(right.main & left.acts)
    if mains == _BOTH and max(corpus.rarities[act] for act in shared) < COMMON_ACT:
        return Deed.COMMON
    if mains == _BOTH:
        is_several = min(_told_of(left, shared), _told_of(right, shared)) > 1
        return Deed.SEVERAL if is_several else Deed.MAIN
    return Deed.MAIN_OF_ONE if mains else Deed.ASIDE


def _is_of_case(one: Profile, other: Profile) -> bool:
    """Whether one is a stage of a case of which the other tells nothing: a charge, and the deed."""
    return not one.stages.isdisjoint(one.main) and one.stages.isdisjoint(other.stages)


def _told_of(profile: Profile, shared: frozenset[str]) -> int:
    """How many different words tell shared acts: “fired” has two classes and is one word."""
    return len({deed & shared for deed in profile.deeds if deed & shared})


def _name_others(left: Profile, right: Profile, corpus: Corpus) -> bool:
    """Whether each side has a name that the other's article lacks, and hardly one in common."""
    return UNKNOWN < names_grade(left, right, corpus) < SHARED_COMMON and bool(
        _strange(left.names, right, corpus) and _strange(right.names, left, corpus)
    )


def quantities_grade(left: Profile, right: Profile, _: Corpus) -> Grade:
    """1.0 if a number of one unit agrees, 0.0 if one is near, -1.0 if all are far apart.

    `UNKNOWN` where no unit is shared. Tolls rise and sources differ; eight dead are no revision of
    two hundred.
    """
    if left.amounts & right.amounts:
        return 1.0
    times = [
        max(one, other) / max(min(one, other), 1.0)
        for unit, one in left.amounts
        for its_unit, other in right.amounts
        if unit == its_unit
    ]
    if not times:
        return UNKNOWN
    return 0.0 if min(times) <= _MOST_TIMES else -1.0


def story_grade(left: Profile, right: Profile, corpus: Corpus) -> Grade:
    """How far their articles tell one story, apart from what the two events share: 0.0 to 1.0.

    `UNKNOWN` for one article, and where there is little else to compare.
    """
    if left.teller == right.teller:
        return UNKNOWN
    told = left.keys & right.keys
    likeness = corpus.stories.likeness(left.teller, right.teller, told)
    return UNKNOWN if likeness is None else likeness


def standing_grade(left: Profile, right: Profile, corpus: Corpus) -> Grade:
    """How many of the two stand at the head; `UNKNOWN` for both of articles on two stories."""
    heads = left.is_head + right.is_head
    if heads == _BOTH and story_grade(left, right, corpus) < ONE_STORY:
        return UNKNOWN
    return float(heads)


def modality_grade(left: Profile, right: Profile, _: Corpus) -> Grade:
    """2 for one modality, 1 for a plan beside its fulfilment, 0 where only one side supposes."""
    one, other = left.event.modality, right.event.modality
    if one is other:
        return 2.0
    return 0.0 if Modality.HYPOTHETICAL in (one, other) else 1.0


def negation_grade(left: Profile, right: Profile, _: Corpus) -> Grade:
    """1.0 if both deny or both affirm, else 0.0."""
    return float(left.event.negated == right.event.negated)


class Place(IntEnum):
    """Where two events are told; the higher, the more they may be one."""

    ONE_SENTENCE = 0
    ANOTHER = 1
    NEIGHBOURS = 2
    ONE_ARTICLE = 3
    HEAD = 4
    TWO_ARTICLES = 5
    RECALLED = 6


def telling_grade(left: Profile, right: Profile, _: Corpus) -> Grade:
    """The `Place` of two tellings: of one article, headline and lead sum up what follows."""
    if left.teller != right.teller:
        return Place.TWO_ARTICLES
    if left.event.span == right.event.span:
        return Place.ONE_SENTENCE
    if _recalls(left, right) or _recalls(right, left):
        return Place.RECALLED
    is_near = abs(left.sentence - right.sentence) <= _NEIGHBOURS
    if is_near and max(left, right, key=_told_at).is_another:
        return Place.ANOTHER
    if left.is_head or right.is_head:
        return Place.HEAD
    return Place.NEIGHBOURS if is_near else Place.ONE_ARTICLE


def _recalls(left: Profile, right: Profile) -> bool:
    """Whether the first has the day of the second, since its article tells that there."""
    one, other = left.event, right.event
    return one.recalls and one.time == other.time and not other.is_carried


def _told_at(profile: Profile) -> int:
    return profile.sentence
