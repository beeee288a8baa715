"""Headers and footers of single articles exported from press archives."""

from __future__ import annotations

import re
from functools import cache
from itertools import dropwhile, takewhile
from typing import Any, NamedTuple

from kztimeline.articles.head import Found, Line, spoken
from kztimeline.languages.language import read_toml
from kztimeline.languages.shapes import load_shapes
from kztimeline.model import Declaration
from kztimeline.textual import Span

DATE_LINES = 10  # lines at the top among which the last day is that of publication
LONGEST_DATE_LINE = 80  # characters


class Archive(NamedTuple):
    """The compiled row of one archive."""

    signature: tuple[re.Pattern[str], ...]
    label: re.Pattern[str]
    body: re.Pattern[str]
    tail: re.Pattern[str]
    has_date_line: bool
    fields: dict[str, str]


def read_archive(text: str, lines: list[Line], last: list[Line], language: str) -> Found:
    """The claims of an export's header; nothing where no archive's signature is there."""
    words = [line.words for line in (*lines, *last)]
    ends = "\n".join(words)
    for archive in _archives(language):
        if not all(sign.search(ends) for sign in archive.signature):
            continue  # most articles: one look in place of one a line
        if all(any(sign.fullmatch(each) for each in words) for sign in archive.signature):
            return _read(text, lines, last, archive, language)
    return Found()


def _read(text: str, lines: list[Line], last: list[Line], archive: Archive, language: str) -> Found:
    start, inner = _body(text, lines, archive)
    tail = next(
        (
            line.span.start
            for line in last
            if line.span.start >= start and archive.tail.fullmatch(line.words)
        ),
        len(text),
    )
    head = [line for line in lines if line.span.start < start]
    dates = _date_line(text, head, archive, language)
    claims = dates + _fields(head, archive)
    ends = (Span(tail, len(text)),) if tail < len(text) else ()
    return Found(claims, (Span(0, start), *inner, *ends), start)


def _body(text: str, lines: list[Line], archive: Archive) -> tuple[int, tuple[Span, ...]]:
    """Where the article starts, and the labels inside it; else after the run of labels."""
    marks = [line for line in lines if archive.body.fullmatch(line.words)]
    if marks:
        word = re.compile(r"(?:Full text:|\w+)\s*").match(text, marks[0].span.start)
        start = word.end() if word else marks[0].span.end
        inner = tuple(Span(line.span.start, line.span.start + 2) for line in marks[1:])
        return start, inner if archive.fields.get("PD") else ()
    written = [line for line in lines if line.words]
    below = dropwhile(lambda line: not archive.label.fullmatch(line.words), written)
    labels = list(takewhile(lambda line: archive.label.fullmatch(line.words), below))
    return (labels[-1].span.end if labels else 0), ()


def _date_line(
    text: str, head: list[Line], archive: Archive, language: str
) -> tuple[Declaration, ...]:
    """The last day that stands alone above the labels."""
    if not archive.has_date_line:
        return ()
    table = load_shapes(language, "header_dates")
    days = [
        Declaration("archive-header:date", line.words, line.span)
        for line in spoken(head, DATE_LINES)
        if len(line.words) <= LONGEST_DATE_LINE
        and not archive.label.fullmatch(line.words)
        and (hit := next(table.find(text, line.span), None))
        and "year" in hit.parts
    ]
    return tuple(days[-1:])


def _fields(head: list[Line], archive: Archive) -> tuple[Declaration, ...]:
    """Labelled values; a label alone on its line takes the next line that is not blank."""
    claims: list[Declaration] = []
    lines = spoken(head, len(head))
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        found = archive.label.fullmatch(line.words)
        if found is None or (what := archive.fields.get(found["label"])) is None:
            continue
        if value := found["value"]:
            start = line.span.start + found.start("value")
            claims.append(Declaration(f"archive-header:{what}", value, Span(start, line.span.end)))
        elif following and not archive.label.fullmatch(following.words):
            claims.append(Declaration(f"archive-header:{what}", following.words, following.span))
    return tuple(claims)


@cache
def _archives(language: str) -> tuple[Archive, ...]:
    return tuple(_archive(row) for row in read_toml(language, "labels")["archive"])


def _archive(row: dict[str, Any]) -> Archive:
    return Archive(
        tuple(re.compile(sign) for sign in row["signature"]),
        re.compile(row["label"]),
        re.compile(row["body"]),
        re.compile(row["tail"]),
        row["date_line"],
        row["fields"],
    )
