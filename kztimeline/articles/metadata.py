"""What an article's text declares about itself: title, author, place, and above all its day."""

from __future__ import annotations

from kztimeline.articles.archives import read_archive
from kztimeline.articles.datelines import read_dateline
from kztimeline.articles.frontmatter import read_front_matter
from kztimeline.articles.head import Found, Line, head_lines, tail_lines
from kztimeline.articles.headers import read_header
from kztimeline.articles.published import read_published
from kztimeline.languages import Language
from kztimeline.model import Declaration, Note
from kztimeline.model.record import Record
from kztimeline.textual import Span


class Declared(Record, frozen=True):
    """The claims of a text about itself, best first.

    `body_start` is where the article proper starts: after front matter and header, at the dateline.
    `header_spans` are stretches that are not to be read as article, in order of place: front
    matter, header block, published lines, an archive's footer. `notes` know no locator.
    """

    declarations: tuple[Declaration, ...] = ()
    body_start: int = 0
    header_spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


def read_declarations(text: str, language: Language) -> Declared:
    """Read the first and last lines of a clean text; what is not surely a header stays article."""
    front = read_front_matter(text, language.table("labels")["front_matter"])
    lines = head_lines(text, front.end)
    last = tail_lines(text, front.end, lines)
    header = read_archive(text, lines, last, language.code)
    if not header.declarations:
        header = read_header(text, lines, language.code)
    start = max(front.end, header.end)
    rest = [line for line in lines if line.span.start >= start and line.words]
    published = read_published(text, _outside(lines, header), _outside(last, header), language.code)
    dateline = read_dateline(text, rest, language.code)
    return _declared(start, (front, header, dateline, published))


def _outside(lines: list[Line], header: Found) -> list[Line]:
    for span in header.spans:
        lines = [line for line in lines if not span.overlaps(line.span)]
    return lines


def _declared(start: int, parts: tuple[Found, ...]) -> Declared:
    return Declared(
        tuple(claim for part in parts for claim in part.declarations),
        start,
        _united(sorted(span for part in parts for span in part.spans)),
        tuple(note for part in parts for note in part.notes),
    )


def _united(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those that share characters as one."""
    apart: list[Span] = []
    for span in spans:
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)
