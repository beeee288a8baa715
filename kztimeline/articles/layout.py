"""What each paragraph is to the article: story, heading, header or furniture."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kztimeline.articles.entries import find_entries
from kztimeline.articles.furniture import load_furniture
from kztimeline.articles.paragraphs import cut_paragraphs
from kztimeline.articles.sentences import cut_sentences
from kztimeline.articles.stamps import story_start
from kztimeline.languages import Language
from kztimeline.model import ParagraphKind
from kztimeline.textual import Span

_LONGEST_HEADING: Final = 130  # characters
_LONGEST_DECK: Final = 250  # characters
_MOST_DECKS: Final = 3  # lines between a headline and the day below it
_STOPS: Final = ".!?…:;,"
_CLOSERS: Final = "”’\"'»)] \xa0"
_MARKDOWN: Final = "# "
_LIST_MARKS: Final = "•*–—-·‣◦"
_MOST_HEADINGS: Final = 0.5  # of paragraphs; with more, the text does without stops
_FEWEST_PARAGRAPHS: Final = 6  # to speak of a share
_LINKS: Final = "related"
_TALK: Final = "talk"
_FEWEST_POSTS: Final = 3  # one or two may be quoted in the story


class Paragraph(NamedTuple):
    """A paragraph's characters, its kind, and for furniture which notice it is."""

    span: Span
    kind: ParagraphKind
    reason: str = ""


def lay_out(text: str, header: Sequence[Span], language: Language) -> tuple[Paragraph, ...]:
    """All paragraphs in order of place; those in a stretch of `header` are header."""
    furniture = load_furniture(language)
    apart = list(_apart(text, cut_paragraphs(text), header))
    words = [text[start:end] if end - start <= furniture.most else "" for (start, end), _ in apart]
    notices = furniture.names_of(words)
    paragraphs = [
        Paragraph(span, ParagraphKind.HEADER) if is_header else _paragraph(span, short, notice)
        for (span, is_header), short, notice in zip(apart, words, notices, strict=True)
    ]
    stamped = _cut_stamps(text, _drop_talk(_drop_link_list(paragraphs)), language)
    told = _with_entries(text, list(stamped), language)
    return tuple(_raise_decks(text, _doubt_headings(told), language))


def _paragraph(span: Span, words: str, notice: str | None) -> Paragraph:
    """A paragraph by its words; none are given of one too long to be anything but story."""
    if words and not words[0].isalnum() and not any(map(str.isalnum, words)):
        return Paragraph(span, ParagraphKind.FURNITURE)
    if notice:
        return Paragraph(span, ParagraphKind.FURNITURE, notice)
    if _is_heading(words):
        shift = len(words) - len(words.lstrip(_MARKDOWN))
        return Paragraph(Span(span.start + shift, span.end), ParagraphKind.HEADING)
    return Paragraph(span, ParagraphKind.BODY)


def _apart(
    text: str, paragraphs: Iterable[Span], header: Sequence[Span]
) -> Iterator[tuple[Span, bool]]:
    """Paragraphs with the stretches of header cut out of them."""
    waiting = deque(header)
    for paragraph in paragraphs:
        start = paragraph.start
        if not waiting:
            yield paragraph, False
            continue
        while waiting and waiting[0].end <= start:
            waiting.popleft()
        for stretch in waiting:
            if stretch.start >= paragraph.end:
                break
            yield from _trimmed(text, start, stretch.start)
            start = min(stretch.end, paragraph.end)
            yield Span(max(stretch.start, paragraph.start), start), True
        yield from _trimmed(text, start, paragraph.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    words = text[start:end]
    core = words.strip()
    if core:
        begin = start + len(words) - len(words.lstrip())
        yield Span(begin, begin + len(core)), False


def _is_heading(words: str) -> bool:
    """Short, without a final stop, and no item of a list."""
    if not words or len(words) > _LONGEST_HEADING or words[0] in _LIST_MARKS:
        return False
    return words.rstrip(_CLOSERS)[-1:] not in tuple(_STOPS)


def _drop_link_list(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Headings after a closing “Read more:” are the links it announces."""
    last = len(paragraphs)
    while last and paragraphs[last - 1].kind is not ParagraphKind.BODY:
        last -= 1
    is_list = False
    out = paragraphs[:last]
    for paragraph in paragraphs[last:]:
        is_list = is_list or paragraph.reason == _LINKS
        if is_list and paragraph.kind is ParagraphKind.HEADING and last:
            out.append(Paragraph(paragraph.span, ParagraphKind.FURNITURE, _LINKS))
        else:
            out.append(paragraph)
    return out


def _drop_talk(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """From the first of several posts on it is readers who speak, to the end: one note for all."""
    posts = [at for at, paragraph in enumerate(paragraphs) if paragraph.reason == _TALK]
    if len(posts) < _FEWEST_POSTS:
        return paragraphs
    first = posts[0]
    return paragraphs[: first + 1] + [
        each if each.kind is ParagraphKind.HEADER else Paragraph(each.span, ParagraphKind.FURNITURE)
        for each in paragraphs[first + 1 :]
    ]


def _cut_stamps(
    text: str, paragraphs: Iterable[Paragraph], language: Language
) -> Iterator[Paragraph]:
    """Paragraphs of the story without what stands before it in them."""
    for paragraph in paragraphs:
        span = paragraph.span
        start = span.start
        if paragraph.kind is ParagraphKind.BODY:
            start = story_start(text, span, language)
        if start > span.start:
            stamp = Span(span.start, span.start + len(text[span.start : start].rstrip()))
            yield Paragraph(stamp, ParagraphKind.FURNITURE)
            yield paragraph._replace(span=Span(start, span.end))
        else:
            yield paragraph


def _with_entries(text: str, paragraphs: list[Paragraph], language: Language) -> list[Paragraph]:
    """The entries of a chronology are story, though they do without a stop."""
    placed = [(paragraph.span, paragraph.kind) for paragraph in paragraphs]
    entries = find_entries(text, placed, language)
    if not entries:
        return paragraphs
    return [
        paragraph._replace(kind=ParagraphKind.BODY) if number in entries else paragraph
        for number, paragraph in enumerate(paragraphs)
    ]


def _doubt_headings(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Where most paragraphs look like headings, the text has no stops and only the first is one."""
    headings = sum(1 for paragraph in paragraphs if paragraph.kind is ParagraphKind.HEADING)
    if len(paragraphs) < _FEWEST_PARAGRAPHS or headings <= _MOST_HEADINGS * len(paragraphs):
        return paragraphs
    return [
        Paragraph(paragraph.span, ParagraphKind.BODY)
        if index and paragraph.kind is ParagraphKind.HEADING
        else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]


def _raise_decks(text: str, paragraphs: list[Paragraph], language: Language) -> list[Paragraph]:
    """Lines above the one that says when it was published are headline and deck, stop or no stop.

    Only where they are few, a sentence each, and a story follows: the day may stand below a story.
    """
    kinds = [paragraph.kind for paragraph in paragraphs]
    day = kinds.index(ParagraphKind.HEADER) if ParagraphKind.HEADER in kinds else 0
    decks = [n for n in range(day) if kinds[n] is ParagraphKind.BODY]
    if not decks or len(decks) > _MOST_DECKS or ParagraphKind.BODY not in kinds[day:]:
        return paragraphs
    spans = [paragraphs[n].span for n in decks]
    if any(end - start > _LONGEST_DECK for start, end in spans):
        return paragraphs
    if any(len(cut_sentences(text, span, language)) > 1 for span in spans):
        return paragraphs
    return [
        paragraph._replace(kind=ParagraphKind.HEADING) if n in decks else paragraph
        for n, paragraph in enumerate(paragraphs)
    ]
