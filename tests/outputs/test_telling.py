"""The date column of a line: a prefix, a span, one of several days, an open end."""

from __future__ import annotations

import msgspec
import pytest

from kztimeline.outputs.dating import dating_of
from kztimeline.outputs.publish import publish
from kztimeline.outputs.telling import date_column
from kztimeline.temporal import DateKind, Granularity, Interval
from makers import make_story

DAY = Interval.of(2024, 3, 4)
LATER = Interval.of(2024, 3, 10)
OVER = Interval.of(2024, 1, 1)


@pytest.mark.parametrize(
    ("interval", "kind", "expected"),
    [
        (DAY, DateKind.INSTANT, "2024-03-04"),
        (Interval.of(2024, 3), DateKind.INSTANT, "2024-03"),
        (Interval.of(2024, 3), DateKind.ONE_OF, "2024-03"),
        (Interval.of(2024), DateKind.ONE_OF, "2024"),
        (DAY._replace(end=LATER.end), DateKind.ONE_OF, "2024-03-04..2024-03-10"),
        (DAY._replace(end=LATER.end), DateKind.SPAN, "2024-03-04/2024-03-10"),
        (
            Interval.of(2023, 12, 30)._replace(end=OVER.end),
            DateKind.ONE_OF,
            "2023-12-30..2024-01-01",
        ),
        (DAY._replace(end=None), DateKind.SPAN, "2024-03-04/.."),
        (
            Interval.of(2024, 3)._replace(start=None, granularity=Granularity.MONTH),
            DateKind.ONE_OF,
            "../2024-03",
        ),
    ],
)
def test_date_column(interval: Interval, kind: DateKind, expected: str) -> None:
    event = publish(make_story().timeline, "9.9").events[0]
    dated = dating_of(interval, kind)
    told = msgspec.structs.replace(
        event,
        date=dated.date,
        date_end=dated.date_end,
        edtf=dated.edtf,
        date_kind=kind,
        earliest=dated.earliest,
        latest=dated.latest,
    )

    assert date_column(told) == expected
