"""Names across articles: one form for all spellings of one, and never one for two."""

from __future__ import annotations

import pytest

from cluster_makers import Paper, Telling, account
from kztimeline.clusters.spellings import canonical_forms, one_spelling
from kztimeline.model import Account

ONE = [
    ({"Karin Massimova": 1, "Karin Masimova": 2}, "Karin Masimova"),
    ({"Nora Tokaev": 1, "Nora Tokayev": 2}, "Nora Tokayev"),
    ({"Rene Duprès": 1, "René Dupres": 2}, "René Dupres"),
    ({"Jean-Luc Vik": 2, "Jean Luc Vik": 1}, "Jean-Luc Vik"),
    ({"Ole J. Vik": 1, "Ole Vik": 3}, "Ole Vik"),
    ({"Vik": 5, "Ole Vik": 1}, "Ole Vik"),
    ({"Northern Fishery Treaty Organisation": 3, "NFTO": 1}, "NFTO"),
    ({"Vik": 1, "VIK": 2}, "VIK"),
]


@pytest.mark.parametrize(("counts", "form"), ONE)
def test_spellings_of_one_go_by_one_form(counts: dict[str, int], form: str) -> None:
    assert set(canonical_forms(counts).values()) == {form}


TWO = [
    {"Ole Vik": 1, "Ole Vin": 1},
    {"Ole Vik": 1, "Eva Vik": 1},
    {"Eastern Guard": 1, "Western Guard": 1},
    {"Austria": 1, "Australia": 1},
    {"Ole Vik": 3, "Eva Vik": 2, "Vik": 1},
    {"AFP": 3, "Poor Afp": 1},
    {"City of Palmer": 1, "Palmer": 1},
]


@pytest.mark.parametrize("counts", TWO)
def test_names_of_two_stay_apart(counts: dict[str, int]) -> None:
    assert canonical_forms(counts) == {name: name for name in counts}


def test_a_surname_goes_to_whom_it_is_named_far_more_often_for() -> None:
    forms = canonical_forms({"Ole Vik": 4, "Eva Vik": 2, "Vik": 1})
    assert forms["Vik"] == "Ole Vik"


def paper(name: str, names: tuple[str, ...], places: tuple[str, ...]) -> Account:
    return account(Paper(name, (Telling(f"{name} tells.", names=names, places=places),)))


def told(accounts: tuple[Account, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(event.names, event.places) for one in accounts for event in one.events]


def test_a_name_is_a_place_where_most_articles_say_so() -> None:
    papers = [paper("a", (), ("Skagen",)), paper("b", (), ("Skagen",)), paper("c", ("Skagen",), ())]
    assert told(map(one_spelling(papers), papers)) == [((), ("Skagen",))] * 3
    papers = [paper("a", (), ("Vik",)), paper("b", ("Vik",), ()), paper("c", ("Vik",), ())]
    assert told(map(one_spelling(papers), papers)) == [(("Vik",), ())] * 3


def test_a_place_is_nobody_s_surname() -> None:
    papers = [paper("a", ("Jack London",), ()), paper("b", (), ("London",))]
    assert told(map(one_spelling(papers), papers)) == [(("Jack London",), ()), ((), ("London",))]


def test_the_order_of_articles_changes_no_form() -> None:
    papers = [paper("a", ("Ole Wik",), ()), paper("b", ("Ole Wiik",), ()), paper("c", ("Wik",), ())]
    there = told(map(one_spelling(papers), papers))
    back = told(map(one_spelling(papers[::-1]), papers[::-1]))
    assert there == back[::-1]
