"""Persons, organisations and places of the last event of a text, under their longest form."""

from __future__ import annotations

import pytest

from kztimeline.events.lexis import lexis
from kztimeline.events.name_lists import name_lists
from kztimeline.events.names import Sort, find_names
from kztimeline.languages import load_language
from kztimeline.textual.tokens import tokens
from telling_makers import told

ENGLISH = load_language("en")

ROWS = [
    ("Anna Lind left. Lind returned.", ("Anna Lind",), ()),
    ("Danish Prime Minister Anna Lind resigned.", ("Anna Lind",), ()),
    ("Police met President Berg.", ("Berg",), ()),
    ("The Northern Fishing Council (NFC) met. The Northern Fishing Council ended.", ("NFC",), ()),
    ("Paul (Jerry) Berg left.", ("Paul Berg",), ()),
    (
        "Paul Berg left Oslo (Norway). He met the Party of Peace (PoP).",
        ("Paul Berg", "Party of Peace"),
        (),
    ),
    ("The Bank of Norway closed.", ("Bank of Norway",), ()),
    ("Troops entered Germany.", (), ("Germany",)),
    ("A roof fell in near Skagen.", (), ("Skagen",)),
    ("German troops left.", (), ()),
    ("Farmers blocked roads.", (), ()),
    ("Yesterday Anna Lind left.", ("Anna Lind",), ()),
    ("The Norwegian-led mission ended.", (), ()),
    ("Anna Lind left. She also sold her boat.", ("Anna Lind",), ()),
    ("The quarrel weakened Paul Berg, who resigned in [2019|2019].", ("Paul Berg",), ()),
]


@pytest.mark.parametrize(("text", "names", "places"), ROWS)
def test_names_and_places(text: str, names: tuple[str, ...], places: tuple[str, ...]) -> None:
    event = told(text)[-1]
    assert (names, places) == (event.names, event.places)


CANONICAL = [
    ("The April Dawn sank off Brannay.", ("April Dawn",), ("Brannay",)),
    ("May Trelask left Skagen.", ("May Trelask", "Skagen"), ()),
    ("In May President Lind left.", ("Lind",), ()),
    ("US Secretary of State Ann Lind left.", ("Ann Lind",), ()),
    ("The mayor met UN Secretary General Oh Min-jun.", ("Oh Min-jun",), ()),
    ("Police met Governor Jan van der Berg and Mrs Rees.", ("Jan van der Berg", "Rees"), ()),
    ("Jan van der Berg left.|The van der Berg boat sank.", ("Jan van der Berg",), ()),
    ("Police met Gov. Ann Lind and Mrs. Rees.", ("Ann Lind", "Rees"), ()),
    ("Police met Ole J. Vik Jr. and left.", ("Ole J. Vik",), ()),
    ("Police met Ole J . Vik and Mr . Rees .", ("Ole J. Vik", "Rees"), ()),
    ("Ann King left.|King and the King left.", ("Ann King", "Ann King"), ()),
    ("They met the Los Angeles Mayor and Brits.", (), ()),
    ("The King and the US President left.", (), ()),
    ("They met Deputy Attorney Ole Vik of NPO.", ("Ole Vik", "NPO"), ()),
    ("The M8 quake and THIS fire.", (), ()),
    ("Vik & Bay Lines ordered a ship.", ("Vik & Bay Lines",), ()),
    ("They met Ole Vik of Norway.", ("Ole Vik",), ("Norway",)),
    ("Ole Vik fled.|Friends of Ole wept.", ("Ole Vik",), ()),
    ("Police and Mayor Lind spoke.", ("Lind",), ()),
    ("The New York Times wrote it.", ("New York Times",), ()),
    ("The State Auditor General’s Office spoke.", ("State Auditor General’s Office",), ()),
    ("The western town of Vik burned.", (), ("Vik",)),
    ("The mill of Troy, Ohio, burned.", (), ("Troy", "Ohio")),
    ("Police met Ole Vik, Norway’s consul.", ("Ole Vik",), ("Norway",)),
    ("Port-au-Prince burned.", (), ("Port-au-Prince",)),
    ("Several NPO guards met the BBC.", ("NPO", "BBC"), ()),
    ("The Armenians left.", (), ()),
    ("Central Asian markets fell.", (), ()),
    ("Children left the Ministry on 52nd Street.", (), ()),
    ("Hundreds of Muslims left on New Year.", (), ()),
    ("The Muslim Brotherhood won.", ("Muslim Brotherhood",), ()),
    ("Gales Sink Four Boats Near Skagen Harbour", (), ()),
]


def last_names(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and places of the last of some sentences that bars set apart."""
    sentences = [tokens(sentence) for sentence in text.split("|")]
    found = find_names(sentences, name_lists(ENGLISH), lexis(ENGLISH))[-1]
    places = tuple(name.full for name in found if name.sort is Sort.PLACE)
    return tuple(name.full for name in found if name.sort is not Sort.PLACE), places


@pytest.mark.parametrize(("text", "names", "places"), CANONICAL)
def test_a_name_is_found_whole_and_nothing_else_is_one(
    text: str, names: tuple[str, ...], places: tuple[str, ...]
) -> None:
    assert last_names(text) == (names, places)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Anna Lind said she would sail on [Monday|2024-03-18].", ("Anna Lind",)),
        ("Anna Lind told Eva Rees she would sail on [Monday|2024-03-18].", ()),
        ("She would sail on [Monday|2024-03-18], the mayor said.", ("Paul Berg",)),
    ],
)
def test_she_is_the_one_person_named_before_in_the_sentence(
    text: str, names: tuple[str, ...]
) -> None:
    events = told(f"Paul Berg resigned. {text}")
    assert names in [event.names for event in events if event.time]
