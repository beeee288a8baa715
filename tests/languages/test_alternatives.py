"""An expression taken apart at its head fits what it fitted as a whole, and in the same order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.languages.alternatives import choice, opened

EXPRESSIONS = [
    "be",
    "(?:be|by)a",
    "(?:a|an|ab)e?",
    "(?:an? )?be",
    "(?:(?:be|ab) )?(?:an|a)",
    "(?:an)+e",
    "(?:be)??a",
    "a*b",
    "(?:a{2}|ab)",
    "(?:ab|(?<=e)n|an)b?",
    "(?!be)[abe]+n|be",
    "[a|b]e|n",
    "[]|]|b",
    r"\(a|\)b|a\|b",
    "(?:a|)b",
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=st.text(alphabet="aben |()]", max_size=8))
def test_it_fits_the_same(expression: str, text: str) -> None:
    whole = re.compile(expression)
    apart = re.compile(choice(opened(expression)))

    assert [found.span() for found in apart.finditer(text)] == [
        found.span() for found in whole.finditer(text)
    ]


def test_branches_of_one_letter_are_together() -> None:
    branches = [*opened("(?:was|is)"), *opened("[a-z]+ed"), *opened("went|(?:were|ate)")]

    assert choice(branches) == ("w(?:(?:as))|i(?:(?:s))|[a-z]+ed|w(?:ent|(?:ere))|a(?:(?:te))")
