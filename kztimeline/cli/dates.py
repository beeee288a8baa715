"""`kztimeline dates`: every time expression and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from kztimeline.cli.options import Explaining, Reading, Talking, Writing, takes

if TYPE_CHECKING:
    from kztimeline.cli.results import Plan
    from kztimeline.outputs.rows import DateRow

EXAMPLES = """\
Examples:
  kztimeline dates articles/                     every date, and how it is read
  kztimeline dates articles/ -f jsonl | jq .value
  kztimeline dates herald.txt --explain          why each one is that date
  kztimeline dates articles/ -o dates.csv
"""


@takes(Reading, Writing, Explaining, Talking)
def command(
    reading: Reading,
    writing: Writing,
    explaining: Explaining,
    talking: Talking,
    context: typer.Context,
) -> None:
    """List every time expression and value."""
    from kztimeline.cli.intake import gather, help_if_alone
    from kztimeline.cli.notices import exit_code, warn
    from kztimeline.cli.progress import Watch
    from kztimeline.cli.results import plan
    from kztimeline.cli.streams import deliver
    from kztimeline.model import Account, Note
    from kztimeline.outputs import FORMATS
    from kztimeline.outputs.publish import publish_dates, warning
    from kztimeline.pipeline import find_times

    help_if_alone(reading.paths, context)
    result = plan(writing, among=[each for each in FORMATS if each.lists])
    material = gather(reading, reading.paths, result.output)
    watch = Watch(material.intake.count, talking)
    notes: list[Note] = []

    def noted(account: Account) -> Account:
        notes.extend(account.notes)
        return account

    accounts = map(noted, watch.count(find_times(material.documents(), material.settings)))
    rows = publish_dates(accounts, result.path_of)
    try:
        deliver(_told(rows, result, explaining), result.output)
    finally:
        watch.close()
    warnings = [warning(note, result.path_of) for note in (*material.notes(), *notes)]
    warn(warnings, talking)
    raise typer.Exit(exit_code(warnings, talking))


def _told(rows: Iterator[DateRow], result: Plan, explaining: Explaining) -> Iterator[str]:
    from kztimeline.cli.results import refuse_explaining
    from kztimeline.outputs import write_explained, write_listing
    from kztimeline.outputs.rows import DateRow

    if not explaining.explain:
        return write_listing(result.format, rows, DateRow, result.dress)
    refuse_explaining(result)
    return write_explained(rows, result.dress.look)
