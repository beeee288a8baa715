"""Sources as they arrive, and articles as they are read."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from kztimeline.model.evidence import Note
from kztimeline.textual.spans import Span


class Declaration(NamedTuple):
    """Something a source says about itself.

    `name` is `<where>:<what>`, for example ``front-matter:date``, ``header:date``,
    ``dateline:date``, ``published-line:date``, ``file-name:date``, ``manifest:date``; `value` is as
    written. `span` is its place in the clean text, `None` where it lies elsewhere (file name,
    manifest, sidecar).
    """

    name: str
    value: str
    span: Span | None = None


class Document(Struct, frozen=True, array_like=True):
    """A source as it arrived, decoded and repaired.

    `locator` is the path as the user gave it, with `/`; `text` has LF line ends and no BOM;
    `declared` are claims from outside the text (manifest row, sidecar, mtime); `part` numbers the
    articles of a file that holds several, from 1; `twin` counts the documents before it that have
    the same file name and bytes, in other folders.
    """

    locator: str
    text: str
    sha256: str
    declared: tuple[Declaration, ...] = ()
    part: int | None = None
    notes: tuple[Note, ...] = ()
    twin: int = 0


class Sentence(NamedTuple):
    """A sentence's characters, the running number of its paragraph, and whether it is a heading."""

    span: Span
    paragraph: int
    is_heading: bool = False


class ParagraphKind(StrEnum):
    """What a paragraph is to the article; only body and heading are read."""

    BODY = "body"
    HEADING = "heading"
    HEADER = "header"
    FURNITURE = "furniture"


class Article(Struct, frozen=True, array_like=True):
    """One article's clean text and its parts.

    `id` derives from path name and text, so runs agree. `sentences` are those of body and headings,
    in order of place; `line_ends` the offsets of all LF characters; `quotes` the stretches between
    quotation marks, marks included, never nested: none before they are marked.
    """

    id: str
    locator: str
    part: int | None
    sha256: str
    language: str
    title: str
    text: str
    sentences: tuple[Sentence, ...]
    declared: tuple[Declaration, ...]
    line_ends: tuple[int, ...]
    notes: tuple[Note, ...] = ()
    quotes: tuple[Span, ...] = ()

    def line_of(self, offset: int) -> int:
        """1-based line that holds the character at `offset`."""
        return bisect_left(self.line_ends, offset) + 1

    def claim(self, name: str) -> str | None:
        """First declared value whose name ends in `:name` (``publisher``); `None` if none."""
        for declaration in self.declared:
            if declaration.name.rpartition(":")[2] == name:
                return declaration.value
        return None
