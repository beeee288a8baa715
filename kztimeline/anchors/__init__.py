"""When does each article speak? By its own cues, else by what it and the others tell.

What a source declares (`Declaration`), its file name and its folders come in; a candidate leaves
for each cue that speaks, best first, and of these one `Anchor` an article. An article that states
no day gets the one that its own dates and the other articles carry, solved together: what the
calendar forbids is cut away, clues make the rest likelier or less, and what was found counts for
the others, until nothing moves. What evidence does not carry stays open, and each doubt leaves a
note.
"""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.anchors.candidates import candidates
from kztimeline.anchors.file_names import telling_path
from kztimeline.anchors.settle import Settled, settle
from kztimeline.languages import Language
from kztimeline.model import Anchor, AnchorSettings, Article, Draft, Infer, Settings

__all__ = ["Settled", "own_anchors", "settle_anchors", "telling_path"]


def own_anchors(article: Article, language: Language, settings: Settings) -> tuple[Anchor, ...]:
    """Every cue of the article itself that speaks, best first.

    A cue that cannot be used (no year, out of bounds, …) has no interval; its notes say why.
    """
    return candidates(article, language, settings)


def settle_anchors(
    drafts: Sequence[Draft], settings: AnchorSettings, *, is_whole: bool = True
) -> tuple[Settled, ...]:
    """One anchor a draft, in order, with a note for each doubt: inferred, unknown, disagreeing.

    `is_whole`: these are all articles there are, so that days nothing states can be inferred.
    """
    settled = [settle(draft, settings) for draft in drafts]
    if is_whole and settings.infer is not Infer.NONE:
        # Here, for where each article states its day nothing is to be inferred.
        from kztimeline.anchors.infer import infer_days

        settled = infer_days(drafts, settled, settings)
    return tuple(settled)
