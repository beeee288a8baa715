"""Who holds which office: read in an article, and what it tells of its year."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.office_clues import OfficesClue
from kztimeline.anchors.offices import OfficeMention, load_offices, offices_told
from kztimeline.languages import load_language
from kztimeline.model import Infer, Reason
from kztimeline.outputs.dating import dating_of
from kztimeline.textual import Span

ENGLISH = load_language("en")


def told(text: str) -> list[tuple[str, bool, list[int]]]:
    """Words, whether the office is left, the years in which its terms began."""
    article = draft_of(text).article
    return [
        (each.span.of(article.text), each.is_past, [first.year for first, _ in each.terms])
        for each in offices_told(article, ENGLISH)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Obama came.", [("President Obama", False, [2009])]),
        ("The US president, Barack Obama, came.", [("president, Barack Obama", False, [2009])]),
        ("Prime Minister Blair's car stood there.", [("Prime Minister Blair", False, [1997])]),
        ("President Barack Hussein Obama came.", []),
        ("He met former US president Bill Clinton.", [("president Bill Clinton", True, [1993])]),
        ("He met ex-president Clinton.", [("president Clinton", True, [1993])]),
        ("The then-Prime Minister Tony Blair left.", [("Prime Minister Tony Blair", True, [1997])]),
        ("President Bush came.", [("President Bush", False, [1989, 2001])]),
        ("President George W. Bush came.", [("President George W. Bush", False, [2001])]),
        ("President Putin came.", [("President Putin", False, [1999, 2012])]),
        # of several terms none is left out: an article of the first would be put into the second
        ("Premier Rafik Hariri came.", [("Premier Rafik Hariri", False, [1992, 2000])]),
        ("Premier Khaleda Zia came.", [("Premier Khaleda Zia", False, [1991, 2001])]),
        # one of many that are called so is not known by the last word alone
        ("Prime Minister Lee came.", []),
        ("President Nicolás Maduro came.", [("President Nicolás Maduro", False, [2013])]),
        ("President Ben Ali fled.", [("President Ben Ali", False, [1987])]),
        ("Vice President Joe Biden came.", [("Vice President Joe Biden", False, [2009])]),
        ("Prime Minister Ahmed Holm came.", []),
        ("President-elect Obama came.", []),
        ("The incoming president Barack Obama came.", []),
        ("He spoke of what he did as prime minister, Blair said.", []),
        ("The president of Obama High School came.", []),
        ("President Holm came. Obama stayed.", []),
        (
            "President Eduard A. Shevardnadze left.",
            [("President Eduard A. Shevardnadze", False, [1995])],
        ),
        ("President Tayyip Erdogan came.", [("President Tayyip Erdogan", False, [2014])]),
        (
            "He met Angela Merkel, the German chancellor.",
            [("Angela Merkel, the German chancellor", False, [2005])],
        ),
        (
            "Holm met Merkel, the German chancellor.",
            [("Merkel, the German chancellor", False, [2005])],
        ),
        ("Merkel, the chancellor, came.", [("Merkel, the chancellor", False, [2005])]),
        (
            "Tony Blair, a former prime minister, came.",
            [("Tony Blair, a former prime minister", True, [1997])],
        ),
        ("George Osborne, the shadow chancellor, came.", []),
        ("Anna Merkel, the chancellor of the college, came.", []),
    ],
)
def test_holders_are_read(text: str, found: list[tuple[str, bool, list[int]]]) -> None:
    assert told(text) == found


def test_a_letter_that_is_longer_in_small_stops_nothing_but_this() -> None:
    assert told("İzmir greeted President Obama.") == []


def test_the_table_is_whole() -> None:
    table = ENGLISH.table("offices")
    offices = load_offices(ENGLISH)
    for line in table["holders"]["lines"].strip().splitlines():
        office, name, first, *last = (part.strip() for part in line.split("|"))
        assert office in table["words"], line
        assert date.fromisoformat(first) < date.fromisoformat(last[0] if last else "9999-12-31")
        full = name.partition("/")[0].strip()
        article = draft_of(f"{offices_words(office)} {full} came.").article
        found = offices_told(article, ENGLISH)
        firsts = {term[0] for each in found for term in each.terms}
        assert date.fromisoformat(first) in firsts, line
    assert offices.terms("president", "nobody") == ()


def offices_words(office: str) -> str:
    return str(ENGLISH.table("offices")["words"][office][0]).capitalize()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("On Tuesday, March 12 President Obama opened the bridge.\n", 2013),
        ("On Tuesday, March 12 the US president, Bill Clinton, opened the bridge.\n", 1996),
        ("On Tuesday, March 12 President Joe Biden opened it, beside ex-president Bush.\n", 2024),
    ],
)
def test_who_holds_an_office_tells_the_year(text: str, year: int) -> None:
    anchor = settled(draft_of(f"A bridge\n{text}"), infer=Infer.ALL)["a.txt"]
    assert (dating_of(anchor.interval).date or "")[:4] == str(year)
    assert Reason.OFFICE_HELD in {step.reason for step in anchor.steps}


def clue(*terms: tuple[date, date], is_past: bool = False) -> OfficesClue:
    found = OfficesClue.of("a", [OfficeMention(terms, is_past, Span(0, 1))])
    assert found is not None
    return found


TERM = (date(2009, 1, 20), date(2017, 1, 20))


def test_a_holder_speaks_for_his_term_and_less_against_the_weeks_around_it() -> None:
    bits = clue(TERM).bits
    assert bits(date(2012, 1, 1)) == 0.0
    assert bits(date(2005, 1, 1)) < bits(date(2008, 12, 1)) < bits(date(2012, 1, 1))
    assert bits(date(2022, 1, 1)) < bits(date(2017, 2, 1)) < bits(date(2012, 1, 1))


def test_a_former_holder_has_left() -> None:
    former = clue(TERM, is_past=True)
    assert former.bits(date(2012, 1, 1)) < former.bits(date(2020, 1, 1)) == 0.0
    assert former.ground(date(2020, 1, 1)) is None


def test_a_year_in_which_a_term_ends_is_half_in_it() -> None:
    ended = clue((date(2009, 1, 20), date(2014, 6, 30)))
    assert ended.floor(2015) < ended.floor(2014) < ended.floor(2013)
