"""Stretches between quotation marks, outermost only, over the sentences of their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_LINES: Final = 4  # sentences of a quotation in a text that has each sentence on a line


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Quotations, marks included, in order, never nested.

    One left open at the end of its paragraph counts if the next paragraph opens one again, as the
    convention for quotations of several paragraphs has it, or if the next few close it before they
    open another: then each sentence is a paragraph.

    >>> text = "He said “no ‘buts’, no ifs”."
    >>> [span.of(text) for span in find_quotes(text, [Span(0, len(text))])]
    ['“no ‘buts’, no ifs”']
    """
    quotes: list[Span] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1 : number + 1 + _LINES]
        start = max(paragraph.start, quotes[-1].end if quotes else 0)
        if start < paragraph.end:
            quotes.extend(_within(text, Span(start, paragraph.end), following))
    return tuple(quotes)


def _within(text: str, paragraph: Span, following: Sequence[Span]) -> Iterator[Span]:
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
        elif (end := _end_further_on(text, mark[0], paragraph, following)) is not None:
            yield Span(mark.start(), end)
            return
        else:
            never_closed += mark[0]


def _end_further_on(
    text: str, opener: str, paragraph: Span, following: Sequence[Span]
) -> int | None:
    """Where a quotation ends that its paragraph leaves open; `None` if the mark opens none."""
    if following and text.startswith(opener, following[0].start):
        return paragraph.end
    if opener in _SINGLES:
        return None
    for line in following:
        for mark in _MARK.finditer(text, line.start, line.end):
            if mark[0] in _CLOSERS[opener] and not (mark[0] == opener and _opens(text, mark, line)):
                return mark.end()
            if mark[0] not in _SINGLES and _opens(text, mark, line):
                return None
    return None


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
