"""The published order."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations

from cluster_makers import FRIDAY, TUESDAY, WEDNESDAY, Paper, Telling, account
from kztimeline.clusters import link_events, merge_events
from kztimeline.model import Merged, Note, Settings
from kztimeline.temporal import Granularity, Interval
from kztimeline.timelines import assemble_timeline

MARCH = Interval(Interval.of(2024, 3, 12).start, Interval.of(2024, 3).end, Granularity.MONTH)
UNTIL_WEDNESDAY = Interval(None, WEDNESDAY.end, Granularity.DAY)
WHENS = (
    ("The choir sang.", FRIDAY),
    ("Snow fell on the pass.", None),
    ("Glassmakers opened a school.", WEDNESDAY),
    ("The curfew lasts.", UNTIL_WEDNESDAY),
    ("A comet was found.", MARCH),
    ("The ferry sank.", TUESDAY),
    ("A museum bought paintings.", TUESDAY),
)
IN_ORDER = (
    "The ferry sank",
    "A museum bought paintings",
    "A comet was found",
    "Glassmakers opened a school",
    "The curfew lasts",
    "The choir sang",
)


def test_earliest_then_finest_then_as_told() -> None:
    one = account(Paper("herald", tuple(Telling(text, when) for text, when in WHENS)))
    merged = merge_events(link_events([one], Settings().merging))
    for shuffled in list(permutations(merged.events))[:200]:
        timeline = assemble_timeline(merged._replace(events=shuffled), [one], (), Settings())
        assert tuple(event.title for event in timeline.events) == IN_ORDER
        assert [event.title for event in timeline.undated] == ["Snow fell on the pass"]


def test_a_day_goes_by_the_clock() -> None:
    told = {
        "The choir sang.": (11, 30),
        "Snow fell.": (9, 40),
        "A museum bought paintings.": (10, 5),
    }
    one = account(
        Paper(
            "herald",
            tuple(
                Telling(text, Interval.unit_at(datetime(2024, 3, 12, *clock), Granularity.MINUTE))
                for text, clock in told.items()
            ),
        )
    )
    merged = merge_events(link_events([one], Settings().merging))
    timeline = assemble_timeline(merged, [one], (), Settings())
    titles = [event.title for event in timeline.events]
    assert titles == ["Snow fell", "A museum bought paintings", "The choir sang"]


def test_ties_follow_the_order_of_articles() -> None:
    herald = account(Paper("herald", (Telling("The ferry sank.", TUESDAY),)))
    courier = account(Paper("courier", (Telling("A museum bought paintings.", TUESDAY),)))
    for accounts in ([herald, courier], [courier, herald]):
        merged = merge_events(link_events(accounts, Settings().merging))
        timeline = assemble_timeline(merged, accounts, (), Settings())
        titles = [event.members[0].article_id for event in timeline.events]
        assert titles == [one.article.id for one in accounts]


def test_notes_of_articles_come_before_those_of_the_corpus() -> None:
    one = account(Paper("herald", ()))
    note = Note("undated", "no day")
    timeline = assemble_timeline(Merged((), (), ()), (one,), (note,), Settings())
    assert (timeline.notes, timeline.accounts) == ((note,), (one,))
