"""Times on the calendar: tense, focus, narrative year, parts of day, coarse or missing anchors.

A row is a text and, for its times, “value certainty reasons”; “! reason” where it has no place.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from article_makers import FRIDAY, anchored, article_of
from kztimeline.languages import load_language
from kztimeline.languages.meanings import read_meaning
from kztimeline.model import (
    Anchor,
    AnchorSource,
    Certainty,
    DateKind,
    DateOrder,
    ResolvedTime,
    Time,
    TimeExpression,
    TimexType,
)
from kztimeline.temporal import Granularity, Interval, Qualifier
from kztimeline.textual import Span
from kztimeline.times import resolve_times
from kztimeline.timexes import find_timexes

MARCH = Interval.of(2024, 3)
YEAR = Interval.of(2024)


def resolve(
    text: str,
    anchor: Interval | None = FRIDAY,
    order: DateOrder = DateOrder.MDY,
    certainty: Certainty = Certainty.STATED,
) -> tuple[Time, ...]:
    article = article_of(text)
    day = Anchor(article.id, anchor, certainty, AnchorSource.OPTION)
    expressions = find_timexes(article, load_language("en"), with_all_sides=anchor is None)
    return resolve_times(article, expressions, day, order)


def told(time: Time) -> str:
    if not isinstance(time, ResolvedTime):
        return f"{time.value} ! {time.reason}"
    reasons = " ".join(dict.fromkeys(step.reason.value for step in time.steps))
    return f"{time.value} {time.certainty.word} {reasons}"


def values(text: str, anchor: Interval | None = FRIDAY) -> list[str | None]:
    return [time.value for time in resolve(text, anchor)]


@pytest.mark.parametrize(("is_heading", "expected"), [(True, "2024-03-21"), (False, "2024-03-14")])
def test_a_headline_s_infinitive_is_to_come(*, is_heading: bool, expected: str) -> None:
    article = article_of("Jury to begin talks on Thursday")
    headline = article.sentences[0]._replace(is_heading=is_heading)
    found = find_timexes(replace(article, sentences=(headline,)), load_language("en"))
    (time,) = resolve_times(article, found, anchored(article), DateOrder.MDY)
    assert time.value == expected


def test_what_goes_on_goes_on_from_what_was_told_not_from_what_it_looked_back_on() -> None:
    text = "She fell on 14 May 2019, after a visit two weeks before. The next day she died."
    assert values(text)[-1] == "2019-05-15"


def test_a_range_of_the_past_ends_in_the_past() -> None:
    assert values("It was shut from Friday until Monday.", Interval.of(2024, 3, 13)) == [
        "2024-03-08",
        "2024-03-11",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned on the night of 2/3 March. At 4 a.m. it rained.", "2024-03-03T04:00"),
        ("It burned on the night of 2/3 March. At 7 a.m. it rained.", "2024-03-02T07:00"),
        ("It burned on the night of 2/3 March. By dawn it was gone.", "2024-03-03TMO"),
        ("It burned on the night of 2 March. At 0:30 it rained.", "2024-03-03T00:30"),
        ("It burned on the night of 2 March. At 4:30 it rained.", "2024-03-02T04:30"),
        ("It burned on the night of 2 March. At 04:30 it rained.", "2024-03-03T04:30"),
        ("It burned on the night of 2 March. By evening it was gone.", "2024-03-02TEV"),
        ("It burned on 2 March. At 4 a.m. it rained.", "2024-03-02T04:00"),
        ("It burned on the evening of 2 March. At 4 a.m. it rained.", "2024-03-02T04:00"),
        ("It burned at 6 p.m. on 2 March. At 4 a.m. it rained.", "2024-03-03T04:00"),
        ("It burned at 5 p.m. on 2 March. At 4 a.m. it rained.", "2024-03-02T04:00"),
        ("It burned on the night of 2 March.\nAt 4 a.m. it rained.", "2024-03-02T04:00"),
        ("It burned at 11 p.m. on 2 March.\nAt 4 a.m. it rained.", "2024-03-03T04:00"),
    ],
)
def test_small_hours_end_the_night_told_of(text: str, value: str) -> None:
    assert values(text)[-1] == value


SIEGE = "The siege of Veldra began on 3 May 1917. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (SIEGE + "On the Sunday the walls fell.", "1917-05-06"),
        (SIEGE + "On the Thursday the walls still stood.", "1917-05-03"),
        (SIEGE + "On the Sunday night the walls fell.", "1917-05-06TNI"),
        (SIEGE + "The army left in June 1917. On the Sunday it rained.", "XXXX-WXX-7"),
        ("They marched in June 1917. On the Sunday it rained.", "XXXX-WXX-7"),
        ("They marched in June 1917. That night it rained.", "XXXX-XX-XXTNI"),
        ("They will march in May 2024. On the Sunday it rained.", "2024-03-10"),
        ("They came on Monday. On the Wednesday they left.", "2024-03-13"),
        ("They came on Wednesday. On the Tuesday they had met.", "2024-03-12"),
    ],
)
def test_a_weekday_with_its_article_is_a_day_of_the_story(text: str, value: str) -> None:
    assert values(text)[-1] == value


CAMPAIGN = "The war of 1914 went on. In 1916 it came here; in 1917 it came back.\n\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (CAMPAIGN + "On Monday, 14 May, the guns opened.", "1917-05-14"),
        (CAMPAIGN + "On Friday, 14 May, the guns opened.", "1917-05-14"),  # the writer slipped
        ("They left in May 1917. On Monday, 14 May, they were home.", "1917-05-14"),
        ("They left in May 1917. On Tuesday, 14 May, they will be home.", "2024-05-14"),
        (CAMPAIGN + "They left on 3 June 1915, to return in July.", "1915-07"),
        (CAMPAIGN + "They left on 3 June 1915 and were to return in July.", "1915-07"),
        (CAMPAIGN + "It was left on 3 June 1915 and will be shown in May.", "2024-05"),
        (CAMPAIGN + "It was left on 3 June 1915. It will be shown in July.", "2024-07"),
        # what is told goes on in time, also over the New Year
        (CAMPAIGN + "They came in December 1914. In February they left.", "1915-02"),
        (CAMPAIGN + "They came in December 1914. In June they left.", "1914-06"),
        (CAMPAIGN + "They came in 1914. In February they left.", "1914-02"),
        ("They came on 31 December 2019. On 5 April they left.", "2020-04-05"),
        ("They came in the last quarter of 1937. By Christmas they had left.", "1937-12-25"),
        ("They came in 1937. By Christmas they had left.", "2023-12-25"),
        # what was past already then lies before it
        ("He robbed it on 2 May 2021 with a guard who had left in June.", "2020-06"),
        ("He robbed it on 2 May 2021 with a guard who had left on 7 April.", "2021-04-07"),
        ("He robbed it on 2 May 2021 with a guard who left in June.", "2021-06"),
        # a list that ends with what came first
        ("Thursday, 7 March: The guard left.\n\nWednesday: The mayor met him.", "2024-03-06"),
        ("Monday, 4 March: The guard left.\n\nFriday: The mayor met him.", "2024-03-08"),
        # an aside keeps its year to itself
        ("The road, first drawn in 2015, was shut on 8 May.", "2023-05-08"),
        ("The road, planned in the 1970s, was shut on 8 May.", "2023-05-08"),
        # a day named before is that day
        ("They met on 2 May 2021.\n\nHe said he was ill on 2 May.", "2021-05-02"),
        ("They met on 2 May 2021.\n\nThey will meet again on 2 May.", "2024-05-02"),
        # an entry is told from its own day
        ("Nov. 2: The guard left; a vote was set for Nov. 9.", "2023-11-09"),
        ("Nov. 2: The guard left.\nNov. 4: He will sail soon.", "2023-11-04"),
    ],
)
def test_a_date_without_a_year_is_of_the_year_told(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_what_is_counted_to_the_minute_is_a_time() -> None:
    later = resolve("On Monday it left at 7:45 p.m. and sank 40 minutes later.")[-1]
    assert (later.value, later.expression.type) == ("2024-03-11T20:25", TimexType.TIME)


@pytest.mark.parametrize(
    ("text", "anchor", "value"),
    [
        ("It broke half a decade ago.", Interval.of(2025, 3, 14), "202"),
        ("It broke a century and a half ago.", Interval.of(2020, 6, 2), "187"),
    ],
)
def test_parts_of_long_units_are_years(text: str, anchor: Interval, value: str) -> None:
    assert values(text, anchor) == [value]


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Sunday, March 3", "2024-03-03T09:00"), ("What led to March 3", "2024-03-15T09:00")],
)
def test_a_day_heads_what_follows_only_where_it_is_the_heading(heading: str, value: str) -> None:
    article = article_of(f"{heading}\n\nIt was calm.\n\nThe gate was shut at 9 a.m. by guards.")
    head, *rest = article.sentences
    article = replace(article, sentences=(head._replace(is_heading=True), *rest))
    found = find_timexes(article, load_language("en"))
    assert resolve_times(article, found, anchored(article), DateOrder.MDY)[-1].value == value


def test_a_night_is_none_of_another_year_s() -> None:
    text = "The vote was on 3 March.\n\nHe came back in 1984 and studied at night."
    assert values(text) == ["2024-03-03", "1984", "XXXX-XX-XXTNI"]


def test_a_side_read_from_a_verb_cites_the_verb() -> None:
    text = "The minister will resign on Tuesday."
    (time,) = resolve(text)

    assert isinstance(time, ResolvedTime)
    assert [
        [cite.span.of(text) for cite in step.cites]
        for step in time.steps
        if step.reason.value == "tense-future"
    ] == [["Tuesday", "will resign"]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Since Monday no one may enter.", "tense-past"),  # no verb says so
        ("Police said on Friday.", "same-day"),  # the verb does not matter
    ],
)
def test_a_day_that_no_verb_chose_cites_none(text: str, reason: str) -> None:
    (time,) = resolve(text)

    assert isinstance(time, ResolvedTime)
    assert [(step.reason.value, len(step.cites)) for step in time.steps] == [(reason, 1)]


# ── the side of the anchor ────────────────────────────────────────────────────────────────────────

BY_TENSE = [
    ("The minister resigned on Tuesday.", "2024-03-12 derived tense-past"),
    ("The minister will resign on Tuesday.", "2024-03-19 derived tense-future"),
    ("She resigned on Saturday.", "2024-03-09 derived tense-past"),
    ("She will resign on Saturday.", "2024-03-16 derived tense-future"),
    ("Rain on Tuesday.", "2024-03-12 inferred press-usage"),
    ("She resigned on Friday.", "2024-03-15 derived same-day"),
    ("She will resign on Friday.", "2024-03-15 derived same-day"),
    ("By Monday they will leave.", "2024-03-18 derived tense-future"),
    ("By Monday they had left.", "2024-03-11 inferred press-usage"),
    ("Until Monday they had held out.", "2024-03-11 derived tense-past"),
    ("It was not until Tuesday that he left.", "2024-03-12 derived tense-past"),
    ("The bank said on Tuesday it would close.", "2024-03-12 derived tense-past"),
    ("The bank told its staff in July it would close.", "2023-07 derived tense-past"),
    ("The bank, founded in April, is to be sold.", "2023-04 derived tense-past"),
    ("The office, which got complaints in May, will report.", "2023-05 derived tense-past"),
    ("The bank said the vote on Tuesday would be close.", "2024-03-19 derived tense-future"),
    ("The bank said that on Tuesday it would close.", "2024-03-19 derived tense-future"),
    ("The hearing continues on Tuesday.", "2024-03-19 derived tense-future"),
    ("The search went on until Tuesday.", "2024-03-12 derived tense-past"),
    ("It took until Tuesday before the pit was dry.", "2024-03-12 derived tense-past"),
    ("The school was closed until Tuesday.", "2024-03-19 derived tense-future"),
    ("Aid groups had warned as early as Tuesday.", "2024-03-12 derived tense-past"),
    ("She could play her first match on Saturday.", "2024-03-16 derived tense-future"),
    ("She could not be found on Saturday.", "2024-03-09 inferred press-usage"),
    ("They demanded the money by Sunday.", "2024-03-17 derived tense-future"),
    ("The sale fell through last Friday.", "2024-03-08 derived counted-from-anchor"),
    ("The fair will begin on Jan. 9.", "2025-01-09 derived tense-future"),
    ("The school did not open until Tuesday.", "2024-03-12 derived tense-past"),
    ("The school will not open until Tuesday.", "2024-03-19 derived tense-future"),
    ("The trial, originally scheduled for March 4, was put off.", "2024-03-04 inferred nearest"),
    ("She has been idle since leaving in April, and would be first.", "2023-04 derived tense-past"),
    ("They next play in the league on Saturday.", "2024-03-16 derived tense-future"),
    ("The ship, first planned for June 2, will sail earlier.", "2024-06-02 inferred nearest"),
    ("She called a strike, starting on Sunday.", "2024-03-17 derived tense-future"),
    ("The deal averts a walkout on Sunday.", "2024-03-17 derived tense-future"),
    ("Flights were halted until Monday.", "2024-03-18 derived tense-future"),
    # what is meant by its day is mostly over, but for what comes next
    ("They will fight Wednesday’s ruling.", "2024-03-13 derived tense-past"),
    ("They will miss Monday’s game.", "2024-03-18 derived tense-future"),
    ("A rainy Tuesday.", "XXXX-WXX-2 ! not-on-calendar"),
    ("She will be at the wheel for Wednesday’s trip.", "2024-03-20 derived tense-future"),
    ("They will appeal against Wednesday’s fine.", "2024-03-13 inferred press-usage"),
    # what is set beforehand lies ahead, where that is nearer; nobody foresees an attack
    ("They toured the north ahead of Sunday’s vote.", "2024-03-17 inferred foreseen"),
    ("He fell ill ahead of Wednesday’s vote.", "2024-03-13 derived tense-past"),
    ("She lost Sunday’s vote.", "2024-03-10 derived tense-past"),
    ("He was barred from the May presidential election.", "2024-05 inferred foreseen"),
    ("He was barred from the November election.", "2023-11 derived tense-past"),
    ("Prices rose before June elections.", "2024-06 inferred foreseen"),
    ("Troops entered before the June attack.", "2023-06 derived tense-past"),
    ("They will bury the dead of the April bombing.", "2023-04 derived tense-past"),
    # what is set, planned or decided lies ahead
    ("It has fought a cut in exports since April.", "2023-04 derived tense-past"),
    ("The mine closed in April.", "2023-04 derived tense-past"),
    ("They announced a cut in exports in April.", "2024-04 inferred nearest"),
    ("They planned a march on Monday.", "2024-03-18 derived tense-future"),
    ("It opposed a vote set for Monday.", "2024-03-18 derived tense-future"),
    ("He spoke of the slated visit in May.", "2024-05 derived tense-future"),
    ("She resigned on 10 March.", "2024-03-10 derived tense-past"),
    ("She will resign on 20 March.", "2024-03-20 derived tense-future"),
    ("She resigned on 15 March.", "2024-03-15 derived same-day"),
    ("She will resign on 15 March.", "2024-03-15 derived same-day"),
    ("She resigned on 20 March.", "2024-03-20 inferred nearest"),
    ("She hit a lorry with her car on 20 April.", "2023-04-20 derived tense-past"),
    ("She told him to leave on 20 April.", "2024-04-20 inferred nearest"),
    ("She said the firm is to sell a mill on 20 April.", "2024-04-20 derived tense-future"),
    ("She sold a mill, a shop on 20 April.", "2024-04-20 inferred nearest"),
    ("She resigned on Dec. 20.", "2023-12-20 derived tense-past"),
    ("She will resign on Dec. 20.", "2024-12-20 derived tense-future"),
    ("She will resign on Feb. 20.", "2024-02-20 inferred nearest"),
    ("The feast of 20 March.", "2024-03-20 inferred nearest"),
    ("The feast of 10 March.", "2024-03-10 inferred nearest"),
    ("The leap of 29 February.", "2024-02-29 inferred nearest"),
    ("She will leap on 29 February.", "2024-02-29 inferred nearest"),
    ("In June it rained.", "2023-06 derived tense-past"),
    ("In June it will rain.", "2024-06 derived tense-future"),
    ("The rain of June.", "2024-06 inferred nearest"),
    ("The rain of November.", "2023-11 inferred nearest"),
    ("In March it rained.", "2024-03 derived same-day"),
    ("In March it will rain.", "2024-03 derived same-day"),
    ("In April, a ring was lost.", "2023-04 derived tense-past"),
    (
        "The bank withdrew it on Tuesday, before it will be read.",
        "2024-03-12 derived tense-past",
    ),
    ("The bank offered a rise of 4.5 per cent from July.", "2024-07 derived tense-future"),
    ("Rents had fallen in April.", "2023-04 derived tense-past"),
    ("The ship was due in Osh on Saturday.", "2024-03-16 inferred nearest"),
    ("The ship was due in Osh on Wednesday.", "2024-03-13 inferred nearest"),
    ("She had been due to sail on Saturday.", "2024-03-16 inferred nearest"),
    ("They told of a sale in April.", "2024-04 inferred nearest"),
    ("In the summer it rained.", "2023-SU derived tense-past"),
    ("In the summer it will rain.", "2024-SU derived tense-future"),
    ("She left on the 4th.", "2024-03-04 derived tense-past"),
    ("She will leave on the 4th.", "2024-04-04 derived tense-future"),
    ("She will leave on the 15th.", "2024-03-15 derived same-day"),
    ("She left on the 31st.", "2024-03-31 inferred nearest"),
    ("She left on 31 February.", "None ! not-on-calendar"),
    ("She left on March 99999999999th.", "None ! not-on-calendar"),
    ("It closed over the weekend.", "2024-W10-WE derived tense-past"),
    ("It will close at the weekend.", "2024-W11-WE derived tense-future"),
    ("“We’ll be home by Tuesday,” he said.", "2024-03-19 derived tense-future"),
    ("The court hears her appeal on Tuesday.", "2024-03-19 derived tense-future"),
    ("Ballots that arrive by Tuesday count.", "2024-03-19 inferred press-usage"),
    ("It is the first mill in the town in nine years.", "P9Y ! not-on-calendar"),
]


@pytest.mark.parametrize(("text", "expected"), BY_TENSE)
def test_side(text: str, expected: str) -> None:
    assert [told(time) for time in resolve(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed last week.", "2024-W10 derived counted-from-anchor"),
        ("It closed this week.", "2024-W11 derived counted-from-anchor"),
        ("It closes next week.", "2024-W12 derived counted-from-anchor"),
        ("It closed last month.", "2024-02 derived counted-from-anchor"),
        ("It closes next year.", "2025 derived counted-from-anchor"),
        ("It closed last Friday.", "2024-03-08 derived counted-from-anchor"),
        ("It closed last Thursday.", "2024-03-14 derived counted-from-anchor"),
        ("It closes this Friday.", "2024-03-15 derived counted-from-anchor"),
        ("It closed this Monday.", "2024-03-11 derived counted-from-anchor"),
        ("It closes next Friday.", "2024-03-22 derived counted-from-anchor"),
        ("It closes next Saturday.", "2024-03-23 derived counted-from-anchor"),
        (
            "It closed on Monday of last week.",
            "2024-03-04 derived counted-from-anchor stated-in-words",
        ),
        ("It closed last March.", "2023-03 derived counted-from-anchor"),
        ("It closed last January.", "2024-01 derived counted-from-anchor"),
        ("It closes next March.", "2025-03 derived counted-from-anchor"),
        ("It closes this May.", "2024-05 derived counted-from-anchor"),
        ("It closed last summer.", "2023-SU derived counted-from-anchor"),
        ("It closed last winter.", "2023-WI derived counted-from-anchor"),
        ("It closes next winter.", "2024-WI derived counted-from-anchor"),
        ("It closed last weekend.", "2024-W10-WE derived counted-from-anchor"),
        ("It closed in June last year.", "2023-06 derived counted-from-anchor stated-in-words"),
        ("It closed yesterday.", "2024-03-14 derived counted-from-anchor"),
        ("It closed two days ago.", "2024-03-13 derived counted-from-anchor"),
        ("It closed a year ago today.", "2023-03-15 derived counted-from-anchor"),
        ("It closed 3000 years ago.", "None ! no-place"),
        ("It closed last night.", "2024-03-14TNI derived counted-from-anchor stated-in-words"),
        ("It closes in two weeks.", "2024-W13 derived counted-from-anchor"),
    ],
)
def test_counted_from_the_anchor(text: str, expected: str) -> None:
    assert [told(time) for time in resolve(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on 5 May 2017.", "2017-05-05 stated stated-in-words"),
        ("The ferry sank in May 2017.", "2017-05 stated stated-in-words"),
        ("The ferry sank in 2017.", "2017 stated stated-in-words"),
        ("The ferry of the 1990s.", "199 stated stated-in-words"),
        ("The ferry of the 19th century.", "18 stated stated-in-words"),
        ("The ferry of the third quarter of 2022.", "2022-Q3 stated stated-in-words"),
        ("The ferry of the summer of 2015.", "2015-SU stated stated-in-words"),
        ("The ferry sank on 30 February 2017.", "None ! no-place"),
        ("The ferry sank on 2017-13-05.", None),
        ("Tuesday, March 12, was dry.", "2024-03-12 stated weekday-fixes-year"),
        ("Tuesday, 14 March, was dry.", "2023-03-14 stated weekday-fixes-year"),
        ("Thursday, 4 April, will be dry.", "2024-04-04 stated weekday-fixes-year"),
        ("Monday, 12 September, was dry.", "2022-09-12 stated weekday-fixes-year"),
        ("Sunday, 11 September, was dry.", "2023-09-11 inferred tense-past"),
        ("It rained on Monday, March 12.", "2024-03-12 inferred tense-past"),
        ("It rained on Tuesday, February 30.", "None ! no-place"),
    ],
)
def test_stated_in_words(text: str, expected: str | None) -> None:
    found = [told(time) for time in resolve(text)]

    assert found == ([expected] if expected else [])


def test_a_year_found_from_an_inferred_day_is_inferred() -> None:
    (time,) = resolve("Tuesday, March 12, was dry.", certainty=Certainty.INFERRED)

    assert told(time) == "2024-03-12 inferred weekday-fixes-year"


@pytest.mark.parametrize(
    ("order", "value"), [(DateOrder.MDY, "2024-05-03"), (DateOrder.DMY, "2024-03-05")]
)
def test_order_of_all_numeric_dates(order: DateOrder, value: str) -> None:
    (time,) = resolve("The form of 05/03/2024 is lost.", order=order)

    assert told(time) == f"{value} stated stated-in-words"


def test_no_such_numeric_date() -> None:
    assert [told(time) for time in resolve("The form of 30/30/2024 is lost.")] == [
        "None ! no-place"
    ]


@pytest.mark.parametrize(
    ("certainty", "word"),
    [
        (Certainty.STATED, "derived"),
        (Certainty.DERIVED, "derived"),
        (Certainty.INFERRED, "inferred"),
        (Certainty.GUESSED, "guessed"),
    ],
)
def test_nothing_is_known_better_than_its_anchor(certainty: Certainty, word: str) -> None:
    (day, named) = resolve("Yesterday she resigned. In 2019 she won.", certainty=certainty)

    assert isinstance(day, ResolvedTime)
    assert isinstance(named, ResolvedTime)
    assert (day.certainty.word, named.certainty.word) == (word, "stated")
    assert (day.is_relative, named.is_relative) == (True, False)


# ── focus ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He fell on Monday. He died two days ago.", ["2024-03-11", "2024-03-13"]),
        ("He fell on Monday. Two days earlier he sang.", ["2024-03-11", "2024-03-09"]),
        (
            "He fell on Monday. The previous day he sang. The previous day’s meal was good.",
            ["2024-03-11", "2024-03-10", "2024-03-10"],
        ),
        (
            "He fell on Monday. The previous day he sang. The next day he died.",
            ["2024-03-11", "2024-03-10", "2024-03-11"],
        ),
        ("He fell on Monday. A month later he died.", ["2024-03-11", None]),
        ("He fell on Monday. Two days later he died.", ["2024-03-11", "2024-03-13"]),
        ("He fell on Monday. The next day he died.", ["2024-03-11", "2024-03-12"]),
        ("He fell on Monday. The previous week he sang.", ["2024-03-11", "2024-W10"]),
        ("He fell on Monday. That day it rained.", ["2024-03-11", "2024-03-11"]),
        ("He fell on Monday. The same month it rained.", ["2024-03-11", "2024-03"]),
        ("He fell in June 2019. A month later he died.", ["2019-06", "2019-07"]),
        (
            "He fell on Monday. A day later he woke. A day later he died.",
            ["2024-03-11", "2024-03-12", "2024-03-13"],
        ),
        ("It rained in February; on 20th of that month it stopped.", ["2024-02", "2024-02-20"]),
        # “the end of the month”: the one told of by a verb of the past, else the anchor's own
        ("It rained in January. By the end of the month roads closed.", ["2024-01", "2024-01"]),
        ("It rained in January. By the end of the month roads will close.", ["2024-01", "2024-03"]),
        ("It rained in January.\nBy the end of the month roads closed.", ["2024-01", "2024-03"]),
        ("He won in 2019. At the start of the year he had lost.", ["2019", "2019"]),
        # “a Tuesday” is that of the day just named, or any
        ("On 5 March, a Tuesday, he fell.", ["2024-03-05", "2024-03-05"]),
        ("On 5 March, not a Monday, he fell.", ["2024-03-05", "XXXX-WXX-1"]),
        ("He fell on a Monday.", ["XXXX-WXX-1"]),
        # a clock time takes its day from the part of day behind it
        ("At 3:15 on the morning of 5 March he fell.", ["2024-03-05T03:15"]),
        ("At 5 o'clock on the afternoon of 5 March he fell.", ["2024-03-05T17:00"]),
        ("He fell on New Year's Day of 2019.", ["2019-01-01"]),
        # a clock time is of no day on which somebody spoke, or since when something is so
        (
            "He fell on Monday, police said on Wednesday. At 8 p.m. he died.",
            ["2024-03-11", "2024-03-13", "2024-03-11T20:00"],
        ),
        (
            "He fell on Monday. She had been there since Saturday. At 8 p.m. he died.",
            ["2024-03-11", "2024-03-09", "2024-03-11T20:00"],
        ),
        # a midnight told of after an evening ends its day
        (
            "The fire broke out at 9 p.m. on 5 March. It was out by midnight.",
            ["2024-03-05T21:00", "2024-03-06T00:00"],
        ),
        (
            "The fire broke out on Monday evening. It was out by midnight.",
            ["2024-03-11TEV", "2024-03-12T00:00"],
        ),
        (
            "The gates shut on 5 March. They opened at midnight.",
            ["2024-03-05", "2024-03-05T00:00"],
        ),
        (
            "The gates shut at 9 a.m. on 5 March. They opened at midnight.",
            ["2024-03-05T09:00", "2024-03-05T00:00"],
        ),
        (
            "It rained from 3 January to 9 January, most on the 5th.",
            ["2024-01-03", "2024-01-09", "2024-01-05"],
        ),
        ("He fell on Good Friday 1998, a year after her.", ["1998-04-10", "P1Y"]),
        # of a month days are counted in its own sentence
        (
            "He left on 3 January. In February a ring was lost and found nine days later.",
            ["2024-01-03", "2024-02", "2024-02"],
        ),
        (
            "He left on 3 January. In February it rained. Nine days later he rang.",
            ["2024-01-03", "2024-02", "2024-01-12"],
        ),
        # paragraphs that each open with their date go on in the far year
        (
            (
                "In May 2011 the dam was closed.\nBy August the lake was full.\n"
                "On 5 September it burst.\nTwo days later the town was dry.\n"
                "The gates fell at 6:50 p.m. on the 9th."
            ),
            ["2011-05", "2011-08", "2011-09-05", "2011-09-07", "2011-09-09T18:50"],
        ),
        (
            "The dam was closed in May 2011.\nIn January the lake was full.",
            ["2011-05", "2024-01"],
        ),
        (
            "In May 2011 the dam was closed.\nIn January the lake was full.",
            ["2011-05", "2024-01"],
        ),
        # of a day named in passing, years ago, no clock time of another paragraph is
        (
            "The siren marks the fire of 19 May 1985.\nAt 7 a.m. the mayor spoke.",
            ["1985-05-19", "2024-03-15T07:00"],
        ),
        (
            "On 19 May 1985 the mill burned.\nBy 7 a.m. it was a ruin.",
            ["1985-05-19", "1985-05-19T07:00"],
        ),
        # what had been then goes on from what was looked back on
        (
            "On Monday they found the bus that crashed two days earlier. It had left at 7:27 a.m.",
            ["2024-03-11", "2024-03-09", "2024-03-09T07:27"],
        ),
        ("He fell on Monday. For ten days he slept. A day later he woke.",
         ["2024-03-11", "P10D", "2024-03-12"]),
    ],
)  # fmt: skip
def test_focus_and_anchor(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("He fell on Monday. Two days later he died.", Certainty.DERIVED),
        ("He fell on Monday.\nTwo days later he died.", Certainty.INFERRED),
        ("Two days earlier he died.", Certainty.INFERRED),
    ],
)
def test_a_far_focus_is_weaker(text: str, certainty: Certainty) -> None:
    assert [time.certainty for time in resolve(text) if isinstance(time, ResolvedTime)][-1] is (
        certainty
    )


def test_a_focus_coarser_than_the_unit_is_passed_over() -> None:
    text = "He fell on Monday. In 2019 he had sung. Two days later he died."

    assert values(text) == ["2024-03-11", "2019", "2024-03-13"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 it rained. Two months later it stopped.",
        "10 years later it stopped.",
        "On Friday crews came, and the following Monday they left.",
    ],
)
def test_later_than_nothing_needs_a_focus(text: str) -> None:
    assert told(resolve(text)[-1]).endswith("! needs-focus")


def test_what_was_told_long_ago_is_forgotten() -> None:
    years = " ".join(f"In {year} it rained." for year in range(2011, 2017))
    text = f"On Monday it rained. {years} Two days earlier it had stopped."

    assert told(resolve(text)[-1]) == "2024-03-13 inferred counted-from-focus"


def test_the_sixth_time_back_is_still_known() -> None:
    years = " ".join(f"In {year} it rained." for year in range(2011, 2016))
    text = f"On Monday it rained. {years} Two days earlier it had stopped."

    assert values(text)[-1] == "2024-03-09"


@pytest.mark.parametrize(
    ("between", "value"),
    [("It rained.\n" * 3, "2022-Q3"), ("It rained.\n" * 4, "2023")],
)
def test_a_quarter_is_compared_with_for_four_paragraphs(between: str, value: str) -> None:
    text = f"It lost 3 million in the third quarter of 2023.\n{between}A year ago it won."

    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # a plan is no focus for what has happened …
        ("The dam will open on Monday. Two days earlier it was painted.", "2024-03-13"),
        ("It broke on Tuesday. It will open on Monday. A day later it was shut.", "2024-03-13"),
        ("The dam will open tomorrow. Two days earlier it was painted.", "2024-03-13"),
        # … but for other plans it is, and for what is said of it in its own sentence
        ("The dam will open on Monday. Two days later it will close.", "2024-03-20"),
        ("The dam will open on Monday; two days earlier it is painted.", "2024-03-16"),
    ],
)
def test_plans_are_no_focus(text: str, last: str) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("He has been held since April.", "2023-04"),
        ("He has been held since April 2.", "2023-04-02"),
    ],
)
def test_since_is_past_however_far(text: str, last: str) -> None:
    assert values(text)[-1] == last


# ── the year a text tells of ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("He fell on 5 May 2019. On 7 June he died.", "2019-06-07 derived text-year"),
        ("He fell in May 2019. In June he died.", "2019-06 derived text-year"),
        ("In 2019 he fell and in June he died.", "2019-06 derived text-year"),
        (
            "He fell on 5 May 2019. On 7 June he died. In July it rained.",
            "2019-07 derived text-year",
        ),
        (
            "He fell on 5 May 2019. A day later he died. In July it rained.",
            "2019-07 derived text-year",
        ),
        (
            "He fell on 5 May 2019. At 5 p.m. he died. In July it rained.",
            "2019-07 derived text-year",
        ),
        # a telling ends with a bare year's sentence, a paragraph, a day of now, the anchor's year
        ("In 2019 he fell. In June he died.", "2023-06 derived tense-past"),
        ("He fell on 5 May 2019.\nIn June he died.", "2023-06 derived tense-past"),
        (
            "He fell on 5 May 2019. Yesterday it rained. In June he died.",
            "2023-06 derived tense-past",
        ),
        ("He fell on 5 January 2024. In June he died.", "2023-06 derived tense-past"),
        # a date just gone by is this year's
        ("A law passed in 2019 was repealed on 20 February.", "2024-02-20 derived tense-past"),
        ("He fell on 5 May 2019. In February he was freed.", "2024-02 derived tense-past"),
        ("He fell on 5 May 2019. In June he will sing.", "2024-06 derived tense-future"),
        # a past told from afar, in another paragraph: near what was told
        ("He fell on 5 April 2023.\nOn 10 April he died.", "2023-04-10 derived text-year"),
        (
            "The firm, owned by a bank since 2019, lost money in the year to January.",
            "2024-01 derived tense-past",
        ),
        # a day of the month told of
        ("In July 2023 he fell, and on the 18th he died.", "2023-07-18 derived counted-from-focus"),
        (
            "It rained from 28 April 2023; by the 3rd, it stopped.",
            "2023-05-03 derived counted-from-focus",
        ),
        ("She left in late January. He came at 9 a.m.", "2024-03-15T09:00 derived stated-in-words"),
        ("He fell on 5 January 2023.\nOn 10 April he died.", "2024-04-10 inferred nearest"),
        # a date that says which thing is meant does not lead the telling to its year
        ("He led the May 5, 2019, raid. In June he died.", "2023-06 derived tense-past"),
        # a range over years holds what follows, or what lies next to it
        (
            "The siege lasted from 14 May 1876 to 2 March 1877; on 12 May it rained.",
            "1876-05-12 derived text-year",
        ),
        (
            "The siege lasted from 14 August 1876 to 2 June 1877; on 5 June it rained.",
            "1877-06-05 derived text-year",
        ),
        ("The war lasted from 1812 to 1815. On 3 June it rained.", "2023-06-03 derived tense-past"),
        # a year that stands alone heads the entries below it, until the next one
        ("2021\n\nFeb. 3: It opens.\n\nMarch 9: It burns.", "2021-03-09 derived text-year"),
        ("2021\n\nFeb. 3: It opens.", "2021-02-03 derived text-year"),
        (
            "2021\n\nFeb. 3: It opens.\n\n2022\n\nMay 2: It burns.",
            "2022-05-02 derived text-year",
        ),
        ("In 2021 it opened.\n\nMay 2: It burns.", "2024-05-02 inferred nearest"),
        ("2021 was dry.\n\nMay 2: It burns.", "2024-05-02 inferred nearest"),
        # an entry of a chronology without a year has that of the entry above it, or the next
        ("- May 5, 2019: It opens.\n- Nov. 6: It burns.", "2019-11-06 derived text-year"),
        ("- Nov. 6, 2019: It opens.\n- May 5: It burns.", "2019-05-05 derived text-year"),
        ("- Nov. 6, 2019: It opens.\n- Jan. 5: It burns.", "2020-01-05 derived text-year"),
        ("- Nov. 6, 2019: It opens.\n- April: It burns.", "2020-04 derived text-year"),
        ("- Aug. 6, 2019: It opens.\n- Jan. 5: It burns.", "2019-01-05 derived text-year"),
        ("- Nov. 6, 2019: It opens.\n- Jan. 5 it burns.", "2020-01-05 derived text-year"),
        ("It opens May 5, 2019.\n- Nov. 6: It burns.", "2023-11-06 inferred nearest"),
        (
            "- May 5, 2019: It opens.\nIt rains.\n- Nov. 6: It burns.",
            "2023-11-06 inferred nearest",
        ),
        (
            "The plan was drawn in 2016, halted in 2020 and revived in July.",
            "2023-07 derived tense-past",
        ),
        ("She joined the bank in 2019 and left in July.", "2023-07 derived tense-past"),
        ("In 2019 she joined the bank and left in July.", "2019-07 derived text-year"),
        ("The firm was sold in 2019 after a fire in May.", "2019-05 derived text-year"),
        ("Last year the first snow came on April 20.", "2023-04-20 derived text-year"),
        ("She won last year and took office on 1 January.", "2024-01-01 derived tense-past"),
        ("It was seized on 5 January 2014 and sold in the autumn.", "2014-FA derived text-year"),
        # nor the year of an aside, but within it
        ("The mill, built in 1871, failed in the autumn.", "2023-FA derived tense-past"),
        (
            "The mill, built in 1871, failed in May. In June it burned.",
            "2023-06 derived tense-past",
        ),
        ("Norda, which failed in 2019, burned in May.", "2023-05 derived tense-past"),
        ("Norda, which failed in 2019 and burned in May, is big.", "2019-05 derived text-year"),
        # some days after what the paragraph above tells of an older year
        ("He fell on 4 January last year.\nHe died on 9 January.", "2023-01-09 derived text-year"),
        ("He fell on 4 January last year.\nHe died on 9 June.", "2023-06-09 derived tense-past"),
        # a weekday knows no year of its own
        ("He fell on 5 May 2019. On Tuesday he was buried.", "2024-03-12 derived tense-past"),
    ],
)
def test_narrative_year(text: str, last: str) -> None:
    assert told(resolve(text)[-1]) == last


# ── … and where nobody knows when it speaks ───────────────────────────────────────────────────────

NEWS = "The board met on Tuesday. "
GUESSED = "inferred last-year-told"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # a year named in passing is not that of a date: nor in news, nor to come
        (NEWS + "By 2034 it needs 40 ships.\nBids close on the last day of May.", "XXXX-05"),
        (NEWS + "By 2034 it needs 40 ships.\nThe pier was shut on 3 March.", "XXXX-03-03"),
        (NEWS + "It will need 40 ships in 2034. The pier shut on 3 March.", "XXXX-03-03"),
        (NEWS + "It will need 40 ships in 2034, for the pier shut on 3 March.", "XXXX-03-03"),
        ("It will need 40 ships in 2034.\nBids close on 3 March.", "XXXX-03-03"),
        ("It needs 40 ships by 2034.\nBids close on 3 March.", "XXXX-03-03"),
        (NEWS + "A pier was built in 2009.\nIt was shut on 3 March.", "XXXX-03-03"),
        (NEWS + "A pier was built in 2009.\nIt opens on 3 March.", "XXXX-03-03"),
        ("The pier was built in 2009.\nIt opens on 3 March.", "XXXX-03-03"),
        ("The pier was built in 2009.\nIt will open on 3 March.", "XXXX-03-03"),
        ("The pier was built in 2009.\nIt will open at Easter.", "None"),
        # told like the year named last: perhaps of it
        ("The pier was built in 2009.\nIt was shut on 3 March.", f"2009-03-03 {GUESSED}"),
        ("The pier was built in 2009.\nIt was shut at Easter.", f"2009-04-12 {GUESSED}"),
        ("The pier was built in 2009.\nIt was shut in the summer.", f"2009-SU {GUESSED}"),
        # the news of a year, and a history
        (NEWS + "It was shut on 3 March 2009. It opened on 9 May.", "2009-05-09 derived text-year"),
        (NEWS + "In 2009 it was shut and on 9 May it opened.", "2009-05-09 derived text-year"),
        (
            "It was begun in 1876, opened in 1881, widened in 1902.\nOn 9 May a ship sank.",
            "1902-05-09 derived text-year",
        ),
        (
            "It was begun in 1876, opened in 1881.\nIn 1902 it grew. On 9 May it is shut.",
            "1902-05-09 derived text-year",
        ),
    ],
)
def test_the_year_of_a_text_of_no_known_day(text: str, last: str) -> None:
    assert told(resolve(text, None)[-1]) == (last if " " in last else f"{last} ! needs-year")


HISTORY = "The mill opened in 1820, closed in 1911 and burned in 1923. "


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (HISTORY + "The house is today a museum.", "PRESENT_REF"),
        (HISTORY + "The museum was shut today.", "2024-03-15"),
        (HISTORY + "It will reopen today.", "2024-03-15"),
        ("The mill opened in 1820. It closes today.", "2024-03-15"),
    ],
)
def test_today_in_a_history_is_these_days(text: str, last: str) -> None:
    assert values(text)[-1] == last


def test_the_same_year_is_the_one_told_though_it_lies_ahead() -> None:
    assert values("The law takes effect in 2026. That same year the tax ends.")[-1] == "2026"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The square is loud at night.", "XXXX-XX-XXTNI"),
        ("The square filled at night.", "2024-03-15TNI"),
        (
            "Yesterday it rained.\n\n\nThey arrive by ferry.\n\nThe square is loud at night.",
            "2024-03-15TNI",
        ),
        ("They met on Monday. The hall is loud at night.", "2024-03-11TNI"),
    ],
)
def test_a_part_of_day_without_a_day_told_is_that_of_any_day(text: str, last: str) -> None:
    assert values(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks ran from Jan. 5 to Jan. 7, 2023.", ["2023-01-05", "2023-01-07"]),
        ("The siege (January–March 2020) ended.", ["2020-01", "2020-03"]),
        (
            "It sat from 6.15 pm to 7.15 pm on Sunday.",
            ["2024-03-10T18:15", "2024-03-10T19:15"],
        ),
        (
            "It sat from 6.15 pm to 1.15 am on Sunday.",
            ["2024-03-15T18:15", "2024-03-10T01:15"],
        ),
    ],
)
def test_the_year_of_a_range_stands_at_its_end(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Third-quarter profit fell. A year ago it rose.", "2022-Q3 derived counted-from-focus"),
        (
            "Third-quarter profit fell. In the quarter it hired.",
            "2023-Q3 derived counted-from-focus",
        ),
        ("Third-quarter profit fell.\nA year ago it rose.", "2022-Q3 derived counted-from-focus"),
        ("In the quarter it hired.", "2023-Q4 derived counted-from-anchor"),
        ("Fifth-quarter profit fell.", "None ! not-on-calendar"),
        (
            "Third-quarter profit fell.\nIn 2022 it had doubled from a year earlier.",
            "2021 derived counted-from-focus",
        ),
    ],
)
def test_results_are_told_by_the_quarter(text: str, last: str) -> None:
    assert told(resolve(text)[-1]) == last


# ── parts of day, clock times, ranges, modifiers ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It broke on Tuesday night.", "2024-03-12TNI derived tense-past stated-in-words"),
        ("It broke this morning.", "2024-03-15TMO derived counted-from-anchor stated-in-words"),
        ("On Monday it cracked, and by evening it broke.",
         "2024-03-11TEV derived counted-from-focus stated-in-words"),
        ("On Monday it cracked. In the afternoon it broke.",
         "2024-03-11TAF inferred counted-from-focus stated-in-words"),
        ("On Monday it cracked.\nBy evening it broke.",
         "2024-03-11TEV inferred counted-from-focus stated-in-words"),
        ("On Monday it cracked. That evening it broke.",
         "2024-03-11TEV derived counted-from-focus stated-in-words"),
        ("On Monday it cracked. The next morning it broke.",
         "2024-03-12TMO derived counted-from-focus stated-in-words"),
        ("On Monday it cracked; at 5 p.m. it broke.",
         "2024-03-11T17:00 derived counted-from-focus stated-in-words"),
        ("It broke at 5 p.m. on Monday.", "2024-03-11T17:00 derived tense-past stated-in-words"),
        ("Bells rang at noon today.",
         "2024-03-15T12:00 derived counted-from-anchor stated-in-words"),
        ("It broke at 9 p.m. on Monday, before midnight. It fell before midnight.",
         "2024-03-11T00:00 inferred counted-from-focus stated-in-words"),
        ("They lost on Sunday. They will meet at 3 p.m.",
         "2024-03-15T15:00 derived stated-in-words"),
        ("They lost on Sunday and will meet at 3 p.m.",
         "2024-03-10T15:00 derived counted-from-focus stated-in-words"),
        ("It broke last Friday at 5 a.m. sharp.",
         "2024-03-08T05:00 derived counted-from-anchor stated-in-words"),
        ("It broke on 5 May 2017 at 14:30.", "2017-05-05T14:30 stated stated-in-words"),
        ("It broke at midnight on Sunday.", "2024-03-10T00:00 derived tense-past stated-in-words"),
        ("It broke at 12 a.m. sharp.", "2024-03-15T00:00 derived stated-in-words"),
        ("It broke at 13 p.m. sharp.", "None ! no-place"),
        ("It broke at 24:00 sharp.", "None ! no-place"),
        ("It broke on the night of 5/6 January.",
         "2024-01-05/2024-01-06 derived tense-past stated-in-words"),
        ("It was held on 8-10 March.", "2024-03-08/2024-03-10 derived tense-past stated-in-words"),
        ("It was held in 1992/1995.", "1992/1995 stated stated-in-words"),
        ("The fair of 10-8 March.", "None ! no-place"),
        ("It broke in mid-January.", "2024-01 derived tense-past narrowed"),
        ("It broke around 1850.", "1850 stated stated-in-words narrowed"),
        ("It broke at the end of last week.", "2024-W10 derived counted-from-anchor"),
    ],
)  # fmt: skip
def test_parts_clocks_ranges_and_modifiers(text: str, expected: str) -> None:
    assert told(resolve(text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("It broke on Tuesday.", DateKind.INSTANT, "2024-03-12", "2024-03-12"),
        ("It broke in May 2017.", DateKind.INSTANT, "2017-05-01", "2017-05-31"),
        ("It broke last week.", DateKind.ONE_OF, "2024-03-04", "2024-03-10"),
        ("It broke last weekend.", DateKind.ONE_OF, "2024-03-09", "2024-03-10"),
        ("It broke last summer.", DateKind.ONE_OF, "2023-06-01", "2023-08-31"),
        ("It broke in the third quarter of 2022.", DateKind.ONE_OF, "2022-07-01", "2022-09-30"),
        ("It broke in mid-January.", DateKind.ONE_OF, "2024-01-11", "2024-01-20"),
        ("It broke in late 2019.", DateKind.ONE_OF, "2019-09-01", "2019-12-31"),
        ("It broke on the night of 5/6 January.", DateKind.ONE_OF, "2024-01-05", "2024-01-06"),
        ("It lasted March 4-8.", DateKind.SPAN, "2024-03-04", "2024-03-08"),
    ],
)
def test_kind_and_bounds(text: str, kind: DateKind, first: str, last: str) -> None:
    (time,) = resolve(text)

    assert isinstance(time, ResolvedTime)
    days = time.interval.first_day, time.interval.last_day
    assert (time.kind, *map(str, days)) == (kind, first, last)


def test_clock_time_is_kept_beside_its_day() -> None:
    (time,) = resolve("It broke at 4:15 p.m. on Monday.")

    assert isinstance(time, ResolvedTime)
    assert (time.clock, time.interval.granularity) == ("16:15", Granularity.MINUTE)
    (day,) = resolve("It broke on Monday.")
    assert isinstance(day, ResolvedTime)
    assert day.clock is None


def test_about_marks_the_interval() -> None:
    (time,) = resolve("It broke around 1850.")

    assert isinstance(time, ResolvedTime)
    assert time.interval.qualifier is Qualifier.APPROXIMATE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It lasted ten days.", "P10D"),
        ("It lasted two fortnights.", "P4W"),
        ("It lasted several days.", "PXD"),
        ("It lasted a couple of days.", "P2D"),
        ("It lasted two hours.", "PT2H"),
        ("It is printed every week.", "P1W"),
        ("It is printed every fortnight.", "P2W"),
        ("It is printed every Tuesday.", "XXXX-WXX-2"),
        ("It is printed every Sunday.", "XXXX-WXX-7"),
        ("It is now closed.", "PRESENT_REF"),
        ("It closed several years ago.", "PAST_REF"),
    ],
)
def test_what_is_no_place_says_what_it_is(text: str, value: str) -> None:
    assert [told(time) for time in resolve(text)] == [f"{value} ! not-on-calendar"]


# ── coarse anchors ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "from_month", "from_year"),
    [
        ("It broke yesterday.", "2024-03 derived", "2024 derived"),
        ("It broke two days ago.", "2024-03 derived", "2024 derived"),
        ("It broke last week.", "2024-03 derived", "2024 derived"),
        ("It broke this weekend.", "2024-03 derived", "2024 derived"),
        ("It broke last month.", "2024-02 derived", "2024 derived"),
        ("It broke this year.", "2024 derived", "2024 derived"),
        ("It broke two years ago.", "2022 derived", "2022 derived"),
        ("It broke in March.", "2024-03 inferred", None),
        ("It broke on Jan. 5.", "2024-01-05 inferred", "2024-01-05 inferred"),
        ("It broke on March 5.", "2024-03-05 inferred", "2024-03-05 inferred"),
        ("It will break on March 5.", "2024-03-05 inferred", "2024-03-05 inferred"),
        ("It will break on 5 May.", "2024-05-05 inferred", "2024-05-05 inferred"),
        ("It broke on Tuesday, March 12.", "2024-03-12 stated", "2024-03-12 stated"),
        ("It broke on 5 May 2019.", "2019-05-05 stated", "2019-05-05 stated"),
        ("It broke on Monday.", "XXXX-WXX-1 ! needs-anchor", "XXXX-WXX-1 ! needs-anchor"),
        ("It broke on the 4th.", "XXXX-XX-04 ! needs-anchor", "XXXX-XX-04 ! needs-anchor"),
        ("It broke last Monday.", "None ! needs-anchor", "None ! needs-anchor"),
        ("It breaks next Monday.", "None ! needs-anchor", "None ! needs-anchor"),
        ("It breaks this Monday.", "None ! needs-anchor", "None ! needs-anchor"),
        ("It broke on Monday of last week.", "None ! needs-anchor", "None ! needs-anchor"),
        ("It broke over the weekend.", "None ! needs-anchor", "None ! needs-anchor"),
        ("It broke at 5 p.m. sharp.", "None ! no-place", "None ! no-place"),
    ],
)
def test_from_a_coarse_anchor(text: str, from_month: str, from_year: str | None) -> None:
    for anchor, expected in ((MARCH, from_month), (YEAR, from_year)):
        if expected:
            (time,) = resolve(text, anchor)
            assert told(time).startswith(expected)


@pytest.mark.parametrize(
    ("text", "value"), [("It broke in March.", "2024-03"), ("It broke on 6 June.", "2024-06-06")]
)
def test_a_month_in_the_year_the_article_is_of(text: str, value: str) -> None:
    assert values(text, YEAR) == [value]


# ── no anchor ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It broke on 5 May 2019.", ["2019-05-05 stated stated-in-words"]),
        ("It broke on 5 May 2019 at 5 p.m. sharp.", ["2019-05-05T17:00 stated stated-in-words"]),
        ("It broke in the 1990s.", ["199 stated stated-in-words"]),
        ("It broke on Jan. 5.", ["XXXX-01-05 ! needs-year"]),
        ("It broke on Tuesday, March 12.", ["XXXX-03-12 ! needs-year"]),
        ("It broke in March.", ["XXXX-03 ! needs-year"]),
        ("It broke on Tuesday.", ["XXXX-WXX-2 ! needs-anchor"]),
        ("It broke on the 4th.", ["XXXX-XX-04 ! needs-anchor"]),
        ("It broke in the summer.", ["None ! needs-year"]),
        ("It broke yesterday.", ["None ! needs-anchor"]),
        ("It broke last week.", ["None ! needs-anchor"]),
        ("It broke at 5 p.m. sharp.", ["None ! needs-anchor"]),
        ("A day earlier it broke.", ["None ! needs-anchor"]),
        ("It lasted ten days.", ["P10D ! not-on-calendar"]),
        (
            "It broke on 5 May 2019. A day later it was mended. On 7 June it broke.",
            [
                "2019-05-05 stated stated-in-words",
                "2019-05-06 derived counted-from-focus",
                "2019-06-07 derived text-year",
            ],
        ),
        (
            "It broke on 5 May 2019. Two weeks later it broke.",
            ["2019-05-05 stated stated-in-words", "2019-W20 derived counted-from-focus"],
        ),
    ],
)
def test_without_an_anchor(text: str, expected: list[str]) -> None:
    assert [told(time) for time in resolve(text, None)] == expected


# ── meanings that no table has yet ────────────────────────────────────────────────────────────────


def of_meaning(text: str, **slots: str | int) -> str:
    expression = TimeExpression(
        article_id="art-test",
        span=Span(0, 2),
        type=TimexType.DATE,
        rule="en/test",
        meaning=read_meaning(text, "test"),
        slots=tuple(slots.items()),
        sentence=0,
    )
    article = article_of("It broke.")
    (time,) = resolve_times(article, (expression,), anchored(article), DateOrder.MDY)
    return told(time)


@pytest.mark.parametrize(
    ("meaning", "slots", "expected"),
    [
        ("part(NI, anchor)", {}, "2024-03-15TNI derived stated-in-words"),
        ("part(NI, year)", {"year": 2024}, "None ! no-place"),
        ("near(anchor)", {}, "None ! no-place"),
        ("shift(anchor, few, unit)", {"few": "X", "unit": "day"}, "None ! no-place"),
        ("shift(anchor, 2, score)", {}, "None ! no-place"),
        ("nth(2, week, date(2024, 3))", {}, "2024-W10 stated stated-in-words"),
        ("lasting(7975, year)", {}, "P7975Y ! not-on-calendar"),
        ("shift(anchor, 7975, year)", {}, "None ! no-place"),
        ("century(100)", {}, "None ! no-place"),
    ],
)
def test_meaning(meaning: str, slots: dict[str, str | int], expected: str) -> None:
    assert of_meaning(meaning, **slots) == expected


@pytest.mark.parametrize("unit", ["years", "decades", "centuries"])
def test_the_far_future_falls_off_the_calendar(unit: str) -> None:
    count = {"years": 7975, "decades": 797, "centuries": 79}[unit]

    assert [told(time) for time in resolve(f"It will end in {count} {unit}.")] == [
        "None ! no-place"
    ]


def test_one_time_an_expression_in_order() -> None:
    text = "On Monday it broke, for ten days, since 2019, on 31 February."
    article = article_of(text)
    expressions = find_timexes(article, load_language("en"))
    times = resolve_times(article, expressions, anchored(article), DateOrder.MDY)

    assert tuple(time.expression for time in times) == expressions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last May it rained. On 17 March it had begun.", "2023-03-17 derived text-year"),
        ("Last May it rained. On 16 March it had begun.", "2024-03-16 inferred nearest"),
        ("Last year it rained. On 12 April it stopped.", "2024-04-12 inferred nearest"),
        ("Last year it rained. On 5 May it stopped.", "2023-05-05 derived tense-past"),
        # only right beside its verb does a date lie ten months back
        ("It was closed on 5 May.", "2023-05-05 derived tense-past"),
        ("They declared a dividend payable on 5 May.", "2024-05-05 derived tense-future"),
    ],
)
def test_what_is_told_lies_near_what_was_told(text: str, expected: str) -> None:
    assert told(resolve(text)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "is_relative"),
    [
        ("In May 2019 it rained. On 3 June it stopped.", [False, True]),
        ("It rained from Jan. 5 to Jan. 7, 2023.", [False, False]),
    ],
)
def test_a_year_of_the_text_is_counted_from_it(text: str, is_relative: list[bool]) -> None:
    times = [time for time in resolve(text) if isinstance(time, ResolvedTime)]

    assert [time.is_relative for time in times] == is_relative


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is only compared with is not told of: both are counted from the quarter stated
        (
            "It lost in the third quarter of 2023. A year ago it won. A year earlier it won.",
            ["2023-Q3", "2022-Q3", "2022-Q3"],
        ),
        # the stamp of an entry is the article's own day; a clock time further on is the story's
        ("On Monday it rained.\n(• 14:30 it stopped.", ["2024-03-11", "2024-03-15T14:30"]),
        ("On Monday it rained.\n(••• 14:30 it stopped.", ["2024-03-11", "2024-03-11T14:30"]),
        ("On Monday it rained.\nBy 14:30 it stopped.", ["2024-03-11", "2024-03-11T14:30"]),
        # a clock time put on the article's own day for want of another lends it to no later one
        (
            "It poured at 14:30. It rained at 15:30.\n14:40\nAt 15:40 it stopped.",
            ["2024-03-15T14:30", "2024-03-15T15:30", "2024-03-15T14:40", "2024-03-15T15:40"],
        ),
        ("On Monday it rained.\nIt poured. 14:30 was dry.", ["2024-03-11", "2024-03-11T14:30"]),
        # a night lies on two days, the first of which its evening is of; three are too many
        (
            "It burned on the night of 2/3 March. It was lit at 11 p.m. by boys.",
            ["2024-03-02/2024-03-03", "2024-03-02T23:00"],
        ),
        (
            "It burned on 2-4 March. It was lit at 11 p.m. by boys.",
            ["2024-03-02/2024-03-04", "2024-03-15T23:00"],
        ),
        # several months are told of within their paragraph
        (
            "Third-quarter profit fell. For the nine months it rose. It beat the year-ago period.",
            ["2023-Q3", "P9M", "2023"],
        ),
        (
            "Third-quarter profit fell. For the nine months it rose.\nIt beat the year-ago period.",
            ["2023-Q3", "P9M", "2022-Q3"],
        ),
        # what news tells goes on in time
        ("It was sold on 14 June 1999. In February it lost.", ["1999-06-14", "2024-02"]),
        ("It was sold on 14 June 1999. In August it lost.", ["1999-06-14", "1999-08"]),
        ("It was sold on 14 June 1999. In June it lost.", ["1999-06-14", "1999-06"]),
        (
            "On Monday it rained.\nIt poured. At noon it stopped.",
            ["2024-03-11", "2024-03-11T12:00"],
        ),
    ],
)
def test_what_later_times_hang_on(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_an_hour_counted_has_its_clock_time() -> None:
    times = resolve("At 5:20 p.m. the alarm rang. Two hours later it stopped.")

    assert [time.clock for time in times if isinstance(time, ResolvedTime)] == ["17:20", "19:00"]


@pytest.mark.parametrize("text", ["It rained on Tuesday.", "It rained last Tuesday."])
def test_a_week_is_no_day_to_find_a_weekday_from(text: str) -> None:
    week = Interval.unit_at(FRIDAY.start, Granularity.WEEK) if FRIDAY.start else None

    assert [told(time)[-12:] for time in resolve(text, week)] == ["needs-anchor"]


def test_a_quarter_has_no_value_without_its_year() -> None:
    assert [told(time) for time in resolve("It fell in the third quarter.", None)] == [
        "None ! needs-anchor"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It broke two and a half days ago.", "2024-03-13"),
        ("It broke two and a half years ago.", "2021"),
        ("It broke half a decade ago.", "201"),
        ("It broke two and a half weeks ago.", "2024-W09"),
        ("It broke half a century ago.", "197"),
    ],
)
def test_a_count_with_a_part(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_part_of_a_minute_is_no_place() -> None:
    (time,) = resolve("It broke two and a half minutes ago.")
    assert told(time).endswith("! no-place")


def test_a_history_goes_on_where_its_days_stopped() -> None:
    text = (
        "The rising began on 9 June 1982.\n\n"
        "Ruiz flew to Oslo on the 10th and never came back; he died there in 1991.\n\n"
        "On 11 June the speaker was sworn in. She called elections for the following March.\n\n"
        "The trial began in September 1983; the last man was freed in 1990.\n\n"
        "Orta was caught in 2003 and jailed in 2007. He died last month."
    )

    assert values(text) == [
        "1982-06-09", "1982-06-10", "1991", "1982-06-11", "1983-03", "1983-09", "1990", "2003",
        "2007", "2024-02",
    ]  # fmt: skip
