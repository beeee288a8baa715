"""Lines or blocks: decided for the file as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.articles.paragraphs import cut_paragraphs

WRAPPED = """Rain over the port

It rained over the port on Friday and the crews
of nine ships stayed below deck until the wind
had turned.
   A second paragraph is indented here, and it too
runs over two lines of the file.

The third has a blank line above it and is not
long."""


def cut(text: str) -> list[str]:
    return [span.of(text) for span in cut_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("\n\n  \n", []),
        ("One line", ["One line"]),
        ("\n\n  One.  \n\n\nTwo.\n", ["One.", "Two."]),
        ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
        (
            "Title\nA long first line of the story.\nAnother line.\n",
            ["Title", "A long first line of the story.", "Another line."],
        ),
        ("\xa0One\xa0\n\tTwo", ["One", "Two"]),
    ],
)
def test_lines_are_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert paragraphs == cut(text)


def test_wrapped_lines_are_joined() -> None:
    assert cut(WRAPPED) == [
        "Rain over the port",
        (
            "It rained over the port on Friday and the crews\n"
            "of nine ships stayed below deck until the wind\nhad turned."
        ),
        "A second paragraph is indented here, and it too\nruns over two lines of the file.",
        "The third has a blank line above it and is not\nlong.",
    ]


def test_one_slip_does_not_make_a_file_wrapped() -> None:
    lines = ["It rained on Friday.", "the crews stayed below", "until Sunday.", "It snowed.", "So."]
    lines += [f"Day {number} was dry." for number in range(20)]
    assert lines == cut("\n".join(lines))


def test_long_lines_are_never_wrapped() -> None:
    lines = ["and so it went on " * 20 + "until", "nobody was left " * 20 + "who", "x" * 200]
    assert [line.strip() for line in lines] == cut("\n".join(lines))


@given(st.text(alphabet="ab. \n\tA", max_size=120))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    spans = cut_paragraphs(text)
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)
