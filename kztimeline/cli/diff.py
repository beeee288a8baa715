"""`kztimeline diff`: what differs between two saved timelines."""

from __future__ import annotations

from typing import Annotated

import typer

from kztimeline.cli.options import Talking, Writing, takes

EXAMPLES = """\
Examples:
  kztimeline diff yesterday.json today.json      what came, went, moved, is disputed
  kztimeline diff yesterday.json today.json -f json -o changes.json
  kztimeline build articles/ --json | kztimeline diff today.json - --exit-code

Compared are dates, wording, standing and sources; not salience, nor what files
are called.
"""


@takes(Writing, Talking)
def command(
    writing: Writing,
    talking: Talking,
    old: Annotated[str, typer.Argument(help="the earlier timeline, or -", metavar="OLD.json")],
    new: Annotated[str, typer.Argument(help="the later timeline, or -", metavar="NEW.json")],
    *,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="end with 1 where they differ, else with 0")
    ] = False,
) -> None:
    """Tell what differs between two saved timelines."""
    from kztimeline.cli.results import plan
    from kztimeline.cli.saved import open_saved, seen_from_here
    from kztimeline.cli.streams import STDOUT, deliver
    from kztimeline.model import UsageError
    from kztimeline.outputs import FORMATS, write_diff
    from kztimeline.outputs.changes import compare

    del talking  # nothing but errors is said
    if old == new == STDOUT:
        message = "standard input can be only one of the two timelines"
        raise UsageError(message, hint="save the other one with build -o timeline.json")
    result = plan(writing, among=[each for each in FORMATS if each.compares])
    diff = compare(*(seen_from_here(open_saved(path), path) for path in (old, new)))
    deliver(write_diff(result.format, diff, result.dress.look), result.output)
    if exit_code and not diff.is_empty:
        raise typer.Exit(1)
