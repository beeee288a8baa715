"""Which days an article's words name."""

from __future__ import annotations

from datetime import date

import pytest

from kztimeline import Settings, build_timeline
from kztimeline.model import Document

MONDAY, TUESDAY = date(2024, 3, 11), date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Date: 2024-03-12\n\nThe bridge fell on Monday.", [MONDAY]),
        ("Date: 2024-03-12\n\nThe bridge fell in May.", []),
        ("Date: 2024-03-12\n\nThe bridge fell on Monday at 5 p.m. in Oslo.", [MONDAY]),
        # nobody speaks of the day of an hour that stands alone
        ("Date: 2024-03-12\n\nThe bridge fell at 5 p.m. and rose in the evening.", []),
        ("OSLO, March 12, 2024 (NTB) - The bridge fell on Monday.", [MONDAY]),
        (
            "OSLO, March 12, 2024 (NTB) - The bridge fell on Monday. It rose today.",
            [MONDAY, TUESDAY],
        ),
    ],
)
def test_days_named(text: str, days: list[date]) -> None:
    """A dateline says when a report was sent; nobody speaks of that day."""
    (account,) = build_timeline([Document("a.txt", text, "0" * 64)], Settings()).accounts
    assert [named.day for named in account.named] == days
