"""SQLite: events, sources, articles and figures as tables, with a full-text index and views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

import msgspec

from kztimeline.model import OutputError
from kztimeline.outputs.database import APPLICATION_ID, FILLED, TABLES, VIEWS
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event, Source, Timeline
from kztimeline.outputs.telling import places

_Row = Iterable[object]


def write_sqlite(timeline: Timeline) -> Iterator[bytes]:
    """The bytes of one database file, SQLite format 3, the same for the same timeline.

    Text is on one line and free of control characters, as in CSV; lists are JSON arrays, truth is
    1 or 0, what is not known is NULL. `OutputError` where this SQLite has no full-text index,
    or a number is larger than it can hold.
    """
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
            _fill(base, timeline)
            yield base.serialize()
    except (sqlite3.Error, OverflowError) as error:
        message = f"cannot make the database: {error}"
        hint = "use a Python whose SQLite has FTS5" if "fts5" in str(error) else ""
        raise OutputError(message, hint=hint) from error


def _fill(base: sqlite3.Connection, timeline: Timeline) -> None:
    base.executescript(
        f"PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION_ID};{TABLES}"
    )
    base.execute("BEGIN")
    for table, rows in _tables(timeline):
        for row in rows:
            cells = [_cell(value) for value in row]
            marks = ", ".join("?" * len(cells))
            base.execute(f"INSERT INTO {table} VALUES ({marks})", cells)  # noqa: S608  our own names
    base.execute("COMMIT")
    base.executescript(f"{FILLED}{VIEWS}")


def _tables(timeline: Timeline) -> Iterator[tuple[str, Iterator[_Row]]]:
    events = (*timeline.events, *timeline.undated)
    yield "about", iter(_about(timeline))
    yield "articles", _articles(timeline)
    yield "events", (_event(number, event) for number, event in enumerate(events, 1))
    yield "edits", _edits(events)
    yield "readings", _readings(events)
    yield "sources", (_source(event, source) for event in events for source in event.sources)
    yield (
        "figures",
        (
            (number, figure.about, figure.unit, figure.status)
            for number, figure in enumerate(timeline.figures, 1)
        ),
    )
    yield "figure_sources", _figure_sources(timeline)
    yield (
        "warnings",
        (
            (each.code, each.path, each.line, each.message, each.hint, each.is_problem)
            for each in timeline.warnings
        ),
    )


def _about(timeline: Timeline) -> list[_Row]:
    return [
        ("schema_version", timeline.schema_version),
        ("generator", f"{timeline.generator.name} {timeline.generator.version}"),
        ("languages", timeline.settings.languages),
        ("date_order", timeline.settings.date_order),
        ("hidden", str(len(timeline.hidden))),
    ]


def _articles(timeline: Timeline) -> Iterator[_Row]:
    for article in timeline.articles:
        anchor = article.anchor
        yield (
            *(article.id, article.path, article.part, article.title, article.publisher),
            *(article.author, article.url, article.language, article.sha256),
            *(anchor.date, anchor.earliest, anchor.latest, anchor.certainty, anchor.source),
            anchor.raw,
        )


def _event(number: int, event: Event) -> _Row:
    quotes = dict.fromkeys(source.selector.exact for source in event.sources)
    return (
        *(event.id, number, event.title, event.date, event.date_end, event.edtf, event.date_kind),
        *(event.precision, event.earliest, event.latest, event.time, event.approximate),
        *(event.uncertain, event.display_date, event.modality, event.negated, event.status),
        *(event.certainty, event.salience, event.review, event.source_count, event.voice_count),
        *(event.who, event.where, event.tags, places(event), " ¶ ".join(quotes)),
        event.note,
    )


def _edits(events: Iterable[Event]) -> Iterator[_Row]:
    for event in events:
        for edit in event.edits:
            yield (event.id, edit.action, edit.value, edit.was, edit.path, edit.line)


def _readings(events: Iterable[Event]) -> Iterator[_Row]:
    for event in events:
        for reading in event.readings:
            yield (event.id, reading.edtf, reading.display_date, reading.sources)


def _source(event: Event, source: Source) -> _Row:
    words, said = source.expression, source.attribution
    dated: _Row = (None,) * 6
    if words:
        dated = (words.text, words.type, words.value, words.mod, words.rule, words.anchor)
    return (
        *(event.id, source.id, source.mention, source.article, source.path, source.line),
        *(source.selector.exact, source.selector.prefix, source.selector.suffix),
        *(source.position.start, source.position.end, source.clause.start, source.clause.end),
        *dated,
        *((said.speaker, said.cue) if said else (None, None)),
        *(source.modality, source.negated, source.certainty),
    )


def _figure_sources(timeline: Timeline) -> Iterator[_Row]:
    for number, figure in enumerate(timeline.figures, 1):
        for reading in figure.readings:
            said = (reading.value, reading.low, reading.high, reading.comparator, reading.text)
            for source in reading.sources:
                yield (number, *said, source.article, source.path, source.line, source.mention)


def _cell(value: object) -> str | int | float | None:
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, tuple):
        return msgspec.json.encode([inert(str(each)) for each in value]).decode()
    if value is None or isinstance(value, int | float):
        return value
    raise TypeError(type(value))
