"""What is told by its distance from another happening, with its day counted out from that."""

from __future__ import annotations

import pytest

from kztimeline.model import Certainty, Reason
from kztimeline.temporal import apply
from telling_makers import day, told

COUNTED = [  # marked text, then the days of its events
    (
        (
            "The mill burned down on [Sunday|2024-03-10].\n"
            "The owner resigned [two days|P2D] after the fire."
        ),
        ["2024-03-10", "2024-03-12"],
    ),
    (
        (
            "The vote was held on [3 March|2024-03-03].\n"
            "The dispute began the morning after the vote, when a box was found."
        ),
        ["2024-03-03", "2024-03-04"],
    ),
    (
        (
            "A bomb exploded in the market on [Sunday|2024-03-10].\n"
            "The council had met [three days|P3D] before the explosion."
        ),
        ["2024-03-10", "2024-03-07"],
    ),
    (
        (
            "Paul Berg was arrested on [Friday|2024-03-08]. Eva Lind was arrested on "
            "[Monday|2024-03-11].\nThe day before Berg was arrested, he called a friend."
        ),
        ["2024-03-08", "2024-03-11", "2024-03-07"],
    ),
    (
        (
            "The ferry sank on [Sunday|2024-03-03].\n"
            "Divers were called in shortly after the sinking."
        ),
        ["2024-03-03", "2024-03-03"],
    ),
    (
        (
            "The ferry sank on [Sunday|2024-03-03].\n"
            "Divers found the wreck [a week|P1W] after the sinking."
        ),
        ["2024-03-03", "2024-03"],  # in a week of March
    ),
    ("The council had met [three days|P3D] before the explosion.", ["undated"]),
    ("The mayor resigned [two days|P2D] after the scandal.", ["2024-03-15"]),
    ("The mayor resigned [many days|PXD] after the vote.", ["2024-03-15"]),
    (
        (
            "A mill burned down on [Sunday|2024-03-10].\n"
            "The mayor resigned [two days|P2D] after a fire in Oslo."
        ),
        ["2024-03-10", "2024-03-10"],
    ),
]


@pytest.mark.parametrize(("marked", "days"), COUNTED)
def test_a_distance_dates_where_the_article_dates_the_other(marked: str, days: list[str]) -> None:
    assert days == [day(event) for event in told(marked)]


def test_what_is_counted_is_inferred_and_its_steps_apply_again() -> None:
    *_, event = told(COUNTED[0][0])
    (step,) = event.steps
    assert (event.certainty, step.reason) == (Certainty.INFERRED, Reason.COUNTED_FROM_EVENT)
    assert step.outcome == apply(step.operator, step.inputs) == event.when
