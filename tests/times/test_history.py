"""When a text is taken for a history, at the borders of what is several, far, most and few."""

from __future__ import annotations

import pytest

from article_makers import FRIDAY, article_of
from kztimeline.languages import load_language
from kztimeline.model import Certainty
from kztimeline.times.history import history
from kztimeline.timexes import find_timexes


def sentences(far: int = 0, near: int = 0, counted: int = 0) -> str:
    """So many sentences of a far year, of a near one, and counted from the day of writing."""
    return (
        "In 1950 it rained. " * far
        + "In 2023 it rained. " * near
        + "It rained yesterday. " * counted
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (sentences(far=3), True),
        (sentences(far=2), False),  # not several
        (sentences(far=7, near=3), True),
        (sentences(far=6, near=4), False),  # not most
        (sentences(far=5, counted=1), True),
        (sentences(far=5, counted=2), False),  # not few
        (sentences(far=3) + "It rained on 5 May, a Tuesday.", True),
        (sentences(far=3) + "It rained on Tuesday.", False),
        (sentences(far=3) + "It rained on 5 May. On the Friday it froze.", True),
        (sentences(far=3) + "It rained the following spring and the next May.", True),
        (sentences(far=3) + "It rained on Tuesday, 12 March.", False),
        (sentences(far=2) + "It rained today. " + sentences(far=1), False),  # as news tells
        (sentences(far=3) + "It rained today.", True),  # or these days
        (sentences(far=3) + "It rained three years ago.", False),
        (sentences(far=3) + "It rained 2.5 years ago.", False),
        (sentences(far=3) + "It rained 31 years ago.", False),
        (sentences(far=3) + "It rained four hundred years ago.", True),  # no news
        (sentences(far=3) + "It rained on Friday, 12 March.", True),  # in no year near by
        ("In 2021 it rained. " * 3, True),
        ("In 2022 it rained. " * 3, False),  # not far
        ("In 2027 it will rain. " * 3, True),
        ("In 2026 it will rain. " * 3, False),
        ("", False),
    ],
)
def test_history(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of a table
    expressions = find_timexes(article_of(text), load_language("en"))

    assert (history(expressions, FRIDAY) is Certainty.DERIVED) is expected
    assert history(expressions, FRIDAY) is not Certainty.INFERRED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (sentences(near=3), Certainty.DERIVED),  # of a text of no known day all years are far
        (sentences(far=2), Certainty.INFERRED),
        (sentences(far=2, counted=1), None),
        (sentences(far=5, counted=1), Certainty.DERIVED),
        (sentences(far=5, counted=2), None),
        (sentences(far=7) + "It needs rain by 2034. " * 3, Certainty.DERIVED),
        (sentences(far=6) + "It needs rain by 2034. " * 4, Certainty.INFERRED),  # not most are told
        ("It needs rain on 5 May 2034. " * 3, Certainty.DERIVED),
        (sentences(far=5) + "It will rain on 5 May.", Certainty.DERIVED),
        (sentences(far=4) + "It will rain on 5 May.", None),
        (sentences(far=2) + "It will rain for three days.", Certainty.INFERRED),
        ("It was shut on 5 May.", None),
        ("", None),
    ],
)
def test_history_of_no_known_day(text: str, expected: Certainty | None) -> None:
    expressions = find_timexes(article_of(text), load_language("en"), with_all_sides=True)

    assert history(expressions, None) is expected
    assert history(expressions, FRIDAY._replace(start=None)) is expected
