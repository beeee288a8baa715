"""Whether a statement is told as done, to come, claimed or merely possible; and whether denied."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kztimeline.languages import CueHit
from kztimeline.model import Modality
from kztimeline.temporal import Interval
from kztimeline.textual.spans import Span

# What a cue says of the verb it belongs to, and what a word says of all of its clause.
_OF_VERB = {
    "hypothetical": Modality.HYPOTHETICAL,
    "planned": Modality.PLANNED,
    "claimed": Modality.CLAIMED,
}
CONDITION = "condition"
_OF_CLAUSE = {
    CONDITION: Modality.HYPOTHETICAL,
    "perhaps": Modality.HYPOTHETICAL,
    "doubted": Modality.CLAIMED,
}
_HEADING = {"heading": Modality.PLANNED}
_RANK = (Modality.HYPOTHETICAL, Modality.PLANNED, Modality.CLAIMED)  # the furthest from fact speaks


class Told(NamedTuple):
    """How a statement is told."""

    modality: Modality
    negated: bool


class Wording(NamedTuple):
    """Where to look: a clause up to the end of its verb, in pieces, and the verb group itself.

    `verb` is `None` for words without one; `behind` is where the word behind the verb begins,
    `nots` are the places of “not” and its like.
    """

    pieces: Sequence[Span]
    verb: Span | None
    behind: int | None
    nots: Collection[int]
    is_heading: bool


def read_modality(hits: Sequence[CueHit], words: Wording) -> Told:
    """Modality and polarity of one clause.

    What stands behind the verb does not speak for it: in “They left and may return” the leaving
    happened; nor does a noun before it: in “the plan to sell was dropped” the dropping did.
    """
    inside = [hit for hit in hits if any(piece.overlaps(hit.span) for piece in words.pieces)]
    of_verb = {
        hit.cue.gives for hit in inside if words.verb is None or words.verb.overlaps(hit.span)
    }
    of_clause = {hit.cue.gives for hit in inside}
    readings = [_OF_VERB[word] for word in of_verb & _OF_VERB.keys()]
    readings += [_OF_CLAUSE[word] for word in of_clause & _OF_CLAUSE.keys()]
    if words.is_heading and words.verb is None:
        readings += [_HEADING[word] for word in of_clause & _HEADING.keys()]
    return Told(furthest(readings), _is_denied(hits, inside, words))


def furthest(readings: Collection[Modality]) -> Modality:
    """Of several readings the one furthest from fact; without any, it happened."""
    return next((one for one in _RANK if one in readings), Modality.HAPPENED)


def _is_denied(hits: Sequence[CueHit], inside: Sequence[CueHit], words: Wording) -> bool:
    """Whether an odd number of words deny: “nobody failed to vote” is that all did."""
    nobody = [
        hit
        for hit in hits
        if hit.cue.gives == "nobody" and (hit in inside or hit.span.start == words.behind)
    ]
    verbal = [
        hit
        for hit in inside
        if words.verb is not None and _is_at(hit, words.verb) and _denies(hit, words.nots)
    ]
    return (len(verbal) + bool(nobody)) % 2 == 1


def _is_at(hit: CueHit, verb: Span) -> bool:
    """Whether a cue stands in a verb group or directly before it: “no longer sailed”."""
    return verb.overlaps(hit.span) or 0 <= verb.start - hit.span.end <= 1


def _denies(hit: CueHit, nots: Collection[int]) -> bool:
    """Whether a cue denies, or holds a word that does: “is not expected to”, “won’t”."""
    if hit.cue.gives in _OF_VERB:
        return any(hit.span.start <= place < hit.span.end for place in nots)
    return hit.cue.gives == "negated"


def as_of(told: Told, when: Interval | None, today: Interval | None) -> Told:
    """How a statement stands on the day it is told: what lies wholly behind that day is to come.

    “The lift starts on Monday”, “was put off to 22 April”: whatever the verb, not yet a fact.
    """
    if today is None or today.end is None or when is None or when.start is None:
        return told
    is_ahead = when.start >= today.end and told.modality is not Modality.HYPOTHETICAL
    return told._replace(modality=Modality.PLANNED) if is_ahead else told
