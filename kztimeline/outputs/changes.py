"""What differs between two timelines: events that came, went, moved, or fell into dispute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from kztimeline.model import FigureStatus, Status
from kztimeline.outputs.records import Event, IsoPrefix, Timeline
from kztimeline.outputs.telling import place

_DATE = ("edtf", "date_kind", "time")
_REST = ("title", "modality", "negated", "status", "certainty", "review", "tags", "note")


class State(Struct, frozen=True):
    """An event as one of the timelines has it; `places` are `path:line`."""

    id: str
    title: str
    date: IsoPrefix | None
    date_end: IsoPrefix | None
    edtf: str | None
    time: str | None
    display_date: str | None
    modality: str
    status: str
    certainty: str | None
    places: tuple[str, ...]


class Pair(Struct, frozen=True):
    """An event as it was and as it is; `fields` names what differs."""

    old: State
    new: State
    fields: tuple[str, ...]


class FigureChange(Struct, frozen=True):
    """A counted thing on which sources newly differ; `old` is null where it was not told."""

    about: str
    unit: str
    old: FigureStatus | None
    new: FigureStatus


class Diff(Struct, frozen=True, tag_field="schema", tag="kztimeline.diff"):
    """All that differs; an event may be in several lists. Empty lists: nothing differs.

    `hidden` are old events that somebody has hidden by hand since; they are not among the `gone`.
    `merged` are old events that are now part of another, `split` new ones that were part of one.
    `changed` have another wording, standing or other sources, and the same date. Not compared: how
    the articles' files are called, salience, and the steps to a date that stayed.
    """

    schema_version: Literal["1.0"]
    added: tuple[State, ...]
    gone: tuple[State, ...]
    moved: tuple[Pair, ...]
    disputed: tuple[Pair, ...]
    settled: tuple[Pair, ...]
    merged: tuple[Pair, ...]
    split: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    figures: tuple[FigureChange, ...]
    hidden: tuple[State, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        names = (name for name in self.__struct_fields__ if name != "schema_version")
        return not any(getattr(self, name) for name in names)


class _Match(NamedTuple):
    """Events of both sides by what they share: an id, or passages that tell them."""

    pairs: list[tuple[Event, Event]]
    merged: list[tuple[Event, Event]]
    split: list[tuple[Event, Event]]
    added: list[Event]
    gone: list[Event]


def compare(old: Timeline, new: Timeline) -> Diff:
    """What became of the old timeline's events in the new one, each list in published order."""
    match = _matched((*old.events, *old.undated), (*new.events, *new.undated))
    pairs = [(_pair(before, after), before, after) for before, after in match.pairs]
    conflict = Status.CONFLICT
    hidden = {key for event in new.hidden for key in _keys(event)}
    return Diff(
        schema_version="1.0",
        added=tuple(map(_state, match.added)),
        gone=tuple(_state(event) for event in match.gone if not _keys(event) & hidden),
        moved=tuple(pair for pair, *_ in pairs if set(pair.fields) & set(_DATE)),
        disputed=tuple(p for p, was, now in pairs if was.status != conflict == now.status),
        settled=tuple(p for p, was, now in pairs if was.status == conflict != now.status),
        merged=tuple(_pair(*each) for each in match.merged),
        split=tuple(_pair(*each) for each in match.split),
        changed=tuple(p for p, *_ in pairs if p.fields and not set(p.fields) & set(_DATE)),
        figures=tuple(_figures(old, new)),
        hidden=tuple(_state(event) for event in match.gone if _keys(event) & hidden),
    )


def _matched(old: Sequence[Event], new: Sequence[Event]) -> _Match:
    """Each event with at most one of the other side; same id first, then most passages shared."""
    telling = {key: number for number, event in enumerate(old) for key in _keys(event)}
    shared = [Counter(telling[key] for key in _keys(event) if key in telling) for event in new]
    offers = sorted(
        (old[of].id != new[at].id, -count, at, of)
        for at, counts in enumerate(shared)
        for of, count in counts.items()
    )
    kin: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, _, at, of in offers:
        if at not in kin and of not in taken:
            kin[at], taken[of] = of, at
    whole = {of: at for _, _, at, of in reversed(offers)}  # where most of it went
    part = {at: of for _, _, at, of in reversed(offers)}  # where most of it came from
    left = [of for of in range(len(old)) if of not in taken]
    fresh = [at for at in range(len(new)) if at not in kin]
    return _Match(
        pairs=[(old[kin[at]], new[at]) for at in range(len(new)) if at in kin],
        merged=[(old[of], new[whole[of]]) for of in left if of in whole],
        split=[(old[part[at]], new[at]) for at in fresh if at in part],
        added=[new[at] for at in fresh if at not in part],
        gone=[old[of] for of in left if of not in whole],
    )


def _keys(event: Event) -> set[str]:
    return {event.id, *_mentions(event)}


def _mentions(event: Event) -> set[str]:
    return {source.mention for source in event.sources}


def _pair(old: Event, new: Event) -> Pair:
    fields = [name for name in (*_DATE, *_REST) if getattr(old, name) != getattr(new, name)]
    if _mentions(old) != _mentions(new):
        fields.append("sources")
    return Pair(_state(old), _state(new), tuple(fields))


def _state(event: Event) -> State:
    return State(
        id=event.id,
        title=event.title,
        date=event.date,
        date_end=event.date_end,
        edtf=event.edtf,
        time=event.time,
        display_date=event.display_date,
        modality=event.modality,
        status=event.status,
        certainty=event.certainty,
        places=tuple(dict.fromkeys(place(source) for source in event.sources)),
    )


def _figures(old: Timeline, new: Timeline) -> Iterator[FigureChange]:
    before, after = _differing(old), _differing(new)
    told = {(figure.about, figure.unit): figure.status for figure in old.figures}
    for about, unit, status in after:
        if (about, unit, status) not in before:
            yield FigureChange(about, unit, told.get((about, unit)), status)


def _differing(timeline: Timeline) -> Iterable[tuple[str, str, FigureStatus]]:
    return {
        (figure.about, figure.unit, figure.status): None
        for figure in timeline.figures
        if figure.status != FigureStatus.AGREE
    }
