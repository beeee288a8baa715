"""What each comparison of merging is worth: the gold stories without it, one after another.

    python tests/ablation.py [THRESHOLD…]

Prints pairwise and B³ F over the stories of ``tests/cases`` with all comparisons, then with each
left out; with thresholds, both at each of them in place of the default. A report, never a test.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from cluster_scores import b_cubed, mentions, pairwise
from kztimeline.clusters import compare
from kztimeline.model import MergeSettings, Settings
from kztimeline.outputs.publish import publish
from kztimeline.pipeline import build_timeline
from kztimeline.sources import IntakeRequest, open_intake

CASES = Path(__file__).resolve().parent / "cases"


def main(arguments: list[str]) -> int:
    """Measure with all and without each, or at each threshold."""
    if arguments:
        for threshold in map(float, arguments):
            print(row(f"{threshold:+.1f}", MergeSettings(threshold=threshold)))
        return 0
    whole = tuple(compare.COMPARISONS)
    print(row("all", MergeSettings()))
    for left_out in whole:
        compare.COMPARISONS = tuple(each for each in whole if each is not left_out)
        print(row(f"without {left_out.name}", MergeSettings()))
    return 0


def row(name: str, merging: MergeSettings) -> str:
    """One line: for each story pairwise precision, recall and F, and B³ F."""
    cells = (measured(story, merging) for story in stories())
    return f"{name:20} " + "   ".join(cells)


def stories() -> Iterator[Path]:
    """The folders with gold, by name."""
    return (path.parent for path in sorted(CASES.glob("*/gold.json")))


def measured(story: Path, merging: MergeSettings) -> str:
    """Scores of one story."""
    gold: dict[str, Any] = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    request = IntakeRequest((str(story / "articles"),), manifest=str(story / "manifest.csv"))
    settings = replace(Settings(), merging=merging)
    timeline = publish(build_timeline(open_intake(request), settings), "0")
    told = mentions(msgspec.to_builtins(timeline), gold)
    return f"{story.name[:10]} {shown(pairwise(told))} | {shown(b_cubed(told))}"


def shown(scores: Sequence[float]) -> str:
    """Precision, recall and F in three columns."""
    precision, recall = scores
    total = precision + recall
    return f"{precision:.2f} {recall:.2f} {2 * precision * recall / total if total else 0.0:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
