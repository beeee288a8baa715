"""Articles of another story, however many, move no anchor."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafts import draft_of, settled
from kztimeline.languages import load_language, load_shares
from kztimeline.model import Anchor, Draft

CASES = Path(__file__).parents[1] / "cases"
STORIES = ("brannay-ferry", "kazakhstan-january-2022")


def story(case: str, folder: str, dated: int = 0) -> list[Draft]:
    """Its articles, without what they say of their day; of the first `dated` a manifest has it."""
    texts = [path.read_text("utf-8") for path in sorted((CASES / case / "articles").iterdir())]
    return [
        draft_of(text, f"{folder}/{at}.txt", "2022-01-08" if at < dated else "")
        for at, text in enumerate(texts)
    ]


def strangers(count: int) -> list[Draft]:
    """Articles of as many stories: the words are those that all news has, but for a few names."""
    words = sorted(load_shares(load_language("en")))
    drafts = []
    for at in range(count):
        told = [words[(at * 37 + step * (at + 11)) % len(words)] for step in range(160)]
        lines = (" ".join(told[first : first + 10]) for first in range(0, len(told), 10))
        text = f"Quarn{at}\n" + "".join(f"Mr Ovid{at}lo said {line}.\n" for line in lines)
        drafts.append(draft_of(text, f"strange/{at}.txt", f"20{at % 20 + 10}-05-{at % 28 + 1:02}"))
    return drafts


def anchors(*drafts: Draft) -> dict[str, Anchor]:
    return settled(*drafts)


@pytest.mark.parametrize("case", STORIES)
@pytest.mark.parametrize("dated", [0, 2])
def test_fifty_strangers_change_nothing(case: str, dated: int) -> None:
    drafts = story(case, "own", dated)
    alone, among = anchors(*drafts), anchors(*drafts, *strangers(50))
    assert alone == {name: among[name] for name in alone}


def test_two_stories_in_one_folder_keep_to_themselves() -> None:
    stories = [story(case, case) for case in STORIES]
    together = anchors(*stories[0], *stories[1])
    for one in stories:
        alone = anchors(*one)
        assert alone == {name: together[name] for name in alone}
