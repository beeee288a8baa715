"""Which side of the anchor a sentence speaks of at some place: the nearest verbs decide."""

from __future__ import annotations

from kztimeline.languages import ClauseWords, CueHit, Language
from kztimeline.model import Side
from kztimeline.textual import Span

# What lies between a verb and a time makes them strangers; in characters, set by reading news.
_COMMA, _BREAK, _AFTER, _CLAUSE = 12, 60, 8, 40
_BREAKS = '“”"«»;:—'
# Added to the distance of a verb group, by what it gives: “will” rarely stands near a time that it
# Added to the distance of a verb group, by what it gives: “will” rarely stands near a time that it
# does not govern. Who says so, set off by commas, is told aside: each comma counts for more.
_WEIGHT = {"future": -10, "past": 0, "speech": 0}
_ASIDE = {"future": 0, "past": 0, "speech": 12}
_SIDES = {"future": Side.FUTURE, "past": Side.PAST, "speech": Side.PAST}


class Sides:
    """The verb groups of one sentence, looked for when first asked and then kept."""

    def __init__(self, text: str, sentence: Span, language: Language) -> None:
        """Take the sentence; nothing is read yet."""
        self._text = text
        self._sentence = sentence
        self._language = language
        self._groups: list[CueHit] | None = None

    def at(self, place: Span) -> tuple[Side, Span | None]:
        """The side at a place, and the verb group that shows it; unknown where no verb tells."""
        if self._groups is None:
            hits = self._language.cues("tense").find(self._text, self._sentence)
            self._groups = [hit for hit in hits if hit.cue.gives != "_"]
        borders = self._language.clause_words
        best: tuple[int, CueHit] | None = None
        for hit in self._groups:
            if hit.span.overlaps(place):
                continue
            distance = _distance(self._text, hit, place, borders)
            if best is None or distance < best[0]:
                best = distance, hit
        return (_SIDES[best[1].cue.gives], best[1].span) if best else (Side.UNKNOWN, None)


def _distance(text: str, hit: CueHit, place: Span, borders: ClauseWords) -> int:
    verb, gives = hit.span, hit.cue.gives
    if verb.end <= place.start:
        between, penalty, words = text[verb.end : place.start], 0, borders.anywhere
    else:
        between, penalty, words = text[place.end : verb.start], _AFTER, borders.behind
    comma = _COMMA + _ASIDE[gives]
    penalty += between.count(",") * comma + _WEIGHT[gives]
    breaks = sum(between.count(mark) for mark in _BREAKS)
    clauses = sum(word in words for word in between.lower().split())
    return len(between) + penalty + breaks * _BREAK + clauses * _CLAUSE
