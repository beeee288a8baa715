"""Which side of the anchor a sentence speaks of at some place: the verb group nearest to it decides."""

from __future__ import annotations

from kztimeline.languages import Language
from kztimeline.model import Side
from kztimeline.textual import Span

# What lies between a verb and a time makes them strangers; in characters, set by reading news.
_COMMA, _BREAK, _AFTER, _CLAUSE = 12, 60, 8, 40
_BREAKS = '“”"«»;:—'
# Added to the distance of a verb group, by what it gives: “will” rarely stands near a time that it does
# not govern; who says so is told aside.
_WEIGHT = {"future": -10, "past": 0, "speech": 15}
_SIDES = {"future": Side.FUTURE, "past": Side.PAST, "speech": Side.PAST}


def side_at(text: str, sentence: Span, place: Span, language: Language) -> tuple[Side, Span | None]:
    """The side, and the verb group that shows it; unknown where the sentence has no telling verb."""
    cues, borders = language.cues("tense"), language.clause_words
    best: tuple[int, Side, Span] | None = None
    for hit in cues.find(text, sentence):
        if hit.cue.gives == "_" or hit.span.overlaps(place):
            continue
        distance = _distance(text, hit.span, place, borders) + _WEIGHT[hit.cue.gives]
        if best is None or distance < best[0]:
            best = distance, _SIDES[hit.cue.gives], hit.span
    return (best[1], best[2]) if best else (Side.UNKNOWN, None)


def _distance(text: str, verb: Span, place: Span, borders: frozenset[str]) -> int:
    if verb.end <= place.start:
        between, penalty = text[verb.end : place.start], 0
    else:
        between, penalty = text[place.end : verb.start], _AFTER
    commas = between.count(",")
    breaks = sum(between.count(mark) for mark in _BREAKS)
    clauses = sum(word in borders for word in between.lower().split())
    return len(between) + penalty + commas * _COMMA + breaks * _BREAK + clauses * _CLAUSE
