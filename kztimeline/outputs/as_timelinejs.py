"""TimelineJS 3: its JSON, and the columns of its spreadsheet template."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import escape
from io import StringIO
from typing import Any

import msgspec

from kztimeline.model import Modality
from kztimeline.outputs.by_hand import doings, remarks
from kztimeline.outputs.inert import inert, inert_cell
from kztimeline.outputs.parts import Parts, stretch, words_of
from kztimeline.outputs.records import Event, Source, Timeline
from kztimeline.outputs.summary import count
from kztimeline.outputs.telling import asides, place

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text",
    "Type", "Group", "Background",
)  # fmt: skip
_TITLE = "Timeline"
_GROUPS = {
    Modality.HAPPENED: "Happened",
    Modality.PLANNED: "Planned",
    Modality.CLAIMED: "Claimed",
    Modality.HYPOTHETICAL: "Supposed",
}
_ACTING = str.maketrans("<>&", "   ")
_LINK = re.compile(r"(?=//|www\.|@)", re.IGNORECASE)
_FORMULA = re.compile(r"^[=+\-@]")


def write_timelinejs(timeline: Timeline) -> Iterator[str]:
    """The configuration object of TimelineJS 3, which holds no event without a date."""
    slides = {
        "scale": "human",
        "title": {
            "unique_id": "kztimeline",
            "text": {"headline": _TITLE, "text": _count(timeline)},
        },
        "events": [slide for event in timeline.events if (slide := _slide(event))],
    }
    yield msgspec.json.format(msgspec.json.encode(slides), indent=1).decode() + "\n"


def write_timelinejs_csv(timeline: Timeline, *, guard: bool = False) -> Iterator[str]:
    """The template's columns, a title row, a row an event; `guard` as for any CSV."""
    line = StringIO(newline="")
    writer = csv.DictWriter(line, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerow({"Headline": _TITLE, "Text": _count(timeline), "Type": "title"})
    for event in timeline.events:
        if row := _row(event):
            writer.writerow(
                {name: inert_cell(cell) if guard else cell for name, cell in row.items()}
            )
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _count(timeline: Timeline) -> str:
    events = sum(stretch(event) is not None for event in timeline.events)
    return f"{count(events, 'event')} from {count(len(timeline.articles), 'article')}"


def _slide(event: Event) -> dict[str, Any] | None:
    when = stretch(event)
    if when is None:
        return None
    dates = {"start_date": _date(when.start)} | ({"end_date": _date(when.end)} if when.end else {})
    return {
        "unique_id": inert(event.id),
        **dates,
        "display_date": _bare(words_of(event)),
        "group": _group(event),
        "autolink": False,
        "text": {"headline": _html(event.title), "text": _text(event)},
    }


def _date(parts: Parts) -> dict[str, int]:
    """Only what is known: an empty month would be read as January."""
    return {name: value for name, value in parts._asdict().items() if value is not None}


def _row(event: Event) -> dict[str, str] | None:
    when = stretch(event)
    if when is None:
        return None
    dates = _cells("", when.start) | (_cells("End ", when.end) if when.end else {})
    return {
        **dates,
        "Display Date": _bare(words_of(event)),
        "Headline": _html(event.title),
        "Text": _text(event),
        "Group": _group(event),
    }


def _cells(end: str, parts: Parts) -> dict[str, str]:
    clock = "" if parts.hour is None else f"{parts.hour:02}"
    if parts.minute is not None:
        clock += f":{parts.minute:02}"
    return {
        f"{end}Year": str(parts.year),
        f"{end}Month": str(parts.month or ""),
        f"{end}Day": str(parts.day or ""),
        f"{end}Time": clock,
    }


def _group(event: Event) -> str:
    """Its first tag, else what sort of thing it is: TimelineJS has one row for each."""
    return _bare(event.tags[0]) if event.tags else _GROUPS[event.modality]


def _text(event: Event) -> str:
    """What a reader must know before repeating it, then each quote and where it stands."""
    words = ", ".join(asides(event))
    caveat = [f"<p><em>{_unlinked(words)}</em></p>"] if words else []
    readings = [_unlinked(reading.display_date or reading.edtf) for reading in event.readings]
    differing = [f"<p>Dates given: {'; '.join(readings)}</p>"] if len(readings) > 1 else []
    said = [f"<p>{_unlinked(words)}</p>" for words in (*doings(event), *remarks(event))]
    return "".join([*caveat, *differing, *said, *(_quote(source) for source in event.sources)])


def _quote(source: Source) -> str:
    said = _unlinked(source.selector.exact)
    return f"<blockquote>{said}</blockquote><p><cite>{_unlinked(place(source))}</cite></p>"


def _html(text: str) -> str:
    """Article text as HTML that shows it as it stands, and that no spreadsheet runs."""
    return _FORMULA.sub(lambda first: f"&#{ord(first[0])};", escape(inert(text), quote=False))


def _unlinked(text: str) -> str:
    """The same where TimelineJS turns addresses into links: `<wbr>` shows as nothing."""
    return _LINK.sub("<wbr>", escape(inert(text), quote=False))


def _bare(text: str) -> str:
    """Text for fields that TimelineJS unescapes before it shows them: without `<`, `>`, `&`."""
    return inert(text.translate(_ACTING))
