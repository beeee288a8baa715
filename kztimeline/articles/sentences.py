"""Paragraphs cut into sentences: sentencex proposes, the language's table mends.

Quotation marks are hidden from sentencex, which would keep a quotation of several sentences whole;
each sentence in it has times of its own. Afterwards every mark goes to the sentence it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from sentencex import segment

from kztimeline.articles.joins import Joins, load_joins
from kztimeline.languages import Language
from kztimeline.textual import Span

_STRETCH: Final = 100_000  # characters handed over at once: flat memory for a book on one line
LONGEST: Final = 1_500  # characters of a sentence; a long one in print has 700
_PART = re.compile(r"(?s:.{750,}[,;:](?=\s)|.*\S(?=\s)|.+)")  # a pause in its second half, a blank
_BLANK = re.compile(r"\s*")
_WIDE_BLANK = re.compile(r"[^\S\x00-\x7f]")
# a stop with a word after it, or one of scripts without spaces: else there is nothing to ask;
# begins with a class: a fifth of the time
_INNER_END = re.compile(r"[.!?…؟।॥۔。！？](?:[^\w\s]*\s\W*\w|(?<=[。！？])\w)")
_STRETCH_END = re.compile(r"[.!?]\s+(?=[^\W\d_])")
_TYPED_MARKS: Final = '"'
_MARKS: Final = _TYPED_MARKS + "“”„«»‘’"
# sentencex takes a paragraph behind such a mark for one item
_LIST_MARK = re.compile(r"(?:[•*·‣◦▪●–—-]+|\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.(?=\s+[A-Z]))\s+")
# typewriter pairs, and single ones beside a blank, by the mark that no such text does without
_LONG_MARKS: Final = {"`": ("``",), "'": ("''", " '", "' ")}
_LAST_BLANK = re.compile(r"(?P<closing>.*)\s(?P<opening>\S*)", re.DOTALL)
_TYPED_OPENING = re.compile(r"``\s*\Z")


def cut_sentences(text: str, paragraph: Span, language: Language) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order, without list marks and white space around.

    >>> from kztimeline.languages import load_language
    >>> text = "“We went. They stayed,” he said. “Why?” she asked."
    >>> [span.of(text) for span in cut_sentences(text, Span(0, len(text)), load_language("en"))]
    ['“We went.', 'They stayed,” he said.', '“Why?” she asked.']
    """
    if not _INNER_END.search(text, *paragraph):
        return tuple(_bounded(text, *_behind_mark(text, paragraph)))
    joins = load_joins(language)
    sentences: list[Span] = []
    start, end = _behind_mark(text, paragraph)
    for here, there in _proposed_gaps(text, Span(start, end), language.code, joins):
        is_blank = text[here:there].isspace()
        before, after = (here, there) if is_blank else _share_marks(text, here, there)
        if joins.hold(text, start, before, after, paragraph.end):
            continue
        sentences += _bounded(text, start, before)
        start = after
    sentences += _bounded(text, start, end)
    return tuple(sentences)


def _bounded(text: str, start: int, end: int) -> list[Span]:
    """A sentence; what is longer than any (a table, a list without stops) in parts of its own."""
    if end - start <= LONGEST:
        return [tuple.__new__(Span, (start, end))]  # half the time of calling the class
    parts: list[Span] = []
    while end - start > LONGEST:
        part = _PART.match(text, start, start + LONGEST)
        cut = part.end() if part else start + LONGEST
        parts.append(Span(start, cut))
        blank = _BLANK.match(text, cut, end)
        start = blank.end() if blank else cut
    parts.append(Span(start, end))
    return parts


def _behind_mark(text: str, paragraph: Span) -> Span:
    mark = _LIST_MARK.match(text, *paragraph)
    return Span(mark.end(), paragraph.end) if mark else paragraph


def _proposed_gaps(
    text: str, paragraph: Span, code: str, joins: Joins
) -> Iterator[tuple[int, int]]:
    """Ends and starts of neighbouring sentences as sentencex sees them, marks left out of both.

    It takes the month of “closed in May. Police …” for an abbreviation; the `joins` know such.
    """
    ended = -1
    hidden = _hide_marks(text)
    for start, end in _stretches(text, paragraph):
        words, place = hidden[start:end], start
        for piece in joins.cut_again(words, segment(code, words)):
            core = piece.rstrip()
            if core:
                if ended >= 0:
                    yield ended, place + len(core) - len(core.lstrip())
                ended = place + len(core)
            place += len(piece)


def _stretches(text: str, paragraph: Span) -> list[Span]:
    """A very long paragraph in parts that end with a sentence, or anywhere if none ends."""
    parts: list[Span] = []
    start = paragraph.start
    while paragraph.end - start > 2 * _STRETCH:
        found = _STRETCH_END.search(text, start + _STRETCH, start + 2 * _STRETCH)
        end = found.end() if found else start + 2 * _STRETCH
        parts.append(Span(start, end))
        start = end
    return [*parts, Span(start, paragraph.end)]


@lru_cache(maxsize=4)
def _hide_marks(text: str) -> str:
    """The same text, as long, with plain blanks for quotation marks and for other white space.

    sentencex counts in bytes behind “I”, and ends the program where a wide blank follows it.
    """
    if not text.isascii():
        text = _WIDE_BLANK.sub(" ", text)
    for mark in _TYPED_MARKS if text.isascii() else _MARKS:
        text = text.replace(mark, " ")
    for mark, pairs in _LONG_MARKS.items():
        if mark in text:
            for pair in pairs:
                text = text.replace(pair, "  ")
    return text


def _share_marks(text: str, here: int, there: int) -> tuple[int, int]:
    """Marks before a gap's last white space close what ended, the rest open what begins.

    Where there is no white space the sentence does not end: both offsets are one.
    """
    gap = text[here:there]
    if typed := _TYPED_OPENING.search(gap):
        return here + len(gap[: typed.start()].rstrip()), here + typed.start()
    found = _LAST_BLANK.fullmatch(gap)
    if found is None:
        return there, there
    return here + len(found["closing"].rstrip()), there - len(found["opening"])
