"""`kztimeline render`: a saved timeline in another format, without building it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.options import Choosing, Talking, Writing, takes

if TYPE_CHECKING:
    from kztimeline.cli.results import Plan
    from kztimeline.outputs.records import Timeline

EXAMPLES = """\
Examples:
  kztimeline render timeline.json                show a saved timeline here
  kztimeline render timeline.json -o story.md    the same as Markdown
  kztimeline build articles/ --json | kztimeline render - --grep Almaty
"""


@takes(Choosing, Writing, Talking)
def command(
    choosing: Choosing,
    writing: Writing,
    talking: Talking,
    context: typer.Context,
    timeline: Annotated[
        str | None,
        typer.Argument(help="what `build -o timeline.json` wrote, or -", metavar="TIMELINE.json"),
    ] = None,
) -> None:
    """Write a saved timeline in another format."""
    from kztimeline.cli.build import is_doubtful
    from kztimeline.cli.choosing import wanted
    from kztimeline.cli.intake import help_if_alone
    from kztimeline.cli.notices import exit_code, left_out, warn
    from kztimeline.cli.results import plan
    from kztimeline.cli.streams import deliver
    from kztimeline.outputs import write
    from kztimeline.outputs.filters import select

    help_if_alone([timeline] if timeline else None, context)
    kept = wanted(choosing)
    result = plan(writing, everything=choosing.everything)
    whole = _placed(timeline or "-", result)
    chosen = select(whole, kept)
    deliver(write(result.format, chosen, result.dress), result.output)
    left_out(chosen, result.format, talking)
    if talking.verbose:  # whoever built it has seen them
        warn(whole.warnings, talking)
    raise typer.Exit(exit_code(whole.warnings, talking, is_inferred=is_doubtful(whole)))


def _placed(path: str, result: Plan) -> Timeline:
    """The timeline with the articles' paths as they are written where the result goes."""
    from kztimeline.cli.saved import open_saved, paths_of, seen_from_here, with_paths

    here = seen_from_here(open_saved(path), path)
    return with_paths(here, {name: result.path_of(name) for name in paths_of(here)})
