"""Finite verbs of a sentence: head and tense of each."""

from __future__ import annotations

import pytest

from kztimeline.events.lexis import lexis
from kztimeline.events.verbs import find_verbs
from kztimeline.languages import load_language
from kztimeline.textual.tokens import tokens

ROWS = [
    ("The minister resigned.", [("resigned", "past")]),
    ("The minister has resigned.", [("resigned", "perfect")]),
    ("The minister will not resign.", [("resign", "modal")]),
    ("The minister is resigning.", [("resigning", "going-on")]),
    ("The minister is ill.", [("is", "present")]),
    ("They did not sign.", [("sign", "past")]),
    ("He had been arrested.", [("arrested", "past")]),
    ("Troops sent by the king left.", [("left", "past")]),
    ("A man suspected of theft fled.", [("fled", "past")]),
    ("Owners plan to sell.", [("plan", "present")]),
    ("The plan to sell failed.", [("failed", "past")]),
    ("Russia’s claims failed.", [("failed", "past")]),
    ("He is alleged to have fled.", [("alleged", "present"), ("fled", "perfect")]),
    ("The united army of the wounded fought.", [("fought", "past")]),
    ("He left a will.", [("left", "past")]),
    ("Many will leave.", [("leave", "modal")]),
    ("It began in May.", [("began", "past")]),
    ("She wants peace.", [("wants", "present")]),
    ("The well-known singer of the past.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_verbs(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_verbs(tokens(text), lexis(load_language("en")))
    assert expected == [(verb.head, verb.tense.value) for verb in found]
