from __future__ import annotations

import pytest

from kztimeline.languages import Shape, ShapeTable, load_shapes
from kztimeline.model import TableError
from kztimeline.textual import Span

TABLES = (
    "ages",
    "datelines",
    "file_names",
    "header_dates",
    "inner_stamps",
    "published_lines",
    "running_days",
)


def table_of(*patterns: str, **classes: str) -> ShapeTable:
    shapes = [Shape(f"row{index}", "x", (pattern,), ()) for index, pattern in enumerate(patterns)]
    return ShapeTable(shapes, {"classes": classes}, "en/test.toml")


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_an_example(name: str) -> None:
    assert [s.name for s in load_shapes("en", name).shapes if not s.examples] == []


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("seen [on ]{day}", "seen 12", ["seen 12"]),
        ("seen [on ]{day}", "SEEN on  12", ["SEEN on  12"]),
        ("seen [on ]{day}", "seen on12", []),
        ("seen [on ]{day}", "unseen 12", []),
        ("(seen|met[ again]) {day}", "met 12, Seen 3; found 5", ["met 12", "Seen 3"]),
        ("[(early|late) ](on|{mark}) {day}", "- 12", ["- 12"]),
        ("{day}(st|th)", "1st and 4th", ["1st", "4th"]),
        (r"\({day}\)", "x(12)y", []),
        (r"\[{day}\]", "a [12] b", ["[12]"]),
        ("{day}{mark}{day}", "5-5 6-7 8/8", ["5-5", "8/8"]),
    ],
)
def test_pattern(pattern: str, text: str, found: list[str]) -> None:
    table = table_of(pattern, day=r"\d\d?", mark="[-/]")

    assert found == [hit.span.of(text) for hit in table.find(text)]


def test_of_rows_that_fit_at_one_place_the_earlier_wins() -> None:
    table = table_of("{day} may", "{day}", "x {day}", day=r"\d+")
    text = "x 12 may 3"

    assert [hit.shape.name for hit in table.find(text)] == ["row2", "row1"]


def test_whole_wants_the_stretch_and_opening_its_start() -> None:
    table = table_of("on {day}", day=r"\d+")
    text = "on 12 they met"

    assert table.whole(text, Span(0, len(text))) is None
    assert table.whole(text, Span(0, 5)) is not None
    opened = table.opening(text, Span(0, len(text)))
    assert opened is not None
    assert opened.parts["day"].of(text) == "12"


@pytest.mark.parametrize(
    ("text", "name", "days"),
    [
        ("on 12 May they met", "row1", ["12"]),
        ("on 12 they met", "row0", ["12"]),
        ("on 12-12 they met", "row2", ["12"]),
        ("on 12-13 they met", "row0", ["12"]),
        ("since 12", "row3", ["12"]),
        ("till 12", "row3", ["12"]),
        ("on12", None, []),
    ],
)
def test_rows_that_begin_alike_part_where_they_differ(
    text: str, name: str | None, days: list[str]
) -> None:
    patterns = "on {day}", "on {day} May", "on {day}-{day}", "(since|till) {day}"
    hit = table_of(*patterns, day=r"\d+").opening(text, Span(0, len(text)))

    assert name == (hit and hit.shape.name)
    assert days == [span.of(text) for span in (hit.parts.values() if hit else ())]


def test_a_choice_without_brackets_opens_with_either() -> None:
    table = table_of("on {day}", "on {day} May|in June", day=r"\d+")
    texts = ["on 5 may", "in June", "on 5"]
    hits = [table.opening(text, Span(0, len(text))) for text in texts]

    assert [hit and hit.shape.name for hit in hits] == ["row0", "row1", "row0"]


def test_classes_are_built_of_classes() -> None:
    table = table_of("{date}", day=r"\d\d?", month="May|June", date="{month} {day}")

    assert [hit.span.of("May 5") for hit in table.find("May 5")] == ["May 5"]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("on {dya}", "unknown class `dya` in en/test.toml › row0"),
        ("on (", "cannot read the pattern `on (` in en/test.toml › row0"),
    ],
)
def test_broken_pattern_names_table_and_row(pattern: str, message: str) -> None:
    with pytest.raises(TableError) as error:
        table_of(pattern, day=r"\d")

    assert error.value.message.startswith(message)
