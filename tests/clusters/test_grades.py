"""What two events have in common: one row for each step of a grade."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluster_makers import BACKGROUND, Paper, Telling, account
from kztimeline.clusters.grades import (
    UNKNOWN,
    Deed,
    acts_grade,
    names_grade,
    places_grade,
    quantities_grade,
)
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.clusters.surveying import survey

Number = tuple[float, str, str | None]


def pair(
    left: Telling, right: Telling, *more: str, background: tuple[Paper, ...] = BACKGROUND
) -> tuple[Profile, Profile, Corpus]:
    """Two tellings of two papers; the right paper goes on with `more`."""
    papers = (
        Paper("herald", (left,)),
        Paper("courier", (right, *(Telling(text) for text in more))),
        *background,
    )
    corpus, sources = survey([account(paper) for paper in papers])
    articles = [teller.article.locator for teller in sources.accounts]
    herald = next(p for p in corpus.profiles if "herald" in articles[p.teller])
    courier = next(p for p in corpus.profiles if "courier" in articles[p.teller])
    return herald, courier, corpus


ACTS = [
    pytest.param("A gale sank it.", "Off the cape it sank.", Deed.MAIN, id="one word for it"),
    pytest.param("It blew up and sank.", "It exploded.", Deed.OTHER, id="another act"),
    pytest.param(
        "Fire gutted it after the blast.", "A blast set it ablaze.", Deed.SEVERAL, id="two words"
    ),
    pytest.param(
        "It was sold after it burned.", "It burned.", Deed.MAIN_OF_ONE, id="the main act of one"
    ),
    pytest.param(
        "It was sold after it burned.", "It was closed when it burned.", Deed.ASIDE, id="of none"
    ),
    pytest.param("It stood there.", "It burned.", UNKNOWN, id="no act told"),
    pytest.param("He was charged with arson.", "It was arson.", Deed.OF_CASE, id="a deed's case"),
    pytest.param("She was freed.", "She was charged after arson.", Deed.OF_CASE, id="its stages"),
    pytest.param("He was charged.", "He was held and charged.", Deed.MAIN, id="a stage of both"),
    pytest.param("Shots were fired.", "She was sacked.", Deed.OTHER, id="one sense beside a word"),
    pytest.param("Guns were fired.", "She was sacked.", Deed.MAIN, id="either, by itself"),
]


@pytest.mark.parametrize(("left", "right", "expected"), ACTS)
def test_acts(left: str, right: str, expected: float) -> None:
    assert acts_grade(*pair(Telling(left, names=()), Telling(right, names=()))) == expected


def test_a_word_of_two_classes_is_one_act() -> None:
    left, right = Telling("Nurses strike.", names=()), Telling("Tram crews strike.", names=())
    assert acts_grade(*pair(left, right)) == Deed.MAIN


def test_an_act_that_all_articles_tell_says_less() -> None:
    one = Telling("It burned.", names=())
    papers = tuple(Paper(f"paper-{at}", (one,)) for at in range(60))
    assert acts_grade(*pair(one, one, background=papers)) == Deed.COMMON


@pytest.mark.parametrize(
    ("act", "expected"), [("arrested", Deed.OF_OTHERS), ("rescued", Deed.BY_OTHERS)]
)
def test_an_act_of_others(act: str, expected: Deed) -> None:
    left, right = Telling(f"Divers {act} Rees.", names=("Rees",)), Telling(f"They {act} Holt.")
    assert acts_grade(*pair(left, replace(right, names=("Holt",)))) == expected


def test_names_speak_against_only_where_the_other_article_lacks_them() -> None:
    left, right = Telling("Rees sang.", names=("Rees",)), Telling("It was Holt.", names=("Holt",))
    assert names_grade(*pair(left, right)) < 0.0
    assert names_grade(*pair(left, right, "Later Rees came.")) == 0.0
    assert names_grade(*pair(left, replace(right, names=()))) == UNKNOWN


def test_places_are_unknown_where_a_side_has_none() -> None:
    assert places_grade(*pair(Telling("It rained."), Telling("It snowed."))) == UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((8, "people", None), (8, "people", None), 1.0),
        ((8, "people", None), (9, "people", None), 0.0),
        ((8, "people", None), (225, "people", None), -1.0),
        ((8, "people", None), (8, "cars", None), UNKNOWN),
    ],
)
def test_numbers(left: Number, right: Number, expected: float) -> None:
    sides = (Telling("It was counted.", numbers=(number,)) for number in (left, right))
    assert quantities_grade(*pair(*sides)) == expected
