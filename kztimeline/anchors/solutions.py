"""What is sought of an undated article, and what was found."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec import Struct, field

from kztimeline.anchors.clues import Clue
from kztimeline.anchors.cuts import Allowed
from kztimeline.anchors.mentions import Mentions
from kztimeline.anchors.odds import Odds
from kztimeline.anchors.statements import Statement
from kztimeline.textual.related import Related


class Known(NamedTuple):
    """A day that is known of an article, and how far it is to be trusted: 0 to 1."""

    day: date
    trust: float


class Solution(NamedTuple):
    """What was found of one article: the days allowed, the clues, the odds of days.

    `guess`: the same where articles that chance makes as like are heard too, for who must answer.
    """

    allowed: Allowed
    clues: tuple[Clue, ...]
    odds: Odds | None
    guess: Solution | None = None


class Undated(Struct):
    """One article whose day is sought; its relatives, the likest first: kin, or any."""

    at: int
    article_id: str
    mentions: Mentions
    allowed: Allowed
    relatives: list[Related]
    twins: dict[int, list[tuple[float, Statement, Statement]]] = field(default_factory=dict)
    are_kin: bool = True
