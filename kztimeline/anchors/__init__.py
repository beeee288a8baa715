"""When does each article speak? The cascade of its own cues.

What a source declares (`Declaration`), its file name and its folders come in; a candidate leaves
for each cue that speaks, best first, and of these one `Anchor` an article. The room never
guesses: a day without a year waits for a year, a day out of bounds is refused, and each such
doubt leaves a note.
"""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.anchors.candidates import candidates
from kztimeline.anchors.settle import settle
from kztimeline.languages import Language
from kztimeline.model import Anchor, AnchorSettings, Article, Draft, Note, Settings


def own_anchors(article: Article, language: Language, settings: Settings) -> tuple[Anchor, ...]:
    """Every cue of the article itself that speaks, best first.

    A cue that cannot be used (no year, out of bounds, …) has no interval; its notes say why.
    """
    return candidates(article, language, settings)


def settle_anchors(
    drafts: Sequence[Draft], settings: AnchorSettings
) -> tuple[tuple[Anchor, ...], tuple[Note, ...]]:
    """One anchor a draft, in order, and a note for each doubt: none stated, cues that disagree."""
    settled = [settle(draft, settings) for draft in drafts]
    anchors = tuple(anchor for anchor, _ in settled)
    return anchors, tuple(note for _, notes in settled for note in notes)
