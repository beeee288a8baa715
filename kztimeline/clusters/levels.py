"""The comparisons: what speaks for two events being one happening, and how much."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from operator import attrgetter

from kztimeline.clusters.grades import (
    ONE_STORY,
    SHARED_COMMON,
    Deed,
    Place,
    acts_grade,
    modality_grade,
    names_grade,
    negation_grade,
    places_grade,
    quantities_grade,
    standing_grade,
    story_grade,
    telling_grade,
    terms_grade,
)
from kztimeline.clusters.meeting import Meeting, meeting
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.model.record import Record

NEVER = -inf  # bits of a level that forbids: no other evidence can make up for it


class Level(Record, frozen=True):
    """What a comparison found where its grade is `floor` or more, and the bits that gives."""

    label: str
    floor: float
    bits: float


class Comparison(Record, frozen=True):
    """One question about two events: `grade` measures, the first level it reaches fires.

    Levels stand from high to low and the last has no floor, so exactly one fires. It is the last
    where a side has nothing of what the question `needs`, if that can be told without asking it.
    `asks_manner`: what it finds of two articles hangs on the `manner` of the two events alone.
    """

    name: str
    grade: Callable[[Profile, Profile, Corpus], float]
    levels: tuple[Level, ...]
    needs: Callable[[Profile], object] | None = None
    asks_manner: bool = False

    def fires(self, left: Profile, right: Profile, corpus: Corpus) -> Level:
        """The one level that fits."""
        grade = self.grade(left, right, corpus)
        for level in self.levels:
            if grade >= level.floor:
                return level
        return self.levels[-1]


def time_grade(left: Profile, right: Profile, _: Corpus) -> float:
    """How the two times meet, as a number to cut."""
    return meeting(left, right)


# log₂ odds: measured on matches and non-matches, rounded to half bits (docs/merging.md).
COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        "telling",
        telling_grade,
        (
            Level("told again in one article", Place.RECALLED, 1.0),  # its day is the other's
            Level("two articles", Place.TWO_ARTICLES, 0.0),
            Level("headline or lead, and later", Place.HEAD, 1.0),
            Level("one article", Place.ONE_ARTICLE, -3.0),  # a writer seldom tells a thing twice
            Level("neighbours in one article", Place.NEIGHBOURS, -8.0),  # and hardly ever in a row
            Level("told as another", Place.ANOTHER, NEVER),  # “he also …”
            Level("one sentence", -inf, NEVER),
        ),
        asks_manner=True,
    ),
    Comparison(
        "negation",
        negation_grade,
        (Level("both affirm or both deny", 1.0, 0.0), Level("one denies", -inf, NEVER)),
        asks_manner=True,
    ),
    Comparison(
        "time",
        time_grade,
        (
            Level("same day", Meeting.SAME_DAY, 3.0),
            Level("same day, one by context", Meeting.SAME_DAY_INFERRED, 2.5),
            Level("same day, by context", Meeting.SAME_DAY_BOTH_INFERRED, 1.5),
            Level("same week, month or year", Meeting.SAME_UNIT, 2.0),
            Level("one of two days", Meeting.IN_FEW_DAYS, 2.0),
            Level("on the day it is named by", Meeting.NAMED_END, 1.0),  # “by 6 January”
            Level("within its days or week", Meeting.IN_DAYS, -2.0),
            Level("within its longer time", Meeting.IN_LONG, -3.0),
            Level("within its month or year", Meeting.IN_UNIT, -5.5),  # “in May” stays in May
            Level("times touch", Meeting.TOUCHING, 0.0),
            Level("one has no date", Meeting.UNDATED, -1.0),
            Level("one day apart, by context", Meeting.NEXT_DAY, 1.0),
            Level("days apart, by context", Meeting.WEEK_AFTER, 0.5),
            Level("one has no date, one a month or year", Meeting.UNDATED_IN_UNIT, -6.0),
            Level("one day apart", Meeting.NEXT_DAY_SAID, -4.0),  # only near copies outweigh it
            Level("days apart in one article", Meeting.APART_IN_ARTICLE, -4.0),
            Level("long after, by context", Meeting.LONG_AFTER, -4.0),
            Level("told before it was", Meeting.BEFORE_IT_WAS, NEVER),
            Level("other days", -inf, NEVER),
        ),
        asks_manner=True,
    ),
    Comparison(
        "names",
        names_grade,
        (
            Level("shared rare names", 1.0, 3.0),
            Level("shared names", 0.5, 1.0),
            Level("shared common names", SHARED_COMMON, 0.0),
            Level("no name in common", 0.0, -1.0),
            Level("other names", -99.0, -3.0),
            Level("no names to compare", -inf, 0.0),
        ),
        needs=attrgetter("names"),
    ),
    Comparison(
        "places",
        places_grade,
        (
            Level("shared rare place", 0.5, 1.0),
            Level("places both speak of", 0.0, 0.0),
            Level("other places", -1.0, -1.5),
            Level("no places to compare", -inf, 0.0),
        ),
        needs=attrgetter("places"),
    ),
    Comparison(
        "words",
        terms_grade,
        (
            Level("nearly the same words", 0.45, 4.0),
            Level("most words shared", 0.3, 4.0),
            Level("many words shared", 0.2, 2.5),
            Level("some words shared", 0.11, 1.5),
            Level("hardly a word shared", -inf, -1.5),
        ),
    ),
    Comparison(
        "act",
        acts_grade,
        (
            Level("same acts", Deed.SEVERAL, 3.5),
            Level("same act", Deed.MAIN, 3.0),
            Level("act of one, told in the other", Deed.MAIN_OF_ONE, 1.5),
            Level("same act, told everywhere", Deed.COMMON, 0.5),
            Level("same act aside", Deed.ASIDE, -0.5),
            Level("same act, others named", Deed.BY_OTHERS, -2.0),
            Level("same act, of others", Deed.OF_OTHERS, -3.0),
            Level("other act", Deed.OTHER, -3.0),
            Level("a deed, and its case in court", Deed.OF_CASE, -6.0),
            Level("no act to compare", -inf, -1.5),
        ),
        needs=attrgetter("acts"),
    ),
    Comparison(
        "numbers",
        quantities_grade,
        (
            Level("same number", 1.0, 3.0),
            Level("other numbers", 0.0, 0.0),
            Level("numbers far apart", -1.0, -2.0),
            Level("no numbers to compare", -inf, 0.0),
        ),
        needs=attrgetter("amounts"),
    ),
    Comparison(
        "modality",
        modality_grade,
        (
            Level("told alike", 2.0, 0.0),
            Level("plan and report", 1.0, 0.0),
            Level("one supposes", -inf, -2.5),
        ),
        asks_manner=True,
    ),
    Comparison(
        "story",
        story_grade,
        (
            Level("articles much alike", 0.3, 1.5),
            Level("articles alike", 0.2, 1.0),
            Level("articles on one story", ONE_STORY, 0.0),
            Level("articles hardly alike", 0.05, -1.0),
            Level("articles on other stories", 0.0, -2.0),
            Level("no articles to compare", -inf, 0.0),
        ),
    ),
    Comparison(
        "standing",
        standing_grade,
        (
            Level("both at the head", 2.0, 1.5),
            Level("not both at the head", -inf, 0.0),
        ),
        needs=attrgetter("is_head"),
    ),
)
