"""Events longer or vaguer than a column of the axis: spans packed in lanes under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from kztimeline.model import DateKind
from kztimeline.outputs.days import heading
from kztimeline.outputs.inert import inert
from kztimeline.outputs.marks import Mark, mark_of
from kztimeline.outputs.records import Event
from kztimeline.outputs.scale import Scale
from kztimeline.outputs.summary import count

_LANES = 6
_PIXELS = 720  # the narrowest axis that shows words beside its spans
_CHARACTER = 6.0
_LONGEST_WORDS = 52
_OPEN = 12.0  # percent that a span with an open side is drawn
_FADE = 3.0  # percent over which an open side fades
_LEAST = 0.8  # percent that a span is wide at least


class Span(Struct, frozen=True):
    """Events of the same days as one stretch; `x`, `width` and `at` in percent of the axis.

    `kind` is `lasting` or `vague`; an open side fades over `fade` percent.
    """

    target: str
    kind: str
    mark: str
    words: str
    label: str
    x: float
    width: float
    at: float
    is_at_end: bool
    is_open_left: bool
    is_open_right: bool
    fade: float
    lane: int


def spans_of(
    events: Iterable[Event], scale: Scale, targets: Mapping[str, str]
) -> tuple[tuple[Span, ...], int]:
    """Spans in their lanes, the most salient where there is no room for all; how many are left."""
    groups: dict[tuple[str | None, str | None, str, Mark], list[Event]] = {}
    for event in events:
        key = (event.earliest, event.latest, _kind(event), mark_of(event))
        groups.setdefault(key, []).append(event)
    ranked = sorted(groups.values(), key=lambda told: -sum(event.salience for event in told))
    ends: list[list[tuple[float, float]]] = [[] for _ in range(_LANES)]
    placed: list[Span] = []
    left_out = 0
    for told in ranked:
        span = _placed(told, scale, targets, ends)
        if span is None:
            left_out += len(told)
        else:
            placed.append(span)
    return tuple(_settled(placed)), left_out


def _kind(event: Event) -> str:
    return "lasting" if event.date_kind is DateKind.SPAN else "vague"


def _placed(
    told: Sequence[Event],
    scale: Scale,
    targets: Mapping[str, str],
    taken: Sequence[list[tuple[float, float]]],
) -> Span | None:
    """The span in the first lane with room for it and its words."""
    first = told[0]
    if _is_elsewhere(first, scale):
        return None
    start, end = _edges(first, scale)
    label = _label(told)
    room = len(label) * _CHARACTER / _PIXELS * 100
    is_at_end = start + room > 100  # noqa: PLR2004  percent
    needed = (min(start, end - room), end) if is_at_end else (start, max(end, start + room))
    for lane, others in enumerate(taken):
        if all(needed[1] < low - 1 or needed[0] > high + 1 for low, high in others):
            others.append(needed)
            return Span(
                target=first.id if len(told) == 1 else targets.get(first.id, first.id),
                kind=_kind(first),
                mark=mark_of(first).value,
                words=f"{heading(first)}: {_named(told)}",
                label=label,
                x=start,
                width=round(max(_LEAST, end - start), 4),
                at=end if is_at_end else start,
                is_at_end=is_at_end,
                is_open_left=_is_before(first, scale),
                is_open_right=_is_after(first, scale),
                fade=min(_FADE, round(end - start, 4)),
                lane=lane,
            )
    return None


def _edges(event: Event, scale: Scale) -> tuple[float, float]:
    """Where the span begins and ends; an open side is drawn a little way and fades."""
    start = scale.percent(scale.column(date.fromisoformat(event.earliest))) if event.earliest else 0
    end = 100.0
    if event.latest:
        last = scale.column(date.fromisoformat(event.latest))
        end = max(_LEAST, min(100.0, round(scale.percent(last) + scale.width(), 4)))
    start = min(start, 100 - _LEAST)
    if event.latest is None:
        end = min(100.0, start + _OPEN)
    if event.earliest is None:
        start = max(0.0, end - _OPEN)
    return round(start, 4), round(end, 4)


def _is_elsewhere(event: Event, scale: Scale) -> bool:
    """Whether all of it lies off the axis."""
    first, last = scale.runs[0][0], scale.runs[-1][1]
    begins_after = event.earliest and scale.column(date.fromisoformat(event.earliest)) > last
    ends_before = event.latest and scale.column(date.fromisoformat(event.latest)) < first
    return bool(begins_after or ends_before)


def _is_before(event: Event, scale: Scale) -> bool:
    if event.earliest is None:
        return True
    return scale.column(date.fromisoformat(event.earliest)) < scale.runs[0][0]


def _is_after(event: Event, scale: Scale) -> bool:
    if event.latest is None:
        return True
    return scale.column(date.fromisoformat(event.latest)) > scale.runs[-1][1]


def _named(told: Sequence[Event]) -> str:
    return inert(told[0].title) if len(told) == 1 else count(len(told), "event")


def _label(told: Sequence[Event]) -> str:
    words = _named(told) if len(told) == 1 else f"{heading(told[0])} · {_named(told)}"
    if len(words) <= _LONGEST_WORDS:
        return words
    cut = words[:_LONGEST_WORDS]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def _settled(placed: Sequence[Span]) -> list[Span]:
    """In order of place, for those who go through them by keyboard."""
    return sorted(placed, key=lambda span: (span.x, span.lane))
