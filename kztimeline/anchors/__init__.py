"""When does each article speak? The cascade of its own cues."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.languages import Language
from kztimeline.model import Anchor, AnchorSettings, Article, Draft, Note, Settings


def own_anchors(article: Article, language: Language, settings: Settings) -> tuple[Anchor, ...]:
    """Every cue of the article itself that speaks, best first."""
    raise NotImplementedError


def settle_anchors(
    drafts: Sequence[Draft], settings: AnchorSettings
) -> tuple[tuple[Anchor, ...], tuple[Note, ...]]:
    """One anchor a draft, in order, and a note for each doubt: none stated, cues that disagree."""
    raise NotImplementedError
