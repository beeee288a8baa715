"""Why an event or a day matters: the parts of its salience in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kztimeline.model import PartKind
from kztimeline.outputs.records import DayEntry, Event, Part, Timeline

PARTS_IN_WORDS: dict[PartKind, str] = {
    PartKind.TOLD: "articles tell what happened on it",
    PartKind.NAMED: "articles name it",
    PartKind.LASTING: "articles name it when it is over a week old",
    PartKind.DAY: "much hangs on its day",
    PartKind.VOICES: "several independent voices tell it",
    PartKind.HAPPENED: "told as having happened",
    PartKind.SURE: "its date stands in the words",
    PartKind.CENTRAL: "in the middle of what is told of its time",
    PartKind.NAMES: "names who and where",
    PartKind.HEADS: "it is what its sentence is about",
    PartKind.LEANS: "its line leans on what stands around it",
    PartKind.LENGTH: "its line is too short or too long",
    PartKind.ANOTHER_DAY: "its line names another day first",
    PartKind.STILL: "told in the present, as captions are",
    PartKind.REPEATS: "much like a stronger line of its time",
    PartKind.TOPIC: "speaks of what was asked for",
    PartKind.BY_HAND: "added by hand",
}


def matters(event: Event, timeline: Timeline) -> Iterator[str]:
    """The salience of an event and its parts, then those of its day, a line each.

    Parts are shown from the largest down, for and against.
    """
    if event.why:
        yield f"{event.salience:.2f} of about 1"
        yield from _parts(event.why)
    for day in (entry for entry in timeline.days if event.id in entry.events and entry.why):
        yield _day(day)
        yield from _parts(day.why)


def _day(day: DayEntry) -> str:
    foremost = f"{day.salience:.1f}".removesuffix(".0")
    return f"its day, {foremost} articles’ worth"


def _parts(parts: Iterable[Part]) -> Iterator[str]:
    for part in sorted(parts, key=lambda part: -abs(part.value)):
        yield f"{part.value:+.2f}  {PARTS_IN_WORDS[part.part]}"
