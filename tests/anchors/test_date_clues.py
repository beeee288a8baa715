from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of
from kztimeline.anchors.date_clues import DatesClue
from kztimeline.anchors.mentions import mentions_of
from kztimeline.anchors.tellings import tellings_of
from kztimeline.languages import load_language
from kztimeline.model import Side

FLOOD = date(2019, 6, 25)
TRIAL = date(2021, 9, 27)
IN_COURT = tellings_of((FLOOD, date(2021, 9, day)) for day in range(10, 28))


def clue(text: str, *, is_told: bool = False) -> DatesClue:
    days = mentions_of(draft_of(text), load_language("en")).days
    found = DatesClue.of("art-1", days, (), IN_COURT if is_told else tellings_of(()))
    assert found is not None
    return found


def test_a_date_that_all_name_years_later_is_the_story_s() -> None:
    told = "Trial\nThe dam broke on the night of 25 June 2019, the court heard."
    alone, among = clue(told), clue(told, is_told=True)
    assert among.bits(FLOOD) < alone.bits(FLOOD) - 2.0
    assert among.bits(TRIAL) > alone.bits(TRIAL) + 2.0


def test_a_line_over_the_lead_is_the_article_s_own_whoever_names_the_day() -> None:
    told = "25 June 2019 - The dam broke, and the court was flooded."
    assert clue(told).bits(FLOOD) == clue(told, is_told=True).bits(FLOOD)


def test_what_was_said_on_a_day_written_in_full_is_news_of_that_day() -> None:
    day = date(2014, 6, 9)
    said = clue("The houses are dry, the mayor said on Monday, June 9, 2014.")
    told = clue("The houses were dry on Monday, June 9, 2014, though the quay was not.")
    after = day.replace(day=10)
    assert said.bits(day) - said.bits(after) > told.bits(day) - told.bits(after) + 0.5


PAD = "Rain fell. The quay was wet. Nobody came. The boats lay still. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Anlund's trial began on 14 January 2019.", date(2019, 1, 14)),
        ("The mill, built by Olsen on 14 January 1987, is dry.", date(1987, 1, 14)),
    ],
)
def test_a_day_told_deep_in_a_text_with_its_year_is_long_gone(text: str, day: date) -> None:
    """Neither the article's own nor near it."""
    assert clue(PAD * 5 + text).bits(day) < 5.0


def test_a_day_told_in_the_lead_with_its_year_is_as_often_long_gone() -> None:
    told = clue("The singer died at her home in Holmsund on 14 January 2019.")
    stood = clue("14 January 2019 The singer is dead.")
    assert told.bits(date(2019, 1, 14)) < stood.bits(date(2019, 1, 14)) - 1.3


def test_what_is_to_come_is_not_today() -> None:
    ahead = clue(PAD * 5 + "The court will rule on 14 January.")
    today = date(2019, 1, 14)
    assert ahead.bits(today) < ahead.bits(today.replace(day=5))


def test_a_line_over_the_article_is_not_outvoted_by_readers() -> None:
    """What readers wrote below it bears later days, and many."""
    line = "Hale's notebook | 10:25, Monday, 3 June 2019 Two hangers had cracked. "
    stamps = (f"Ole wrote at 07:56 on {day} June 2019: Well said." for day in range(9, 19))
    alone, read = clue(line), clue(line + PAD * 5 + " ".join(stamps))
    day = date(2019, 6, 3)
    assert read.bits(day) > alone.bits(day) - 1.0


@pytest.mark.parametrize(
    ("told", "likelier"),
    [
        ("The 14 January escape of Ole Berg has led to new locks at Torvik jail.", 27),
        ("New locks were bought for Torvik jail after its 14 January fire.", 27),
        ("He was silent about the 14 January vote, and left Torvik.", 9),
    ],
)
def test_a_date_that_says_which_thing_is_meant_is_no_news_of_that_day(
    told: str, likelier: int
) -> None:
    day = date(2019, 1, 14)
    assert clue(told).bits(day) < clue(told).bits(day.replace(day=likelier)) - 0.5


def test_what_is_foreseen_may_be_told_long_before_though_the_verb_is_past() -> None:
    missed = clue("Torvik\nHe set a 14 June deadline, and left.")
    assert missed.bits(date(2019, 5, 20)) > missed.bits(date(2019, 7, 8))
    (mention,) = missed.dates[0][1:]
    assert mention.side is Side.UNKNOWN
