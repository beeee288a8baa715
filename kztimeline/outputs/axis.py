"""The axis over a page: events a day as bars, what lasts or is vague as spans, gaps cut short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from kztimeline.outputs.days import heading
from kztimeline.outputs.lanes import Span, spans_of
from kztimeline.outputs.marks import Mark, mark_of
from kztimeline.outputs.records import Event
from kztimeline.outputs.scale import Scale, Tick, peaks_of, ticks_of
from kztimeline.outputs.summary import count

TALLEST = 84  # pixels of the tallest bar
_ONE = 20  # pixels that an event is high at most
_LEAST = 3  # and at least
COUNT_ROW = 16  # pixels for the number on a bar
TICK_ROW = 40  # pixels for days and months
LANE = 25  # pixels for a span and its words
_SAID = {
    Mark.DISPUTED: "disputed", Mark.LOOSE: "inferred or approximate", Mark.PLAN: "planned",
}  # fmt: skip
_STACK = (Mark.FIRM, Mark.DISPUTED, Mark.LOOSE, Mark.PLAN)  # from the ground up


class Block(Struct, frozen=True):
    """The events of one mark in a bar: pixels from the top of the axis."""

    mark: str
    y: float
    height: float


class Bar(Struct, frozen=True):
    """The events of one column; `x` and `width` in percent of the axis."""

    target: str
    words: str
    x: float
    width: float
    total: int
    top: float
    narrow: str
    blocks: tuple[Block, ...]


class Axis(Struct, frozen=True):
    """All that is drawn, and how high it is in pixels."""

    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    spans: tuple[Span, ...]
    left_out: int
    ground: float
    height: float
    words: str


def axis_of(events: Sequence[Event], targets: Mapping[str, str]) -> Axis | None:
    """The axis of dated events; `targets` are the anchors of headings by their first event.

    `None` where nothing is bounded on both sides.
    """
    scale = Scale.of([bounds for event in events if (bounds := _bounds(event))])
    if scale is None:
        return None
    pointed = [event for event in events if _is_point(event, scale)]
    aside = {event.id for event in pointed}
    spans, left_out = spans_of([event for event in events if event.id not in aside], scale, targets)
    bars = tuple(_bars(pointed, scale, targets))
    ground = COUNT_ROW + TALLEST
    lanes = max((span.lane + 1 for span in spans), default=0)
    return Axis(
        unit=scale.unit.word,
        bars=bars,
        ticks=tuple(ticks_of(scale)),
        breaks=tuple(scale.breaks()),
        spans=spans,
        left_out=left_out,
        ground=ground,
        height=ground + TICK_ROW + lanes * LANE,
        words=_in_words(events, pointed),
    )


def _bounds(event: Event) -> tuple[date, date] | None:
    if event.earliest is None or event.latest is None:
        return None
    return date.fromisoformat(event.earliest), date.fromisoformat(event.latest)


def _is_point(event: Event, scale: Scale) -> bool:
    """Whether all its days fall in one column."""
    bounds = _bounds(event)
    return bounds is not None and scale.column(bounds[0]) == scale.column(bounds[1])


def _column(event: Event, scale: Scale) -> int:
    return scale.column(date.fromisoformat(event.earliest or ""))


def _bars(events: Iterable[Event], scale: Scale, targets: Mapping[str, str]) -> Iterator[Bar]:
    ranked = sorted(events, key=lambda event: _column(event, scale))
    columns = [
        (at, list(told)) for at, told in groupby(ranked, lambda event: _column(event, scale))
    ]
    most = max((len(told) for _, told in columns), default=1)
    step = min(_ONE, TALLEST / most)
    narrows = peaks_of({at: len(told) for at, told in columns}, scale)
    for (at, told), narrow in zip(columns, narrows, strict=True):
        blocks = tuple(_blocks(Counter(_drawn(event) for event in told), step))
        yield Bar(
            target=next(targets[event.id] for event in told if event.id in targets),
            words=_tally(scale.words(at), told),
            x=scale.percent(at),
            width=scale.width(),
            total=len(told),
            top=min(block.y for block in blocks),
            narrow=narrow,
            blocks=blocks,
        )


def _drawn(event: Event) -> Mark:
    """As its mark, but “about 5 January” is no firm day, and who says it makes no difference."""
    mark = mark_of(event)
    if mark not in {Mark.FIRM, Mark.VOUCHED}:
        return mark
    return Mark.LOOSE if event.approximate or event.uncertain else Mark.FIRM


def _blocks(marks: Counter[Mark], step: float) -> Iterator[Block]:
    ground = float(COUNT_ROW + TALLEST)
    for mark in _STACK:
        if marks[mark]:
            height = round(max(_LEAST, marks[mark] * step), 1)
            ground = round(ground - height, 1)
            yield Block(mark.value, ground, height)


def _tally(day: str, told: Sequence[Event]) -> str:
    """`Wednesday 5 January 2022: 31 events, 12 inferred`."""
    marks = Counter(_drawn(event) for event in told)
    more = "".join(f", {marks[mark]} {words}" for mark, words in _SAID.items() if marks[mark])
    return f"{day}: {count(len(told), 'event')}{more}"


def _in_words(events: Sequence[Event], pointed: Sequence[Event]) -> str:
    """What the drawing says, for those who do not see it."""
    days = Counter(heading(event) for event in pointed if event.earliest == event.latest)
    if not days:
        return f"{count(len(events), 'event')}, none on a known day."
    day, most = max(days.items(), key=lambda item: item[1])
    told = f"{count(sum(days.values()), 'event')} on {count(len(days), 'known day')}"
    return f"{told}, most on {day} ({most})."
