"""Which words of a sentence name a time: extents, joins, ranges, signals, modifiers, traps."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_makers import article_of
from kztimeline.languages import load_language
from kztimeline.model import Mod, Side, Signal, TimeExpression, TimexType
from kztimeline.timexes import find_timexes

ENGLISH = load_language("en")


def find(text: str) -> tuple[TimeExpression, ...]:
    return find_timexes(article_of(text), ENGLISH)


def words(text: str) -> list[str]:
    return [expression.span.of(text) for expression in find(text)]


# ── extents, several in a sentence ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fired on Jan. 5, he was arrested on Jan. 8 and freed two days later.",
            ["Jan. 5", "Jan. 8", "two days later"],
        ),
        (
            "Born on 12 June 1984 in Osh, she led the union from 2009 until last Tuesday.",
            ["12 June 1984", "2009", "last Tuesday"],
        ),
        (
            "The minister, who resigned on Monday, will be in court next week, police said today.",
            ["Monday", "next week", "today"],
        ),
        (
            "Yesterday morning two men fled; by evening 44% of 2,030 soldiers had left.",
            ["Yesterday morning", "evening"],
        ),
        (
            "It opened in 2019, closed in March 2021 and will reopen in September.",
            ["2019", "March 2021", "September"],
        ),
        ("The siren sounded at 11 PM.", ["11 PM"]),
        (
            "On Tuesday, Wednesday and Thursday shops were shut.",
            ["Tuesday", "Wednesday", "Thursday"],
        ),
        (
            "On the night of 5/6 January and on 8-10 March the depot burned.",
            ["the night of 5/6 January", "8-10 March"],
        ),
        (
            "After a three-week siege the town fell the day before yesterday.",
            ["three-week", "the day before yesterday"],
        ),
        (
            "Sales rose in the second quarter of 2023 after the slump of the late 1990s.",
            ["the second quarter of 2023", "the late 1990s"],
        ),
        ("Every Tuesday the court sits for two hours.", ["Every Tuesday", "two hours"]),
        ("The log of 2023-11-05 and the form of 02/28/2024.", ["2023-11-05", "02/28/2024"]),
        ("A year ago today the mall burned.", ["A year ago today"]),
        ("The ’60s were not the nineties.", ["The ’60s", "the nineties"]),
        ("It rained.\nIt ended on Friday.\nNobody came in 2019.", ["Friday", "2019"]),
        ("It closed on Jan.\u00a05 and on Feb\u00adruary 6.", ["Jan.\u00a05", "Feb\u00adruary 6"]),
        ("Nothing happened.", []),
        ("", []),
    ],
)
def test_extents_in_order(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He left on Monday.", [TimexType.DATE]),
        ("He left on Monday night.", [TimexType.TIME]),
        ("He left on Monday at 5 p.m. sharp.", [TimexType.TIME]),
        ("He slept for ten days.", [TimexType.DURATION]),
        ("He sings on Mondays.", [TimexType.SET]),
    ],
)
def test_types(text: str, kinds: list[TimexType]) -> None:
    assert [expression.type for expression in find(text)] == kinds


def test_an_expression_knows_its_sentence_and_article() -> None:
    text = "It rained. He left on Monday. In 2019 she came."
    expressions = find(text)

    assert [expression.sentence for expression in expressions] == [1, 2]
    assert {expression.article_id for expression in expressions} == {"art-test"}


# ── joins ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("On Tuesday at 3 p.m. the court met.", "Tuesday at 3 p.m."),
        ("At 3 p.m. on Tuesday the court met.", "3 p.m. on Tuesday"),
        ("At 3 p.m., Tuesday, the court met.", "3 p.m., Tuesday"),
        ("At 14:30 on 5 March 2024 the siren rang.", "14:30 on 5 March 2024"),
        ("On 5 March 2024, at 14:30 the siren rang.", "5 March 2024, at 14:30"),
        ("On 5 March, 14:30 was the hour.", "5 March, 14:30"),
        ("On January 5 at noon the bell rang.", "January 5 at noon"),
        ("At midnight on Sunday it began.", "midnight on Sunday"),
        ("Yesterday at 9:15 a.m. it began.", "Yesterday at 9:15 a.m."),
        ("On March 12 around 9:30 p.m. he left.", "March 12 around 9:30 p.m."),
        ("Last Friday at 5 a.m. he left.", "Last Friday at 5 a.m."),
    ],
)
def test_clock_and_day_are_one_time(text: str, joined: str) -> None:
    (expression,) = find(text)

    assert expression.span.of(text) == joined
    assert expression.type is TimexType.TIME


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("In 2019 at 5 p.m. it was dark.", ["2019", "5 p.m."]),
        ("Last week at 5 p.m. it was dark.", ["Last week", "5 p.m."]),
        ("On Monday she sang at 5 p.m. outside.", ["Monday", "5 p.m."]),
        ("On Monday and at 5 p.m. he left.", ["Monday", "5 p.m."]),
        ("At 3 p.m. and 5 p.m. it rang.", ["3 p.m.", "5 p.m."]),
        ("On Monday, Tuesday was far.", ["Monday", "Tuesday"]),
    ],
)
def test_neighbours_that_are_two_times(text: str, apart: list[str]) -> None:
    assert words(text) == apart


# ── ranges ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Crews dived on 7, 9 and 12 March.", ["7", "9", "12 March"]),
        ("Crews dived on March 7, 9, 11, and 12, 2021.", ["March 7", "9", "11", "12, 2021"]),
        (
            "They met on the 2nd, the 9th or the 16th of May.",
            ["the 2nd", "the 9th", "the 16th of May"],
        ),
        ("Crews dived on 7, 9, 10, 11 and 12 March 2021.", ["7", "9", "10", "11", "12 March 2021"]),
        ("On March 7, 9 and 12 people drowned.", ["March 7"]),
    ],
)
def test_days_of_a_list_are_each_an_expression(text: str, members: list[str]) -> None:
    assert words(text) == members


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It rained from Monday to Friday.", ("Monday", "Friday")),
        ("It rained from Monday until Friday.", ("Monday", "Friday")),
        ("It rained Monday through Friday.", ("Monday", "Friday")),
        ("Monday–Friday it rained.", ("Monday", "Friday")),
        ("It rained between 4 March and 8 March.", ("4 March", "8 March")),
        ("From early January through late March it rained.", ("early January", "late March")),
        ("From 2009 to 2014 she ruled.", ("2009", "2014")),
        ("The fair runs from 3 to 7 June.", ("3", "7 June")),
        ("The fair ran from 3 to 7 June 2021.", ("3", "7 June 2021")),
        ("Flights stopped from Feb. 2 to 9.", ("Feb. 2", "9")),
        ("From 9 a.m. until 5 p.m. it was shut.", ("9 a.m.", "5 p.m.")),
        ("From yesterday to tomorrow it is shut.", ("yesterday", "tomorrow")),
    ],
)
def test_range_links_its_ends(text: str, ends: tuple[str, str]) -> None:
    first, last = find(text)

    assert (first.span.of(text), last.span.of(text)) == ends
    assert first.range_end == last.span
    assert last.is_range_end
    assert not first.is_range_end
    assert last.range_end is None


@pytest.mark.parametrize(
    "text",
    [
        "It rained on Monday and Tuesday.",
        "It rained on Monday, Tuesday.",
        "It rained from Monday and Tuesday on.",
        "It rained between Monday to Friday.",
        "It rained on Monday but to Friday it was dry.",
        "For ten days to Friday it rained.",
        "From now to Friday it rains.",
    ],
)
def test_no_range(text: str) -> None:
    assert [(one.range_end, one.is_range_end) for one in find(text)] == [(None, False)] * 2


def test_a_closed_range_opens_no_other() -> None:
    text = "From Monday to Tuesday to Friday it rained."
    first, second, third = find(text)

    assert first.range_end == second.span
    assert second.is_range_end
    assert second.range_end is None
    assert not third.is_range_end


# ── signals and modifiers ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("It has been shut since Monday.", Signal.SINCE),
        ("It has been shut ever since Monday.", Signal.SINCE),
        ("Starting on Monday it is shut.", Signal.FROM),
        ("It is shut until Monday.", Signal.UNTIL),
        ("It is shut at least until Monday.", Signal.UNTIL),
        ("It is shut till Monday.", Signal.UNTIL),
        ("They must leave by Monday.", Signal.BY),
        ("They must leave no later than Monday.", Signal.BY),
        ("They left before Monday.", Signal.BEFORE),
        ("They left prior to 2019.", Signal.BEFORE),
        ("They left after Monday.", Signal.AFTER),
        ("It rained throughout 2019.", Signal.DURING),
        ("It rained on Monday.", Signal.AT),
        ("Monday was dry.", Signal.AT),
        ("It rained in 2019.", Signal.AT),
    ],
)
def test_signal_stands_outside_the_extent(text: str, signal: Signal) -> None:
    (expression,) = find(text)

    assert expression.signal is signal
    assert expression.span.of(text) in ("Monday", "2019")


@pytest.mark.parametrize(
    ("text", "extent", "mod"),
    [
        ("In early 2021 it rained.", "early 2021", Mod.START),
        ("Early in 2021 it rained.", "Early in 2021", Mod.START),
        ("At the start of March it rained.", "the start of March", Mod.START),
        ("In mid-January it rained.", "mid-January", Mod.MID),
        ("In the middle of 2019 it rained.", "the middle of 2019", Mod.MID),
        ("It will rain by the end of May.", "the end of May", Mod.END),
        ("In late March 2021 it rained.", "late March 2021", Mod.END),
        ("Later this month it will rain.", "Later this month", Mod.END),
        ("Around 1850 it rained.", "Around 1850", Mod.APPROX),
        ("Circa 1850 it rained.", "Circa 1850", Mod.APPROX),
        ("It rained for about ten days.", "about ten days", Mod.APPROX),
        ("It rained for nearly two weeks.", "nearly two weeks", Mod.LESS_THAN),
        ("It rained for more than two weeks.", "more than two weeks", Mod.MORE_THAN),
        ("It rained for well over two weeks.", "well over two weeks", Mod.MORE_THAN),
        ("It rained for at least two weeks.", "at least two weeks", Mod.EQUAL_OR_MORE),
        ("It will rain for up to two weeks.", "up to two weeks", Mod.EQUAL_OR_LESS),
        ("It rained for two weeks.", "two weeks", None),
        ("It rained in March.", "March", None),
    ],
)
def test_modifier_stands_inside_the_extent(text: str, extent: str, mod: Mod | None) -> None:
    (expression,) = find(text)

    assert (expression.span.of(text), expression.mod) == (extent, mod)


def test_modifier_and_signal_together() -> None:
    (expression,) = find("They must leave by the end of May.")

    assert (expression.signal, expression.mod) == (Signal.BY, Mod.END)


@pytest.mark.parametrize(
    ("text", "extent"),
    [("Cast c. 1850 in Osh.", "c. 1850"), ("Cast ca. 1850 in Osh.", "ca. 1850")],
)
def test_abbreviated_circa(text: str, extent: str) -> None:
    (expression,) = find(text)

    assert (expression.span.of(text), expression.mod) == (extent, Mod.APPROX)


@pytest.mark.parametrize("extent", ["a hundred days", "a dozen years"])
def test_article_of_a_number(extent: str) -> None:
    assert words(f"He ruled for {extent}.") == [extent]


# ── sides ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "side", "cue"),
    [
        ("The minister resigned on Tuesday.", Side.PAST, "resigned"),
        ("The vote will be held on Tuesday.", Side.FUTURE, "will be held"),
        ("He said the pass would open on Tuesday.", Side.FUTURE, "would open"),
        ("The trial opens on Tuesday.", Side.FUTURE, "opens"),
        ("Police said on Tuesday.", Side.PAST, "said"),
        ("A rainy Tuesday.", Side.UNKNOWN, None),
    ],
)
def test_side_of_a_weekday(text: str, side: Side, cue: str | None) -> None:
    (expression,) = find(text)

    assert expression.side is side
    assert (expression.side_cue.of(text) if expression.side_cue else None) == cue


@pytest.mark.parametrize(
    "text",
    [
        "He resigned on Tuesday and will be tried.",
    ],
)
def test_a_second_clause_leaves_the_day_alone(text: str) -> None:
    (expression,) = find(text)

    assert expression.side is Side.PAST


def test_since_looks_back() -> None:
    (expression,) = find("Since Monday no one may enter.")

    assert expression.side is Side.PAST


@pytest.mark.parametrize("text", ["The ferry sank on 5 May 2017.", "It sank two days ago."])
def test_what_needs_no_side_is_asked_for_none(text: str) -> None:
    (expression,) = find(text)

    assert (expression.side, expression.side_cue) == (Side.UNKNOWN, None)


# ── traps ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "She may leave soon after.",
        "May Chen resigned.",
        "They march on; the march was long.",
        "March on, he said.",
        "The 81-year-old man left.",
        "He is 81.",
        "It drew 8000 people.",
        "They sent 2,030 soldiers.",
        "Some 2000 troops fled.",
        "Turnout was 44%.",
        "It cost $2014.",
        "The sun rose.",
        "The Sun reported it.",
        "He came second, for a second time.",
        "The second man and the third woman left.",
        "She sat down with Mona and Fritz.",
        "Route 66 has 24/7 guards.",
        "He won 5-3 and 10/12.",
        "The 9/11 report is long.",
        "Version 1.2.300 is out.",
        "Chapter 12, page 2,019.",
        "A 1994-built ship sank.",
        "One day they may win.",
        "Year after year it grows.",
        "He fell from the 5th floor.",
        "It was signed at 12 Downing Street.",
        "April Jones met June Ward.",
        "The fall of the wall was loud.",
        "The 2014 soldiers marched.",
        "He took flight 1994 to Osh.",
        "They met in room 2020.",
        "Highway 2020 is shut, and so is Section 2011.",
    ],
)
def test_trap(text: str) -> None:
    found = [word for word in words(text) if word != "soon"]

    assert found == []


# ── laws ──────────────────────────────────────────────────────────────────────────────────────────

TIMES = [
    "on Monday", "at 5 p.m.", "in 2019", "from 3 to 7 June", "since early March", "two days later",
    "every Friday", "5/6 January", "the 1990s", "about ten days", "Jan. 5, 2022", "last night",
    "between 4 March and 8 March", "the", "and", "to", "of", "–", ",", "he left", "will be", "81",
    "2,030", "may", "Sun", "the second", "quarter", "½", "²", "٣ May", "0", "99999999", "’", "(",
    "\n",
]  # fmt: skip
sentences = st.lists(st.sampled_from(TIMES), max_size=12).map(" ".join)


def assert_sound(text: str) -> None:
    article = article_of(text)
    expressions = find_timexes(article, ENGLISH)

    for one, other in itertools.pairwise(expressions):
        assert one.span.end <= other.span.start
    for one in expressions:
        assert one.span.start < one.span.end
        assert article.sentences[one.sentence].span.contains(one.span)
        assert not text[one.span.start].isspace()
        assert not text[one.span.end - 1].isspace()
    spans = {one.span: one for one in expressions}
    linked = [one.range_end for one in expressions if one.range_end]
    assert [spans[end].is_range_end for end in linked] == [True] * len(linked)


@given(sentences)
def test_expressions_never_overlap_and_stay_in_their_sentence(text: str) -> None:
    assert_sound(text)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert_sound(text)


@given(sentences)
def test_reading_twice_finds_the_same(text: str) -> None:
    assert find(text) == find(text)
