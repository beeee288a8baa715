"""From what a cue says to an anchor: bounds kept, doubts noted, a review respected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from kztimeline.anchors import doubts
from kztimeline.anchors.own_cues import FILE_TIME, STATED, UPDATED, HeardCue, hear, hear_path
from kztimeline.anchors.reading_steps import OtherCues, read_steps
from kztimeline.languages import Language
from kztimeline.model import (
    Anchor,
    AnchorSettings,
    AnchorSource,
    Article,
    Certainty,
    Citation,
    Note,
    Reason,
    Rival,
    Settings,
    Step,
)
from kztimeline.temporal import Granularity, Interval


class _Weighing(NamedTuple):
    """What each cue of an article is weighed against."""

    article: Article
    settings: Settings
    others: OtherCues = OtherCues()


def candidates(article: Article, language: Language, settings: Settings) -> tuple[Anchor, ...]:
    """Every cue that speaks, best first; one that cannot be used stays for its note, unplaced.

    The day of an update is heard only where nothing states a day, then the option, and the time of
    the file where there is nothing at all.
    """
    order = settings.reading.date_order
    stated = hear(STATED, article, language, order) + hear_path(article, language, order)
    updated = hear(UPDATED, article, language, order)
    weighing = _Weighing(article, settings)
    option = _option(article, settings.anchoring)
    full = [_weigh(heard, weighing) for heard in (*stated, *updated)]
    weighing = weighing._replace(others=_other_cues((*full, *option), settings.anchoring))
    is_alone = len(full) + len(option) == 1  # and has no others to be weighed against
    anchors = full[: len(stated)] if is_alone else [_weigh(heard, weighing) for heard in stated]
    if not _has_day(anchors):
        anchors += [_weigh(heard, weighing) for heard in updated]
    if not _has_day(anchors):
        anchors += option
    if all(anchor.interval is None for anchor in anchors):
        anchors += [_weigh(heard, weighing) for heard in hear(FILE_TIME, article, language, order)]
    return tuple(anchors)


def _other_cues(anchors: Sequence[Anchor], settings: AnchorSettings) -> OtherCues:
    """The readings that can lend a year, and those of them that can settle an order."""
    spoken = [anchor for anchor in anchors if anchor.interval]
    return OtherCues(
        tuple(anchor.steps[-1] for anchor in spoken),
        tuple(anchor.steps[-1] for anchor in spoken if not anchor.rivals),
        timedelta(days=settings.disagreement_days),
    )


def _has_day(anchors: Sequence[Anchor]) -> bool:
    return any(
        anchor.interval and anchor.interval.granularity <= Granularity.DAY for anchor in anchors
    )


def _option(article: Article, settings: AnchorSettings) -> list[Anchor]:
    """The day the user gives to articles that state none."""
    day = settings.fallback
    if day is None:
        return []
    raw = doubts.in_words(day)
    cite = Citation(article.id, None, "option")
    step = Step("read", (raw,), day, Reason.OPTION, (cite,))
    return [Anchor(article.id, day, Certainty.STATED, AnchorSource.OPTION, raw, (step,))]


def _weigh(heard: HeardCue, weighing: _Weighing) -> Anchor:
    """The anchor a cue gives; no interval where it is unreadable, out of bounds or has no year."""
    article = weighing.article
    source, raw = heard.cue.source, heard.claim.value
    silent = Anchor(article.id, None, Certainty.GUESSED, source, raw)
    if heard.day is None:
        return silent._replace(notes=(doubts.unreadable(article, heard.claim),))
    heard, steps = read_steps(heard, article.id, weighing.others)
    if not steps or not isinstance(interval := steps[-1].outcome, Interval):
        return silent._replace(notes=(doubts.yearless(article, heard.claim),))
    if note := _out_of_bounds(heard, interval, weighing):
        return silent._replace(notes=(note,))
    certainty = Certainty.DERIVED if len(steps) > 1 else heard.cue.certainty
    rivals, notes = _other_order(heard), _notes(heard, interval, weighing)
    spoken = Anchor(article.id, interval, certainty, source, raw, steps, rivals, notes)
    return _as_reviewed(spoken, article) if source is AnchorSource.MANIFEST else spoken


def _out_of_bounds(heard: HeardCue, day: Interval, weighing: _Weighing) -> Note | None:
    bounds = weighing.settings.anchoring
    if heard.cue.is_trusted or day.first_day is None or day.last_day is None:
        return None
    if bounds.latest is not None and day.first_day > bounds.latest:
        return doubts.after_latest(weighing.article, heard.claim, day, bounds.latest)
    if day.last_day < bounds.floor:
        return doubts.before_floor(weighing.article, heard.claim, day, bounds.floor)
    return None


def _other_order(heard: HeardCue) -> tuple[Rival, ...]:
    other = heard.day.other if heard.day else None
    return (Rival(other, "day and month the other way round"),) if other else ()


def _notes(heard: HeardCue, day: Interval, weighing: _Weighing) -> tuple[Note, ...]:
    article, claim = weighing.article, heard.claim
    notes: list[Note] = []
    if heard.day and heard.day.other:
        notes.append(doubts.ambiguous(article, claim, heard.day.order, day))
    if heard.day and heard.day.contradicts:
        notes.append(doubts.wrong_weekday(article, claim, heard.day.contradicts, day))
    if heard.cue.reason is Reason.UPDATED_LINE:
        notes.append(doubts.updated_only(article, claim))
    if heard.cue.reason is Reason.MTIME:
        notes.append(doubts.guessed(article))
    return tuple(notes)


_WORDS = {certainty.word: certainty for certainty in Certainty}
_SOURCES = frozenset(AnchorSource)


def _as_reviewed(anchor: Anchor, article: Article) -> Anchor:
    """A manifest row keeps the certainty and source it carries: a reviewed guess is no fact."""
    claims = {claim.name: claim.value for claim in article.declared}
    certainty, source = claims.get("manifest:certainty", ""), claims.get("manifest:source", "")
    raw = claims.get("manifest:raw") or anchor.raw
    if not (certainty or source):
        return anchor if raw == anchor.raw else anchor._replace(raw=raw)
    notes = list(anchor.notes)
    if certainty and certainty.casefold() not in _WORDS:
        notes.append(doubts.unknown_word(article, "certainty", certainty, ", ".join(_WORDS)))
    if source and source.casefold() not in _SOURCES:
        notes.append(doubts.unknown_word(article, "source", source, ", ".join(AnchorSource)))
    is_known = source.casefold() in _SOURCES - {AnchorSource.NONE}
    weakest = Certainty.GUESSED if certainty else anchor.certainty
    return anchor._replace(
        certainty=_WORDS.get(certainty.casefold(), weakest),
        source=AnchorSource(source.casefold()) if is_known else anchor.source,
        raw=raw,
        notes=tuple(notes),
    )
