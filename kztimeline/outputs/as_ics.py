"""iCalendar (RFC 5545): an event an entry, for calendars beside the newsroom's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kztimeline.model import Modality
from kztimeline.outputs.by_hand import doings, remarks
from kztimeline.outputs.inert import inert
from kztimeline.outputs.parts import days_of, parts_of, titled, words_of
from kztimeline.outputs.records import Event, Source, Timeline
from kztimeline.outputs.telling import caveats_in_words, place

_OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)
_FULL_DAY = 10  # characters of 2022-01-05
_EPOCH = "1970-01-01"  # where no article says when it was written
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class _Days(NamedTuple):
    """The first day and the last, both inside."""

    first: date
    last: date


def write_ics(timeline: Timeline) -> Iterator[str]:
    """A calendar of all events that something bounds; lines end with CRLF.

    Days are `VALUE=DATE` with an exclusive end. A month, a year, a week is an entry over all its
    days, and the summary says in words that no more is known. Clock times float: news speaks
    the time of its place. `DTSTAMP` is the day of the youngest article that tells the event.
    """
    written = {article.id: article.anchor.latest for article in timeline.articles}
    version = inert(timeline.generator.version)
    yield from _lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//kztimeline//kztimeline {_text(version)}//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Timeline",
    )
    for event in timeline.events:
        if days := _days(event):
            yield from _lines(*_entry(event, days, written))
    yield from _lines("END:VCALENDAR")


def _entry(event: Event, days: _Days, written: dict[str, str | None]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@kztimeline"
    yield f"DTSTAMP:{_stamp(event, written)}T000000Z"
    yield from _times(event, days)
    yield f"SUMMARY:{_text(titled(event))}"
    yield f"DESCRIPTION:{_text(_description(event))}"
    yield f"CATEGORIES:{','.join(_text(inert(word)) for word in (event.modality, *event.tags))}"
    yield f"STATUS:{'TENTATIVE' if _is_loose(event) else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy because of it
    if event.edtf:
        yield f"X-KZTIMELINE-EDTF:{_text(inert(event.edtf))}"
    yield "END:VEVENT"


def _days(event: Event) -> _Days | None:
    """The days that the date covers; of an open one those of its known end."""
    if event.earliest and event.latest:
        return _Days(date.fromisoformat(event.earliest), date.fromisoformat(event.latest))
    if event.date:
        return _Days(*days_of(parts_of(event.date)))
    bound = event.earliest or event.latest
    return _Days(*days_of(parts_of(bound))) if bound else None


def _times(event: Event, days: _Days) -> Iterator[str]:
    if event.time and event.date and len(event.date) == _FULL_DAY:
        start = f"{_basic(days.first)}T{event.time.replace(':', '')}00"
        yield f"DTSTART:{start}"
        if event.precision == "hour":
            yield "DURATION:PT1H"
        return
    yield f"DTSTART;VALUE=DATE:{_basic(days.first)}"
    if days.last < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(days.last + timedelta(days=1))}"


def _is_loose(event: Event) -> bool:
    doubtful = event.approximate or event.uncertain or event.modality != Modality.HAPPENED
    return doubtful or bool(caveats_in_words(event))


def _description(event: Event) -> str:
    said = (inert(words_of(event)), *doings(event), *remarks(event), *map(_quote, event.sources))
    return "\n".join(said)


def _quote(source: Source) -> str:
    return f"“{inert(source.selector.exact)}” ({place(source)})"


def _stamp(event: Event, written: dict[str, str | None]) -> str:
    days = (written.get(source.article) for source in event.sources)
    day = max((day for day in days if day), default=event.latest or event.earliest or _EPOCH)
    return _basic(date.fromisoformat(day))


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"  # %Y has no leading zeros everywhere


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    return text.translate(_ESCAPES)


def _lines(*lines: str) -> Iterator[str]:
    for line in lines:
        yield f"{_folded(line)}\r\n"


def _folded(line: str) -> str:
    """The line with a break and a blank wherever it would be longer; no character is cut."""
    if line.isascii() and len(line) <= _OCTETS:
        return line
    pieces, room = [""], _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(" ")
            room = _OCTETS - 1
        pieces[-1] += character
        room -= size
    return "\r\n".join(pieces)
