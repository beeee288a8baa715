"""What holds whatever comes in: places lie in the text, quotations are the text, readers read."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from functools import cache, lru_cache
from io import StringIO

import edtf
import icalendar
from jsonschema import Draft202012Validator
from justhtml import JustHTML

from kztimeline.model import Account, Article, Event, ResolvedTime, TimeExpression
from kztimeline.outputs.as_csv import COLUMNS
from kztimeline.outputs.records import Source, Timeline
from kztimeline.outputs.schema import schema_of
from kztimeline.sources.own_output import is_own_output
from kztimeline.textual import Span
from kztimeline.times import replays

_LONG = 2_000  # characters of a title: behind it comes what a screen is known by
_ACTING = frozenset(map(chr, [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]))
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def article_holds(article: Article, text: str) -> None:
    """Its text is what came in; its sentences lie in it in order, apart, and say something."""
    assert article.text == text
    before = 0
    for sentence in article.sentences:
        span_holds(sentence.span, text)
        assert sentence.span.start >= before, "sentences overlap"
        before = sentence.span.end
    for claim in article.declared:
        if claim.span is not None:
            span_holds(claim.span, text)


def span_holds(span: Span, text: str) -> None:
    assert 0 <= span.start < span.end <= len(text), span
    assert span.of(text).strip(), "blank"


def expression_holds(expression: TimeExpression, article: Article) -> None:
    span_holds(expression.span, article.text)
    assert article.sentences[expression.sentence].span.contains(expression.span)


def account_holds(account: Account) -> None:
    """Times in order of place and replayable; what is told lies in its sentence."""
    anchor = account.anchor.interval
    known = [anchor] if anchor else []
    before = -1
    for time in account.times:
        expression_holds(time.expression, account.article)
        assert time.expression.span.start >= before, "times out of order"
        before = time.expression.span.start
        if isinstance(time, ResolvedTime):
            assert time.value
            assert replays(time, known), f"does not replay: {time}"
            known.append(time.interval)
    for event in account.events:
        event_holds(event, account.article)


def event_holds(event: Event, article: Article) -> None:
    span_holds(event.span, article.text)
    span_holds(event.clause, article.text)
    assert event.span.contains(event.clause)
    assert event.title.strip(), "no title"
    for quantity in event.quantities:
        assert quantity.span.of(article.text) == quantity.text
        assert quantity.value == quantity.value, "no number"
    if event.attribution:
        span_holds(event.attribution.span, article.text)


def published_holds(timeline: Timeline, texts: dict[str, str]) -> None:
    """Every quotation is what stands at its place, in the line that is named."""
    for event in (*timeline.events, *timeline.undated):
        assert (event.edtf is None) == (event.date is event.earliest is event.latest is None)
        if event.edtf:
            _reads_as_edtf(event.edtf)
        if event.earliest and event.latest:
            assert event.earliest <= event.latest
        for source in event.sources:
            source_holds(source, texts[source.article])
    assert len({event.id for event in timeline.events}) == len(timeline.events)


@lru_cache(maxsize=100_000)  # 20 ms each, and dates come again
def _reads_as_edtf(written: str) -> None:
    edtf.parse_edtf(written)


def source_holds(source: Source, text: str) -> None:
    start, end = source.position.start, source.position.end
    quote = source.selector
    assert quote.exact == text[start:end]
    assert text[:start].endswith(quote.prefix)
    assert text[end:].startswith(quote.suffix)
    assert text.count("\n", 0, start) + 1 == source.line
    assert start <= source.clause.start < source.clause.end <= end
    if source.expression:
        told = source.expression
        assert told.text == text[told.start : told.end]


@cache
def validator(shape: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(shape))


def whole(value: str) -> object:
    """JSON without numbers that JSON does not have."""
    return json.loads(value, parse_constant=_refuse)


def _refuse(name: str) -> object:
    raise AssertionError(name)


def as_json(raw: bytes, timeline: Timeline) -> None:
    told = whole(raw.decode())
    validator("timeline").validate(told)
    assert len(told["events"]) == len(timeline.events)


def as_jsonl(raw: bytes, timeline: Timeline) -> None:
    lines = raw.decode().split("\n")[:-1]
    for line in lines:
        validator("event").validate(whole(line))
    assert len(lines) == len(timeline.events) + len(timeline.undated) or len(lines) == len(
        timeline.events
    )


def as_table(raw: bytes, timeline: Timeline) -> list[dict[str, str]]:
    text = raw.decode().removeprefix("\ufeff")
    rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows), "ragged"
    for row in rows:
        for cell in row.values():
            assert not _ACTING & set(cell)
            assert cell[:1] not in set("=+-@"), f"formula: {cell[:40]!r}"
    return rows


def as_csv(raw: bytes, timeline: Timeline) -> None:
    rows = as_table(raw, timeline)
    ids = [event.id for event in timeline.events]
    assert [row["id"] for row in rows][: len(ids)] == ids
    assert not rows or tuple(rows[0]) == tuple(COLUMNS)


def as_ics(raw: bytes, timeline: Timeline) -> None:
    calendar = icalendar.Calendar.from_ical(raw)
    assert not [part.errors for part in calendar.walk() if part.errors]
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
    assert len(calendar.walk("VEVENT")) <= len(timeline.events)
    assert max(map(len, raw.split(b"\r\n"))) <= 75


def as_page(raw: bytes, timeline: Timeline) -> None:
    page = JustHTML(raw.decode(), strict=True, sanitize=False)
    assert len(page.query("script")) == 1
    assert not page.query("img, iframe, object, embed, [onerror], [onload], [onmouseover]")
    for link in page.query("a"):
        target = link.attrs.get("href") or ""
        assert target.startswith(("#", "https://", "http://")), target[:80]


def as_sqlite(raw: bytes, timeline: Timeline) -> None:
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(raw)
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        (count,) = base.execute("SELECT count(*) FROM events").fetchone()
        assert count == len(timeline.events) + len(timeline.undated)
    finally:
        base.close()


def as_timelinejs(raw: bytes, timeline: Timeline) -> None:
    told = whole(raw.decode())
    for slide in told["events"]:
        start = slide["start_date"]
        assert 1 <= start.get("month", 1) <= 12
        assert 1 <= start.get("day", 1) <= 31
        assert "<script" not in json.dumps(slide)
    assert len(told["events"]) <= len(timeline.events)


def as_plain(raw: bytes, timeline: Timeline) -> None:
    text = raw.decode()
    assert not _ACTING & set(text), sorted(_ACTING & set(text))
    assert not _TURNING & set(text)


READERS: dict[str, Callable[[bytes, Timeline], object]] = {
    "terminal": as_plain,
    "lines": as_plain,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "md": as_plain,
    "html": as_page,
    "sqlite": as_sqlite,
    "ics": as_ics,
    "timelinejs": as_timelinejs,
    "timelinejs-csv": as_table,
    "timesketch": as_table,
}


def export_holds(name: str, raw: bytes, timeline: Timeline) -> None:
    """An export is read by the reader it is meant for, and known as ours by its first lines."""
    READERS[name](raw, timeline)
    is_endless = any(len(event.title) > _LONG for event in timeline.events)
    assert is_endless or is_own_output(raw) or not raw.strip(), "not known as ours"
