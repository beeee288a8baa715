"""Text cut into paragraphs: a line each, or a block of lines where the file is hard-wrapped.

Which of the two holds is decided for the file as a whole: in a hard-wrapped file most lines break
off in the middle of a sentence and the next begins in lower case, which paragraphs do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kztimeline.textual import Span

_SAMPLE_LINES: Final = 2_000  # a file's layout shows in its first pages
_WIDEST: Final = 140  # characters; nobody wraps wider, and paragraphs are mostly longer
_WIDTH_QUANTILE: Final = 0.9  # of line lengths: the width they are wrapped to, headings aside
_RUN_ON_SHARE: Final = (
    0.25  # of pairs of lines; wrapped English shows 0.6 and more, plain lines under 0.05
)
_FEWEST_RUN_ONS: Final = 2  # one can be a typing slip
_FULL_LINE: Final = 0.6  # of the width; a shorter line that ends a sentence ends its paragraph
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_FINAL = '.!?…:;”"’»)'


def cut_paragraphs(text: str) -> tuple[Span, ...]:
    r"""All paragraphs in order, white space at their ends aside.

    >>> [span.of("One.\n\nTwo. \n Three.") for span in cut_paragraphs("One.\n\nTwo. \n Three.")]
    ['One.', 'Two.', 'Three.']
    """
    new = tuple.__new__  # half the time of calling the class
    lines = tuple([new(Span, found.span()) for found in _LINE.finditer(text)])
    width = _wrap_width(text, lines)
    return lines if width is None else tuple(_blocks(text, lines, width))


def _wrap_width(text: str, lines: tuple[Span, ...]) -> int | None:
    """The width a file is wrapped to; `None` where each line is a paragraph."""
    sample = lines[:_SAMPLE_LINES]
    if len(sample) <= _FEWEST_RUN_ONS:
        return None
    lengths = sorted(line.end - line.start for line in sample)
    width = lengths[int(len(lengths) * _WIDTH_QUANTILE)]
    if width > _WIDEST:
        return None
    neighbours = [pair for pair in pairwise(sample) if not _is_apart(text, *pair)]
    run_ons = sum(1 for pair in neighbours if _runs_on(text, *pair))
    is_wrapped = run_ons >= _FEWEST_RUN_ONS and run_ons >= _RUN_ON_SHARE * len(neighbours)
    return width if is_wrapped else None


def _is_apart(text: str, line: Span, following: Span) -> bool:
    """Whether a blank line lies between two lines."""
    return _BLANK_LINE.search(text, line.end, following.start) is not None


def _runs_on(text: str, line: Span, following: Span) -> bool:
    return text[line.end - 1] not in _FINAL and text[following.start].islower()


def _blocks(text: str, lines: tuple[Span, ...], width: int) -> Iterator[Span]:
    """Lines joined until a blank line, an indent or a short line that ends a sentence."""
    start = lines[0].start
    for line, following in pairwise(lines):
        is_last = line.end - line.start < _FULL_LINE * width and text[line.end - 1] in _FINAL
        if is_last or _is_apart(text, line, following) or _is_indented(text, line, following):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _is_indented(text: str, line: Span, following: Span) -> bool:
    return _indent(text, following) > _indent(text, line)


def _indent(text: str, line: Span) -> int:
    return line.start - 1 - text.rfind("\n", 0, line.start)
