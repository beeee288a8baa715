"""Timeline → published records, the step before every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kztimeline.model import (
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
    Timeline,
)
from kztimeline.outputs import records
from kztimeline.outputs.citing import PathMapper, Shelf, date_rows, known, source_of, steps_of
from kztimeline.outputs.dating import dating_of
from kztimeline.outputs.rows import AnchorRow, DateRow
from kztimeline.outputs.wording import display_date
from kztimeline.temporal import to_edtf
from kztimeline.textual import sound


def publish(timeline: Timeline, version: str, path_of: PathMapper = str) -> records.Timeline:
    """The whole chronology as published; `version` is the program's, `path_of` writes a path."""
    shelf = Shelf.of(timeline.accounts, path_of)
    events = tuple(_event(event, shelf) for event in timeline.events)
    return records.Timeline(
        schema_version="1.0",
        generator=records.Generator("kztimeline", version),
        settings=_settings(timeline.settings),
        articles=tuple(_article(account, shelf) for account in timeline.accounts),
        events=events,
        undated=tuple(_event(event, shelf) for event in timeline.undated),
        days=days_of(events, _weighed(timeline.days)),
        figures=_figures(timeline, shelf),
        warnings=tuple(warning(note, path_of) for note in timeline.notes),
        hidden=tuple(_event(event, shelf) for event in timeline.hidden),
        chosen=None,
    )


def publish_dates(accounts: Iterable[Account], path_of: PathMapper) -> Iterator[DateRow]:
    """All time expressions, one account after another: nothing is kept."""
    for account in accounts:
        yield from date_rows(account, Shelf({account.article.id: account}, path_of))


def publish_anchors(accounts: Sequence[Account], path_of: PathMapper) -> Iterator[AnchorRow]:
    """The day of every article."""
    shelf = Shelf.of(accounts, path_of)
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
    known = {entry.date: entry for entry in weighed}
    by_day: dict[str, list[str]] = {}
    for event in events:
        if event.date and event.date == event.earliest:
            by_day.setdefault(event.date, []).append(event.id)
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


def _article(account: Account, shelf: Shelf) -> records.Article:
    article: Article = account.article
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
        anchor=_anchor(account.anchor, shelf),
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


def _figures(timeline: Timeline, shelf: Shelf) -> tuple[records.Figure, ...]:
    cited = {id_ for figure in timeline.figures for claim in figure.claims for id_ in claim.members}
    told = (event for account in timeline.accounts for event in account.events)
    mentions = {event.id: event for event in told if event.id in cited}
    return tuple(_figure(figure, mentions, shelf) for figure in timeline.figures)


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
