"""Lines that say nothing but when, and by whom, an article was published."""

from __future__ import annotations

import re
from typing import NamedTuple

from kztimeline.articles.head import Found, Line, spoken
from kztimeline.languages import load_language
from kztimeline.languages.shapes import Shape, ShapeTable, load_shapes
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
    """A line that a row of the table fits, and its parts: the words as read, where they lie."""

    line: Line
    shape: Shape
    parts: tuple[tuple[str, str, Span], ...]


def read_published(text: str, lines: list[Line], last: list[Line], language: str) -> Found:
    """The claims of such lines near the top and at the end.

    A bare day counts only if it is the only one: several are the headings of a chronology.
    """
    above = _told(text, spoken(lines, len(lines)), language)
    bare = [told for told in above if _is(told, "bare")]
    top = spoken(lines, TOP_LINES)
    told = [each for each in above if each.line in top and _is_believed(each, top, bare)]
    told = [each for each in told if not _goes_on(text, each, language)]
    heard = [each.line for each in told]
    bottom = [line for line in spoken(last[::-1], BOTTOM_LINES) if line not in heard]
    below = _told(text, bottom, language)
    told += [
        each
        for each in below
        if _is_below(each, bare, bottom[0]) and not _goes_on(text, each, language)
    ]
    return Found(
        tuple(claim for each in told for claim in _claims(each)),
        tuple(each.line.span for each in told),
    )


_FIGURE, _BY = re.compile(r"\d"), re.compile(r"by\b", re.IGNORECASE)


def _told(text: str, lines: list[Line], language: str) -> list[_Told]:
    table = load_shapes(language, "published_lines")
    return [
        told
        for line in lines
        if len(line.words) <= LONGEST
        # no line tells a day or a writer without these
        and (_FIGURE.search(line.words) or _BY.match(line.words))
        and (told := _as_written(text, line, table) or _drawn_together(text, line, table))
    ]


_WRAPPED = 40  # characters; “Keldmouth,” above a day is where a letter was written


def _goes_on(text: str, told: _Told, language: str) -> bool:
    """Whether a bare day ends the sentence above, in a wrapped text: “It was shut on”."""
    end = text.rfind("\n", 0, told.line.span.start)
    above = text[text.rfind("\n", 0, end) + 1 : end].split() if end > 0 else []
    if not above or not _is(told, "bare"):
        return False
    leading: list[str] = load_language(language).table("published_lines")["leading"]
    is_long = sum(map(len, above)) + len(above) > _WRAPPED
    return above[-1] in leading or (is_long and above[-1].endswith(","))


def _as_written(text: str, line: Line, table: ShapeTable) -> _Told | None:
    hit = table.whole(text, _plain(line))
    if hit is None:
        return None
    return _Told(line, hit.shape, tuple((name, at.of(text), at) for name, at in hit.parts.items()))


# Tokenized texts set marks apart: “Published : March 12 , 2024 9 : 30”, “03 / 12 / 2024”.
_SET_APART = re.compile(r"[ \xa0][,:;/.]")  # no such text does without
_APART = re.compile(r"(?<=\d)[ \xa0]+(?=[:/.] \d)|(?<=\d [:/.])[ \xa0]+(?=\d)|[ \xa0]+(?=[,:;] )")


def _drawn_together(text: str, line: Line, table: ShapeTable) -> _Told | None:
    """The line read without the white space that sets its marks apart, if there is any."""
    span = _plain(line)
    words = span.of(text)
    if not _SET_APART.search(words):
        return None
    gaps = {at for gap in _APART.finditer(words) for at in range(*gap.span())}
    if not gaps:
        return None
    kept = [at for at in range(*span) if at - span.start not in gaps]
    close = "".join(text[at] for at in kept)
    hit = table.whole(close, Span(0, len(close)))
    if hit is None:
        return None
    parts = tuple(
        (name, at.of(close), Span(kept[at.start], kept[at.end - 1] + 1))
        for name, at in hit.parts.items()
    )
    return _Told(line, hit.shape, parts)


def _plain(line: Line) -> Span:
    """The line without the marks of emphasis around it."""
    inner = line.words.strip(_EMPHASIS)
    start = line.span.start + line.words.find(inner)
    return Span(start, start + len(inner))


def _is(told: _Told, *kinds: str) -> bool:
    return told.shape.gives in kinds


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


def _claims(told: _Told) -> list[Declaration]:
    is_update = told.shape.gives == "updated"
    return [
        Declaration(_name(part, is_update=is_update), words, span)
        for part, words, span in told.parts
        if part in _PARTS
    ]


def _name(part: str, *, is_update: bool) -> str:
    what = _PARTS[part]
    return f"published-line:{'updated' if is_update and what == 'date' else what}"
