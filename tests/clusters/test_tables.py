"""Every row of the tables of acts and things does what its examples say."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from kztimeline.clusters.things import Thing, counted, load_things
from kztimeline.languages import load_acts, load_language
from kztimeline.model import Quantity
from kztimeline.textual import Span

ENGLISH = load_language("en")
ACTS = [
    (row["name"], example) for row in ENGLISH.table("acts")["act"] for example in row["examples"]
]
THINGS = [
    (row["name"], row.get("about", ""), unit)
    for row in ENGLISH.table("things")["thing"]
    for unit in (*row.get("units", ()), *(("people", "victims") if row.get("about") else ()))
    if unit != "people" or row["about"] != "magnitude"
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


def thing_of(text: str, unit: str, about: str = "", *, is_part: bool = False) -> Thing:
    quantity = Quantity(12, 12, 12, unit, None, about or unit, "12", Span(len(text), len(text)))
    return counted(replace(quantity, is_part=is_part), text, ENGLISH)


@pytest.mark.parametrize(("name", "about", "unit"), THINGS)
def test_every_noun_of_a_row_counts_its_thing(name: str, about: str, unit: str) -> None:
    found = thing_of("", unit, about)
    many = {row["name"] for row in ENGLISH.table("things")["thing"] if row.get("many")}
    assert (found.name, found.is_known) == (name, name not in many)


@pytest.mark.parametrize(
    ("unit", "about", "name"),
    [
        ("Paintings", "", "paintings"),
        ("children", "killed", "children killed"),
        ("houses", "destroyed", "houses destroyed"),
        ("soldiers", "killed", "soldiers killed"),
        ("percent", "percent of vote", "percent of vote"),
    ],
)
def test_what_no_row_knows_is_a_thing_by_its_own_name(unit: str, about: str, name: str) -> None:
    found = thing_of("", unit, about)
    assert (found.name, found.is_known) == (name, False)


def test_a_part_is_another_thing() -> None:
    found = thing_of("", "people", "killed", is_part=True)
    assert (found.name, found.is_known) == ("other people killed", False)


def test_a_word_before_tells_who_the_men_are() -> None:
    told = "The soldiers stayed for a week.\n\nOf these "
    assert thing_of(told, "men").name == "troops"
    assert thing_of(told, "tents").name == "tents"
    assert thing_of("The miners stayed for a week.\n\nOf these ", "men").name == "men"
    assert thing_of(told + "." * 700, "men").name == "men"


def test_things_are_read_once() -> None:
    assert load_things(ENGLISH) is load_things(ENGLISH)
