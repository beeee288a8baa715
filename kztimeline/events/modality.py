"""Whether a statement is told as done, to come, claimed or merely possible, and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kztimeline.languages import CueHit
from kztimeline.model import Modality
from kztimeline.textual.spans import Span

_NEGATED = "negated"
_RANK = {"hypothetical": 3, "planned": 2, "claimed": 1}


class Told(NamedTuple):
    """How a statement is told."""

    modality: Modality
    negated: bool


def read_modality(hits: Sequence[CueHit], clause: Span, verb: Span | None, *, claimed: bool) -> Told:
    """Modality of the clause `clause` whose verb group is `verb`; `claimed` where its frame claims.

    Only cues up to the verb speak for the clause: in “They left and may return” the leaving happened.
    """
    reach = clause if verb is None else Span(min(clause.start, verb.start), verb.end)
    near = [hit for hit in hits if reach.overlaps(hit.span)]
    words = {hit.cue.gives for hit in near}
    ranked = sorted(words & _RANK.keys(), key=lambda word: -_RANK[word])
    modality = Modality(ranked[0]) if ranked else Modality.HAPPENED
    if modality is Modality.HAPPENED and claimed:
        modality = Modality.CLAIMED
    return Told(modality, _NEGATED in words)
