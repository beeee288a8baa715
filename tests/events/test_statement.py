"""What each time governs: day → the governed words, for sentences with one, two and no times."""

from __future__ import annotations

import pytest

from telling_makers import article_of, day, told

ROWS = [
    (
        "[Last month|2024-02] it named a chief, effective since [March 1|2024-03-01].",
        [
            ("2024-02", "Last month it named a chief, effective since March 1"),
            ("since 2024-03-01", "Last month it named a chief, effective since March 1"),
        ],
    ),
    (
        "The firm fired its head on [Jan. 5|2024-01-05] and police got him on [Jan. 8|2024-01-08].",
        [
            ("2024-01-05", "The firm fired its head on Jan. 5"),
            ("2024-01-08", "and police got him on Jan. 8"),
        ],
    ),
    (
        "Anna Lind said on [Tuesday|2024-03-12] that the boat would sail [in two days|2024-03-14].",
        [
            (
                "2024-03-12",
                "Anna Lind said on Tuesday that the boat would sail in two days",
            ),
            ("2024-03-14", "the boat would sail in two days"),
        ],
    ),
    (
        "The ferry will sail [in two days|2024-03-14], Anna Lind said on [Tuesday|2024-03-12].",
        [
            ("2024-03-14", "The ferry will sail in two days"),
            ("2024-03-12", "The ferry will sail in two days, Anna Lind said on Tuesday"),
        ],
    ),
    (
        "Landed in Oslo on [March 6|2024-03-06], the crew began its work on [Monday|2024-03-11].",
        [
            ("2024-03-06", "Landed in Oslo on March 6"),
            ("2024-03-11", "the crew began its work on Monday"),
        ],
    ),
    (
        "The quarrel weakened Paul Berg, who resigned in [2019|2019] after 30 years in office.",
        [
            ("2024-03-15", "The quarrel weakened Paul Berg"),
            ("2019", "who resigned in 2019 after 30 years in office"),
        ],
    ),
    (
        "A man who was dismissed [last month|2024-02] walked into the bank on [Monday|2024-03-11].",
        [
            (
                "2024-03-11",
                "A man who was dismissed last month walked into the bank on Monday",
            ),
            ("2024-02", "who was dismissed last month"),
        ],
    ),
    (
        "She likened the flood to the dam failure in [2009|2009] that drowned four farms.",
        [
            ("2024-03-15", "She likened the flood to the dam failure in 2009"),
            ("2009", "that drowned four farms"),
        ],
    ),
    (
        "The council met on [Monday|2024-03-11] and [Wednesday|2024-03-13].",
        [
            ("2024-03-11", "The council met on Monday and Wednesday"),
            ("2024-03-13", "The council met on Monday and Wednesday"),
        ],
    ),
    (
        "It was the first closure since the bridge was opened ([2002|2002]).",
        [
            ("2024-03-15", "It was the first closure"),
            ("2002", "since the bridge was opened (2002)"),
        ],
    ),
    (
        "Police held him when he landed on [Monday|2024-03-11].",
        [("2024-03-11", "Police held him when he landed on Monday")],
    ),
    (
        "The mayor declared a curfew, in force until [March 19|2024-03-19].",
        [
            ("2024-03-15", "The mayor declared a curfew, in force until March 19"),
        ],
    ),
    (
        "He hid until [March 11|2024-03-11], when he was found in a barn.",
        [
            ("until 2024-03-11", "He hid until March 11"),
            ("2024-03-11", "when he was found in a barn"),
        ],
    ),
    (
        "The book came out [this month|2024-03] ([March 11|2024-03-11]) in Oslo.",
        [("2024-03-11", "The book came out this month (March 11) in Oslo")],
    ),
    (
        "Paul Berg was caught and charged on [Monday|2024-03-11].",
        [
            ("2024-03-11", "Paul Berg was caught and charged on Monday"),
        ],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_each_time_governs_its_clause(marked: str, expected: list[tuple[str, str]]) -> None:
    article, _ = article_of(marked)
    assert expected == [(day(event), event.clause.of(article.text)) for event in told(marked)]


BACKGROUND = [
    "Unlike in [2014|2014], nobody was hurt.",
    "She handed over the [2019|2019] presidency.",
    "The harvest failed as in [1998|1998].",
    "The suspect in [Monday|2024-03-11]’s robbery was found in Oslo.",
    "Turnout fell to the lowest level since [1998|1998].",
    "Compared with [2019|2019], sales fell.",
    "Sales fell to 12 from 30, down from 40 in [2019|2019].",
    "More than 300 fell ill, compared with 40 in the same weeks of [2019|2019].",
]


@pytest.mark.parametrize("marked", BACKGROUND)
def test_a_time_that_only_names_or_compares_dates_nothing(marked: str) -> None:
    assert [day(event) for event in told(marked)] == ["2024-03-15"]


INTERVALS = [
    ("The road has been closed since [Monday|2024-03-11].", "since 2024-03-11", "span"),
    ("A curfew is in force until [19 March|2024-03-19].", "until 2024-03-19", "span"),
    ("The bill must be paid by [19 March|2024-03-19].", "until 2024-03-19", "instant"),
    ("She will name a deputy before [19 March|2024-03-19].", "until 2024-03-19", "instant"),
    (
        "The trial ran from [4 March|>2024-03-04] to [8 March|2024-03-08].",
        "2024-03-04/2024-03-08",
        "span",
    ),
    (
        "The council sat on [the night of 5/6 March|2024-03-05/2024-03-06].",
        "2024-03-05/2024-03-06",
        "one-of",
    ),
    ("The court ruled on [Tuesday|2024-03-12].", "2024-03-12", "instant"),
]


@pytest.mark.parametrize(("marked", "expected", "kind"), INTERVALS)
def test_signals_open_an_interval_and_ranges_close_it(
    marked: str, expected: str, kind: str
) -> None:
    assert [(expected, kind)] == [(day(event), event.kind.value) for event in told(marked)]
