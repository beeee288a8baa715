"""Of an article's candidates one anchor; the other days stay as rivals, the doubts as notes."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from kztimeline.anchors import doubts
from kztimeline.anchors.written_days import apart
from kztimeline.model import (
    Anchor,
    AnchorSettings,
    AnchorSource,
    Article,
    Certainty,
    Draft,
    Note,
    Reason,
    Rival,
    Step,
)
from kztimeline.temporal import Granularity


class Settled(NamedTuple):
    """An article's anchor, and the doubts about it."""

    anchor: Anchor
    notes: tuple[Note, ...]


def settle(draft: Draft, settings: AnchorSettings) -> Settled:
    """The first candidate that has an interval, or a finer one within it; and what is doubtful.

    Days of other candidates are its rivals; of those beyond `disagreement_days` a note warns.
    """
    spoken = [anchor for anchor in draft.anchors if anchor.interval]
    notes = [note for anchor in draft.anchors for note in anchor.notes]
    if not spoken:
        return Settled(_unsettled(draft), (*notes, doubts.unstated(draft.article)))
    chosen = _finest(spoken)
    others = [anchor for anchor in spoken if anchor is not chosen and _differ(anchor, chosen)]
    far = [anchor for anchor in others if _is_far(anchor, chosen, settings)]
    if far:
        kept, against = _described(chosen, draft.article), _all_described(far, draft.article)
        notes.append(doubts.disagree(draft.article, kept, against))
    if chosen.interval and chosen.interval.granularity > Granularity.DAY:
        notes.append(doubts.coarse(draft.article, chosen.interval))
    rivals = chosen.rivals + tuple(_rival(anchor, draft.article) for anchor in others)
    return Settled(chosen._replace(rivals=_once(rivals), notes=()), tuple(notes))


def _unsettled(draft: Draft) -> Anchor:
    raw = next((anchor.raw for anchor in draft.anchors), None)
    step = Step("none", (), None, Reason.NOTHING_STATED)
    return Anchor(draft.article.id, None, Certainty.GUESSED, AnchorSource.NONE, raw, steps=(step,))


def _finest(spoken: list[Anchor]) -> Anchor:
    """The first, or a day within it where it is only a month; a manifest has the last word."""
    first = spoken[0]
    if first.interval is None or any(step.reason is Reason.MANIFEST for step in first.steps):
        return first
    finer = [
        anchor
        for anchor in spoken[1:]
        if anchor.interval
        and anchor.interval.granularity < first.interval.granularity
        and first.interval.contains(anchor.interval)
    ]
    return min(finer, key=_grain) if finer else first


def _grain(anchor: Anchor) -> Granularity:
    return anchor.interval.granularity if anchor.interval else Granularity.CENTURY


def _differ(left: Anchor, right: Anchor) -> bool:
    """Whether two candidates name different stretches, neither of them holding the other."""
    if left.interval is None or right.interval is None:
        return False
    return not left.interval.overlaps(right.interval)


def _is_far(left: Anchor, right: Anchor, settings: AnchorSettings) -> bool:
    if left.interval is None or right.interval is None:
        return False
    return apart(left.interval, right.interval) > timedelta(days=settings.disagreement_days)


def _rival(anchor: Anchor, article: Article) -> Rival:
    if anchor.interval is None:
        message = "a rival must have an interval"
        raise ValueError(message)
    return Rival(anchor.interval, _described(anchor, article))


def _once(rivals: tuple[Rival, ...]) -> tuple[Rival, ...]:
    """One rival a day, the first that names it."""
    return tuple({rival.interval: rival for rival in reversed(rivals)}.values())[::-1]


def _all_described(anchors: list[Anchor], article: Article) -> str:
    return " and ".join(_described(anchor, article) for anchor in anchors)


def _described(anchor: Anchor, article: Article) -> str:
    """A candidate's day, words and place: ``2022-01-05 (header, line 1: `5 January 2022`)``."""
    day = doubts.in_words(anchor.interval) if anchor.interval else "?"
    spans = [cite.span for step in anchor.steps[-1:] for cite in step.cites[:1] if cite.span]
    line = f", line {article.line_of(spans[0].start)}" if spans else ""
    return f"{day} ({anchor.source.replace('-', ' ')}{line}: `{anchor.raw}`)"
