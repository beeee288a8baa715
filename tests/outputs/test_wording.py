import pytest

from kztimeline.outputs.dating import dating_of
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import DateKind, Granularity, Interval, Qualifier
from makers import days

D = Interval.of
INSTANT, ONE_OF, SPAN = DateKind.INSTANT, DateKind.ONE_OF, DateKind.SPAN


def open_(first: Interval | None, last: Interval | None) -> Interval:
    return Interval(first and first.start, last and last.end, Granularity.DAY)


def spread(first: Interval, last: Interval) -> Interval:
    return Interval(first.start, last.end, first.granularity)


ROWS = [
    (D(2022, 1, 13), INSTANT, "Thursday, 13 January 2022"),
    (D(2022, 1), INSTANT, "January 2022"),
    (D(2019), INSTANT, "2019"),
    (open_(None, D(2022, 1, 19)), INSTANT, "by 19 January 2022"),
    (open_(D(2022, 1, 5), None), SPAN, "since 5 January 2022"),
    (Interval(D(2021, 9).start, None, Granularity.MONTH), SPAN, "since September 2021"),
    (Interval.unit_at(D(2022, 1, 5).start, Granularity.WEEK), ONE_OF, "week of 3–9 January 2022"),
    (
        Interval.unit_at(D(2022, 1, 1).start, Granularity.WEEK),
        ONE_OF,
        "week of 27 December 2021 – 2 January 2022",
    ),
    (Interval.unit_at(D(2022, 5).start, Granularity.QUARTER), INSTANT, "second quarter of 2022"),
    (Interval.unit_at(D(1995).start, Granularity.DECADE), INSTANT, "the 1990s"),
    (Interval.unit_at(D(1995).start, Granularity.CENTURY), INSTANT, "the 20th century"),
    (Interval.unit_at(D(2022).start, Granularity.CENTURY), INSTANT, "the 21st century"),
    (days(D(2022, 1, 5), D(2022, 1, 19)), SPAN, "5–19 January 2022"),
    (days(D(2022, 1, 28), D(2022, 2, 3)), SPAN, "28 January – 3 February 2022"),
    (days(D(2021, 12, 28), D(2022, 1, 3)), SPAN, "28 December 2021 – 3 January 2022"),
    (spread(D(2022, 1), D(2022, 3)), SPAN, "January–March 2022"),
    (spread(D(2021, 11), D(2022, 1)), SPAN, "November 2021 – January 2022"),
    (spread(D(2019), D(2021)), SPAN, "2019–2021"),
    (spread(D(2019), D(2021, 3)), SPAN, "January 2019 – March 2021"),
    (days(D(2022, 1, 5), D(2022, 1, 6)), ONE_OF, "5 or 6 January 2022"),
    (days(D(2022, 1, 11), D(2022, 1, 20)), ONE_OF, "between 11 and 20 January 2022"),
    (days(D(2022, 1, 8), D(2022, 1, 9), "WE"), ONE_OF, "weekend of 8–9 January 2022"),
    (days(D(2022, 1, 5), D(2022, 1, 5), "MO"), INSTANT, "Wednesday, 5 January 2022, morning"),
    (spread(D(2021, 6), D(2021, 8)), ONE_OF, "between June and August 2021"),
    (D(2022, 1, 5).qualified(Qualifier.APPROXIMATE), INSTANT, "about 5 January 2022"),
    (D(1850).qualified(Qualifier.BOTH), INSTANT, "about 1850"),
    (
        Interval.unit_at(D(2022, 1, 6).start, Granularity.HOUR).qualified(Qualifier.APPROXIMATE),
        INSTANT,
        "Thursday, 6 January 2022",
    ),
    (D(2022, 1).qualified(Qualifier.UNCERTAIN), INSTANT, "possibly January 2022"),
]


@pytest.mark.parametrize(("interval", "kind", "words"), ROWS, ids=[row[2] for row in ROWS])
def test_display_date(interval: Interval, kind: DateKind, words: str) -> None:
    assert words == display_date(interval, kind)


def test_the_day_of_about_five_o_clock_is_certain() -> None:
    five = Interval.unit_at(D(2022, 1, 6).start, Granularity.HOUR).qualified(Qualifier.APPROXIMATE)

    assert (dating_of(five).edtf, dating_of(five).approximate) == ("2022-01-06", False)
    assert dating_of(D(2022, 1, 6).qualified(Qualifier.APPROXIMATE)).edtf == "2022-01-06~"
