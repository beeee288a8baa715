"""Happenings that a noun or participle names: what it dates, and what stays the verb's."""

from __future__ import annotations

import pytest

from kztimeline.model import Modality
from telling_makers import day, told

NAMED = [  # marked sentence, then day and title of each event
    (
        (
            "An aftershock hit Osh on [Monday|2024-03-11] as the toll of a strong quake "
            "[a day before|2024-03-10] rose to ten."
        ),
        [
            (
                "2024-03-11",
                "An aftershock hit Osh as the toll of a strong quake a day before rose to ten",
            ),
            ("2024-03-10", "Strong quake"),
        ],
    ),
    (  # one verb for both
        "They held a vote on [Monday|2024-03-11] and a march on [Tuesday|2024-03-12].",
        [
            ("2024-03-11", "They held a vote and a march on Tuesday"),
            ("2024-03-12", "They held a vote on Monday and a march"),
        ],
    ),
    (
        (
            "Nordmill will recall 900 vans built between [April 2019|>2019-04] and "
            "[August 2020|2020-08]."
        ),
        [("2019-04", "900 vans built")],
    ),
    (
        (
            "Jurors on [Tuesday|2024-03-12] convicted a man held over an [April 2019|2019-04] fire "
            "at a mill that hurt two."
        ),
        [
            (
                "2024-03-12",
                "Jurors convicted a man held over an April 2019 fire at a mill that hurt two",
            ),
            ("2019-04", "Fire at a mill"),
        ],
    ),
    (
        "A driver has denied theft after a crash near the harbour early on [Sunday|2024-03-10].",
        [
            (
                "2024-03-15",
                "A driver has denied theft after a crash near the harbour early on Sunday",
            ),
            ("2024-03-10", "Crash near the harbour"),
        ],
    ),
    (
        "Hundreds came to the vigil for Paul Berg, 16, killed by a lorry on [Monday|2024-03-11].",
        [
            (
                "2024-03-15",
                "Hundreds came to the vigil for Paul Berg, killed by a lorry on Monday",
            ),
            ("2024-03-11", "Paul Berg, 16, killed by a lorry"),
        ],
    ),
    (
        (
            "A clerk dismissed [last week|2024-03-04/2024-03-10] from his post walked into a hall "
            "on [Monday|2024-03-11]."
        ),
        [
            ("2024-03-11", "A clerk dismissed last week from his post walked into a hall"),
            ("2024-03-04/2024-03-10", "Clerk dismissed from his post"),
        ],
    ),
    (
        (
            "The pass of Storlien, closed since [March 5|2024-03-05], saw its first lorries on "
            "[Monday|2024-03-11]."
        ),
        [
            ("2024-03-11", "The pass of Storlien, closed since March 5, saw its first lorries"),
            ("since 2024-03-05", "Pass of Storlien closed"),
        ],
    ),
    (
        "A force flown in on [6 March|2024-03-06] began to leave on [Monday|2024-03-11].",
        [
            ("2024-03-11", "A force flown in on 6 March began to leave"),
            ("2024-03-06", "Force flown in"),
        ],
    ),
    (
        "A jury found him guilty of robbing a U.S. navy store in [June 2005|2005-06].",
        [("2005-06", "Robbing a U.S. navy store")],
    ),
    (
        "The court found her guilty of robbing a post office in [June 2005|2005-06].",
        [
            ("2024-03-15", "The court found her guilty of robbing a post office in June 2005"),
            ("2005-06", "Robbing a post office"),
        ],
    ),
    (
        "The case goes back to a [2009|2009] incident in which three miners drowned.",
        [("2009", "Incident in which three miners drowned")],
    ),
    (
        "Two towns still mourn the dead of the [5 March|2024-03-05] flood in the lower valley.",
        [("2024-03-05", "Flood in the lower valley")],
    ),
]

THE_VERBS = [
    "Two prisoners escaped [Monday|2024-03-11] morning as guards moved them to a van.",
    "A rocket attack on a bank killed two [Monday|2024-03-11] as police fought the crowd.",
    "She was named head of the club at a [Monday|2024-03-11] board meeting in Oslo.",
    "The march turned into a riot near the harbour on [Monday|2024-03-11].",
    "The mayor announced the closure of the port on [Monday|2024-03-11].",
    "[Monday|2024-03-11]’s blaze at the paper mill killed two people.",
    "He was killed in a crash near the harbour on [Monday|2024-03-11].",
    "Police knew the bank robbers from a [Monday|2024-03-11] paper.",
    "The army took the town on [Monday|2024-03-11] after a siege of ten weeks.",
    # a bare noun with another day says too little to be told of, and dates no verb either
    "Rebels attacked a convoy on [Monday|2024-03-11] after a raid on [Sunday|2024-03-10].",
    "The toll of an attack on [Sunday|2024-03-10] rose to 12 on [Monday|2024-03-11].",
    "Her lawyer said [Monday|2024-03-11] the clerk dismissed from his post had left.",
]


@pytest.mark.parametrize(("marked", "expected"), NAMED)
def test_a_noun_or_participle_with_a_time_is_an_event(
    marked: str, expected: list[tuple[str, str]]
) -> None:
    found = [(day(event), event.title) for event in told(marked)]
    assert [row for row in expected if row not in found] == []


@pytest.mark.parametrize("marked", THE_VERBS)
def test_in_doubt_the_time_is_the_verbs(marked: str) -> None:
    assert [day(event) for event in told(marked)] == ["2024-03-11"]


def test_what_a_noun_names_lies_ahead_where_its_time_does() -> None:
    *_, event = told("Ministers quarrel about the summit in Geneva in [June|2024-06].")
    assert (day(event), event.modality) == ("2024-06", Modality.PLANNED)


def test_a_bare_noun_is_no_event_of_its_own() -> None:
    assert len(told("She won her seat over the [2019|2019] election.")) == 1
