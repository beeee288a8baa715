from __future__ import annotations

import pytest

from kztimeline.articles.datelines import read_dateline
from kztimeline.articles.head import head_lines
from kztimeline.languages import Shape, load_shapes
from kztimeline.textual import Span
from shape_rows import examples, parts_of, row_id, traps

TABLE, INNER = "datelines", "inner_stamps"


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example(shape: Shape, text: str, value: str) -> None:
    hit = load_shapes("en", TABLE).opening(text, Span(0, len(text)))

    assert hit is not None
    assert (hit.shape.name, parts_of(hit, text, value)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap_stays_silent(shape: Shape, text: str) -> None:
    del shape

    assert load_shapes("en", TABLE).opening(text, Span(0, len(text))) is None


@pytest.mark.parametrize(("shape", "text", "value"), examples(INNER), ids=row_id)
def test_example_inside_a_line(shape: Shape, text: str, value: str) -> None:
    hit = next(load_shapes("en", INNER).find(text), None)

    assert hit is not None
    assert (hit.shape.name, parts_of(hit, text, value)) == (shape.name, value)
    assert read_dateline(text, head_lines(text), "en").declarations


@pytest.mark.parametrize(("shape", "text"), traps(INNER), ids=row_id)
def test_trap_inside_a_line_stays_silent(shape: Shape, text: str) -> None:
    del shape

    assert not list(load_shapes("en", INNER).find(text))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ministers meet\n\nOSLO, March 12 (NTB) - Ministers met.\n",
            {"place": "OSLO", "date": "March 12", "agency": "NTB"},
        ),
        ("(03-12) 13:09 PDT OAKLAND -- The port closed.", {"date": "03-12", "place": "OAKLAND"}),
        ("The talks in OSLO, March 12 (NTB) - were short.", {}),
        ("\n".join(f"Paragraph {n}." for n in range(9)) + "\nOSLO (NTB) - Late.", {}),
    ],
)
def test_claims(text: str, claims: dict[str, str]) -> None:
    found = read_dateline(text, head_lines(text), "en")

    assert {claim.name.removeprefix("dateline:"): claim.value for claim in found.declarations} == (
        claims
    )
    assert all(claim.span and claim.span.of(text) == claim.value for claim in found.declarations)
    assert found.spans == ()
