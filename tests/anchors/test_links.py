from __future__ import annotations

from datetime import date

import pytest

from kztimeline.anchors.links import Link, LinksClue
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.model import Citation
from kztimeline.textual import Span

TUESDAY = date(2024, 3, 12)
SPAN = Span(0, 3)
ON_TUESDAY = DayMention(Kind.WEEKDAY, SPAN, 0, weekday=1)
TODAY = DayMention(Kind.OFFSET, SPAN, 0)


def clue(mention: DayMention, likeness: float, *others: str) -> LinksClue:
    own = Citation("art-1", SPAN)
    return LinksClue(
        tuple(Link(likeness, mention, TUESDAY, own, Citation(it, SPAN)) for it in others)
    )


def test_a_weekday_that_fits_links_more_surely_than_today() -> None:
    """Any day is somebody's today."""
    weekday, today = clue(ON_TUESDAY, 0.4, "art-2"), clue(TODAY, 0.4, "art-2")
    assert weekday.floor(2024) < today.floor(2024) < 0.0
    assert today.bits(TUESDAY) > today.bits(date(2024, 3, 20)) + 3.0


@pytest.mark.parametrize("mention", [ON_TUESDAY, TODAY])
def test_likeness_and_voices_make_a_link_surer(mention: DayMention) -> None:
    weak, strong = clue(mention, 0.3, "art-2"), clue(mention, 0.8, "art-2")
    assert strong.floor(2024) < weak.floor(2024)
    assert clue(mention, 0.3, "art-2", "art-3").floor(2024) < weak.floor(2024)
    assert clue(mention, 0.3, "art-2", "art-2").floor(2024) == weak.floor(2024)
