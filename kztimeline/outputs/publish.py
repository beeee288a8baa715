"""Timeline → published records, the step before every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import cast

from kztimeline.model import (
    HELD,
    Account,
    Action,
    Anchor,
    Applied,
    Article,
    DaySalience,
    Event,
    Figure,
    FigureClaim,
    Match,
    MergedEvent,
    Note,
    Part,
    Reading,
    Settings,
    Spool,
    Teller,
    Timeline,
    seen_as,
)
from kztimeline.outputs import records
from kztimeline.outputs.citing import PathMapper, Shelf, date_rows, known, source_of, steps_of
from kztimeline.outputs.dating import dating_of
from kztimeline.outputs.rows import AnchorRow, DateRow
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import to_edtf
from kztimeline.textual import sound


def publish(
    timeline: Timeline, version: str, path_of: PathMapper = str, spool: Spool = HELD
) -> records.Timeline:
    """The whole chronology as published; `version` is the program's, `path_of` writes a path.

    Its articles and events are tuples, or what `spool` makes of many.
    """
    tellers = seen_as(Teller, timeline.accounts)
    shelf = Shelf.of(tellers, cache(path_of))
    by_day: dict[str, list[str]] = {}
    cited = {name for figure in timeline.figures for each in figure.claims for name in each.members}
    mentions: dict[str, Event] = {}

    def published(events: Iterable[MergedEvent]) -> Iterator[records.Event]:
        for event in events:
            for told in event.members:
                if told.id in cited:
                    mentions[told.id] = told
            yield _event(event, shelf)

    dated = spool.keep(records.Event, _noting_days(published(timeline.events), by_day))
    undated = spool.keep(records.Event, published(timeline.undated))
    hidden = spool.keep(records.Event, published(timeline.hidden))
    articles = spool.keep(records.Article, (_article(teller, shelf) for teller in tellers))
    return records.Timeline(
        schema_version="1.0",
        generator=records.Generator("kztimeline", version),
        settings=_settings(timeline.settings),
        articles=cast("tuple[records.Article, ...]", articles),
        events=cast("tuple[records.Event, ...]", dated),
        undated=cast("tuple[records.Event, ...]", undated),
        days=_days(by_day, _weighed(timeline.days)),
        figures=tuple(_figure(figure, mentions, shelf) for figure in timeline.figures),
        warnings=tuple(warning(note, path_of) for note in timeline.notes),
        hidden=cast("tuple[records.Event, ...]", hidden),
        chosen=None,
    )


def publish_dates(accounts: Iterable[Account], path_of: PathMapper) -> Iterator[DateRow]:
    """All time expressions, one account after another: nothing is kept."""
    written = lru_cache(maxsize=1)(path_of)
    for account in accounts:
        yield from date_rows(account, Shelf.of(seen_as(Teller, (account,)), written))


def publish_anchors(accounts: Sequence[Account], path_of: PathMapper) -> Iterator[AnchorRow]:
    """The day of every article."""
    shelf = Shelf.of(seen_as(Teller, accounts), path_of)
    for account in accounts:
        anchor, article = _anchor(account.anchor, shelf), account.article
        yield anchor_row(path_of(article.locator), article.id, article.title, anchor)


def anchor_row(path: str, article_id: str, title: str, anchor: records.Anchor) -> AnchorRow:
    """The day of one article as a line of its own."""
    return AnchorRow(
        path=path,
        id=article_id,
        title=title,
        date=anchor.date,
        earliest=anchor.earliest,
        latest=anchor.latest,
        certainty=anchor.certainty,
        source=anchor.source,
        raw=anchor.raw,
        rivals=anchor.rivals,
        steps=anchor.steps,
    )


def warning(note: Note, path_of: PathMapper = str) -> records.Warn:
    """A note as it is published."""
    path = path_of(note.locator) if note.locator else None
    text, hint = sound(note.text), sound(note.hint)
    return records.Warn(note.code, path, text, hint, note.line, note.is_problem)


def days_of(
    events: Iterable[records.Event], weighed: Iterable[records.DayEntry]
) -> tuple[records.DayEntry, ...]:
    """Every day that has an event, in order: an event counts for the day that its `date` names.

    What hangs on a day does not change with the events that are kept of it; a day that is not among
    the `weighed` has 0.0.
    """
    by_day: dict[str, list[str]] = {}
    for _ in _noting_days(events, by_day):
        pass
    return _days(by_day, weighed)


def _noting_days(
    events: Iterable[records.Event], by_day: dict[str, list[str]]
) -> Iterator[records.Event]:
    """The same events; the ids of each day are noted as they pass."""
    for event in events:
        if event.date and event.date == event.earliest:
            by_day.setdefault(event.date, []).append(event.id)
        yield event


def _days(
    by_day: dict[str, list[str]], weighed: Iterable[records.DayEntry]
) -> tuple[records.DayEntry, ...]:
    known = {entry.date: entry for entry in weighed}
    return tuple(
        records.DayEntry(
            day,
            known[day].salience if day in known else 0.0,
            tuple(told),
            known[day].why if day in known else (),
        )
        for day, told in sorted(by_day.items())
    )


def _weighed(days: Iterable[DaySalience]) -> Iterator[records.DayEntry]:
    for day in days:
        yield records.DayEntry(day.day.isoformat(), day.salience, (), _parts(day.parts))


def _parts(parts: Iterable[Part]) -> tuple[records.Part, ...]:
    return tuple(records.Part(part.kind, part.value) for part in parts)


def _settings(settings: Settings) -> records.SettingsUsed:
    reading = settings.reading
    return records.SettingsUsed((reading.language,), reading.date_order.value)


def _article(teller: Teller, shelf: Shelf) -> records.Article:
    article: Article = teller.article
    return records.Article(
        id=article.id,
        path=shelf.path_of(article.locator),
        part=article.part,
        sha256=article.sha256,
        title=article.title,
        publisher=article.claim("publisher"),
        author=article.claim("author"),
        url=article.claim("url"),
        language=article.language,
        anchor=_anchor(teller.anchor, shelf),
    )


def _anchor(anchor: Anchor, shelf: Shelf) -> records.Anchor:
    dating = dating_of(anchor.interval)
    return records.Anchor(
        date=dating.date,
        earliest=dating.earliest,
        latest=dating.latest,
        certainty=known(anchor.certainty) if anchor.interval else None,
        source=anchor.source,
        raw=anchor.raw,
        rivals=tuple(
            records.Rival(dating_of(rival.interval).date, rival.reason) for rival in anchor.rivals
        ),
        steps=steps_of(anchor.steps, shelf),
    )


def _event(event: MergedEvent, shelf: Shelf) -> records.Event:
    dating = dating_of(event.when, event.kind)
    numbers = {member.id: f"src-{index}" for index, member in enumerate(event.members, 1)}
    return records.Event(
        id=event.id,
        title=event.title,
        date=dating.date,
        date_end=dating.date_end,
        edtf=dating.edtf,
        date_kind=event.kind if event.when else None,
        precision=dating.precision,
        earliest=dating.earliest,
        latest=dating.latest,
        time=_clock(event),
        approximate=dating.approximate,
        uncertain=dating.uncertain,
        display_date=display_date(event.when, event.kind) if event.when else None,
        modality=event.modality,
        negated=event.negated,
        status=event.status,
        certainty=known(event.certainty) if event.when else None,
        readings=_readings(event.readings, numbers),
        who=_in_order(name for member in event.members for name in member.names),
        where=_in_order(place for member in event.members for place in member.places),
        tags=tuple(map(sound, event.tags)),
        salience=event.salience,
        review=event.review,
        source_count=event.article_count,
        voice_count=event.voices,
        sources=tuple(
            source_of(member, index, shelf) for index, member in enumerate(event.members, 1)
        ),
        merge=_merge(event.matches),
        note=sound(event.note) or None,
        edits=tuple(_edit(applied, shelf) for applied in event.edits),
        why=_parts(event.parts),
    )


def _edit(applied: Applied, shelf: Shelf) -> records.Edit:
    edit = applied.edit
    date = to_edtf(edit.when, edit.kind) if edit.when else None
    said = {
        Action.DATE: date or "unknown",
        Action.ADD: date,
        Action.TITLE: edit.text,
        Action.NOTE: edit.text,
    }.get(edit.action, ", ".join(edit.others))
    return records.Edit(
        action=edit.action,
        value=sound(said) if said else None,
        was=sound(applied.was) or None,
        path=shelf.path_of(edit.locator) if edit.locator else None,
        line=edit.line,
    )


def _clock(event: MergedEvent) -> str | None:
    """The clock time of the first member that states one for this very day."""
    for member in event.members:
        if (
            member.time
            and member.time.clock
            and not member.is_carried
            and member.when == event.when
        ):
            return member.time.clock
    return None


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Each once, best-told first."""
    return tuple(dict.fromkeys(names))


def _readings(readings: Iterable[Reading], numbers: dict[str, str]) -> tuple[records.Reading, ...]:
    published = []
    for reading in readings:
        edtf = dating_of(reading.interval, reading.kind).edtf or ""
        sources = tuple(numbers[member] for member in reading.members)
        words = display_date(reading.interval, reading.kind)
        published.append(records.Reading(edtf, sources, words))
    return tuple(published)


def _merge(matches: Sequence[Match]) -> records.Merge | None:
    """The weakest link first: a cluster holds no better than that."""
    if not matches:
        return None
    links = tuple(_link(match) for match in matches)
    weakest = min(links, key=lambda link: link.bits)
    return records.Merge(weakest.bits, weakest.reasons, links)


def _link(match: Match) -> records.Link:
    reasons = tuple(f"{weight.level} {weight.bits:+.1f}" for weight in match.weights)
    return records.Link(match.left, match.right, round(match.bits, 6), reasons)


def _figure(figure: Figure, mentions: dict[str, Event], shelf: Shelf) -> records.Figure:
    return records.Figure(
        about=figure.about,
        unit=figure.unit,
        status=figure.status,
        readings=tuple(_figure_reading(claim, mentions, shelf) for claim in figure.claims),
    )


def _figure_reading(
    claim: FigureClaim, mentions: dict[str, Event], shelf: Shelf
) -> records.FigureReading:
    said = claim.quantity
    places = (_figure_source(claim, mentions[member], shelf) for member in claim.members)
    return records.FigureReading(
        value=said.value,
        low=said.low,
        high=said.high,
        comparator=said.comparator,
        text=said.text,
        sources=tuple(dict.fromkeys(places)),
    )


def _figure_source(claim: FigureClaim, event: Event, shelf: Shelf) -> records.FigureSource:
    """The line of the number itself, where the event holds it; else that of its sentence."""
    same = (q.span for q in event.quantities if q.value == claim.quantity.value)
    offset = next(same, event.span).start
    article = event.article_id
    line = shelf.line(article, offset)
    return records.FigureSource(article, shelf.path(article), line, event.id)
