"""Every row of every cue table is a test: examples hit their words and no more, traps nothing."""

from __future__ import annotations

import re

import pytest
from _pytest.mark import ParameterSet

from kztimeline.languages import Cue, CueTable, load_language
from kztimeline.textual import Span

LANGUAGES = ("en",)
TABLES = ("attribution", "memories", "modality", "quantities", "tense")
ROWS = [
    (code, table, cue)
    for code in LANGUAGES
    for table in TABLES
    for cue in load_language(code).cues(table).cues
]
NAMES = [f"{table}-{cue.name}" for _, table, cue in ROWS]


def rows_of(part: str) -> list[ParameterSet]:
    """The (language, table, sentence, value) of all rows that one part of them holds."""
    return [
        pytest.param(code, table, *row, id=f"{table}-{cue.name}-{row[0]}")
        for code, table, cue in ROWS
        for row in getattr(cue, part)
    ]


def found(table: CueTable, text: str) -> list[tuple[str, str, str]]:
    """Hits in a whole text as (row, what it gives, words)."""
    hits = table.find(text, Span(0, len(text)))
    return [(hit.cue.name, hit.cue.gives, hit.span.of(text)) for hit in hits]


def holds(code: str, table: str, marked: str, value: str) -> bool:
    inside = re.search(r"\[(.*?)\]", marked)
    assert inside, f"no [brackets] in {marked!r}"
    text = re.sub(r"\[(.*?)\]", r"\1", marked)
    hits = found(load_language(code).cues(table), text)
    return (value, inside[1]) in [(gives, words) for _, gives, words in hits]


@pytest.mark.parametrize(("code", "table", "marked", "value"), rows_of("examples"))
def test_example_hits_its_words(code: str, table: str, marked: str, value: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)

    assert holds(code, table, marked, value), found(load_language(code).cues(table), text)


@pytest.mark.parametrize(("code", "table", "cue"), ROWS, ids=NAMES)
def test_row_stays_silent(code: str, table: str, cue: Cue) -> None:
    hits = [found(load_language(code).cues(table), text) for text in cue.never]

    assert [hit for hits_of_text in hits for hit in hits_of_text if hit[0] == cue.name] == []


@pytest.mark.xfail(reason="known failure; when it passes, promote the row to an example")
@pytest.mark.parametrize(("code", "table", "marked", "value"), rows_of("pending"))
def test_pending_row(code: str, table: str, marked: str, value: str) -> None:
    assert holds(code, table, marked, value)


@pytest.mark.parametrize(("code", "table"), [(c, t) for c in LANGUAGES for t in TABLES])
def test_every_row_has_an_example_and_a_name_of_its_own(code: str, table: str) -> None:
    cues = load_language(code).cues(table).cues
    names = [cue.name for cue in cues]

    assert [cue.name for cue in cues if not cue.examples] == []
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("cue", [cue for _, _, cue in ROWS], ids=NAMES)
def test_row_gives_what_its_examples_say(cue: Cue) -> None:
    assert {value for _, value in cue.examples} == {cue.gives}


def table_of(*patterns: str, **classes: str) -> CueTable:
    cues = [Cue(f"row{index}", "x", (pattern,), ()) for index, pattern in enumerate(patterns)]
    return CueTable(cues, classes, "en/test.toml")


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("will {verb}", "They will meet.", ["will meet"]),
        ("will {verb}", "They WILL\n  Meet.", ["WILL\n  Meet"]),
        ("will {verb}", "goodwill meets", []),
        ("will [not] {verb}", "will meet, will not meet", ["will meet", "will not meet"]),
        ("[soon] will", "soon will, will", ["soon will", "will"]),
        ("(will|shall) {verb}", "shall go will go", ["shall go", "will go"]),
        ("u.s. troops", "uxs. troops, U.S. troops", ["U.S. troops"]),
        ("no", "nobody has no idea", ["no"]),
    ],
)
def test_pattern(pattern: str, text: str, words: list[str]) -> None:
    hits = found(table_of(pattern, verb="[a-z]+"), text)

    assert [word for _, _, word in hits] == words


def test_of_rows_that_fit_at_one_place_the_earlier_wins() -> None:
    assert found(table_of("have been", "have"), "have been, have") == [
        ("row0", "x", "have been"),
        ("row1", "x", "have"),
    ]


def test_only_the_stretch_is_searched() -> None:
    text = "will go, will stay"
    hits = table_of("will").find(text, Span(5, len(text)))

    assert [hit.span for hit in hits] == [Span(9, 13)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("It will not have been built by then.", "future"),
        ("It has not been built.", "past"),
        ("It must not have been built.", "past"),
        ("It was not to be.", "future"),
        ("They are not due to leave.", "future"),
        ("They won’t leave.", "future"),
        ("She hopes to leave.", "future"),
        ("She hoped to leave.", "future"),
        ("It is needed.", "_"),
    ],
)
def test_first_group_of_a_sentence(text: str, side: str) -> None:
    assert found(load_language("en").cues("tense"), text)[0][1] == side


@pytest.mark.parametrize(("code", "table"), [(c, t) for c in LANGUAGES for t in TABLES])
def test_classes_are_in_small_letters(code: str, table: str) -> None:
    """Texts are searched in small letters: a capital in a class could never fit."""
    classes = load_language(code).table(table).get("classes", {})

    assert {
        name: words for name, words in classes.items() if re.search(r"(?<!\\)[A-Z]", words)
    } == {}


@pytest.mark.parametrize("text", ["İzmir WILL Meet", "izmir will meet"])
def test_letters_that_grow_when_made_small_move_no_hit(text: str) -> None:
    (hit,) = table_of("will {verb}", verb="[a-z]+").find(text, Span(0, len(text)))

    assert hit.span == Span(6, 15)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("A bank, founded in 1871, closed.", 8, "founded"),
        ("A bank, founded in 1871, closed.", 2, None),
        ("A bank, founded in 1871, closed.", 9, None),
        ("Founded in 1871, it closed.", 0, "Founded"),
        ("İzmir was hit.", 6, "was hit"),
    ],
)
def test_a_hit_is_looked_for_at_one_place(text: str, place: int, words: str | None) -> None:
    hit = load_language("en").cues("tense").at(text, Span(place, len(text)))

    assert words == (hit and hit.span.of(text))
