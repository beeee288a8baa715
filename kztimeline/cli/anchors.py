"""`kztimeline anchors`: which day each article speaks from, and why."""

from __future__ import annotations

import typer

from kztimeline.cli.options import Reading, Talking, Working, Writing, takes

EXAMPLES = """\
Examples:
  kztimeline anchors articles/                   the day of every article
  kztimeline anchors articles/ -f csv -o m.csv   a table to correct by hand, then
  kztimeline build articles/ --manifest m.csv    the timeline with your days
"""


@takes(Reading, Writing, Working, Talking)
def command(
    reading: Reading,
    writing: Writing,
    working: Working,
    talking: Talking,
    context: typer.Context,
) -> None:
    """List the publication day of each article."""
    from kztimeline.cli.intake import gather, help_if_alone
    from kztimeline.cli.notices import exit_code, warn
    from kztimeline.cli.progress import Watch
    from kztimeline.cli.results import plan
    from kztimeline.cli.streams import deliver
    from kztimeline.cli.working import spread
    from kztimeline.outputs import FORMATS, write_listing
    from kztimeline.outputs.publish import publish_anchors, warning
    from kztimeline.outputs.rows import AnchorRow
    from kztimeline.pipeline import date_articles

    help_if_alone(reading.paths, context)
    result = plan(writing, among=[each for each in FORMATS if each.lists])
    material = gather(reading, reading.paths, result.output)
    watch = Watch(material.intake.count, talking)
    try:
        with spread(working, talking) as each:
            over = watch.over(each)
            accounts, notes = date_articles(material.documents(), material.settings, over)
    finally:
        watch.close()
    rows = publish_anchors(accounts, result.path_of)
    deliver(write_listing(result.format, rows, AnchorRow, result.dress), result.output)
    told = (*material.notes(), *(note for each in accounts for note in each.notes), *notes)
    warnings = [warning(note, result.path_of) for note in told]
    warn(warnings, talking)
    raise typer.Exit(exit_code(warnings, talking))
