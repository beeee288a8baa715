from __future__ import annotations

from datetime import date

from drafts import draft_of
from kztimeline.anchors.closeness import Bend
from kztimeline.anchors.folder import Folder
from kztimeline.anchors.neighbours import Neighbour, NeighboursClue
from kztimeline.model import Citation

FAIR = "The summer fair of Brannay opens at noon. The {} come with their {} cart."
FAIRS = [FAIR.format(guest, guest) for guest in ("weavers", "weavers", "bell ringers", "pilots")]
FIRST, LATER = date(2010, 7, 3), date(2014, 7, 3)
NEAR = Neighbour(0.3, FIRST, 1.0, Citation("art-1", None))


def test_likeness_counts_as_much_as_it_does_around() -> None:
    table = NeighboursClue.of([NEAR], Bend())
    close = NeighboursClue.of([NEAR], Bend.of([(0.3, 0)] * 8))
    apart = NeighboursClue.of([NEAR], Bend.of([(0.3, 1461)] * 8))
    assert close.bits(FIRST) > table.bits(FIRST) > apart.bits(FIRST) + 1.0
    assert apart.floor(2017) > table.floor(2017) > close.floor(2017)


def test_the_likest_outweighs_several_half_as_like() -> None:
    half_as_like = Neighbour(0.2, LATER, 1.0, Citation("art-2", None))
    clue = NeighboursClue.of([NEAR._replace(likeness=0.4), *[half_as_like] * 5], Bend())
    assert clue.bits(FIRST) > clue.bits(LATER)


def test_what_is_far_from_all_keeps_to_their_years() -> None:
    clue = NeighboursClue.of([NEAR, NEAR._replace(day=LATER)], Bend())
    assert clue.floor(2014) > clue.floor(2019)
    assert clue.floor(2015) > clue.floor(2019)


def test_an_article_is_as_close_as_the_likest_whose_day_is_stated() -> None:
    drafts = [draft_of(text, f"{at}.txt") for at, text in enumerate(FAIRS)]
    twins = Folder(drafts, {0: FIRST, 1: LATER}).closest(0)
    assert twins == (1.0, (LATER - FIRST).days)
    others = Folder(drafts, {0: FIRST, 2: LATER}).closest(0)
    assert others is not None
    assert others[0] < 1.0
    assert Folder(drafts, {0: FIRST}).closest(0) is None
    assert Folder(drafts, {0: FIRST}).closest(1) is None
