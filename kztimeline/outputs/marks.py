"""The one mark of an event: whether it is disputed, open, or how its date is known."""

from __future__ import annotations

from enum import StrEnum

from kztimeline.model import Modality, Status
from kztimeline.outputs.by_hand import is_vouched
from kztimeline.outputs.lead import is_firm
from kztimeline.outputs.records import Event


class Mark(StrEnum):
    """What a reader must see first."""

    FIRM = "firm"
    VOUCHED = "vouched"
    LOOSE = "loose"
    PLAN = "plan"
    DISPUTED = "disputed"
    DATELESS = "dateless"


MEANINGS = {
    Mark.FIRM: "dated in the text",
    Mark.VOUCHED: "confirmed or dated by hand",
    Mark.LOOSE: "date inferred",
    Mark.PLAN: "planned or supposed",
    Mark.DISPUTED: "sources disagree on the date",
    Mark.DATELESS: "date not known",
}
_OPEN = (Modality.PLANNED, Modality.HYPOTHETICAL)


def mark_of(event: Event) -> Mark:
    """A disagreement before a plan, a plan before how it is dated, and by whom."""
    if event.status is Status.CONFLICT:
        return Mark.DISPUTED
    if event.modality in _OPEN:
        return Mark.PLAN
    if event.certainty is None:
        return Mark.DATELESS
    if is_vouched(event):
        return Mark.VOUCHED
    return Mark.FIRM if is_firm(event) else Mark.LOOSE
