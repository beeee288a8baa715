"""How well a chronology's clusters fit those of a gold story: pairwise, and B³.

A mention is a line that tells a gold event. Which of our events it lies in is read off the words:
of those that cite the line the one whose sentence and title say most of what the gold asks for, on
an accepted day if there is one. A mention that none of ours tells lies alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

Told = Mapping[str, Any]


class Scores(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0.0 to 1.0."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Mention(NamedTuple):
    """One line that tells a gold event, and the event of ours it lies in."""

    gold: str
    line: str
    cluster: str


def mentions(timeline: Told, gold: Told) -> list[Mention]:
    """The mentions of a gold story as a chronology tells them."""
    cited: dict[str, list[Told]] = {}
    for event in timeline["events"]:
        for source in event["sources"]:
            line = f"{Path(source['path']).name[:3]}:{source['line']}"
            cited.setdefault(line, []).append({"event": event, "source": source})
    return [
        Mention(wanted["id"], line, _cluster(wanted, line, cited.get(line, ())))
        for wanted in gold["events"]
        for line in wanted["must"]
    ]


def _cluster(wanted: Told, line: str, found: Sequence[Told]) -> str:
    def fit(one: Told) -> tuple[float, bool]:
        event, source = one["event"], one["source"]
        start = source["position"]["start"]
        clause = slice(source["clause"]["start"] - start, source["clause"]["end"] - start)
        words = source["selector"]["exact"][clause].lower()
        patterns = wanted.get("words", ())
        last = event["date_end"]
        day = f"{event['date']}/{last}" if last else event["date"]
        return sum(bool(re.search(each, words)) for each in patterns), day in wanted["accept"]

    best = max(found, key=fit, default=None)
    return best["event"]["id"] if best else f"{wanted['id']} {line}"


def pairwise(told: Sequence[Mention]) -> Scores:
    """Over pairs of mentions: are those together that belong together?"""
    pairs = list(combinations(told, 2))
    ours = {pair for pair in pairs if pair[0].cluster == pair[1].cluster}
    golden = {pair for pair in pairs if pair[0].gold == pair[1].gold}
    right = len(ours & golden)
    return Scores(right / len(ours) if ours else 1.0, right / len(golden) if golden else 1.0)


def b_cubed(told: Sequence[Mention]) -> Scores:
    """Over mentions: how much of its cluster and of its gold event the two share (B³)."""
    precision = recall = 0.0
    for mention in told:
        ours = {other for other in told if other.cluster == mention.cluster}
        golden = {other for other in told if other.gold == mention.gold}
        precision += len(ours & golden) / len(ours)
        recall += len(ours & golden) / len(golden)
    return Scores(precision / len(told), recall / len(told))
