from __future__ import annotations

import pytest

from kztimeline.articles.frontmatter import read_front_matter
from kztimeline.languages import load_language

KEYS = load_language("en").table("labels")["front_matter"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "---\ntitle: Court\ndate: 2024-03-12\n---\nText.",
            {"title": "Court", "date": "2024-03-12"},
        ),
        ('---\ndate: "2024-03-12"\n---\nText.', {"date": "2024-03-12"}),
        ("\n---\nPublished At: 12 March 2024\n...\nText.", {"date": "12 March 2024"}),
        ("---\ndate: 2024-02-30\n---\nText.", {"date": "2024-02-30"}),
        (
            "---\nauthors: [Ann Smith, Bo Li]\nlastmod: 2024-04-01\n---\n",
            {"author": "Ann Smith, Bo Li"},
        ),
        ("+++\ndate = 2024-03-12T09:30:00Z\n+++\nText.", {"date": "2024-03-12T09:30:00Z"}),
        ("+++\ntitle = 'Court'\n[extra]\ndate = 1\n+++\nText.", {"title": "Court"}),
        ("---\nJust words between rules\n---\nText.", {}),
        ("---\ndate: 2024-03-12\nText without an end.", {}),
        ("Text.\n---\ndate: 2024-03-12\n---\n", {}),
        ("---\n---\nText.", {}),
    ],
)
def test_fields(text: str, claims: dict[str, str]) -> None:
    found = read_front_matter(text, KEYS)

    told = {claim.name.removeprefix("front-matter:"): claim.value for claim in found.declarations}
    assert told == claims
    assert found.notes == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("---\ntitle: Court: the end\n---\nText.", "YAML"),
        ("+++\ntitle = Court\n+++\nText.", "TOML"),
        ("---\ntitle: " + "[" * 3000 + "\n---\nText.", "YAML"),
        ("+++\ntitle = " + "[" * 3000 + "\n+++\nText.", "TOML"),
        ("+++\ntitle = " + "9" * 5000 + "\n+++\nText.", "TOML"),
        ("+++\ntitle = 0x" + "f" * 4000 + "\n+++\nText.", "TOML"),
    ],
)
def test_broken_block_is_text_and_leaves_a_note(text: str, kind: str) -> None:
    found = read_front_matter(text, KEYS)

    assert (found.declarations, found.spans, found.end) == ((), (), 0)
    assert [(note.code, kind in note.text) for note in found.notes] == [
        ("broken-front-matter", True)
    ]


def test_place_is_that_of_the_value() -> None:
    text = "---\ntitle: 2024-03-12 was the day\ndate: 2024-03-12\n---\nText."
    found = read_front_matter(text, KEYS)

    assert [claim.span and claim.span.start for claim in found.declarations] == [
        text.index("2024"),
        text.rindex("2024"),
    ]
    assert text[found.end :] == "Text."
