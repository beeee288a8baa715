"""Persons, organisations and places of the last event of a text, under their longest form."""

from __future__ import annotations

import pytest

from telling_makers import told

ROWS = [
    ("Anna Lind left. Lind returned.", ("Anna Lind",), ()),
    ("Danish Prime Minister Anna Lind resigned.", ("Anna Lind",), ()),
    ("Police met President Berg.", ("Berg",), ()),
    ("The Northern Fishing Council (NFC) met. The Northern Fishing Council ended.", ("NFC",), ()),
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
