from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.articles.metadata import read_declarations
from kztimeline.languages import load_language

ENGLISH = load_language("en")
LINES = tuple(
    """---
+++
date: 2024-03-12
Date: 12 March 2024
Title: Court: the end
By Ann Smith
Published 12 March 2024
12 March 2024
OSLO, March 12 (NTB) - Ministers met.

LENGTH: 355 words
LOAD-DATE: March 15, 2024
PD 12 March 2024
HD
Body
  folded
The court ruled on Tuesday.
Publication date: Mar 12, 2024
Source type: Newspaper""".splitlines()
)


@pytest.mark.parametrize(
    ("text", "names", "story"),
    [
        (
            "---\ntitle: Court\n---\nDate: 12 March 2024\n\nOSLO, March 11 (NTB) - They met.",
            [
                "front-matter:title",
                "header:date",
                "dateline:place",
                "dateline:date",
                "dateline:agency",
            ],
            "OSLO, March 11 (NTB) - They met.",
        ),
        (
            "Court rules\nBy Ann Smith\nDate: 12 March 2024\n\nThey met.",
            ["header:date", "published-line:author"],
            "They met.",
        ),
        (
            "March 12, 2024, was a Tuesday.\nThey met.",
            [],
            "March 12, 2024, was a Tuesday.\nThey met.",
        ),
        ("Order: 12 March 2024\nThey met.", [], "Order: 12 March 2024\nThey met."),
    ],
)
def test_declarations(text: str, names: list[str], story: str) -> None:
    declared = read_declarations(text, ENGLISH)

    assert [claim.name for claim in declared.declarations] == names
    assert text[declared.body_start :].strip() == story


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    declared = read_declarations(text, ENGLISH)
    spans = declared.header_spans

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert 0 <= declared.body_start <= len(text)


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_claims_stand_where_they_say(text: str) -> None:
    declared = read_declarations(text, ENGLISH)

    assert all(
        " ".join(claim.value.split()) in " ".join(claim.span.of(text).split())
        for claim in declared.declarations
        if claim.span is not None
    )


def test_a_folded_claim_stands_on_all_its_lines() -> None:
    text = "---\nDate: Mar 12,\n  2024\n---\nThey met.\n"
    (claim,) = read_declarations(text, ENGLISH).declarations
    assert claim.value == "Mar 12, 2024"
    assert claim.span is not None
    assert claim.span.of(text) == "Date: Mar 12,\n  2024"


@given(st.text(alphabet="-+:\n\t Datebyl12/.(){}[]'\"\xa0\u2028", max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    declared = read_declarations(text, ENGLISH)

    assert all(span.of(text) for span in declared.header_spans)
