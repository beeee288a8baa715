"""Where clauses begin and what they are: kind and first words of each."""

from __future__ import annotations

import pytest

from kztimeline.events.cutter import cut_clauses
from kztimeline.events.lexis import lexis
from kztimeline.languages import load_language
from kztimeline.textual.tokens import tokens

ROWS = [
    ("The minister resigned.", ["main The minister"]),
    ("The firm closed and the staff left.", ["main The firm", "coord and the"]),
    ("He was caught and charged.", ["main He was", "coord and charged"]),
    ("Lind and Berg met.", ["main Lind and"]),
    ("Berg, who resigned, left.", ["main Berg ,", "relative who resigned", "resumed left ."]),
    ("Berg, 68, left.", ["main Berg ,", "aside 68 ,", "resumed left ."]),
    ("The mayor, Anna Lind, left.", ["main The mayor", "aside Anna Lind", "resumed left ."]),
    (
        "The eldest, Eva Lind, 91, left.",
        ["main The eldest", "aside Eva Lind", "aside 91 ,", "resumed left ."],
    ),
    (
        "The blast, felt in Oslo, broke glass.",
        ["main The blast", "participle felt in", "resumed broke glass"],
    ),
    (
        "“It is over,” the mayor, Eva Lind, said.",
        ["main “ It", "frame the mayor"],
    ),
    (
        "It owns a mill, which is old, if it stands.",
        ["main It owns", "relative which is", "subordinate if it"],
    ),
    ("Born in Oslo, she left.", ["participle Born in", "main she left"]),
    (
        "Eva Lind, twice governor of Osh, left.",
        ["main Eva Lind", "aside twice governor", "resumed left ."],
    ),
    ("In Oslo, twice the seat, it left.", ["main In Oslo"]),
    ("The , , left.", ["main The ,"]),
    ("Berg declared a feast and left.", ["main Berg declared", "coord and left"]),
    ("She said that it was over.", ["main She said", "content it was"]),
    ("She said it was over.", ["main She said", "content it was"]),
    ("“It is over,” she said.", ["main “ It", "frame she said"]),
    ("It was over, she said.", ["main It was", "frame she said"]),
    ("When it rained, they left.", ["subordinate When it", "main they left"]),
    ("They left before the bridge fell.", ["main They left", "subordinate before the"]),
    ("They left before noon.", ["main They left"]),
    (
        "A thief who fled after killing a clerk was caught.",
        ["main A thief", "relative who fled", "resumed was caught"],
    ),
    (
        "After leaving Oslo an hour after checking in, she met Lind.",
        ["subordinate After leaving", "subordinate after checking", "main she met"],
    ),
    ("A part of that firm burned.", ["main A part"]),
    (
        "A day after it closed, the hall which held part of that firm burned.",
        ["main A day", "subordinate after it", "relative which held", "resumed burned ."],
    ),
    ("They left, taking the keys.", ["main They left", "participle taking the"]),
    (
        "The roof (which leaked) fell.",
        [
            "main The roof",
            "relative which leaked",
            "resumed fell .",
        ],
    ),
    (
        "They rang, and the mayor, Anna Lind, agreed to it.",
        ["main They rang", "coord and the", "aside Anna Lind", "resumed agreed to"],
    ),
    (
        "Crews seeking the boat that sank last week have left.",
        ["main Crews seeking", "relative that sank", "resumed have left"],
    ),
    (
        "A man, identified by police as Eva Berg, a clerk, left.",
        ["main A man", "participle identified by", "aside a clerk", "resumed left ."],
    ),
    (
        "Born in May, in Osh, where her father farmed, she left.",
        ["participle Born in", "relative where her", "main she left"],
    ),
    ("He will lose the medal she won in Oslo and miss the games.", ["main He will"]),
    (
        "He lost the medal she won in Oslo.",
        ["main He lost", "relative she won"],
    ),
    ("They left; the bank closed.", ["main They left", "coord the bank"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_clauses(text: str, expected: list[str]) -> None:
    words = tokens(text)
    says = frozenset(n for n, word in enumerate(words) if word.lower == "said")
    clauses, *_ = cut_clauses(words, says, lexis(load_language("en")))
    assert expected == [
        f"{clause.kind} {' '.join(word.text for word in words[clause.first : clause.first + 2])}"
        for clause in clauses
    ]
