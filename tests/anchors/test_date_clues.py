from __future__ import annotations

from datetime import date

from drafts import draft_of
from kztimeline.anchors.date_clues import DatesClue
from kztimeline.anchors.mentions import mentions_of
from kztimeline.anchors.tellings import tellings_of
from kztimeline.languages import load_language

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
