import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kztimeline.outputs.inert import inert, inert_cell, inert_markdown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07bell", "bell"),
        ("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jcleared", "cleared"),
        ("a\tb\nc\rd", "a b c d"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Алматы, 5 қаңтар", "Алматы, 5 қаңтар"),
        ("[bold]kept[/bold]", "[bold]kept[/bold]"),
        ("broken \udcff name", "broken \ufffd name"),
    ],
)
def test_inert(text: str, shown: str) -> None:
    assert shown == inert(text)


@given(st.text())
def test_inert_leaves_one_line_without_controls(text: str) -> None:
    shown = inert(text)
    assert [c for c in shown if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066"] == []
    assert shown == inert(shown)


@given(st.text(alphabet="ab1 .)*_[]()#+-=!|<>&~`$\\:/w@", max_size=40))
def test_markdown_shows_the_text_as_it_stands(text: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True})
    tokens = reader.parse(f"- {inert_markdown(text)}\n")
    inline = [token for token in tokens if token.type == "inline"]
    parts = [child for token in inline for child in token.children or ()]
    assert set() == {part.type for part in parts} - {"text", "text_special"}
    assert inert(text) == "".join(part.content for part in parts)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_formula_is_guarded(cell: str) -> None:
    assert f"'{cell}" == inert_cell(cell)


def test_plain_cell_stays() -> None:
    assert inert_cell("1+1") == "1+1"
