"""Counted things: (value, comparator, unit, about, words); and numbers that count nothing."""

from __future__ import annotations

import pytest

from kztimeline.languages import load_language
from kztimeline.model import Quantity
from telling_makers import told


def quantities(text: str) -> list[Quantity]:
    return [quantity for event in told(text) for quantity in event.quantities]


ROWS = [
    ("About 300 people fled.", [(300, "about", "people", "displaced", "About 300 people")]),
    ("At least 12 miners died.", [(12, "at-least", "miners", "killed", "At least 12 miners")]),
    (
        "Police detained nearly 2,000 fans.",
        [
            (2000, "nearly", "fans", "detained", "nearly 2,000 fans"),
        ],
    ),
    (
        "More than a hundred houses burned.",
        [
            (100, "more-than", "houses", "destroyed", "More than a hundred houses"),
        ],
    ),
    (
        "The army sent 2.5 million masks.",
        [(2_500_000, None, "masks", "masks", "2.5 million masks")],
    ),
    ("The repair cost $40 million.", [(40_000_000, None, "dollars", "dollars", "40 million")]),
    ("Prices rose by 12 percent.", [(12, None, "percent", "percent", "12 percent")]),
    ("Up to 40 guards were injured.", [(40, "at-most", "guards", "injured", "Up to 40 guards")]),
    (
        "In all, 300 were arrested and 20 killed.",
        [
            (300, None, "people", "detained", "300"),
            (20, None, "people", "killed", "20"),
        ],
    ),
    ("Some 60 tonnes of oil leaked.", [(60, "about", "tonnes", "tonnes of oil", "Some 60 tonnes")]),
    ("A dozen sheep died.", [(12, None, "sheep", "killed", "A dozen sheep")]),
    ("Three of the boats sank.", [(3, None, "boats", "boats", "Three of the boats")]),
    ("Over 2000 troops left.", [(2000, "more-than", "troops", "troops", "Over 2000 troops")]),
    ("He was jailed for five years.", []),
    ("The 46-year-old driver fled.", []),
    ("Anna Lind, 46, fled.", []),
    ("The town was founded in 1998.", []),
    ("The train left at 10:30.", []),
    ("It lasted [ten days|2024-03-05] and ended well.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quantities(text: str, expected: list[tuple[float, str | None, str, str, str]]) -> None:
    found = quantities(text)
    assert expected == [(q.value, q.comparator, q.unit, q.about, q.text) for q in found]


BOUNDS = [
    ("12 people died.", (12, 12)),
    ("At least 12 people died.", (12, None)),
    ("More than 12 people died.", (12, None)),
    ("Up to 12 people died.", (None, 12)),
    ("Fewer than 12 people died.", (None, 12)),
    ("Nearly 100 people died.", (90, 100)),
    ("About 100 people died.", (90, 110)),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_a_comparator_bounds_the_value(
    text: str, expected: tuple[float | None, float | None]
) -> None:
    (quantity,) = quantities(text)
    assert expected == (quantity.low, quantity.high)


NUMBERS = [
    ("Ninety-one goats escaped.", 91, 91, 91),
    ("Ninety one goats escaped.", 91, 91, 91),
    ("Three hundred and twenty goats escaped.", 320, 320, 320),
    ("Half a million goats escaped.", 500_000, 500_000, 500_000),
    ("Half a dozen goats escaped.", 6, 6, 6),
    ("Two and a half million goats escaped.", 2_500_000, 2_500_000, 2_500_000),
    ("Some 4k goats escaped.", 4000, 3600, 4400),
    ("The town has 4m goats.", 4_000_000, 4_000_000, 4_000_000),
    ("An estimated 100 , 000 goats escaped.", 100_000, 90_000, 110_000),
    ("Between 20 and 30 goats escaped.", 20, 20, 30),
    ("Between 20 to 30 goats escaped.", 20, 20, 30),
    ("Some 20-30 goats escaped.", 20, 20, 30),
    ("Two to three million goats escaped.", 2_000_000, 2_000_000, 3_000_000),
    ("Twelve or more goats escaped.", 12, 12, None),
    ("All 300 or so goats escaped.", 300, 270, 330),
    ("100+ million goats escaped.", 100_000_000, 100_000_000, 100_000_000),
    ("At least another 12 goats escaped.", 12, 12, None),
    ("The herd grew from 20 to 30 goats.", 30, 30, 30),
]


@pytest.mark.parametrize(("text", "value", "low", "high"), NUMBERS)
def test_a_number_in_words_and_its_bounds(
    text: str, value: float, low: float | None, high: float | None
) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)


COUNTED = [
    ("The death toll rose to 12.", [("people", "killed")]),
    ("The toll rose from 12 to 14.", [("people", "killed")]),
    ("The death toll climbed past 10,000.", [("people", "killed")]),
    ("The number of dead in the quake rose above 7,000.", [("people", "killed")]),
    ("The number of people hurt in the blasts on the line is 190.", [("people", "injured")]),
    ("Of the 192 who died, most were locals.", [("people", "killed")]),
    ("The toll is expected to rise to 500.", []),
    ("Police fear that the death toll will reach 500.", []),
    ("The number of people killed could reach 500.", []),
    ("The number of trains is 190.", []),
    ("Six men, all from Osh, Uzgen and Kara-Suu, are dead.", [("men", "killed")]),
    ("All 96 people aboard died.", [("people", "killed")]),
    ("The 96 people on board were killed.", [("people", "killed")]),
    ("There were 96 people on board.", [("people", "aboard")]),
    ("A ferry with 87 people on board struck a reef.", [("people", "aboard")]),
    ("That brings the dead to ten.", [("people", "killed")]),
    ("The number of infections rose by 12 to 140.", [("people", "infected")]),
    ("A storm killed 12 people and hurt 30.", [("people", "killed"), ("people", "injured")]),
    ("The storm left 12 dead and 30 hurt.", [("people", "killed"), ("people", "injured")]),
    ("Among the dead were 11 children.", [("children", "killed")]),
    ("Ten men, two of them guards, were killed.", [("men", "killed"), ("guards", "guards")]),
    ("Forty people died, including 16 firemen.", [("people", "killed"), ("firemen", "killed")]),
    ("Two women and one man died.", [("women", "killed")]),
    ("One person died.", [("person", "killed")]),
    ("Police hold 300 suspects.", [("suspects", "detained")]),
    ("Flu cases rose in 41 states.", [("states", "states")]),
    ("The hall holds 300 people.", [("people", "people")]),
    ("Some 300 people are in custody.", [("people", "detained")]),
    ("Two officers shot and killed a boy.", [("officers", "officers")]),
    ("Two plainclothes police officers came.", [("officers", "officers")]),
    ("The port took in 400 soldiers, sailors and cooks.", [("soldiers", "soldiers")]),
    ("Some 300 “rebels” gave up.", [("rebels", "rebels")]),
    ("The withdrawal of the 300 troops calms the town.", [("troops", "troops")]),
    ("A magnitude 6.1 quake hurt ten.", [("magnitude", "magnitude"), ("people", "injured")]),
    ("The 6.1-magnitude quake shook the coast.", [("magnitude", "magnitude")]),
    ("It measured 6.1 on the Richter scale.", [("magnitude", "magnitude")]),
    ("She won 81 percent of the vote.", [("percent", "percent of vote")]),
    ("The site cost $2.5m, the road €3bn.", [("dollars", "dollars"), ("euros", "euros")]),
    ("The bank lent 2.5 million euros.", [("euros", "euros")]),
    ("It gave 2.5 million dollars in military aid.", [("dollars", "dollars in military aid")]),
    ("It gave $3bn for the new port.", [("dollars", "dollars for new port")]),
    ("It lost $3bn in two years.", [("dollars", "dollars")]),
    ("Ships brought 40 barrels of red wine.", [("barrels", "barrels of red wine")]),
    ("Some 300 people of the valley came.", [("people", "people")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted_and_what_befell_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(quantity.unit, quantity.about) for quantity in quantities(text)]


NOTHING = [
    "Flight 370 vanished.",
    "The house stands at 473 East 52nd Street.",
    "They met at 12 Park Lane.",
    "The home team won 3-1.",
    "Turn to page 12.",
    "Route 12 was closed.",
    "The Samson 3 sank.",
    "The 12th victims list came out.",
    "He was jailed for 12 to 15 years.",
    "One man fled.",
    "Most of the dead are between 25 and 45.",
    "Those over 65 are most likely to die.",
    "One in five lost a home.",
    "Deaths within the ages of 21 - 40 are rare.",
    "It kills four in every 1,000 infected people.",
    "It kills four out of 1,000 people.",
    "A .38 revolver lay there.",
    "The paper hung 500m away.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing(text: str) -> None:
    assert quantities(text) == []


PARTS = [
    ("Police arrested 12 others.", True),
    ("Police arrested another 12 people.", True),
    ("Three of the boats sank.", True),
    ("Three of its boats sank.", True),
    ("Three boats sank.", False),
]


@pytest.mark.parametrize(("text", "is_part"), PARTS)
def test_a_part_of_something_told_beside_it(text: str, *, is_part: bool) -> None:
    (quantity,) = quantities(text)
    assert quantity.is_part is is_part


FATES = [
    (row["name"], example)
    for row in load_language("en").table("quantities")["fate"]
    for example in row["examples"]
]


@pytest.mark.parametrize(("name", "example"), FATES)
def test_every_row_of_fates_does_what_its_examples_say(name: str, example: str) -> None:
    (quantity,) = quantities(example.replace("[", "").replace("]", ""))
    assert (quantity.about, f"[{quantity.text}]") == (
        name,
        example[example.index("[") : example.index("]") + 1],
    )
