"""What is no story: every row of the table, its examples and what it must leave alone."""

from __future__ import annotations

from typing import Any

import pytest

from kztimeline.articles.furniture import load_furniture
from kztimeline.languages import load_language

ENGLISH = load_language("en")
ROWS: list[dict[str, Any]] = ENGLISH.table("furniture")["notice"]
FURNITURE = load_furniture(ENGLISH)


def name_of(text: str) -> str | None:
    return FURNITURE.names_of([text])[0]


def texts(key: str) -> list[tuple[str, str]]:
    return [(row["name"], text) for row in ROWS for text in row[key]]


@pytest.mark.parametrize(("name", "text"), texts("examples"))
def test_examples_are_furniture_of_their_row(name: str, text: str) -> None:
    assert name == name_of(text)


@pytest.mark.parametrize(("name", "text"), texts("never"))
def test_stories_are_left_alone(name: str, text: str) -> None:
    assert (name, None) == (name, name_of(text))


@pytest.mark.parametrize(("name", "text"), texts("examples"))
def test_a_text_that_has_it_finds_it_too(name: str, text: str) -> None:
    assert [None, name] == FURNITURE.names_of(["It rained.", text])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_forms_are_written_folded(row: dict[str, Any]) -> None:
    forms = [form for key in ("whole", "starts", "contains") for form in row.get(key, ())]
    folded = [form.replace("’", "'").casefold() for form in forms]
    assert sorted(set(folded)) == sorted(forms)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_rows_have_only_known_keys(row: dict[str, Any]) -> None:
    known = {
        "name",
        "most",
        "whole",
        "starts",
        "contains",
        "words",
        "patterns",
        "ends",
        "marks",
        "examples",
        "never",
    }
    assert set() == set(row) - known


@pytest.mark.parametrize(
    "text", ["READ MORE:", "— Advertisement —", "*** Share ***", "[Read more]"]
)
def test_case_and_marks_around_do_not_matter(text: str) -> None:
    assert name_of(text) is not None


def test_long_paragraphs_are_story() -> None:
    assert name_of("This site uses cookies. " * 40) is None


def test_each_paragraph_is_judged_by_itself() -> None:
    texts = ["Read", "more:", "", "Share\x00this", "Read more:"]
    names = FURNITURE.names_of(texts)
    assert names == [name_of(text) for text in texts]
    assert names[0] is names[2] is None is not names[-1]
