"""Timeline → text: one set of published records, many dresses.

Enters: a `Timeline`, or the rows of a listing. Leaves: text in pieces, for the command line to put
where it was asked to. Nothing here opens a file or looks at a clock or a screen; a writer is loaded
when its format is asked for.

    >>> [format.name for format in FORMATS if ".md" in format.suffixes]
    ['md']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from msgspec import Struct

if TYPE_CHECKING:
    from kztimeline.outputs.changes import Diff
    from kztimeline.outputs.look import Look
    from kztimeline.outputs.records import Timeline
    from kztimeline.outputs.rows import AnchorRow, DateRow

__all__ = ["FORMATS", "Dress", "Format", "write", "write_diff", "write_explained", "write_listing"]


class Format(Struct, frozen=True):
    """A way to write: its name, the file suffixes that mean it, what it is for.

    `lists` tells whether listings can be written so, `compares` whether differences can;
    `holds_undated` whether events without a date have a place in it; `is_text` is false where only
    a file can take it.
    """

    name: str
    suffixes: tuple[str, ...]
    purpose: str
    lists: bool = True
    holds_undated: bool = True
    is_text: bool = True
    compares: bool = False


FORMATS = (
    Format("terminal", (), "to read here", compares=True),
    Format("lines", (".txt", ".tsv"), "to pipe into grep, sort and cut", compares=True),
    Format("json", (".json",), "everything, for programs", compares=True),
    Format("jsonl", (".jsonl", ".ndjson"), "a record a line, for jq and databases"),
    Format("csv", (".csv",), "for spreadsheets"),
    Format("md", (".md", ".markdown"), "for notes and wikis", lists=False),
    Format("html", (".html", ".htm"), "one page to read, search and hand on", lists=False),
    Format("sqlite", (".db", ".sqlite", ".sqlite3"), "to query", lists=False, is_text=False),
    Format("ics", (".ics",), "for calendars", lists=False, holds_undated=False),
    Format("timelinejs", (), "to publish with TimelineJS", lists=False, holds_undated=False),
    Format("timelinejs-csv", (), "its spreadsheet template", lists=False, holds_undated=False),
    Format("timesketch", (), "to import into Timesketch", lists=False, holds_undated=False),
)
_FORMATS = {each.name: each for each in FORMATS}


class Dress(Struct, frozen=True):
    """How a format is worn: the screen of `terminal`; for CSV a `bom`, a `guard` of formulas."""

    look: Look
    guard: bool = False
    bom: bool = False


def write_explained(rows: Iterable[DateRow], look: Look) -> Iterator[str]:
    """Time expressions one after another, each with the steps to its value."""
    from kztimeline.outputs.explain import explain_dates

    return explain_dates(rows, look)


def write(name: str, timeline: Timeline, dress: Dress) -> Iterator[str] | Iterator[bytes]:
    """A chronology in the format of this name; bytes where `is_text` is false."""
    from kztimeline.outputs import as_csv, as_json, as_jsonl, as_lines, as_markdown

    if name == "terminal":
        from kztimeline.outputs.as_terminal import write_terminal

        return write_terminal(timeline, dress.look)
    if name == "html":
        from kztimeline.outputs.as_html import write_html

        return write_html(timeline)
    if name == "sqlite":
        from kztimeline.outputs.as_sqlite import write_sqlite

        return write_sqlite(timeline)
    if not _FORMATS[name].holds_undated:
        return _write_dated(name, timeline, dress)
    if name == "csv":
        return as_csv.write_csv(timeline, guard=dress.guard, bom=dress.bom)
    writers = {
        "lines": as_lines.write_lines,
        "json": as_json.write_json,
        "jsonl": as_jsonl.write_jsonl,
        "md": as_markdown.write_markdown,
    }
    return writers[name](timeline)


def _write_dated(name: str, timeline: Timeline, dress: Dress) -> Iterator[str]:
    if name == "ics":
        from kztimeline.outputs.as_ics import write_ics

        return write_ics(timeline)
    from kztimeline.outputs import as_timelinejs, as_timesketch

    if name == "timesketch":
        return as_timesketch.write_timesketch(timeline, guard=dress.guard)
    if name == "timelinejs":
        return as_timelinejs.write_timelinejs(timeline)
    return as_timelinejs.write_timelinejs_csv(timeline, guard=dress.guard)


def write_diff(name: str, diff: Diff, look: Look) -> Iterator[str]:
    """What differs between two timelines, in a format that compares."""
    from kztimeline.outputs.telling_changes import write_changes

    return write_changes(name, diff, look)


def write_listing(
    name: str, rows: Iterable[Struct], shape: type[Struct], dress: Dress
) -> Iterator[str]:
    """Rows of one shape in the format of this name; all but `terminal` and `json` keep no row."""
    if name in {"terminal", "lines"}:
        return _write_columns(name, rows, shape, dress)
    from kztimeline.outputs import as_csv, as_json, as_jsonl

    if name == "csv":
        return as_csv.write_rows_csv(rows, shape, guard=dress.guard, bom=dress.bom)
    return as_json.write_rows_json(rows) if name == "json" else as_jsonl.write_rows_jsonl(rows)


def _write_columns(
    name: str, rows: Iterable[Struct], shape: type[Struct], dress: Dress
) -> Iterator[str]:
    from kztimeline.outputs import listings

    if name == "terminal" and shape.__name__ == "AnchorRow":
        from kztimeline.outputs.anchors import write_anchor_screen

        return write_anchor_screen(cast("Iterable[AnchorRow]", rows), dress.look)
    if name == "terminal":
        return listings.write_screen(rows, dress.look)
    return listings.write_lines(rows)
