"""Lines that say nothing but when, and by whom, an article was published."""

from __future__ import annotations

import re
from typing import NamedTuple

from kztimeline.articles.head import Found, Line, spoken
from kztimeline.languages.shapes import ShapeHit, load_shapes
from kztimeline.model import Declaration
from kztimeline.textual import Span

TOP_LINES = 15  # not blank; below them the story has begun whatever it looks like
BOTTOM_LINES = 4
BARE_TOP_LINES = 6  # a day without a label is believed only this near the top
LONGEST = 160  # characters
PARAGRAPH = 200  # characters; above the first line as long as this lies the head of the page
_EMPHASIS = "*_> "
_PARTS = {"when": "date", "later": "updated", "names": "author"}


class _Told(NamedTuple):
    line: Line
    hit: ShapeHit


def read_published(text: str, lines: list[Line], last: list[Line], language: str) -> Found:
    """The claims of such lines near the top and at the end.

    A bare day counts only if it is the only one: several are the headings of a chronology.
    """
    above = _told(text, spoken(lines, len(lines)), language)
    bare = [told for told in above if _is(told, "bare")]
    top = spoken(lines, TOP_LINES)
    told = [each for each in above if each.line in top and _is_believed(each, top, bare)]
    heard = [each.line for each in told]
    bottom = [line for line in spoken(last[::-1], BOTTOM_LINES) if line not in heard]
    below = _told(text, bottom, language)
    told += [each for each in below if _is_below(each, bare, bottom[0])]
    return Found(
        tuple(claim for each in told for claim in _claims(text, each.hit)),
        tuple(each.line.span for each in told),
    )


_FIGURE = re.compile(r"\d|^by\b", re.IGNORECASE)


def _told(text: str, lines: list[Line], language: str) -> list[_Told]:
    table = load_shapes(language, "published_lines")
    return [
        _Told(line, hit)
        for line in lines
        if len(line.words) <= LONGEST
        and _FIGURE.search(line.words)  # no line tells a day or a writer without these
        and (hit := table.whole(text, _plain(line)))
    ]


def _plain(line: Line) -> Span:
    """The line without the marks of emphasis around it."""
    inner = line.words.strip(_EMPHASIS)
    start = line.span.start + line.words.find(inner)
    return Span(start, start + len(inner))


def _is(told: _Told, *kinds: str) -> bool:
    return told.hit.shape.gives in kinds


_CLOCK = re.compile(r"\d:\d\d")


def _is_below(told: _Told, bare: list[_Told], last: Line) -> bool:
    """Whether a line at the end is about the article: a bare day there if it is the only one.

    Then it is the very last line, or has a clock time.
    """
    if not _is(told, "byline", "bare"):
        return True
    is_alone = all(other.line == told.line for other in bare)
    is_stamp = told.line == last or bool(_CLOCK.search(told.line.words))
    return _is(told, "bare") and is_alone and is_stamp


def _is_believed(told: _Told, top: list[Line], bare: list[_Told]) -> bool:
    """Whether a line near the top is about the article and not of the story."""
    if _is(told, "published", "updated"):
        return True
    index = top.index(told.line)
    if _is(told, "byline"):
        return index < BARE_TOP_LINES and not any(
            len(line.words) > PARAGRAPH for line in top[:index]
        )
    above = top[: index + 1]
    return (
        len(bare) == 1
        and index < BARE_TOP_LINES
        and not any(len(line.words) > PARAGRAPH for line in above)
    )


def _claims(text: str, hit: ShapeHit) -> list[Declaration]:
    is_update = hit.shape.gives == "updated"
    return [
        Declaration(_name(part, is_update=is_update), span.of(text), span)
        for part, span in hit.parts.items()
        if part in _PARTS
    ]


def _name(part: str, *, is_update: bool) -> str:
    what = _PARTS[part]
    return f"published-line:{'updated' if is_update and what == 'date' else what}"
