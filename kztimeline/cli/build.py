"""`kztimeline build`: articles in, one chronology out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kztimeline.cli.options import Choosing, Correcting, Talking, Working, Writing, takes

if TYPE_CHECKING:
    from kztimeline.outputs.records import Timeline

EXAMPLES = """\
Examples:
  kztimeline build articles/                     show the timeline here
  kztimeline build articles/ | grep Almaty       one event a line in a pipe
  kztimeline build articles/ -o timeline.csv     for a spreadsheet
  kztimeline build articles/ -o timeline.html    a page to read and hand on
  kztimeline build articles/ --manifest days.csv publication days from a table
  kztimeline build articles/ --edits mine.toml   with your corrections
  cat a.txt | kztimeline build - --anchor 2022-01-11

Formats: terminal to read here, lines for grep and sort, json with everything,
jsonl for jq and databases, csv for spreadsheets, md for notes and wikis,
html to hand on, sqlite to query, ics for calendars, timelinejs and
timelinejs-csv to publish, timesketch to import there.
"""


@takes(Correcting, Choosing, Writing, Working, Talking)
def command(
    reading: Correcting,
    choosing: Choosing,
    writing: Writing,
    working: Working,
    talking: Talking,
    context: typer.Context,
) -> None:
    """Build one sourced chronology."""
    from kztimeline.cli.choosing import wanted
    from kztimeline.cli.editing import edits_for
    from kztimeline.cli.intake import gather, help_if_alone
    from kztimeline.cli.making import make
    from kztimeline.cli.messages import say
    from kztimeline.cli.notices import exit_code, left_out, warn
    from kztimeline.cli.results import plan
    from kztimeline.cli.streams import deliver
    from kztimeline.outputs import write
    from kztimeline.outputs.filters import select
    from kztimeline.outputs.summary import summary

    help_if_alone(reading.paths, context)
    kept = wanted(choosing)
    result = plan(writing, everything=choosing.everything)
    material = gather(reading, reading.paths, result.output)
    read = edits_for(reading, material)
    whole = make(material, working, talking, result.path_of, read)
    timeline = select(whole, kept)
    deliver(write(result.format, timeline, result.dress), result.output)
    warn(whole.warnings, talking)
    left_out(timeline, result.format, talking)
    if not talking.quiet:
        if result.format == "terminal" and result.output is None:
            say("")
        for line in summary(timeline, material.again):
            say(line)
    raise typer.Exit(exit_code(whole.warnings, talking, is_inferred=is_doubtful(whole)))


def is_doubtful(timeline: Timeline) -> bool:
    """Whether any of its events is undated, or dated by inference."""
    from kztimeline.outputs.lead import is_firm

    return bool(timeline.undated) or not all(is_firm(event) for event in timeline.events)
