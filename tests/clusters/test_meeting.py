"""How two times meet: one row for each way, either side first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from datetime import timedelta
from itertools import permutations, product
from typing import Any

import pytest
from msgspec.structs import replace

from cluster_makers import FRIDAY, TUESDAY, WEDNESDAY, Paper, Telling, account
from kztimeline.clusters.levels import COMPARISONS
from kztimeline.clusters.meeting import Meeting, manner, meeting
from kztimeline.clusters.surveying import survey
from kztimeline.model import Certainty, Modality
from kztimeline.temporal import Granularity, Interval
from telling_makers import told

SAID: dict[str, Any] = {"certainty": Certainty.STATED}
CONTEXT: dict[str, Any] = {"certainty": Certainty.INFERRED}
CARRIED: dict[str, Any] = {**CONTEXT, "is_carried": True}
PLAN: dict[str, Any] = {**CONTEXT, "modality": Modality.PLANNED}
APRIL = Interval.of(2024, 4, 12)
MARCH = Interval.of(2024, 3)
BY_FRIDAY = Interval(None, FRIDAY.end, Granularity.DAY)
NIGHT = Interval(TUESDAY.start, WEDNESDAY.end, Granularity.DAY)
WEEK = Interval.unit_at(TUESDAY.start, Granularity.WEEK)  # type: ignore[arg-type]
WORKING_DAYS = Interval(Interval.of(2024, 3, 11).start, FRIDAY.end, Granularity.DAY)
DAYS_OF_MARCH = Interval(MARCH.start, MARCH.end, Granularity.DAY)
SOME_TIME = Interval(None, None, Granularity.DAY)
SPRING = Interval(Interval.of(2024, 2, 20).start, APRIL.end, Granularity.DAY)

ROWS = [
    (Meeting.SAME_DAY, (TUESDAY, SAID), (TUESDAY, SAID)),
    (Meeting.SAME_DAY_INFERRED, (TUESDAY, SAID), (TUESDAY, CONTEXT)),
    (Meeting.SAME_DAY, (TUESDAY, SAID), (TUESDAY, CARRIED)),
    (Meeting.SAME_DAY_INFERRED, (TUESDAY, CARRIED), (TUESDAY, CARRIED)),
    (Meeting.SAME_DAY_INFERRED, (TUESDAY, CARRIED), (TUESDAY, CONTEXT)),
    (Meeting.SAME_DAY_BOTH_INFERRED, (TUESDAY, CONTEXT), (TUESDAY, CONTEXT)),
    (Meeting.SAME_UNIT, (MARCH, SAID), (MARCH, SAID)),
    (Meeting.IN_FEW_DAYS, (TUESDAY, SAID), (NIGHT, SAID)),
    (Meeting.NAMED_END, (FRIDAY, SAID), (BY_FRIDAY, SAID)),
    (Meeting.IN_UNIT, (TUESDAY, SAID), (MARCH, SAID)),
    (Meeting.IN_UNIT, (TUESDAY, SAID), (Interval.of(2024), SAID)),
    (Meeting.IN_DAYS, (TUESDAY, SAID), (WORKING_DAYS, SAID)),
    (Meeting.IN_LONG, (TUESDAY, SAID), (SPRING, SAID)),
    (Meeting.TOUCHING, (TUESDAY, SAID), (BY_FRIDAY, SAID)),
    (Meeting.UNDATED, (TUESDAY, SAID), (None, CONTEXT)),
    (Meeting.UNDATED_IN_UNIT, (MARCH, SAID), (None, CONTEXT)),
    (Meeting.NEXT_DAY, (TUESDAY, SAID), (WEDNESDAY, CONTEXT)),
    (Meeting.NEXT_DAY_SAID, (TUESDAY, SAID), (WEDNESDAY, SAID)),
    (Meeting.NEXT_DAY_SAID, (TUESDAY, SAID), (WEDNESDAY, CARRIED)),
    (Meeting.NEXT_DAY_SAID, (TUESDAY, CARRIED), (WEDNESDAY, CARRIED)),
    (Meeting.APART, (TUESDAY, CARRIED), (FRIDAY, CARRIED)),
    (Meeting.WEEK_AFTER, (TUESDAY, CARRIED), (FRIDAY, CONTEXT)),
    (Meeting.WEEK_AFTER, (TUESDAY, SAID), (FRIDAY, CONTEXT)),
    (Meeting.WEEK_AFTER, (TUESDAY, CONTEXT), (FRIDAY, CONTEXT)),
    (Meeting.LONG_AFTER, (TUESDAY, SAID), (APRIL, CONTEXT)),
    (Meeting.BEFORE_IT_WAS, (TUESDAY, CONTEXT), (APRIL, SAID)),
    (Meeting.LONG_AFTER, (TUESDAY, PLAN), (APRIL, SAID)),
    (Meeting.APART, (TUESDAY, SAID), (FRIDAY, SAID)),
    (Meeting.TOUCHING, (WEEK, SAID), (Interval(FRIDAY.start, APRIL.end, Granularity.DAY), SAID)),
]


@pytest.mark.parametrize(("expected", "left", "right"), ROWS)
@pytest.mark.parametrize("is_turned", [False, True])
def test_times_meet(
    expected: Meeting,
    left: tuple[Interval | None, dict[str, Any]],
    right: tuple[Interval | None, dict[str, Any]],
    *,
    is_turned: bool,
) -> None:
    sides = [
        Paper(name, (Telling("It rained.", when, **more),))
        for name, (when, more) in zip(("herald", "courier"), (left, right), strict=True)
    ]
    one, other = survey([account(paper) for paper in sides])[0].profiles
    met = meeting(other, one) if is_turned else meeting(one, other)
    assert met == expected


@pytest.mark.parametrize(("is_carried", "is_said"), [(False, True), (True, False)])
def test_a_day_named_by_an_article_of_inferred_day_is_said(
    *, is_carried: bool, is_said: bool
) -> None:
    (event,) = told("The dam broke on [Monday|2024-03-11].")
    event = replace(event, certainty=Certainty.INFERRED, is_carried=is_carried)
    paper = account(Paper("herald", (Telling("The dam broke."),)))
    (profile,) = survey([replace(paper, events=(event,))])[0].profiles
    assert profile.is_said == is_said


@pytest.mark.parametrize(
    ("places", "expected"),
    [((0, 1), Meeting.NEXT_DAY), ((0, 2), Meeting.APART_IN_ARTICLE)],
)
def test_one_article_knows_when_a_thing_was_but_for_its_headline_and_lead(
    places: tuple[int, int], expected: Meeting
) -> None:
    tellings = [Telling(f"It rained {number}.", TUESDAY, **CONTEXT) for number in range(3)]
    tellings[places[1]] = replace(tellings[places[1]], when=WEDNESDAY, certainty=Certainty.STATED)
    profiles = survey([account(Paper("herald", tuple(tellings)))])[0].profiles
    assert meeting(profiles[places[0]], profiles[places[1]]) == expected


@pytest.mark.parametrize(
    ("hours", "names", "expected"),
    [
        ((2, 6), ("herald", "herald"), Meeting.APART_IN_ARTICLE),
        ((2, 3), ("herald", "herald"), Meeting.SAME_DAY),
        ((2, 6), ("herald", "courier"), Meeting.SAME_DAY),
    ],
)
def test_one_article_knows_at_what_hour_a_thing_was(
    hours: tuple[int, int], names: tuple[str, str], expected: Meeting
) -> None:
    assert TUESDAY.start is not None
    starts = [TUESDAY.start + timedelta(hours=hour) for hour in hours]
    whens = [Interval(start, start + timedelta(hours=1), Granularity.HOUR) for start in starts]
    tellings = [Telling(f"It rained {when.start}.", when, **SAID) for when in whens]
    pairs = list(zip(names, tellings, strict=True))
    papers = {name: tuple(each for other, each in pairs if other == name) for name in names}
    one, other = survey([account(Paper(*paper)) for paper in papers.items()])[0].profiles
    assert meeting(one, other) == expected


def test_what_asks_the_manner_of_two_articles_asks_nothing_else() -> None:
    whens = (TUESDAY, FRIDAY, MARCH, DAYS_OF_MARCH, BY_FRIDAY, NIGHT, SPRING, SOME_TIME, None)
    denied = {**SAID, "negated": True}
    supposed = {**SAID, "modality": Modality.HYPOTHETICAL}
    ways = (SAID, CONTEXT, CARRIED, PLAN, denied, supposed)
    papers = [
        Paper(str(row), tuple(Telling(f"It rained {at}.", when, **way) for at in (0, 1, 2)), day)
        for row, (when, way, day) in enumerate(product(whens, ways, (TUESDAY, APRIL)))
    ]
    corpus, _ = survey([account(paper) for paper in papers])
    asking = [each for each in COMPARISONS if each.asks_manner]
    found: defaultdict[tuple[Hashable, Hashable], set[tuple[str, ...]]] = defaultdict(set)
    for one, other in permutations(corpus.profiles[::2], 2):
        if one.teller != other.teller:
            levels = tuple(each.fires(one, other, corpus).label for each in asking)
            found[manner(one), manner(other)].add(levels)

    assert {each.name for each in asking} == {"telling", "negation", "time", "modality"}
    assert max(map(len, found.values())) == 1
