"""The day of an article that states none: from its own words, from others, or honestly none."""

from __future__ import annotations

from itertools import permutations

import pytest

from drafts import TODAY, draft_of, settled
from kztimeline.anchors import settle_anchors
from kztimeline.model import Anchor, AnchorSettings, AnchorSource, Infer, Reason
from kztimeline.outputs.dating import dating_of

FERRY = """Ferry sinks off Brannay
PORT ELLERY, Tuesday, March 12 - A car ferry with 87 people on board struck the Widows reef and sank
off Brannay on Tuesday evening, the coastguard said. The April Dawn had passed a survey in November
2023. Divers will go down to the wreck of the April Dawn on Thursday.
"""
DIVERS = """Divers reach the April Dawn
Divers reached the wreck of the car ferry April Dawn off Brannay on Thursday, the coastguard said.
The ferry April Dawn struck the Widows reef and sank off Brannay on March 12 with 87 people aboard.
"""
CABINET = """Cabinet quits over the budget
The cabinet of Prime Minister Oda Lindqvist quit on Monday after losing a vote on the budget, a
spokesman said on Monday. Lindqvist will stay on until a successor is named by the parliament.
"""


def day(anchor: Anchor) -> str | None:
    return dating_of(anchor.interval).date


def reasons(anchor: Anchor) -> set[Reason]:
    return {step.reason for step in anchor.steps}


def test_a_weekday_and_a_year_fix_the_day() -> None:
    anchor = settled(draft_of(FERRY))["a.txt"]
    assert day(anchor) == "2024-03-12"
    assert anchor.source is AnchorSource.TEXT
    assert anchor.certainty.word in {"derived", "inferred"}
    assert {Reason.WEEKDAY_FIXES_YEAR, Reason.DATE_NEARBY, Reason.LIKELIEST} <= reasons(anchor)
    assert anchor.raw == "Tuesday, March 12"


def test_a_like_article_lends_the_year_and_the_week() -> None:
    found = settled(draft_of(FERRY, "ferry.txt", "2024-03-13"), draft_of(DIVERS, "divers.txt"))
    assert day(found["divers.txt"]) == "2024-03-14"
    assert Reason.LIKE_ARTICLE in reasons(found["divers.txt"])
    assert day(found["ferry.txt"]) == "2024-03-13"


def test_what_was_found_counts_for_the_next() -> None:
    found = settled(draft_of(FERRY, "ferry.txt"), draft_of(DIVERS, "divers.txt"))
    assert day(found["ferry.txt"]) == "2024-03-12"
    assert (day(found["divers.txt"]) or "").startswith("2024")


def test_nothing_is_claimed_without_evidence() -> None:
    anchor = settled(draft_of(CABINET))["a.txt"]
    assert anchor.interval is None
    assert anchor.source is AnchorSource.NONE


def test_another_story_drags_nothing_along() -> None:
    ferry = draft_of(FERRY, "ferry.txt", "2024-03-13")
    alone = settled(draft_of(CABINET, "cabinet.txt"))["cabinet.txt"]
    among = settled(ferry, draft_of(CABINET, "cabinet.txt"))["cabinet.txt"]
    assert alone.interval == among.interval is None


def test_all_always_answers_and_says_how_sure() -> None:
    ferry = draft_of(FERRY, "ferry.txt", "2024-03-13")
    vague = draft_of(
        "Ferry talk\nThe car ferry April Dawn and the Widows reef: a word from Brannay.\n", "v.txt"
    )
    anchor = settled(ferry, vague, infer=Infer.ALL)["v.txt"]
    assert day(anchor) is not None
    assert len(day(anchor) or "") == len("2024-03-13")
    assert settled(ferry, vague, infer=Infer.NONE)["v.txt"].interval is None


def test_no_clue_at_all_stays_open_even_then() -> None:
    anchor = settled(draft_of("Nobody knows when it rained.\n"), infer=Infer.ALL)["a.txt"]
    assert anchor.interval is None


def test_the_order_of_articles_makes_no_difference() -> None:
    drafts = (
        draft_of(FERRY, "ferry.txt"),
        draft_of(DIVERS, "divers.txt"),
        draft_of(CABINET, "cabinet.txt"),
    )
    found = [settled(*each) for each in permutations(drafts)]
    assert all(each == found[0] for each in found)


TRIAL = """{head}
{head} at the trial of the miller Jon Vik, who is accused of drowning his brother Per at the weir
of Torvik. Per Vik, {age}, was found dead below the weir on 3 February 2011. {rest}
"""
HEARINGS = (
    ("The jury was chosen", "Twelve jurors were sworn and the judge told them to read nothing."),
    ("A diver was heard", "The diver spoke of ropes, of cold water and of a lamp in the mill."),
    ("The widow was heard", "She wept as she spoke of letters, of debts and of a quarrel."),
    ("The defence rested", "Counsel called a clockmaker and a priest and closed the case."),
)


def test_a_date_that_a_whole_undated_story_recalls_is_no_article_s_day() -> None:
    hearings = [
        draft_of(TRIAL.format(head=head, rest=rest, age=43), f"{at}.txt")
        for at, (head, rest) in enumerate(HEARINGS)
    ]
    assert not {day(each) for each in settled(*hearings).values()} & {"2011-02-03", "2011-02"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rain\nThe dam broke in 2019, and on Thursday, May 5, 2022. Friday, May 6 was dry.\n",
            2022,
        ),
        ("Rain\nOn Tuesday, March 12 the dam broke. It had been mended in 2023.\n", 2024),
    ],
)
def test_years_named_are_a_floor(text: str, expected: int) -> None:
    found = day(settled(draft_of(text), infer=Infer.ALL)["a.txt"])
    assert found is not None
    assert int(found[:4]) == expected


def test_a_year_to_come_is_not_the_article_s() -> None:
    text = (
        "A bridge\nThe bridge was begun in 2018. It was left on Tuesday, March 12. It will "
        "be opened in 2024.\n"
    )
    anchor = settled(draft_of(text), infer=Infer.ALL)["a.txt"]
    assert (day(anchor) or "")[:4] == "2019"


def test_a_day_to_come_is_not_the_article_s_though_it_is_written_in_full() -> None:
    text = "Trams stand still\nDrivers will meet the city again on 3 February 2016, it said.\n"
    anchor = settled(draft_of(text))["a.txt"]
    assert day(anchor) in {"2016", "2016-02", "2016-01"}


def test_a_dateline_without_its_year_gives_the_day_of_the_year() -> None:
    text = (
        "Mill burns\nTORVIK, Dec. 7 - The mill opened on 4 May 2010, was sold on 5 May 2010 and "
        "closed on 6 May 2010. It burned down on Tuesday.\n"
    )
    anchor = settled(draft_of(text), infer=Infer.ALL)["a.txt"]
    assert (day(anchor) or "")[5:] in {"12-07", "12-08"}
    assert Reason.OWN_DAY in reasons(anchor)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Parliament passed the budget on Tuesday. The roof was mended in 2019", "2020-03-03"),
        ("Parliament passed the budget on Wednesday. The roof was mended in 2020", "2021-03-03"),
    ],
)
def test_the_first_weekday_is_that_of_the_dateline(told: str, expected: str) -> None:
    anchor = settled(draft_of(f"PARIS, March 3 (AFP) - {told}.\n"))["a.txt"]
    assert day(anchor) == expected


def test_a_weekday_is_seen_from_the_dateline_s_day_in_the_paper_of_the_day_after() -> None:
    # On Monday, 3 March 2014 nothing was sent that was told “on Tuesday”, though it was printed so.
    text = "PARIS, March 3 (AFP) - The roof was mended on Tuesday. A door went missing in 2013.\n"
    anchor = settled(draft_of(text), infer=Infer.ALL)["a.txt"]
    assert day(anchor) == "2015-03-03"
    assert not [
        rival
        for rival in anchor.rivals
        if day(anchor._replace(interval=rival.interval)) == "2014-03-04"
    ]


def test_the_day_s_own_name_cuts() -> None:
    anchor = settled(draft_of("Rain\nMARCH 12, 2024 - It rained today, Friday. It was warm.\n"))[
        "a.txt"
    ]
    assert anchor.interval is None or Reason.OWN_WEEKDAY in reasons(anchor)


def test_no_article_is_from_the_future() -> None:
    late = draft_of("Rain\nThe dam will be new on Tuesday, May 5. It was planned in 2030.\n")
    anchor = settled(late, infer=Infer.ALL)["a.txt"]
    assert anchor.interval is None or (day(anchor) or "") < "2026"


def test_an_inferred_day_is_a_doubt() -> None:
    (one,) = settle_anchors([draft_of(FERRY)], AnchorSettings(latest=TODAY))
    assert [note.code for note in one.notes] == ["inferred-publication-date"]
    assert one.notes[0].is_problem
    assert "2024-03-12" in one.notes[0].text


def test_rivals_are_shown_with_their_share() -> None:
    found = settled(draft_of(FERRY, "f.txt", "2024-03-13"), draft_of(DIVERS, "d.txt"))["d.txt"]
    assert all(rival.reason.endswith("% likely") for rival in found.rivals)


def test_without_a_last_day_the_years_are_bounded_too() -> None:
    (one,) = settle_anchors([draft_of(FERRY)], AnchorSettings())
    assert all((rival.interval.first_day or TODAY).year < 2050 for rival in one.anchor.rivals)
    assert one.anchor.interval is None or (day(one.anchor) or "") < "2050"


def test_a_statement_that_fits_no_day_is_set_aside_with_a_note() -> None:
    text = "Rain\nIt rained today, Friday. It had been dry yesterday, Friday.\n"
    (one,) = settle_anchors([draft_of(text)], AnchorSettings(latest=TODAY))
    notes = [note for note in one.notes if note.code == "clues-disagree"]
    assert [(note.line, note.text[:8]) for note in notes] == [(2, "`Friday`")]


@pytest.mark.parametrize(
    "told",
    [
        "The crane will lift the wreck tomorrow, Thursday, 21 March. It was new in 2023.",
        "The crane lifted the wreck today, Wednesday, March 20. It was new in 2023.",
        "The crane lifted the wreck yesterday (19 March 2024), the board said.",
    ],
)
def test_a_day_named_twice_is_the_article_s_own(told: str) -> None:
    anchor = settled(draft_of(f"Crane\n{told}\n"), infer=Infer.ALL)["a.txt"]
    assert day(anchor) == "2024-03-20"


@pytest.mark.parametrize("border", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_border_of_the_calendar_is_no_obstacle(border: str) -> None:
    known = draft_of(FERRY, "ferry.txt", border)
    found = settled(known, draft_of(DIVERS, "divers.txt"), infer=Infer.ALL)
    assert day(found["ferry.txt"]) == border
    assert "1995" <= (day(found["divers.txt"]) or "") < "2026"


@pytest.mark.parametrize("offset", ["999999999999 days ago", "4000000 days ago"])
def test_an_offset_off_the_calendar_links_nothing(offset: str) -> None:
    told = f"The car ferry April Dawn sank on the Widows reef off Brannay {offset}.\n"
    found = settled(draft_of(told, "a.txt", "2024-03-13"), draft_of(told, "b.txt"))
    assert (day(found["b.txt"]) or "").startswith("2024-03")


@pytest.mark.parametrize("written", ["31 April", "Friday, February 30", "31 December 9999"])
def test_a_date_that_gives_no_day_is_no_clue(written: str) -> None:
    article = draft_of(f"Rain\nThe dam broke on {written}, and it rained for days.\n")
    assert settled(article)["a.txt"].interval is None


@pytest.mark.parametrize("coarse", ["2024", "2024-03"])
def test_a_like_article_of_which_only_month_or_year_is_stated(coarse: str) -> None:
    found = settled(draft_of(FERRY, "ferry.txt", coarse), draft_of(DIVERS, "divers.txt"))
    assert day(found["divers.txt"]) == "2024"
    assert day(found["ferry.txt"]) == coarse


def test_a_day_above_a_text_without_a_story_tells_nothing() -> None:
    assert settled(draft_of("Date:  Jan. 5"))["a.txt"].interval is None


def test_who_must_answer_without_any_clue_names_a_day_of_the_folder() -> None:
    rain = draft_of("Rain\nIt rained. Nobody minded.\n", "rain.txt")
    others = draft_of(FERRY, "a.txt", "2024-03-12"), draft_of(CABINET, "b.txt", "2024-03-19")
    found = settled(*others, rain, infer=Infer.ALL)["rain.txt"]
    assert day(found) in {"2024-03-12", "2024-03-19"}
    assert found.certainty.word == "guessed"
    assert day(settled(*others, rain)["rain.txt"]) is None
