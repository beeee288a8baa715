"""Every row of the tables of acts and things does what its examples say."""

from __future__ import annotations

import re

import pytest

from kztimeline.clusters.things import counted, load_things
from kztimeline.languages import load_acts, load_language
from kztimeline.model import Quantity
from kztimeline.textual import Span

ENGLISH = load_language("en")
ACTS = [
    (row["name"], example) for row in ENGLISH.table("acts")["act"] for example in row["examples"]
]
THINGS = [
    (row["name"], row["units"], example)
    for row in ENGLISH.table("things")["thing"]
    for example in row["examples"]
]
_MARKED = re.compile(r"\[(.+?)\]")


@pytest.mark.parametrize(("name", "example"), ACTS)
def test_the_marked_word_tells_the_act(name: str, example: str) -> None:
    (word,) = _MARKED.findall(example)
    assert name in load_acts(ENGLISH).classes.of(word.casefold())


@pytest.mark.parametrize(
    "word", ["president", "minister", "people", "today", "city", "government", "country", "army"]
)
def test_words_of_every_story_are_no_acts(word: str) -> None:
    assert load_acts(ENGLISH).classes.of(word) == frozenset()


def test_every_row_of_acts_has_examples_and_a_name_of_its_own() -> None:
    rows = ENGLISH.table("acts")["act"]
    assert all(row["examples"] for row in rows)
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "units", "example"), THINGS)
def test_the_marked_quantity_counts_the_thing(name: str, units: list[str], example: str) -> None:
    text = example.replace("[", "").replace("]", "")
    (marked,) = _MARKED.findall(example)
    place = Span(text.index(marked), text.index(marked) + len(marked))
    unit = next(unit for unit in sorted(units, key=len, reverse=True) if unit in marked)
    quantity = Quantity(12, 12, 12, unit, None, unit, marked, place)
    assert counted(quantity, text, Span(0, len(text)), ENGLISH) == name


def test_a_unit_of_no_row_is_a_thing_by_its_own_name() -> None:
    quantity = Quantity(12, 12, 12, "Paintings", None, "paintings", "12 Paintings", Span(0, 12))
    assert counted(quantity, "12 Paintings", Span(0, 12), ENGLISH) == "paintings"


def test_what_a_quantity_says_it_is_about_outweighs_what_stands_near() -> None:
    text = "Police killed nobody but took 12 people."
    quantity = Quantity(12, 12, 12, "people", None, "detained", "12 people", Span(30, 39))
    assert counted(quantity, text, Span(0, len(text)), ENGLISH) == "people detained"


def test_things_are_read_once() -> None:
    assert load_things(ENGLISH) is load_things(ENGLISH)
