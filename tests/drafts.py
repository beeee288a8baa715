"""Makes drafts of articles by the program's own rooms, with a day or without."""

from __future__ import annotations

from datetime import date

from kztimeline.model import (
    Anchor,
    AnchorSettings,
    Declaration,
    Document,
    Draft,
    Infer,
    Settings,
)
from kztimeline.pipeline import draft_article, settle_anchors

TODAY = date(2026, 1, 1)


def settings(infer: Infer = Infer.DAY) -> Settings:
    return Settings(anchoring=AnchorSettings(latest=TODAY, infer=infer))


def draft_of(text: str, name: str = "a.txt", day: str = "") -> Draft:
    """One article; `day` is what a manifest says."""
    declared = (Declaration("manifest:date", day),) if day else ()
    return draft_article(Document(name, text, name, declared), settings())


def settled(*drafts: Draft, infer: Infer = Infer.DAY) -> dict[str, Anchor]:
    """The anchors of a folder, by name of article."""
    found = settle_anchors(drafts, settings(infer).anchoring)
    return {draft.article.locator: one.anchor for draft, one in zip(drafts, found, strict=True)}
