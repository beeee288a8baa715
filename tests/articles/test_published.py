from __future__ import annotations

import pytest

from kztimeline.articles.head import head_lines, tail_lines
from kztimeline.articles.published import read_published
from kztimeline.languages import Shape, load_shapes
from kztimeline.textual import Span
from shape_rows import examples, parts_of, row_id, traps

TABLE = "published_lines"
STORY = "The court ruled that the ministry had to publish its letters to the harbour board. " * 4


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example(shape: Shape, text: str, value: str) -> None:
    hit = load_shapes("en", TABLE).whole(text, Span(0, len(text)))

    assert hit is not None
    assert (hit.shape.name, parts_of(hit, text, value)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap_stays_silent(shape: Shape, text: str) -> None:
    hit = load_shapes("en", TABLE).whole(text, Span(0, len(text)))

    assert hit is None or hit.shape.name != shape.name


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (f"Court rules\nPublished 12 March 2024\n\n{STORY}", {"date": "12 March 2024"}),
        (f"Court rules\n12 March 2024\n\n{STORY}", {"date": "12 March 2024"}),
        (f"# Court rules\n*Published 12 March 2024*\n\n{STORY}", {"date": "12 March 2024"}),
        (f"Court rules\n{STORY}\n12 March 2024\n{STORY}", {}),
        (f"11 March 2024\n{STORY}\n12 March 2024\n{STORY}", {}),
        (f"Court rules\n{STORY}\nPublished: 12 March 2024", {"date": "12 March 2024"}),
        (f"Court rules\n{STORY}\n12 March 2024", {"date": "12 March 2024"}),
        (f"Court rules\n{STORY}\n12 March 2024\nHarbour board", {}),
        (f"Court rules\n{STORY}\nThe mill has been shut since\n12 March 2024.", {}),
        ("Court rules\nAfter ten weeks the mill was shut on\n12 March 2024.\n", {}),
        (f"Court rules\n{STORY} It met in Holmsund again on Tuesday,\n12 March 2024.", {}),
        (f"Court rules\n{STORY}\nHolmsund,\n12 March 2024", {"date": "12 March 2024"}),
        (f"Mill to stay shut, it says\n12 March 2024\n{STORY}", {"date": "12 March 2024"}),
        (f"Mill\n{STORY}\nIt was shut on\n11 March 2024\n{STORY}\n12 March 2024", {}),
        (
            f"Court rules\n{STORY}\nMarch 12, 2024 4:12 PM UTC",
            {"date": "March 12, 2024 4:12 PM UTC"},
        ),
        (f"By Ann Smith\n{STORY}", {"author": "Ann Smith"}),
        (f"{STORY}\nBy Ann Smith\n{STORY}", {}),
        (f"Updated 12 March 2024\n{STORY}", {"updated": "12 March 2024"}),
        (
            f"Published 12 March 2024, updated 13 March 2024\n{STORY}",
            {"date": "12 March 2024", "updated": "13 March 2024"},
        ),
        (f"Published : March 12 , 2024 9 : 30 AM\n{STORY}", {"date": "March 12, 2024 9:30 AM"}),
        (f"Posted : 03 / 12 / 24 , 9 : 00 PM\n{STORY}", {"date": "03/12/24, 9:00 PM"}),
        (f"Last Updated : Mar 12 , 2024 8 : 44 PM\n{STORY}", {"updated": "Mar 12, 2024 8:44 PM"}),
        ("Published : March 12 , 2024 , the report names no one .", {}),
        ("March 12, 2024 was the day on which the court ruled.", {}),
        ("12 March 2024, the court ruled", {}),
        ("\n".join(["One line."] * 16) + f"\nPublished 12 March 2024\n{STORY * 20}", {}),
    ],
)
def test_claims(text: str, claims: dict[str, str]) -> None:
    found = read_published(text, head_lines(text), tail_lines(text), "en")

    told = {claim.name.removeprefix("published-line:"): claim.value for claim in found.declarations}
    assert told == claims
    assert bool(found.spans) == bool(claims)
    assert all("\n" not in span.of(text) for span in found.spans)


def test_a_claim_with_marks_set_apart_is_cited_as_it_stands() -> None:
    text = f"Court rules\nPublished : March 12 , 2024\n{STORY}"

    (claim,) = read_published(text, head_lines(text), tail_lines(text), "en").declarations

    assert claim.span is not None
    assert claim.span.of(text) == "March 12 , 2024"
