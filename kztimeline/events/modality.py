"""Whether a statement is told as done, to come, claimed or merely possible; and whether denied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kztimeline.languages import CueHit
from kztimeline.model import Modality
from kztimeline.temporal import Interval
from kztimeline.textual.spans import Span

_NEGATED = "negated"
_RANK = ("hypothetical", "planned", "claimed")  # the one furthest from fact speaks


class Told(NamedTuple):
    """How a statement is told."""

    modality: Modality
    negated: bool


def read_modality(hits: Sequence[CueHit], pieces: Sequence[Span], *, claimed: bool) -> Told:
    """Modality of a clause, given in pieces up to the end of its verb group.

    What stands behind the verb does not speak for it: in “They left and may return” the leaving
    happened. `claimed` tells that the clause is what somebody claims.
    """
    words = {hit.cue.gives for hit in hits if any(piece.overlaps(hit.span) for piece in pieces)}
    found = next((Modality(word) for word in _RANK if word in words), Modality.HAPPENED)
    if found is Modality.HAPPENED and claimed:
        found = Modality.CLAIMED
    return Told(found, _NEGATED in words)


def as_of(told: Told, when: Interval | None, today: Interval | None) -> Told:
    """How a statement stands on the day it is told: what lies wholly behind that day is to come.

    “The lift starts on Monday”, “was put off to 22 April”: whatever the verb, not yet a fact.
    """
    if today is None or today.end is None or when is None or when.start is None:
        return told
    is_ahead = when.start >= today.end and told.modality is not Modality.HYPOTHETICAL
    return told._replace(modality=Modality.PLANNED) if is_ahead else told
