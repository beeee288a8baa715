"""A paper's quotation marks and dashes show the years in which it was set so."""

from __future__ import annotations

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.typography import Typography, marks_of
from kztimeline.model import Anchor, Draft, Infer, Reason

TYPED = 'Mill notes\nThe miller\'s boy - he is "eight" - sang of {thing}.\n'
SET = "Mill notes\nThe miller’s boy – he is “eight” – sang of {thing}.\n"
THINGS = ("rain", "bread", "boats", "geese", "frost", "tar")
CURLY, STRAIGHT = marks_of("“Rain”, she’d said – again"), marks_of('"Rain", she\'d said')


def shown(*told: tuple[int, str]) -> Typography:
    return Typography((year, marks_of(text)) for year, text in told)


def changed(count: int = 4) -> Typography:
    """A paper that went from typed marks to set ones in 2013."""
    typed = ((year, TYPED) for year in (2009, 2010, 2011, 2012) for _ in range(count))
    return shown(*typed, *((year, SET) for year in (2013, 2014, 2015, 2016) for _ in range(count)))


def test_marks_of_years_before_and_behind_a_change() -> None:
    paper = changed()
    assert paper.bits(CURLY, 2015) > 1.0 > -1.0 > paper.bits(CURLY, 2010)
    assert paper.bits(STRAIGHT, 2010) > 1.0 > -1.0 > paper.bits(STRAIGHT, 2015)


def test_more_articles_show_more() -> None:
    assert changed(9).bits(CURLY, 2015) > changed(1).bits(CURLY, 2015) > 0.0


def test_a_paper_that_never_changed_shows_nothing() -> None:
    paper = shown(*((year, SET) for year in range(2008, 2018)))
    assert paper.bits(CURLY, 2010) == pytest.approx(paper.bits(CURLY, 2015), abs=0.1)


def test_a_year_without_articles_is_as_likely_as_before() -> None:
    assert changed().bits(CURLY, 1999) == pytest.approx(0.0)


def test_four_articles_show_nothing() -> None:
    article = draft_of(SET.format(thing="rain")).article
    few = [(year, SET) for year in (2013, 2014, 2015, 2016)]
    assert shown(*few).clue(article) is None
    assert shown(*few, (2012, TYPED)).clue(article) is not None


def notes(mould: str, *years: int) -> list[Draft]:
    return [
        draft_of(mould.format(thing=thing), f"{year}/{at}.txt", f"{year}-05-{at + 3:02}")
        for year in years
        for at, thing in enumerate(THINGS)
    ]


def guess(text: str, infer: Infer) -> Anchor:
    drafts = [*notes(TYPED, 2010, 2011), *notes(SET, 2015, 2016)]
    return settled(*drafts, draft_of(text, "sought.txt"), infer=infer)["sought.txt"]


@pytest.mark.parametrize(("mould", "years"), [(TYPED, {2010, 2011}), (SET, {2015, 2016})])
def test_who_must_answer_looks_at_how_an_article_is_set(mould: str, years: set[int]) -> None:
    anchor = guess(mould.format(thing="a mouse and a hen in the May sun"), Infer.ALL)
    assert anchor.interval
    assert anchor.interval.first_day
    assert anchor.interval.first_day.year in years
    assert Reason.TYPOGRAPHY in {step.reason for step in anchor.steps}


def test_who_need_not_answer_claims_no_day_for_it() -> None:
    assert guess(SET.format(thing="a mouse"), Infer.DAY).interval is None
