"""Header blocks of ``Label: value`` lines, as mail, wires and people write them above a text."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from kztimeline.articles.head import Found, Line
from kztimeline.languages.language import read_toml
from kztimeline.model import Declaration
from kztimeline.textual import Span

_LABELLED: Final = re.compile(
    r"[*_#>\s]*(?P<label>[A-Za-z][A-Za-z _-]{0,30}?)[*_]*\s*:"
    r"[*_]*(?:\s*(?P<value>[^\s*_].*?))?\s*[*_]*"
)
_RULE: Final = re.compile(r"[-=_*]{3,}")
LINES_ABOVE = 3  # a headline, a subtitle and a byline may stand over the block
LONGEST_LINE_ABOVE = 160  # characters; longer ones are paragraphs of the story
LONGEST_VALUE = 300  # characters; what is longer is a paragraph that begins with a label


class _Field(NamedTuple):
    what: str
    value: Span | None
    is_weak: bool


def read_header(text: str, lines: list[Line], language: str) -> Found:
    """The claims of the block at or near the top; nothing where no line is surely a header.

    A block is one run of labelled lines, with rules around it. A label that also opens sentences
    counts only beside one that does not.
    """
    first = _first_field(lines, language)
    if first is None:
        return Found()
    run = list(takewhile(lambda line: bool(line.words), lines[first:]))
    block = list(takewhile(lambda line: _belongs(text, line, language), run))
    fields = [field for line in block if (field := _field(line, language))]
    if all(field.is_weak for field in fields):
        return Found()
    claims = _claims(text, fields)
    span = Span(block[0].span.start, block[-1].span.end)
    return Found(claims, (span,), span.end)


def _first_field(lines: list[Line], language: str) -> int | None:
    """Index of the first labelled line, or the rule on it, if only short lines stand above."""
    above = 0
    for index, line in enumerate(lines):
        if not line.words or _RULE.fullmatch(line.words):
            continue
        if _field(line, language):
            return index - 1 if index and _RULE.fullmatch(lines[index - 1].words) else index
        above += 1
        if above > LINES_ABOVE or len(line.words) > LONGEST_LINE_ABOVE:
            return None
    return None


def _belongs(text: str, line: Line, language: str) -> bool:
    """A field, a rule, or the indented second line of a folded value."""
    is_folded = text[line.span.start - 1 : line.span.start] in {" ", "\t"}
    return bool(_field(line, language) or _RULE.fullmatch(line.words) or is_folded)


def _field(line: Line, language: str) -> _Field | None:
    found = _LABELLED.fullmatch(line.words) if ":" in line.words[:40] else None
    if found is None or len(line.words) > LONGEST_VALUE:
        return None
    label = " ".join(found["label"].casefold().split())
    meanings, weak = _labels(language)
    if label not in meanings:
        return None
    value = _shift(found.span("value"), line.span.start) if found["value"] else None
    return _Field(meanings[label], value, label in weak)


def _shift(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


@cache
def _labels(language: str) -> tuple[dict[str, str], frozenset[str]]:
    table = read_toml(language, "labels")["header"]
    meanings = {label: what for what, labels in table.items() for label in labels if what != "weak"}
    return meanings, frozenset(table["weak"])


def _claims(text: str, fields: list[_Field]) -> tuple[Declaration, ...]:
    """The fields as claims; a date beside the mark of a saved web page is the day of saving."""
    is_captured = any(field.what == "captured" for field in fields)
    return tuple(
        Declaration(
            "header:captured" if is_captured and field.what == "date" else f"header:{field.what}",
            field.value.of(text),
            field.value,
        )
        for field in fields
        if field.value and field.what not in {"other", "captured"}
    )
