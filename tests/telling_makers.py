"""Articles for the events room as text with marked times: “on [Tuesday|2024-03-12]”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from kztimeline.events import tell_events
from kztimeline.languages import load_language
from kztimeline.model import (
    Anchor,
    AnchorSource,
    Article,
    Certainty,
    DateKind,
    Event,
    Meaning,
    Reason,
    ResolvedTime,
    Sentence,
    Signal,
    Time,
    TimeExpression,
    TimexType,
    UnplacedTime,
)
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual import Span

FRIDAY = Interval.of(2024, 3, 15)
_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_BORDER = re.compile(r"(?:(?<=[.?!])|(?<=[.?!]”))\s+(?=[A-Z“])|\n")
_SIGNALS = {
    "since": Signal.SINCE,
    "until": Signal.UNTIL,
    "by": Signal.BY,
    "before": Signal.BEFORE,
    "after": Signal.AFTER,
}


def interval(written: str) -> Interval:
    """``2024``, ``2024-03``, ``2024-03-12``, or two days joined by ``/``: one night over both."""
    first, _, last = written.partition("/")
    start = Interval.of(*(int(part) for part in first.split("-")))
    if not last:
        return start
    end = Interval.of(*(int(part) for part in last.split("-")))
    return Interval(start.start, end.end, Granularity.DAY)


def article_of(marked: str) -> tuple[Article, tuple[Time, ...]]:
    """An article, a line a paragraph, lines that begin with “# ” headings; and its times."""
    text, places = _unmarked(marked)
    headings = [line.startswith("# ") for line in text.split("\n")]
    text = re.sub(r"^# ", "  ", text, flags=re.MULTILINE)
    sentences = tuple(
        Sentence(span, line := text.count("\n", 0, span.start), headings[line])
        for span in _sentence_spans(text)
    )
    article = Article(
        id="art-00000000",
        locator="articles/herald.txt",
        part=None,
        sha256="",
        language="en",
        title="",
        text=text,
        sentences=sentences,
        quotes=tuple(Span(*found.span()) for found in re.finditer("“[^”]*”", text)),
        declared=(),
        line_ends=tuple(found.start() for found in re.finditer("\n", text)),
    )
    return article, tuple(_times(article, places))


def _sentence_spans(text: str) -> Iterator[Span]:
    start = 0
    for border in (*_BORDER.finditer(text), None):
        end = border.start() if border else len(text)
        stripped = text[start:end].strip()
        if stripped:
            first = text.index(stripped, start)
            yield Span(first, first + len(stripped))
        start = border.end() if border else end


def _unmarked(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    text, places, last = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[last : found.start()]
        places.append((Span(len(text), len(text) + len(found[1])), found[2]))
        text += found[1]
        last = found.end()
    return text + marked[last:], places


def _times(article: Article, places: list[tuple[Span, str]]) -> Iterator[Time]:
    """Times as marked; ``>`` before a date opens a range that the next time closes.

    A length is marked by its TIMEX3 value: “[two days|P2D]”.
    """
    for number, (span, written) in enumerate(places):
        opens, closes = (
            written.startswith(">"),
            number > 0 and places[number - 1][1].startswith(">"),
        )
        sentence = next(n for n, s in enumerate(article.sentences) if s.span.contains(span))
        before = article.text[: span.start].split()
        expression = TimeExpression(
            article_id=article.id,
            span=span,
            type=TimexType.DURATION if written.startswith("P") else TimexType.DATE,
            rule="en/test",
            meaning=Meaning("date"),
            slots=(),
            sentence=sentence,
            signal=_SIGNALS.get(before[-1].lower() if before else "", Signal.AT),
            range_end=places[number + 1][0] if opens else None,
            is_range_end=closes,
        )
        if written.startswith("P"):
            yield UnplacedTime(expression, written, Reason.NOT_ON_CALENDAR)
            continue
        when = interval(written.lstrip(">"))
        kind = DateKind.ONE_OF if "/" in written else DateKind.INSTANT
        yield ResolvedTime(expression, when, kind, written, Certainty.DERIVED, is_relative=False)


def told(marked: str, anchor: Interval | None = FRIDAY) -> tuple[Event, ...]:
    """The events of a marked text, told on Friday 15 March 2024."""
    article, times = article_of(marked)
    source = AnchorSource.HEADER if anchor else AnchorSource.NONE
    spoken = Anchor(article.id, anchor, Certainty.STATED, source)
    return tell_events(article, times, spoken, load_language("en"))


def day(event: Event) -> str:
    """When an event was, short: a date, ``since D``, ``until D``, ``D/D`` or ``undated``."""
    when = event.when
    if when is None:
        return "undated"
    if when.start is None or when.end is None:
        return f"since {when.first_day}" if when.start else f"until {when.last_day}"
    if when.granularity > Granularity.DAY:
        digits = 4 if when.granularity is Granularity.YEAR else 7
        return when.start.isoformat()[:digits]
    last = (when.end - timedelta(microseconds=1)).date()
    return str(when.first_day) if last == when.first_day else f"{when.first_day}/{last}"
