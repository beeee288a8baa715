"""A length told beside a past date leads to the article's own day, or near it."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.coarse_mentions import Unit
from kztimeline.anchors.length_clues import LengthsClue
from kztimeline.anchors.mentions import mentions_of
from kztimeline.languages import load_language
from kztimeline.model import Infer, Reason

PAD = "Rain fell. The quay was wet. Nobody came. The boats lay still. " * 5


def clue(text: str) -> LengthsClue | None:
    told = mentions_of(draft_of(PAD + text), load_language("en"))
    return LengthsClue.of("art-1", told.days, told.lengths)


def bits(text: str, day: date) -> float:
    found = clue(text)
    assert found is not None
    return found.bits(day)


@pytest.mark.parametrize(
    ("text", "days", "unit"),
    [
        ("The mill has been shut for three weeks.", 21, Unit.WEEK),
        ("It was shut two weeks ago.", 14, Unit.WEEK),
        ("It was shut a month ago.", 30, Unit.MONTH),
        ("More than a week has gone.", 7, Unit.WEEK),
        ("It lay idle for ten days.", 10, Unit.DAY),
        ("It lay idle for two days.", None, None),  # told of anything
        ("It will open in three weeks.", None, None),
        ("She ran it for 40 years.", None, None),
        ("It was shut last week.", None, None),
    ],
)
def test_the_lengths_an_article_tells(text: str, days: int | None, unit: Unit | None) -> None:
    found = mentions_of(draft_of(text), load_language("en")).lengths
    assert [(round(each.days), each.unit) for each in found] == ([(days, unit)] if days else [])


@pytest.mark.parametrize(
    ("text", "likelier", "than"),
    [
        ("It was shut on 3 June 2019, and has been dry for three weeks.", (6, 24), (6, 6)),
        ("It was shut on 3 June 2019, and has been dry for three weeks.", (6, 22), (7, 15)),
        ("It was shut on 3 June 2019. That was a month ago.", (7, 8), (6, 5)),
        ("It has been shut since 3 June. Ten days is long.", (6, 13), (6, 9)),
        ("It broke on 3 June and burned on 9 June. Two weeks have gone.", (6, 23), (7, 9)),
    ],
)
def test_a_length_leads_from_a_date(
    text: str, likelier: tuple[int, int], than: tuple[int, int]
) -> None:
    assert bits(text, date(2019, *likelier)) > bits(text, date(2019, *than)) + 0.5


def test_what_has_lasted_since_a_date_leads_farther() -> None:
    since = "It has been shut since 3 June 2019. Three weeks is long."
    told = "It was shut on 3 June 2019. Three weeks is long."
    day = date(2019, 6, 24)
    assert bits(since, day) > bits(told, day)


@pytest.mark.parametrize(
    "text",
    [
        "It will open on 3 June 2019, after three weeks.",
        "Nobody has been there for three weeks.",
        "It was shut on 3 June 2019.",
    ],
)
def test_no_clue_without_a_past_date_and_a_length(text: str) -> None:
    """From what is to come nothing is counted."""
    assert clue(text) is None


def test_nothing_is_counted_from_the_article_s_own_line() -> None:
    text = "Lorn mill\nMonday, 3 June 2019\nThe mill, idle for three weeks, is sold.\n"
    told = mentions_of(draft_of(text), load_language("en"))
    assert LengthsClue.of("art-1", told.days, told.lengths) is None


def test_the_length_is_among_the_reasons() -> None:
    text = (
        "Lorn mill\n"
        + PAD
        + "It has been shut since 3 June 2019. Three weeks is long, Hale said.\n"
    )
    anchor = settled(draft_of(text), infer=Infer.ALL)["a.txt"]
    assert anchor.interval
    assert anchor.interval.first_day
    assert abs((anchor.interval.first_day - date(2019, 6, 24)).days) <= 4
    assert Reason.LENGTH_TOLD in {step.reason for step in anchor.steps}
