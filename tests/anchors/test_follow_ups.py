"""Later articles of a story among dated ones: what their own words say against the likest day."""

from __future__ import annotations

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.mentions import DayMention, mentions_of
from kztimeline.languages import load_language
from kztimeline.model import Anchor

SHUT = """Lorn bridge shut after cracks found
KELDMOUTH, June 3, 2019 - The Lorn suspension bridge was shut to all traffic on Monday after
inspectors found cracks in two of its hangers, the highways board said. Some 18,000 vehicles cross
the Lorn bridge every day. It will stay shut for three weeks. "Safety comes first," said the board's
chief engineer, Marta Hale. A ferry from Keldmouth to Sandwick will start on Thursday.
"""
FERRY = """Ferry fills in for Lorn bridge
The first ferry to replace the shut Lorn bridge left Keldmouth on Thursday morning with 41 cars on
board. The bridge was shut on Monday after cracks were found in two of its hangers. Marta Hale, the
highways board's chief engineer, said on Thursday that a third would have to be tested by June 20.
"""
REOPENED = """Bridge reopens
The Lorn suspension bridge reopened this morning after eleven weeks. Lorry drivers who had gone
round by Sandwick since June hooted as they crossed. The highways board said 24 hangers had been
replaced since it was shut on June 3. The ferry makes its last run tomorrow, Tuesday.
"""
YEARS_ON = """Lorn bridge: five years on
Five years ago today the Lorn suspension bridge was shut because two hangers had cracked. It stayed
shut for eleven weeks, reopened on August 19, 2019, and cost the highways board 34 million pounds.
Marta Hale, chief engineer then, retired in 2022. A new coat of paint is due next year.
"""
TRIAL = """Aide on trial over cod
HOLMSUND, Jan. 14, 2019 - A former aide to the minister of fisheries went on trial on Monday,
accused of selling cod quotas. Per Anlund, who left the ministry in 2016, denies it.
"""
ACQUITTED = """Anlund acquitted
A court in Holmsund acquitted Per Anlund, a former aide to the minister of fisheries, on Friday of
having sold cod quotas. The prosecutor said she would appeal before March 1. Anlund's trial began on
14 January 2019.
"""


def among(dated: str, told: str) -> Anchor:
    return settled(draft_of(dated, "a.txt"), draft_of(told, "b.txt"))["b.txt"]


def day(anchor: Anchor) -> str | None:
    interval = anchor.interval
    return str(interval.only_day) if interval and interval.only_day else None


def dates(text: str) -> list[DayMention]:
    return [each for each in mentions_of(draft_of(text), load_language("en")).days if each.month]


@pytest.mark.parametrize(
    ("text", "is_start"),
    [
        ("Mill\nIt has been shut since 3 June.\n", True),
        ("Mill\nSome 24 have gone since it was shut on 3 June.\n", True),
        ("Mill\nMuch has been mended since, and on 3 June it was shut.\n", False),
        ("Mill\nIt was shut on 3 June.\n", False),
    ],
)
def test_what_has_lasted_since_a_day(text: str, *, is_start: bool) -> None:
    (mention,) = dates(text)
    assert mention.is_start is is_start


def test_since_a_day_is_not_that_day() -> None:
    assert among(SHUT, REOPENED).certainty.word != "derived"


@pytest.mark.parametrize(
    ("dated", "told", "wrong"),
    [
        pytest.param(SHUT, FERRY, "2019-06-03", id="thursday"),
        pytest.param(
            SHUT, REOPENED, "2019-06-03", id="eleven-weeks", marks=pytest.mark.xfail(strict=True)
        ),
        pytest.param(SHUT, YEARS_ON, "2019-06-03", id="five-years-on"),
        pytest.param(
            TRIAL, ACQUITTED, "2019-01-14", id="acquitted", marks=pytest.mark.xfail(strict=True)
        ),
    ],
)
def test_a_follow_up_is_not_of_the_day_it_looks_back_to(dated: str, told: str, wrong: str) -> None:
    assert day(among(dated, told)) != wrong
