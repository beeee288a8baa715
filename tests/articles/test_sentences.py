"""Where sentences begin and end: every row of the table, and laws for any text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.articles.sentences import LONGEST, cut_sentences
from kztimeline.languages import load_language
from kztimeline.textual import Span

ENGLISH = load_language("en")
TABLE = ENGLISH.table("sentences")
ROWS = [
    example
    for row in (*TABLE["abbreviation"], TABLE["ends"], TABLE["tails"])
    for example in row["examples"]
]


def cut(text: str) -> list[str]:
    return [span.of(text) for span in cut_sentences(text, Span(0, len(text)), ENGLISH)]


@pytest.mark.parametrize("row", ROWS)
def test_rows(row: str) -> None:
    assert row.split(" | ") == cut(row.replace(" | ", " "))


@pytest.mark.parametrize(
    "marked",
    [
        "It rained. | It snowed.",
        "Who came? | Nobody! | So it ended.",
        "“We went. | They stayed.” | He left.",
        "He said: “We went. | They stayed.” | “Who?” she asked. | “Nobody.”",
        "«We went. | They stayed.» | He left.",
        "‘We went. | They stayed,’ he said. | Then it rained.",
        "'We went. | They stayed,' he said. | Then it rained.",
        "“He told me: ‘Go home.’” | Then he left.",
        "The plan (it was his. It failed.) was dropped. | He left.",
        "It cost 3.5 million. | It was No. 1.",
        "In the U.S. army it rained. | It snowed.",
        "He left, said J. K. Stone. | She stayed.",
        "Soldiers of the 3.Company rested.",
        "Погода 😀 “хорошая.” | Then it rained.",
        "He left.” | She stayed.",
        "“Why now?” | The crowd left. | “Go!”",
        "He said so . | `` We went . '' | She left .",
    ],
)
def test_ends_of_sentences(marked: str) -> None:
    assert marked.split(" | ") == cut(marked.replace(" | ", " "))


@pytest.mark.parametrize("mark", ["• ", "  •\t", "- ", "* ", "(a) ", "1) ", "12. ", "◦ "])
def test_list_marks_hide_nothing(mark: str) -> None:
    assert cut(mark.lstrip() + "It rained. It snowed.") == ["It rained.", "It snowed."]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert cut("It rained\non Friday. It snowed\nlater.") == [
        "It rained\non Friday.",
        "It snowed\nlater.",
    ]


def test_a_very_long_paragraph_is_cut_like_a_short_one() -> None:
    sentences = [f"It rained for {number} days." for number in range(20_000)]
    assert sentences == cut(" ".join(sentences))


def test_a_paragraph_inside_a_text_is_all_that_is_read() -> None:
    text = "Before. One. Two. After."
    assert [Span(8, 12), Span(13, 17)] == list(cut_sentences(text, Span(8, 17), ENGLISH))


@given(st.text(alphabet="aB.?! “”\"'’‘«»(,1•-é\n`", min_size=1, max_size=80))
def test_sentences_cover_a_paragraph_in_order(text: str) -> None:
    text = f"A{text}z"
    spans = cut_sentences(text, Span(0, len(text)), ENGLISH)
    between = [text[left.end : right.start] for left, right in pairwise(spans)]
    assert (0, len(text)) == (spans[0].start, spans[-1].end)
    assert all(gap.isspace() or gap == "" for gap in between)
    assert all(re.search(r"\w", span.of(text)) for span in spans)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("one, two " * 400 + "end", "one,", "end"),
        ("word " * 400 + "end", "word", "end"),
        ("x" * 4000, "xxxx", "x"),
        ("It rained" + " " * 4000 + "on Friday.", "It rained", "on Friday."),
        ("end, " + " " * 1600 + "so it was", "end,", "was"),
    ],
)
def test_no_sentence_is_longer_than_any_in_print(text: str, first: str, last: str) -> None:
    parts = cut(text)
    assert all(0 < len(part) <= LONGEST and part == part.strip() for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert (len(parts) > 1, parts[0].startswith(first), parts[-1].endswith(last)) == (True,) * 3


def test_a_sentence_that_is_too_long_is_cut_at_a_pause() -> None:
    assert all(part.endswith((",", "end")) for part in cut("one two three, " * 200 + "end"))


@pytest.mark.parametrize("blank", ["\xa0", "\x85", "\u2003", "\u2028", "\u3000", " "])
def test_any_blank_may_follow_a_pronoun(blank: str) -> None:
    assert cut(f"It was I{blank}. {blank}So it rained. It snowed.")[-1] == "It snowed."


ANY = st.text(alphabet="Ia1.?! \xa0\x85\u2003\u2028[]():“”’é😀\n", min_size=1, max_size=60)


@given(ANY.map(str.strip).filter(bool))
def test_any_characters_can_be_cut(text: str) -> None:
    """Nothing is lost but a list mark at the start."""
    assert "".join(text.split()).endswith("".join("".join(cut(text)).split()))
