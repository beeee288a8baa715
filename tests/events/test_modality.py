"""Happened, planned, claimed or hypothetical, and denied or not: read off whole sentences."""

from __future__ import annotations

import pytest

from telling_makers import told

DAY = " on [Monday|2024-03-11]"
ROWS = [
    ("The minister resigned{}.", "happened", False),
    ("The minister did not resign{}.", "happened", True),
    ("The ship never arrived{}.", "happened", True),
    ("The bank plans to open a branch{}.", "planned", False),
    ("The court will rule{}.", "planned", False),
    ("The court will not rule{}.", "planned", True),
    ("The dam could break{}.", "hypothetical", False),
    ("The bridge would have held{}.", "hypothetical", False),
    ("The council agreed to meet{}.", "planned", False),
    ("The thieves allegedly fled{}.", "claimed", False),
    ("The rebels claimed that the army had fled{}.", "claimed", False),
    ("They left the town{} and may return.", "happened", False),
    ("The road was not only closed{} but dug up.", "happened", False),
    ("The union said{} its members would strike.", "happened", False),
    ("Officials said 12 people would be moved{}.", "planned", False),
    ("If the dam breaks{}, the town will be flooded.", "hypothetical", False),
]

AHEAD = [  # told on Friday 15 March
    ("Sailings start again on [Monday|2024-03-18].", "planned"),
    ("The hearing, due on Monday, was put off to [22 April|2024-04-22].", "planned"),
    ("Divers are to go down on [Friday|2024-03-15].", "planned"),
    ("The gale blew itself out on [Friday|2024-03-15].", "happened"),
    ("The lift could slip to [Monday|2024-03-18].", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "modality"), AHEAD)
def test_what_lies_behind_the_day_of_telling_is_to_come(sentence: str, modality: str) -> None:
    (event,) = told(sentence)
    assert event.modality.value == modality


@pytest.mark.parametrize(("sentence", "modality", "negated"), ROWS)
def test_modality_and_negation(sentence: str, modality: str, *, negated: bool) -> None:
    (event,) = told(sentence.format(DAY))
    assert (modality, negated) == (event.modality.value, event.negated)


def test_a_statement_happened_and_its_content_is_planned() -> None:
    marked = "Lind said on [Tuesday|2024-03-12] that the ferry would sail [in two days|2024-03-14]."
    assert [event.modality.value for event in told(marked)] == ["happened", "planned"]
