"""Document → Article: clean text cut into paragraphs and sentences, with what it declares.

Enters: a decoded, repaired text. Leaves: the same text, not a character changed, with the spans to
be read. It refuses to interpret: dates stay words, what is no story is left out with a note.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from msgspec.structs import replace

from kztimeline.articles.layout import Paragraph, lay_out
from kztimeline.articles.metadata import Declared, read_declarations
from kztimeline.articles.quotes import find_quotes
from kztimeline.articles.sentences import cut_sentences
from kztimeline.languages import Language
from kztimeline.model import (
    Article,
    Declaration,
    Document,
    Note,
    ParagraphKind,
    ReadingSettings,
    Sentence,
)
from kztimeline.textual import Span

__all__ = ["mark_quotes", "read_article", "read_articles"]

_ID_DIGITS = 8
_MOST_FIGURES = 0.35  # of the letters and figures of a title
_FEWEST_BLANKS = 2  # “World news” is a rubric
_LINE_END = re.compile("\n")
_LONGEST_QUOTED = 60  # characters of a left-out paragraph that its note repeats


def read_article(document: Document, language: Language, settings: ReadingSettings) -> Article:
    """Read one document."""
    return read_articles((document,), language, settings)[0]


def read_articles(
    documents: Sequence[Document], language: Language, settings: ReadingSettings
) -> list[Article]:
    """Read several, each step for all of them: faster than one after another."""
    declared = [read_declarations(document.text, language) for document in documents]
    laid = [
        lay_out(document.text, claims.header_spans, language)
        for document, claims in zip(documents, declared, strict=True)
    ]
    cut = [
        tuple(_sentences(document.text, paragraphs, language))
        for document, paragraphs in zip(documents, laid, strict=True)
    ]
    return [
        _article(document, claims, paragraphs, sentences, settings)
        for document, claims, paragraphs, sentences in zip(
            documents, declared, laid, cut, strict=True
        )
    ]


def _article(
    document: Document,
    declared: Declared,
    paragraphs: tuple[Paragraph, ...],
    sentences: tuple[Sentence, ...],
    settings: ReadingSettings,
) -> Article:
    text = document.text
    declarations = document.declared + declared.declarations
    article = Article(
        id=_article_id(document),
        locator=document.locator,
        part=document.part,
        sha256=document.sha256,
        language=settings.language,
        title=_title(text, declarations, paragraphs),
        text=text,
        sentences=sentences,
        declared=declarations,
        line_ends=tuple(found.start() for found in _LINE_END.finditer(text)),
    )
    notes = _notes(article, declared, paragraphs)
    return replace(article, notes=notes) if notes else article


def mark_quotes(article: Article) -> Article:
    """The article with its quotations, which only its telling asks for."""
    ends = {sentence.paragraph: sentence.span.end for sentence in article.sentences}
    starts = {each.paragraph: each.span.start for each in reversed(article.sentences)}
    story = [Span(starts[number], end) for number, end in ends.items()]
    return replace(article, quotes=find_quotes(article.text, story))


def _article_id(document: Document) -> str:
    """From file name, part and text: where the folder lies makes no difference, unless to twins."""
    name = document.locator.rpartition("/")[2]
    twin = f"\0{document.twin}" if document.twin else ""
    whole = f"{name}\0{document.part or ''}\0{document.text}{twin}"
    return "art-" + hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:_ID_DIGITS]


def _title(
    text: str, declarations: tuple[Declaration, ...], paragraphs: tuple[Paragraph, ...]
) -> str:
    """A declared title, else the first heading above the story that is more than a rubric."""
    for declaration in declarations:
        if declaration.name.endswith(":title"):
            return declaration.value
    leading: list[str] = []
    for span, kind, _ in paragraphs:
        if kind is ParagraphKind.BODY:
            break
        if kind is ParagraphKind.HEADING:
            leading.append(" ".join(span.of(text).split()))
    told = [heading for heading in leading if not _is_stamp(heading)] or leading
    whole = (heading for heading in told if heading.count(" ") >= _FEWEST_BLANKS)
    return next(whole, max(told, key=len, default=""))


def _is_stamp(heading: str) -> bool:
    """“MONDAY, MAY 23, 2005”: a line with that many figures says when, not what.

    >>> _is_stamp("June 06, 2013"), _is_stamp("Ferry sinks on 12 March")
    (True, False)
    """
    figures = sum(mark.isdigit() for mark in heading)
    return figures > _MOST_FIGURES * sum(mark.isalnum() for mark in heading)


def _sentences(text: str, paragraphs: tuple[Paragraph, ...], language: Language) -> list[Sentence]:
    """Sentences of body and headings; a heading is one, whatever stops it holds."""
    sentences: list[Sentence] = []
    new = tuple.__new__  # half the time of calling the class
    for number, (span, kind, _) in enumerate(paragraphs):
        if kind is ParagraphKind.HEADING:
            sentences.append(Sentence(span, number, is_heading=True))
        elif kind is ParagraphKind.BODY:
            told = cut_sentences(text, span, language)
            sentences += [new(Sentence, (cut, number, False)) for cut in told]
    return sentences


def _notes(
    article: Article, declared: Declared, paragraphs: tuple[Paragraph, ...]
) -> tuple[Note, ...]:
    notes = [note._replace(locator=article.locator) for note in declared.notes]
    notes.extend(
        _left_out(article, span, reason)
        for span, kind, reason in paragraphs
        if kind is ParagraphKind.FURNITURE and reason
    )
    if not article.sentences:
        text = "nothing in it reads as an article"
        notes.append(Note("no-story", text, article.locator, hint="see it with `kztimeline text`"))
    return tuple(notes)


def _left_out(article: Article, span: Span, reason: str) -> Note:
    words = " ".join(span.of(article.text).split())
    if len(words) > _LONGEST_QUOTED:
        words = words[:_LONGEST_QUOTED].rstrip() + " …"
    line = article.line_of(span.start)
    return Note(
        "left-out", f"not the story ({reason}): “{words}”", article.locator, line, is_problem=False
    )
