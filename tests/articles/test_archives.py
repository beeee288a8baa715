from __future__ import annotations

import pytest

from kztimeline.articles.archives import read_archive
from kztimeline.articles.head import head_lines, tail_lines
from kztimeline.textual import Span

NEXIS_CLASSIC = """
                               1 of 10 DOCUMENTS

                                 Daily Herald

                            March 12, 2024 Tuesday

Court rules against the ministry

BYLINE: Ann Smith
SECTION: NEWS; Pg. 3
LENGTH: 355 words

The court ruled on Monday.

LOAD-DATE: March 15, 2024

LANGUAGE: ENGLISH

                       Copyright 2024 Herald
"""
NEXIS_UNI = """Court rules against the ministry
Daily Herald
March 12, 2024 Tuesday

Copyright 2024 Herald All Rights Reserved
Section:\xa0NEWS
Length:\xa0512 words
Byline:\xa0Ann Smith

Body

The court ruled on Monday.

Load-Date:\xa0March 15, 2024

End of Document
"""
FACTIVA = """SE News
HD
Court rules against the ministry
BY Ann Smith
WC 512 words
PD 12 March 2024
SN Daily Herald
LA English

LP
The court ruled on Monday.
TD
It was late.

CO herald
AN Document HERALD0020240315
"""
PROQUEST = """____________________________________________________________
Court rules

Title: Court rules

Publication title: Daily Herald

Publication date: Mar 12, 2024

Full text: The court ruled on Monday.

Last updated: 2024-03-15

ProQuest document ID: 123
"""


def story(text: str, spans: tuple[Span, ...]) -> str:
    """The text without what is header or footer."""
    kept = [
        character
        for place, character in enumerate(text)
        if not any(span.start <= place < span.end for span in spans)
    ]
    return " ".join("".join(kept).split())


@pytest.mark.parametrize(
    ("text", "claims", "left"),
    [
        (
            NEXIS_CLASSIC,
            {"date": "March 12, 2024 Tuesday", "author": "Ann Smith"},
            "The court ruled on Monday.",
        ),
        (
            NEXIS_UNI,
            {"date": "March 12, 2024 Tuesday", "author": "Ann Smith"},
            "The court ruled on Monday.",
        ),
        (
            FACTIVA,
            {
                "title": "Court rules against the ministry",
                "author": "Ann Smith",
                "date": "12 March 2024",
                "publisher": "Daily Herald",
            },
            "The court ruled on Monday. It was late.",
        ),
        (
            PROQUEST,
            {"title": "Court rules", "publisher": "Daily Herald", "date": "Mar 12, 2024"},
            "The court ruled on Monday.",
        ),
    ],
    ids=["nexis-classic", "nexis-uni", "factiva", "proquest"],
)
def test_export(text: str, claims: dict[str, str], left: str) -> None:
    found = read_archive(text, head_lines(text), tail_lines(text), "en")

    told = {c.name.removeprefix("archive-header:"): c.value for c in found.declarations}
    assert told == claims
    assert story(text, found.spans) == left


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled.\nLENGTH: 355 words\nThe end.",
        "PD was founded in 1990.\nThe court ruled.",
        "Publication date: 12 March 2024\nThe court ruled.",
    ],
)
def test_half_a_signature_is_none(text: str) -> None:
    found = read_archive(text, head_lines(text), tail_lines(text), "en")

    assert (found.declarations, found.spans) == ((), ())
