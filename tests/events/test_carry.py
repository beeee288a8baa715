"""The day of what names none: (day, where it comes from) for every event of a passage."""

from __future__ import annotations

import pytest

from kztimeline.model import Certainty, Event, Reason
from kztimeline.temporal import Interval
from telling_makers import FRIDAY, day, told

OWN, CARRIED, ARTICLE, NONE = "own", "carried", "article", "none"


def source(event: Event) -> str:
    if event.when is None:
        return NONE
    if event.time is None:
        return ARTICLE
    return CARRIED if event.is_carried else OWN


ROWS = [
    (
        "The bridge fell on [Monday|2024-03-11]. Two lorries fell with it.",
        [("2024-03-11", OWN), ("2024-03-11", CARRIED)],
    ),
    (
        "The bridge fell on [Monday|2024-03-11]. “We want to know why,” Anna Lind says.",
        [("2024-03-11", OWN), ("2024-03-15", ARTICLE)],
    ),
    (
        "The bridge fell on [Monday|2024-03-11]. “We heard a bang,” Anna Lind says.",
        [("2024-03-11", OWN), ("2024-03-11", CARRIED)],
    ),
    (
        "The bank was founded in [1998|1998]. It opened a branch in Oslo.",
        [("1998", OWN), ("undated", NONE)],
    ),
    (
        "The storm hit the coast on [Sunday|2024-03-10]. The port has been closed.",
        [("2024-03-10", OWN), ("2024-03-15", ARTICLE)],
    ),
    (
        "The storm hit the coast on [Thursday|2024-03-14]. The port has been closed.",
        [("2024-03-14", OWN), ("2024-03-14", CARRIED)],
    ),
    (
        "The storm hit the coast on [Thursday|2024-03-14]. Ships will be moved north.",
        [("2024-03-14", OWN), ("2024-03-15", ARTICLE)],
    ),
    (
        (
            "A jury convicted Anna Lind on [Tuesday|2024-03-12] of killing Paul Berg in "
            "[June 2019|2019-06].\nBerg was shot outside his flat."
        ),
        [("2024-03-12", OWN), ("2019-06", OWN), ("2019-06", CARRIED)],
    ),
    (
        (
            "A quake shook the coast on [Sunday|2024-03-10].\n"
            "The council met on [Monday|2024-03-11]. The quake cut the road to Oslo."
        ),
        [("2024-03-10", OWN), ("2024-03-11", OWN), ("2024-03-10", CARRIED)],
    ),
    (
        (
            "A man has been charged with arson over a blaze at a mill.\n"
            "Half of the roof fell in during the blaze on [Thursday|2024-03-14]."
        ),
        [("2024-03-15", ARTICLE), ("2024-03-14", OWN)],
    ),
    (
        (
            "Divers found the wreck on [Tuesday|2024-03-12].\n"
            "The wreck, the navy said [last year|2023], had lain there for long."
        ),
        [("2024-03-12", OWN), ("2023", OWN)],
    ),
    (
        (
            "Divers found the wreck on [Tuesday|2024-03-12].\n"
            "The reforms, once promised for [September|2023-09], were unveiled on "
            "[Monday|2024-03-11]."
        ),
        [("2024-03-12", OWN), ("2024-03-11", OWN), ("2023-09", OWN)],
    ),
    ("After the ruling, Browning praised the court.", [("2024-03-15", ARTICLE)]),
    (  # a past perfect in the lead looks back; the headline tells the news
        (
            "# Recount ends quarrel in Oslo\nA recount has ended the quarrel.\n"
            "On [March 3|2024-03-03] the gap had stood at nine votes."
        ),
        [("2024-03-15", ARTICLE), ("2024-03-15", ARTICLE), ("2024-03-03", OWN)],
    ),
    (  # “since” counts from what was before
        (
            "# Fever reaches town\nThe fever has reached the town since it broke out on "
            "[Monday|2024-03-11]."
        ),
        [("2024-03-15", ARTICLE), ("2024-03-11", OWN)],
    ),
    (  # what has just come about is no walkout of weeks ago
        (
            "Unions have called off a strike.\nThe deal gives them more.\n"
            "Walkouts on [2 February|2024-02-02] shut the port.\nOwners welcomed the deal."
        ),
        [("2024-03-15", ARTICLE), ("2024-02-02", OWN), ("2024-03-15", ARTICLE)],
    ),
    (  # the first sentences tell the news, the fifth what was before
        (
            "# Hundreds flee as hill burns\nHundreds fled after the hill caught fire on "
            "[Thursday|2024-03-14].\nA first fire on [Monday|2024-03-11] hurt two."
        ),
        [
            ("2024-03-14", CARRIED),
            ("2024-03-14", CARRIED),
            ("2024-03-14", OWN),
            ("2024-03-11", OWN),
        ],
    ),
    ("The town was asleep when a wall of the dam broke.", [("2024-03-15", ARTICLE)]),
    (
        "The clerk appeared at the door and shot a guard. “The shock was great for all of them.”",
        [("2024-03-15", ARTICLE), ("2024-03-15", ARTICLE)],
    ),
    (
        "The storm hit the coast on [Sunday|2024-03-10]. Ships will be moved north.",
        [("2024-03-10", OWN), ("2024-03-15", ARTICLE)],
    ),
    (
        "A ferry sank.\nIt struck a rock on [Monday|2024-03-11].",
        [("2024-03-11", CARRIED), ("2024-03-11", OWN)],
    ),
    (
        (
            "Divers found the wreck on [Tuesday|2024-03-12].\n"
            "The wreck was raised, the navy said on [Thursday|2024-03-14]."
        ),
        [("2024-03-12", OWN), ("2024-03-14", OWN), ("2024-03-12", CARRIED)],
    ),
    (
        "# Ferry sinks off the coast\nA ferry sank on [Monday|2024-03-11].",
        [("2024-03-11", CARRIED), ("2024-03-11", OWN)],
    ),
    ("# Analysis\nA ferry sank on [Monday|2024-03-11].", [("2024-03-11", OWN)]),
    ("Rescuers reached the boat.", [("2024-03-15", ARTICLE)]),
    (
        "He will leave on [Monday|2024-03-18]. The crew packed its bags.",
        [
            ("2024-03-18", OWN),
            ("2024-03-15", ARTICLE),
        ],
    ),
    ("It is the third storm. Will the ferry sail? The coast is beautiful.", []),
]


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_the_passage_or_the_article_dates_what_names_no_day(
    marked: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == [(day(event), source(event)) for event in told(marked)]


def test_what_is_carried_is_inferred_and_says_from_where() -> None:
    first, second = told("The bridge fell on [Monday|2024-03-11]. Two lorries fell with it.")
    assert Certainty.DERIVED is first.certainty
    assert Certainty.INFERRED is second.certainty
    assert first.time == second.time
    assert [step.reason for step in second.steps] == [Reason.CARRIED_FORWARD]
    assert first.time is not None
    assert first.time.expression.span == second.steps[0].cites[0].span


def test_what_is_dated_elsewhere_in_the_article_says_so() -> None:
    marked = (
        "A quake shook the coast on [Sunday|2024-03-10].\n"
        "The council met on [Monday|2024-03-11]. The quake cut the road to Oslo."
    )
    *_, event = told(marked)
    assert [step.reason for step in event.steps] == [Reason.TOLD_ELSEWHERE]


def test_two_happenings_of_one_kind_date_no_third() -> None:
    marked = (
        "Paul Berg was arrested on [Sunday|2024-03-10].\n"
        "Berg was arrested again on [Monday|2024-03-11].\nBerg was arrested at home."
    )
    *_, event = told(marked)
    assert [step.reason for step in event.steps] != [Reason.TOLD_ELSEWHERE]


def test_the_article_day_is_inferred_and_has_its_step() -> None:
    (event,) = told("Rescuers reached the boat.")
    assert (event.certainty, event.when) == (Certainty.INFERRED, FRIDAY)
    assert [step.reason for step in event.steps] == [Reason.ARTICLE_DAY]


def test_without_an_article_day_only_named_days_date() -> None:
    marked = "Rescuers have reached the boat. It sank on [Monday|2024-03-11]."
    assert [day(event) for event in told(marked, None)] == ["undated", "2024-03-11"]


def test_a_coarse_article_day_stays_coarse() -> None:
    (event,) = told("Rescuers reached the boat.", Interval.of(2024, 3))
    assert (day(event), event.kind.value) == ("2024-03", "one-of")
