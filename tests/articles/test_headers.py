from __future__ import annotations

import pytest

from kztimeline.articles.head import head_lines
from kztimeline.articles.headers import read_header

MAIL = "From: Desk\nDate: Tue, 12 Mar 2024 14:30:00 +0600\nSubject: Court\n rules at last"


@pytest.mark.parametrize(
    ("text", "claims", "block"),
    [
        ("Date: 2024-03-12\nThe court ruled.", {"date": "2024-03-12"}, "Date: 2024-03-12"),
        (
            MAIL + "\n\nThe court ruled.",
            {"author": "Desk", "date": "Tue, 12 Mar 2024 14:30:00 +0600", "title": "Court"},
            MAIL,
        ),
        (
            "**Title:** Court rules\n**Published:** 12 March 2024\n\nText.",
            {"title": "Court rules", "date": "12 March 2024"},
            "**Title:** Court rules\n**Published:** 12 March 2024",
        ),
        ("Date:12.03.2024\nText.", {"date": "12.03.2024"}, "Date:12.03.2024"),
        ("\nCourt rules\n\nDate: 12 March 2024\nText.", {"date": "12 March 2024"}, None),
        ("---\nDate: 12 March 2024\n---\nText.", {"date": "12 March 2024"}, None),
        (
            "Title: Court\nUpdated: 13 March 2024\n\nText.",
            {"title": "Court", "updated": "13 March 2024"},
            None,
        ),
        (
            "Date: 12 March 2024\nSnapshot-Content-Location: x.example/a\nSubject: Court\n\nText.",
            {"captured": "12 March 2024", "title": "Court"},
            None,
        ),
        ("Source: the minister did not know.\nThe court ruled.", {}, ""),
        ("From: the archive, a letter\n\nThe court ruled.", {}, ""),
        ("The verdict: guilty\nDate: 12 March 2024", {"date": "12 March 2024"}, None),
        ("He gave one date: 12 March 2024.\nThen he left.", {}, ""),
        ("A long first paragraph. " * 8 + "\nDate: 12 March 2024", {}, ""),
        ("One.\nTwo.\nThree.\nFour.\nDate: 12 March 2024", {}, ""),
        ("Date: " + "word " * 80, {}, ""),
        ("", {}, ""),
    ],
)
def test_block(text: str, claims: dict[str, str], block: str | None) -> None:
    found = read_header(text, head_lines(text), "en")

    told = {claim.name.removeprefix("header:"): claim.value for claim in found.declarations}
    assert told == claims
    assert all(claim.span and claim.span.of(text) == claim.value for claim in found.declarations)
    if block is not None:
        assert "".join(span.of(text) for span in found.spans) == block
