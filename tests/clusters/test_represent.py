"""What a cluster is published as: its time, its words, its status, its voices."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluster_makers import FRIDAY, TUESDAY, WEDNESDAY, Paper, Telling, merge
from kztimeline.model import Certainty, DateKind, Modality, Status
from kztimeline.temporal import Granularity, Interval

SANK = Telling("The ferry Aurora sank off Cape Lind in a gale with forty cars.")
SANK_TOO = Telling("Off Cape Lind the ferry Aurora sank in a gale; forty cars were lost.")
SANK_AS_WELL = Telling("A gale sank the ferry Aurora and its forty cars near Cape Lind.")
THURSDAY = Interval.of(2024, 3, 14)


def test_two_articles_corroborate() -> None:
    (event,) = merge(Paper("herald", (SANK,)), Paper("courier", (SANK_TOO,)))
    assert (event.status, event.article_count, event.voices) == (Status.CORROBORATED, 2, 2)


def test_one_article_is_a_single_source() -> None:
    (event,) = merge(Paper("herald", (SANK,)))
    assert (event.status, event.article_count, event.voices) == (Status.SINGLE_SOURCE, 1, 1)


def test_copies_of_one_story_are_one_voice() -> None:
    copies = [Paper(name, (SANK,), more=f"Printed by {name}.") for name in ("herald", "courier")]
    (event,) = merge(*copies)
    assert (event.status, event.article_count, event.voices) == (Status.SINGLE_SOURCE, 2, 1)


def test_a_copy_beside_a_voice_of_its_own() -> None:
    papers = [Paper(name, (SANK,), more=name) for name in ("herald", "courier")]
    (event,) = merge(*papers, Paper("mail", (SANK_TOO,)))
    assert (event.article_count, event.voices) == (3, 2)


def test_a_shared_quote_is_no_copy() -> None:
    quote = "“We lost the ferry Aurora and all forty cars on it to the gale”,"
    left = Telling(f"{quote} said the captain Ada Holt.")
    right = Telling(f"{quote} Captain Holt told the inquiry at Cape Lind.")
    (event,) = merge(Paper("herald", (left,)), Paper("courier", (right,)))
    assert event.voices == 2


def test_a_report_speaks_for_the_plan_it_fulfils() -> None:
    plan = Telling("The union will call a strike at the Varna smelter.", modality=Modality.PLANNED)
    report = Telling("Workers at the Varna smelter began the strike their union had called.")
    (event,) = merge(Paper("herald", (plan,), WEDNESDAY), Paper("courier", (report,)))
    assert (event.modality, event.representative.modality) == (Modality.HAPPENED,) * 2
    assert sorted(m.modality for m in event.members) == [Modality.HAPPENED, Modality.PLANNED]


def test_a_plan_does_not_say_when_it_was() -> None:
    """Two articles foretold Tuesday; one that reports it says Wednesday, and one says no day."""
    plan = {"certainty": Certainty.STATED, "modality": Modality.PLANNED}
    (event,) = merge(
        Paper("herald", (replace(SANK, **plan),), TUESDAY),
        Paper("mail", (replace(SANK_AS_WELL, **plan),), TUESDAY),
        Paper("courier", (replace(SANK_TOO, when=WEDNESDAY, certainty=Certainty.STATED),)),
    )
    assert (event.when, len(event.members)) == (WEDNESDAY, 3)


def test_the_finer_time_is_taken_and_the_coarser_kept() -> None:
    coarse = replace(SANK_TOO, when=Interval.of(2024, 3))
    (event,) = merge(Paper("herald", (coarse,), WEDNESDAY), Paper("courier", (SANK,)))
    assert [reading.interval for reading in event.readings] == [TUESDAY, Interval.of(2024, 3)]
    assert (event.when, event.status) == (TUESDAY, Status.CORROBORATED)


def test_who_says_the_hour_does_not_speak_for_that_alone() -> None:
    assert TUESDAY.start is not None
    at_noon = Interval.unit_at(TUESDAY.start.replace(hour=12), Granularity.HOUR)
    timed = Telling("Noon was when she sank, the ferry Aurora, off Cape Lind.", when=at_noon)
    before = tuple(Telling(f"{town} voted.", FRIDAY) for town in ("Osh", "Oslo", "Riga", "Turku"))
    events = merge(Paper("herald", (SANK,)), Paper("courier", (*before, timed)))
    (event,) = (event for event in events if event.when == at_noon)
    assert event.representative.when == TUESDAY


def test_a_day_from_context_within_a_said_month_is_taken() -> None:
    """Of “in March”, told later, and the day of the article that told it first."""
    coarse = replace(SANK_TOO, when=Interval.of(2024, 3))
    by_context = replace(SANK, when=WEDNESDAY, certainty=Certainty.INFERRED)
    (event,) = merge(Paper("herald", (by_context,), WEDNESDAY), Paper("courier", (coarse,)))
    assert (event.when, event.certainty) == (WEDNESDAY, Certainty.INFERRED)


@pytest.mark.parametrize(
    ("is_carried", "day"),
    [(False, TUESDAY), (True, WEDNESDAY)],  # two that only print it then, two that say so elsewhere
)
def test_a_day_counts_by_how_it_is_founded(*, is_carried: bool, day: Interval) -> None:
    by_context = {
        "when": WEDNESDAY,
        "certainty": Certainty.INFERRED,
        "is_carried": is_carried,
    }
    guesses = [replace(SANK_TOO, **by_context), replace(SANK_AS_WELL, **by_context)]
    papers = [Paper(f"guess-{at}", (telling,)) for at, telling in enumerate(guesses)]
    (event,) = merge(*papers, Paper("herald", (SANK,)))
    assert (event.when, event.status) == (day, Status.CORROBORATED)


def test_a_day_of_context_speaks_for_a_week_that_a_text_says() -> None:
    week = Interval.of(2024, 3, 11)
    week = week._replace(end=Interval.of(2024, 3, 17).end, granularity=Granularity.WEEK)
    said = replace(SANK_TOO, when=week, kind=DateKind.ONE_OF)
    by_context = replace(SANK, certainty=Certainty.INFERRED, is_carried=True)
    (event,) = merge(Paper("herald", (said,)), Paper("courier", (by_context,)))
    assert (event.when, event.certainty) == (TUESDAY, Certainty.INFERRED)
    assert [reading.interval for reading in event.readings] == [TUESDAY, week]


def test_two_said_days_are_a_conflict_and_the_more_voices_win() -> None:
    other_day = replace(SANK, text=SANK.text.replace("forty", "thirty"), when=WEDNESDAY)
    agreeing = [replace(SANK, when=WEDNESDAY), replace(SANK_TOO, when=WEDNESDAY)]
    papers = [Paper(f"paper-{at}", (one,), more=str(at)) for at, one in enumerate(agreeing)]
    (event,) = merge(Paper("herald", (SANK,)), *papers, Paper("mail", (other_day,)))
    assert (event.when, event.status) == (WEDNESDAY, Status.CONFLICT)


@pytest.mark.parametrize("days", [(WEDNESDAY, FRIDAY), (FRIDAY, WEDNESDAY)])
def test_the_earliest_told_gives_the_id(days: tuple[Interval, Interval]) -> None:
    papers = [Paper("herald", (SANK,), days[0]), Paper("courier", (SANK_TOO,), days[1])]
    (event,) = merge(*papers)
    first = SANK if days[0] == WEDNESDAY else SANK_TOO
    (told,) = (m for m in event.members if m.title == first.text.rstrip("."))
    assert event.id == told.id.replace("mn-", "ev-")


def test_more_voices_and_better_dates_matter_more() -> None:
    papers = [Paper("herald", (SANK,)), Paper("courier", (SANK_TOO,)), Paper("mail", ())]
    (two,) = merge(*papers)
    (one,) = merge(papers[0])
    (vague,) = merge(Paper("herald", (replace(SANK, when=Interval.of(2024)),)))
    assert 1.0 >= two.salience > one.salience > vague.salience > 0.0
