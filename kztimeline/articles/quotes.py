"""Stretches between quotation marks, outermost only, within a paragraph and over its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from kztimeline.textual import Span

# mark that opens → marks that close it
_CLOSERS: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"',
    "``": ("''",),
    "‘": "’",
    "'": "'",
}
_SINGLES: Final = "‘'"
_MARK = re.compile(r"[“”„«»\"‘’`'](?:(?<=`)`|(?<=')')?")  # a class first: much the fastest search
_OPENING_CONTEXT: Final = "([{—–-/“‘\"'"


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Quotations, marks included, in order, never nested.

    One left open at the end of its paragraph counts if the next paragraph opens one again, as the
    convention for quotations of several paragraphs has it.

    >>> text = "He said “no ‘buts’, no ifs”."
    >>> [span.of(text) for span in find_quotes(text, [Span(0, len(text))])]
    ['“no ‘buts’, no ifs”']
    """
    quotes: list[Span] = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        quotes.extend(_within(text, paragraph, following))
    return tuple(quotes)


def _within(text: str, paragraph: Span, following: Span | None) -> Iterator[Span]:
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    never_closed = ""  # openers that nothing further on closes: not to be searched for again
    index = 0
    while index < len(marks):
        mark = marks[index]
        index += 1
        if mark[0] in never_closed or not _opens(text, mark, paragraph):
            continue
        close = _closing(text, marks, index, mark[0])
        if close is not None:
            yield Span(mark.start(), marks[close].end())
            index = close + 1
        elif following is not None and text.startswith(mark[0], following.start):
            yield Span(mark.start(), paragraph.end)
            return
        else:
            never_closed += mark[0]


def _closing(text: str, marks: list[re.Match[str]], start: int, opener: str) -> int | None:
    """Index of the mark that closes what `opener` opened."""
    closers = _CLOSERS[opener]
    for index in range(start, len(marks)):
        mark = marks[index]
        if mark[0] in closers and (opener not in _SINGLES or _ends_word(text, mark)):
            return index
    return None


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark[0] not in _CLOSERS:
        return False
    if mark[0] in "“„«``":
        return True
    is_free = mark.start() == paragraph.start or _is_free_before(text, mark.start())
    return is_free and mark.end() < paragraph.end and not text[mark.end()].isspace()


def _is_free_before(text: str, place: int) -> bool:
    return place == 0 or text[place - 1].isspace() or text[place - 1] in _OPENING_CONTEXT


def _ends_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark can close: nothing of a word follows it."""
    return mark.end() == len(text) or not text[mark.end()].isalnum()
