"""What “earlier this month” tells of an article's day: that its month is well under way.

Words that count from the article's own month, year or week are not written on all its days alike.
Of what has been this month much is told when it ends, “next year” is near in December, and “over
the weekend” is said on Monday and Tuesday.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log2

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.coarse_mentions import Phase, PhaseMention
from kztimeline.model import Citation, Reason, Side

_Shares = tuple[float, ...]

# Shares of the six parts of a month, five days each and what is left.
_MONTH: Mapping[tuple[str, Side], _Shares] = {
    ("this", Side.PAST): (0.05, 0.05, 0.13, 0.12, 0.32, 0.33),
    ("this", Side.UNKNOWN): (0.09, 0.11, 0.13, 0.11, 0.26, 0.30),
}
# Shares of January and February, March and April, …
_YEAR: Mapping[tuple[str, Side], _Shares] = {
    ("this", Side.PAST): (0.07, 0.10, 0.17, 0.19, 0.21, 0.26),
    ("this", Side.FUTURE): (0.27, 0.25, 0.18, 0.15, 0.09, 0.06),
    **dict.fromkeys((("next", side) for side in Side), (0.08, 0.11, 0.12, 0.13, 0.20, 0.36)),
}
# How much likelier each weekday is, Monday first, than it is for news of all kinds.
_WEEK: Mapping[tuple[str, Side], _Shares] = {
    ("this", Side.PAST): (0.45, 0.6, 0.8, 1.4, 1.8, 0.9, 0.6),
    **dict.fromkeys((("last", side) for side in Side), (1.4, 1.3, 1.0, 0.8, 0.65, 0.6, 1.4)),
}
_WEEKEND: Mapping[tuple[str, Side], _Shares] = {
    **dict.fromkeys((("last", side) for side in Side), (1.6, 1.9, 1.4, 0.3, 0.5, 0.75, 0.8)),
    **dict.fromkeys((("this", side) for side in Side), (1.4, 0.5, 0.7, 0.5, 1.05, 1.8, 1.8)),
}
_PARTS = 6
_DAYS_A_PART, _MONTHS_A_PART = 5, 2
_WEIGHT = 0.8  # what the articles around tell of the day has told some of it


class PhasesClue(Struct, frozen=True):
    """Words that count from the article's own month, year or week: the first of each kind."""

    article_id: str
    phases: tuple[PhaseMention, ...]

    @classmethod
    def of(cls, article_id: str, mentions: Sequence[PhaseMention]) -> PhasesClue | None:
        """From all such words; of one unit those told first that tell anything."""
        once: dict[Phase, PhaseMention] = {}
        for each in mentions:
            if (each.form, each.side) in _TABLES[each.unit]:
                once.setdefault(each.unit, each)
        return cls(article_id, tuple(once.values())) if once else None

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """Every year has all of them."""
        return 0.0

    def bits(self, day: date) -> float:
        """By the part of the month, the year, the week."""
        return sum(_bits(each, day) for each in self.phases)

    def days(self) -> Iterator[date]:
        """None: every month has them."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The words that speak loudest for `day`."""
        best = max(self.phases, key=lambda each: _bits(each, day))
        cite = Citation(self.article_id, best.span)
        return Ground(Reason.PART_OF_MONTH, cite, None, self.bits(day))


_TABLES: Mapping[Phase, Mapping[tuple[str, Side], _Shares]] = {
    Phase.MONTH: _MONTH,
    Phase.YEAR: _YEAR,
    Phase.WEEK: _WEEK,
    Phase.WEEKEND: _WEEKEND,
}


def _bits(mention: PhaseMention, day: date) -> float:
    shares = _TABLES[mention.unit][mention.form, mention.side]
    match mention.unit:
        case Phase.MONTH:
            times = shares[min((day.day - 1) // _DAYS_A_PART, _PARTS - 1)] * _PARTS
        case Phase.YEAR:
            times = shares[(day.month - 1) // _MONTHS_A_PART] * _PARTS
        case _:
            times = shares[day.weekday()]
    return _WEIGHT * log2(times)
