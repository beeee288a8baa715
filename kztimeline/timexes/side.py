"""Which side of the anchor a sentence speaks of at some place: the verb group nearest to it decides."""

from __future__ import annotations

from kztimeline.languages import CueTable
from kztimeline.model import Side
from kztimeline.textual import Span

# What lies between a verb and a time makes them strangers; in characters, set by reading news.
_COMMA, _BREAK, _AFTER = 12, 60, 8
_BREAKS = '“”"«»;:—'
_FUTURE_PULL = 10  # “will”, “due to” rarely stand near a time they do not govern


def side_at(text: str, sentence: Span, place: Span, cues: CueTable) -> tuple[Side, Span | None]:
    """The side, and the verb group that shows it; unknown where the sentence has no telling verb."""
    best: tuple[int, Side, Span] | None = None
    for hit in cues.find(text, sentence):
        if hit.cue.gives == "_" or hit.span.overlaps(place):
            continue
        side = Side(hit.cue.gives)
        distance = _distance(text, hit.span, place) - (_FUTURE_PULL if side is Side.FUTURE else 0)
        if best is None or distance < best[0]:
            best = distance, side, hit.span
    return (best[1], best[2]) if best else (Side.UNKNOWN, None)


def _distance(text: str, verb: Span, place: Span) -> int:
    if verb.end <= place.start:
        between, penalty = text[verb.end : place.start], 0
    else:
        between, penalty = text[place.end : verb.start], _AFTER
    commas = between.count(",")
    breaks = sum(between.count(mark) for mark in _BREAKS)
    return len(between) + penalty + commas * _COMMA + breaks * _BREAK
