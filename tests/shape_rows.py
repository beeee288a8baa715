"""How a test goes through a shape table: its rows, examples and traps, a hit as written there."""

from __future__ import annotations

from kztimeline.languages import Shape, ShapeHit, load_shapes

LANGUAGE = "en"


def examples(table: str) -> list[tuple[Shape, str, str]]:
    return [
        (shape, text, value)
        for shape in load_shapes(LANGUAGE, table).shapes
        for text, value in shape.examples
    ]


def traps(table: str) -> list[tuple[Shape, str]]:
    return [(shape, text) for shape in load_shapes(LANGUAGE, table).shapes for text in shape.never]


def row_id(value: object) -> str | None:
    return value.name if isinstance(value, Shape) else None


def parts_of(hit: ShapeHit, text: str, wanted: str) -> str:
    """The parts that `wanted` names, in order of place: ``place = OSLO, agency = NTB``."""
    names = {each.partition(" = ")[0] for each in wanted.split(", ")}
    told = sorted((span, name) for name, span in hit.parts.items() if name in names)
    return ", ".join(f"{name} = {span.of(text)}" for span, name in told)
