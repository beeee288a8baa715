"""What the months an article names without their year tell of its own.

They are those just behind or, told as to come, ahead: “in March” rarely the month it is written in,
“last March” rarely one of the last few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log2

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.coarse_mentions import MonthForm, MonthMention
from kztimeline.model import Citation, Reason, Side

_MONTHS_A_YEAR = 12
# Months from the one named to the article's own, 0 to 11, by form and side.
_Shares = tuple[float, ...]
_NAMED: Mapping[Side, _Shares] = {
    Side.PAST: (0.06, 0.22, 0.20, 0.14, 0.09, 0.07, 0.05, 0.04, 0.03, 0.04, 0.03, 0.03),
    Side.FUTURE: (0.04, 0.05, 0.04, 0.04, 0.06, 0.06, 0.04, 0.05, 0.08, 0.12, 0.19, 0.23),
    Side.UNKNOWN: (0.12, 0.15, 0.12, 0.09, 0.07, 0.06, 0.05, 0.05, 0.05, 0.06, 0.09, 0.09),
}
_THIS: Mapping[Side, _Shares] = {
    **_NAMED,
    Side.PAST: (0.04, 0.25, 0.20, 0.15, 0.10, 0.07, 0.05, 0.04, 0.04, 0.02, 0.02, 0.02),
}
_OF_LAST = (0.03, 0.06, 0.09, 0.10, 0.07, 0.10, 0.10, 0.13, 0.13, 0.09, 0.06, 0.04)
_BEHIND: Mapping[MonthForm, Mapping[Side, _Shares]] = {
    MonthForm.NAMED: _NAMED,
    MonthForm.LAST: dict.fromkeys(Side, _OF_LAST),
    MonthForm.THIS: _THIS,
}
_MOST_MONTHS = 4
_FIRST_WEIGHT, _LATER_WEIGHT = 1.0, 0.6  # months of one article hang together


class MonthsClue(Struct, frozen=True):
    """The months that an article names without their year, the first ones."""

    article_id: str
    months: tuple[MonthMention, ...]

    @classmethod
    def of(cls, article_id: str, mentions: Sequence[MonthMention]) -> MonthsClue | None:
        """From all months named, each once for a side."""
        once = {(each.month, each.side): each for each in reversed(mentions)}
        first = sorted(once.values(), key=lambda each: each.span.start)[:_MOST_MONTHS]
        return cls(article_id, tuple(first)) if first else None

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """Months are spread evenly over a year."""
        return 0.0

    def bits(self, day: date) -> float:
        """By the months from each to `day`."""
        return sum(
            (_LATER_WEIGHT if at else _FIRST_WEIGHT) * _month_bits(each, day)
            for at, each in enumerate(self.months)
        )

    def days(self) -> Iterator[date]:
        """None: a month alone is any year's."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The month that speaks loudest for `day`."""
        best = max(self.months, key=lambda each: _month_bits(each, day))
        cite = Citation(self.article_id, best.span)
        return Ground(Reason.MONTH_NEARBY, cite, None, self.bits(day))


def _month_bits(mention: MonthMention, day: date) -> float:
    behind = (day.month - mention.month) % _MONTHS_A_YEAR
    return log2(_BEHIND[mention.form][mention.side][behind] * _MONTHS_A_YEAR)
