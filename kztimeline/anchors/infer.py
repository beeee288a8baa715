"""The days of articles that state none, inferred together."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.anchors.claim import claim
from kztimeline.anchors.settle import Settled
from kztimeline.anchors.solve import solve
from kztimeline.model import AnchorSettings, Draft

_OVERTAKEN = ("no-year", "no-publication-date")  # notes that are no longer true


def infer_days(
    drafts: Sequence[Draft], settled: Sequence[Settled], settings: AnchorSettings
) -> list[Settled]:
    """The same anchors and notes, with a day for articles that have none where clues carry one."""
    order = sorted(range(len(drafts)), key=lambda at: (drafts[at].article.id, at))
    solutions = solve([drafts[at] for at in order], [settled[at].anchor for at in order], settings)
    result = list(settled)
    for place, solution in solutions.items():
        at = order[place]
        anchor, notes = settled[at]
        article = drafts[at].article
        claimed, doubts = claim(article, anchor, solution, settings.infer)
        kept = notes
        if claimed.interval:
            kept = tuple(note for note in notes if note.code not in _OVERTAKEN)
        result[at] = Settled(claimed, (*kept, *doubts))
    return result
