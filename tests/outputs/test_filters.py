from collections.abc import Iterator

import msgspec
import pytest

from kztimeline.outputs.filters import Wanted, select
from kztimeline.outputs.finding import find_events
from kztimeline.outputs.publish import publish
from kztimeline.outputs.summary import summary
from makers import make_story

STORY = publish(make_story().timeline, "9.9")
ALL = ["1998", "2024-03-12", "2024-03-12", "2024-03-12", "2024-03-18"]


@pytest.mark.parametrize(
    ("wanted", "dates", "undated"),
    [
        (Wanted(), ALL, 1),
        (Wanted(since="2024-03-13"), ["2024-03-18"], 0),
        (Wanted(since="2024-03-18"), ["2024-03-18"], 0),
        (Wanted(until="2024-03-12"), ALL[:4], 0),
        (Wanted(since="1998-12-31", until="1999-01-01"), ["1998"], 0),
        (Wanted(until="1997-12-31"), [], 0),
        (Wanted(words="DOCKERS"), ["2024-03-12"], 0),
        (Wanted(words="in talks since"), ["1998"], 0),
        (Wanted(words="calm"), [], 1),
        (Wanted(min_sources=2), ["2024-03-12"], 0),
    ],
)
def test_select(wanted: Wanted, dates: list[str], undated: int) -> None:
    kept = select(STORY, wanted)
    assert dates == [event.date for event in kept.events]
    assert undated == len(kept.undated)


def test_days_and_figures_follow_the_events() -> None:
    kept = select(STORY, Wanted(since="2024-03-13"))
    assert ([day.date for day in kept.days], len(kept.figures)) == (["2024-03-18"], 0)
    assert len(select(STORY, Wanted(words="workers joined")).figures) == 1


def test_an_event_is_found_by_id_mention_start_and_place() -> None:
    event = STORY.events[1]
    second = event.sources[1]
    keys = (event.id, event.id[:7], event.id[3:9], second.mention, second.mention[:8],
            "articles/courier.txt:1", "courier.txt:1")  # fmt: skip
    assert [[event.id]] * len(keys) == [[e.id for e in find_events(STORY, key)] for key in keys]


@pytest.mark.parametrize("key", ["", "ev-", "ev-zzzz", "rier.txt:1", "courier.txt:9"])
def test_nothing_is_found_by_chance(key: str) -> None:
    assert find_events(STORY, key) == []


def test_a_place_may_mean_several() -> None:
    assert len(find_events(STORY, "herald.txt:4")) == 2


def test_an_undated_event_is_found() -> None:
    (event,) = STORY.undated
    assert [event] == find_events(STORY, event.id)


def test_summary_is_three_lines() -> None:
    assert [
        "2 articles read, 1 without a publication day",
        "5 events from 6 passages, 1 undated, 2 with an inferred date",
        f"next: kztimeline why {STORY.events[1].id} articles/",
    ] == list(summary(STORY, "articles/"))


class Counted(tuple):
    """Events that know how often all of them were read back."""

    __slots__ = ()
    passes = 0

    def __iter__(self) -> Iterator:
        type(self).passes += 1
        return super().__iter__()


def test_summary_reads_the_events_back_once() -> None:
    counted = msgspec.structs.replace(STORY, events=Counted(STORY.events))
    assert list(summary(counted, "articles/")) == list(summary(STORY, "articles/"))
    assert Counted.passes == 1


def test_summary_without_events_leads_to_the_anchors() -> None:
    empty = select(STORY, Wanted(until="1900-01-01"))
    assert list(summary(empty, "articles/"))[-1] == "next: kztimeline anchors articles/"
