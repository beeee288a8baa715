"""An event by its id, the start of it, the id of a mention, or a place that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kztimeline.outputs.records import Event, Timeline

_SHORTEST = 4  # “ev-” and a character


def find_events(timeline: Timeline, key: str) -> list[Event]:
    """All events that `key` may mean: a whole id or place beats the start of one.

    A key is ``ev-5c1f…``, ``mn-77b1…`` or ``herald.txt:3``; the prefix may be left out of an id.
    """
    events = [*timeline.events, *timeline.undated, *timeline.hidden]
    whole = [event for event in events if key in _names(event)]
    if whole:
        return whole
    placed = [event for event in events if any(_ends(key, place) for place in _places(event))]
    if placed:
        return placed
    begun = [event for event in events if _starts(key, _names(event))]
    if begun or not key.startswith("ev-"):
        return begun
    return find_events(timeline, f"mn-{key[3:]}")  # called so before an earlier telling was added


def _names(event: Event) -> Iterator[str]:
    yield event.id
    yield from (source.mention for source in event.sources)


def _places(event: Event) -> Iterator[str]:
    return (f"{source.path}:{source.line}" for source in event.sources)


def _ends(key: str, place: str) -> bool:
    """Whether `key` is the place, or its end from some folder on."""
    return place == key or place.endswith(f"/{key}")


def _starts(key: str, names: Iterable[str]) -> bool:
    bare = key if key.startswith(("ev-", "mn-")) else None
    if bare is None:
        return len(key) >= _SHORTEST and any(
            name.partition("-")[2].startswith(key) for name in names
        )
    return len(key) >= _SHORTEST and any(name.startswith(key) for name in names)
