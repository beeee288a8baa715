"""Every row of the cue tables of the events room: its examples hit, its `never` does not."""

from __future__ import annotations

import pytest

from kztimeline.languages import Cue, load_language
from kztimeline.textual import Span

TABLES = ("modality", "attribution", "quantities")
CUES = [(table, cue) for table in TABLES for cue in load_language("en").cues(table).cues]
EXAMPLES = [(table, cue, *example) for table, cue in CUES for example in cue.examples]
NEVERS = [(table, cue, text) for table, cue in CUES for text in cue.never]


def hits(table: str, text: str) -> list[tuple[str, str, str]]:
    found = load_language("en").cues(table).find(text, Span(0, len(text)))
    return [(hit.cue.name, hit.span.of(text), hit.cue.gives) for hit in found]


@pytest.mark.parametrize(("table", "cue", "marked", "gives"), EXAMPLES)
def test_an_example_hits_exactly_its_words(table: str, cue: Cue, marked: str, gives: str) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    assert (cue.name, words, gives) in hits(table, text)


@pytest.mark.parametrize(("table", "cue", "text"), NEVERS)
def test_a_row_stays_silent_where_it_says_never(table: str, cue: Cue, text: str) -> None:
    assert cue.name not in {name for name, _, _ in hits(table, text)}
