"""Whether any rule takes more than linear time: each is fed its own near-misses, growth measured.

    python tests/growth.py [WORD]

A near-miss is an example of a rule with a piece cut off, repeated: all that a rule begins to read
and never can end. The whole program reads 12.5 KB of it and 100 KB; what is printed is how much
dearer a character is in the longer text, 1.0 where time grows with length. With WORD only rules
that have it in their name are measured; all of them take some minutes. A report, never a test:
figures are a machine's own.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fuzz.words import CUES, SHAPES
from kztimeline.anchors import settle_anchors
from kztimeline.languages import load_language, load_shapes
from kztimeline.model import Document, Settings
from kztimeline.pipeline import draft_article, tell_article

LANGUAGE = "en"
SHORT, LONG = 12_500, 100_000  # characters
RUNS = 3  # of the short text; the long one is read once, for the worst rules twice
WORST = 12  # rules named
FLOOR = 0.004  # seconds: below it a clock tells nothing


class Growth(NamedTuple):
    """How much dearer a character is in the long text than in the short one, and for what."""

    factor: float
    seconds: float
    name: str
    miss: str


def main(arguments: list[str]) -> int:
    """Measure each rule and print the worst."""
    word = arguments[0] if arguments else ""
    measured = [
        max(growth(name, miss) for miss in near_misses(examples))
        for name, examples in rules()
        if word in name and examples
    ]
    measured.sort(reverse=True)
    again = (min(each, growth(each.name, each.miss)) for each in measured[:WORST])  # a busy machine
    measured = sorted([*again, *measured[WORST:]], reverse=True)
    middle = statistics.median(each.factor for each in measured)
    print(f"{len(measured)} rules; a character of {LONG:,} beside one of {SHORT:,}: {middle:.2f}")
    for factor, seconds, name, miss in measured[:WORST]:
        print(f"{factor:6.2f} {seconds:6.2f} s  {name}  {miss!r}")
    return 0


def rules() -> Iterator[tuple[str, list[str]]]:
    """Every row of every table that reads text: its name and its examples."""
    language = load_language(LANGUAGE)
    for rule in language.grammar.rules:
        yield rule.name, [text for text, _ in rule.examples]
    for table in CUES:
        for cue in language.cues(table).cues:
            yield f"{table}/{cue.name}", [text for text, _ in cue.examples]
    for table in SHAPES:
        for shape in load_shapes(LANGUAGE, table).shapes:
            yield f"{table}/{shape.name}", [text for text, _ in shape.examples]


def near_misses(examples: Iterable[str]) -> set[str]:
    """The first example's words without the last, and with the last cut short."""
    words = next(iter(examples))
    words = marked[1] if (marked := re.search(r"\[(.+?)\]", words)) else words
    return {f"{miss} " for miss in (words.rpartition(" ")[0], words[:-1]) if miss.strip()} or {
        words
    }


def growth(name: str, miss: str) -> Growth:
    """What a near-miss costs in two lengths."""
    short, long = (
        cost((miss * (size // len(miss) + 1))[:size], runs)
        for size, runs in ((SHORT, RUNS), (LONG, 1))
    )
    return Growth(max(long, FLOOR) / max(short, FLOOR) * SHORT / LONG, long, name, miss)


def cost(text: str, runs: int) -> float:
    """Seconds of work for one article, the fastest of some runs."""
    settings = Settings()
    document = Document("harbour_20240315.txt", f"It was so.\n{text}\n", "0")
    return min(_seconds(document, settings) for _ in range(runs))


def _seconds(document: Document, settings: Settings) -> float:
    start = time.process_time()
    draft = draft_article(document, settings)
    (settled,) = settle_anchors((draft,), settings.anchoring)
    tell_article(draft, settled.anchor, settings)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
