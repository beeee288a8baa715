"""Entries of a chronology take the year that stands above them; it is no older than the last."""

from __future__ import annotations

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.chronologies import entry_years
from kztimeline.model import Anchor, Infer, Reason

RECALL = """Jar recall: how it came
20 September 2013: A first child falls ill in Tarnby.
26 September: A doctor in Tarnby reports two cases.
9 October: Holt Foods recalls two million jars.
2014
13 January: The Holt plant at Derrow reopens.
26 March: A report on the Holt jars is published.
"""
RESULTS = """Holt Foods profit falls after jar recall
TARNBY, Feb 27 - Holt Foods reported a lower profit on Thursday after the recall of two million
jars. The Holt plant at Derrow, shut in October, reopened on Jan. 13. Trading in the first seven
weeks of 2014 was good, Holt said, and a third plant will be closed by mid-2014.
"""


def years(text: str) -> list[tuple[str, int]]:
    found = entry_years(draft_of(text))
    return [(span.of(text), year) for span, year in found.items()]


def day(anchor: Anchor) -> str:
    interval = anchor.interval
    return interval.first_day.isoformat() if interval and interval.first_day else ""


def test_an_entry_without_a_year_takes_that_of_the_heading_or_of_the_entry_above() -> None:
    assert years(RECALL) == [
        ("20 September 2013", 2013),
        ("26 September", 2013),
        ("9 October", 2013),
        ("13 January", 2014),
        ("26 March", 2014),
    ]


def test_the_year_turns_unsaid_in_winter() -> None:
    text = "Mill\n• Nov. 6, 2012: It burns.\n• Dec. 2: It is sold.\n• Jan. 14: It is rebuilt.\n"
    assert years(text) == [("Nov. 6, 2012", 2012), ("Dec. 2", 2012), ("Jan. 14", 2013)]


@pytest.mark.parametrize(
    "text",
    [
        "Mill\n6 May: It burns.\n7 May: It is sold.\n8 May: It is rebuilt.\n",  # no year at all
        "Mill\n6 May 2012: It burns.\n7 May: It is sold.\n",  # two entries
        "Mill\nIt burned on 6 May 2012: a loss. It was sold on 7 May: a gain. On 8 May - rain.\n",
    ],
)
def test_no_chronology(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize("infer", [Infer.DAY, Infer.ALL])
def test_a_chronology_is_no_older_than_its_last_entry(infer: Infer) -> None:
    found = settled(draft_of(RECALL, "c.txt"), draft_of(RESULTS, "r.txt"), infer=infer)
    assert day(found["r.txt"]) == "2014-02-27"
    if infer is Infer.ALL:
        assert day(found["c.txt"]) >= "2014-03-26"
    if found["c.txt"].interval:
        assert day(found["c.txt"])[:4] == "2014"
        assert Reason.LAST_ENTRY in {step.reason for step in found["c.txt"].steps}


def test_what_is_still_to_come_is_no_last_entry() -> None:
    text = f"{RECALL}30 November: A judge will hear the Holt case.\n"
    found = settled(draft_of(text, "c.txt"), infer=Infer.ALL)["c.txt"]
    (cut,) = (step for step in found.steps if step.reason is Reason.LAST_ENTRY)
    assert cut.outcome is not None
    assert str(cut.outcome.first_day) == "2014-03-26"  # type: ignore[union-attr]


def test_dateline_weekday_and_a_year_between_past_and_plan_settle_the_day() -> None:
    found = settled(draft_of(RESULTS))["a.txt"]
    assert day(found) == "2014-02-27"
    assert Reason.LATEST_YEAR in {step.reason for step in found.steps}
