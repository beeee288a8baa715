"""The days of articles that state none, inferred together."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.anchors.claim import claim
from kztimeline.anchors.settle import Settled
from kztimeline.anchors.solve import solve
from kztimeline.model import AnchorSettings, Draft


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
        kept = notes[:-1] if claimed.interval else notes  # the last says that there is no day
        result[at] = Settled(claimed, (*kept, *doubts))
    return result
