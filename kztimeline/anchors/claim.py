"""From odds to an anchor: a day, a month, a year or nothing, its grounds and its rivals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kztimeline.anchors import doubts
from kztimeline.anchors.clues import Ground
from kztimeline.anchors.odds import LIKELY, SURE, Odds
from kztimeline.anchors.solutions import Solution
from kztimeline.model import (
    Anchor,
    AnchorSource,
    Article,
    Certainty,
    Infer,
    Note,
    Reason,
    Rival,
    Step,
)
from kztimeline.temporal import Granularity, Interval

_GROUNDS_SHOWN = 5
_LEAST_BITS = 0.5  # a ground that speaks for a day no louder says nothing
_RIVALS_SHOWN = 4
_LEAST_SHARE = 0.05
_FROM_OTHERS = (Reason.LIKE_ARTICLE, Reason.SAME_STATEMENT)


def claim(
    article: Article, unsettled: Anchor, solution: Solution, infer: Infer
) -> tuple[Anchor, tuple[Note, ...]]:
    """The anchor that the odds carry, with its doubts; else `unsettled` again."""
    if infer is Infer.ALL and solution.guess:
        solution = solution.guess
    odds = solution.odds
    refused = (cut.cite.span for cut in solution.allowed.refused)
    notes = tuple(doubts.contradicts(article, span) for span in refused if span)
    if odds is None:
        return unsettled, notes
    day, best = _claimed(odds), odds.best
    certainty = _certainty(odds, solution, day) if day else Certainty.GUESSED
    if infer is Infer.ALL and (day is None or day.granularity is not Granularity.DAY):
        best = odds.wisest
        day, certainty = Interval.on(best), Certainty.GUESSED
    rivals = tuple(_rivals(odds, day))
    if day is None:
        return Anchor(
            article.id,
            None,
            Certainty.GUESSED,
            AnchorSource.NONE,
            unsettled.raw,
            unsettled.steps,
            rivals,
        ), notes
    grounds = _grounds(solution, best)
    anchor = Anchor(
        article.id,
        day,
        certainty,
        _source(grounds),
        _raw(grounds, article),
        (*solution.allowed.steps, *map(_step, grounds), _chosen(odds, day, best)),
        rivals,
    )
    return anchor, (*notes, doubts.inferred(article, day, certainty))


def _claimed(odds: Odds) -> Interval | None:
    if odds.sure_day:
        return Interval.on(odds.sure_day)
    best = odds.best
    if odds.in_month(best.year, best.month) >= LIKELY:
        return Interval.of(best.year, best.month)
    return Interval.of(best.year) if odds.sure_year else None


def _certainty(odds: Odds, solution: Solution, day: Interval) -> Certainty:
    """Derived where a date of the article itself is that very day, and little else is left."""
    is_day = day.granularity is Granularity.DAY
    if is_day and odds.near(odds.best) >= SURE and _is_named(solution, odds):
        return Certainty.DERIVED
    return Certainty.INFERRED


def _is_named(solution: Solution, odds: Odds) -> bool:
    """Whether a date of the article is the likeliest day, and none of its dates likelier."""
    best = odds.best
    for clue in solution.clues:
        ground = clue.ground(best)
        if ground and ground.reason is Reason.DATE_NEARBY and ground.names == Interval.on(best):
            return all(clue.bits(day) <= ground.bits for day, _ in odds.days[:_RIVALS_WEIGHED])
    return False


_RIVALS_WEIGHED = 8


def _grounds(solution: Solution, best: date) -> list[Ground]:
    """What speaks for the day `best`, loudest first."""
    found = (clue.ground(best) for clue in solution.clues)
    loud = [ground for ground in found if ground and ground.bits >= _LEAST_BITS]
    return sorted(loud, key=lambda ground: -ground.bits)[:_GROUNDS_SHOWN]


def _source(grounds: list[Ground]) -> AnchorSource:
    others = sum(ground.bits for ground in grounds if ground.reason in _FROM_OTHERS)
    own = sum(ground.bits for ground in grounds if ground.reason not in _FROM_OTHERS)
    return AnchorSource.OTHER_ARTICLES if others > own else AnchorSource.TEXT


def _raw(grounds: list[Ground], article: Article) -> str | None:
    """The words of the article itself that speak loudest."""
    own = (each.cite.span for each in grounds if each.cite.article_id == article.id)
    return next((span.of(article.text) for span in own if span), None)


def _step(ground: Ground) -> Step:
    return Step("weigh", (f"{ground.bits:+.1f} bits",), ground.names, ground.reason, (ground.cite,))


def _chosen(odds: Odds, day: Interval, best: date) -> Step:
    share = {
        Granularity.DAY: odds.near(best),
        Granularity.MONTH: odds.in_month(best.year, best.month),
        Granularity.YEAR: odds.in_year(best.year),
    }[day.granularity]
    return Step("choose", (f"{share:.0%}",), day, Reason.LIKELIEST)


def _rivals(odds: Odds, day: Interval | None) -> Iterator[Rival]:
    """The next likely days; where a month or a year is claimed, the likeliest in it too."""
    ranked = [
        (other, share)
        for other, share in odds.days
        if share >= _LEAST_SHARE and Interval.on(other) != day
    ]
    for other, share in ranked[:_RIVALS_SHOWN]:
        yield Rival(Interval.on(other), f"{share:.0%} likely")
