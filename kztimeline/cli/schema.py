"""`kztimeline schema`: the JSON Schema of what is written."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLES = """\
Examples:
  kztimeline schema > timeline.schema.json       of build -f json
  kztimeline schema event                        of a line of build -f jsonl
  kztimeline schema dates                        of a line of dates -f jsonl
  kztimeline schema anchors                      of a line of anchors -f jsonl
  kztimeline schema review                       of review --list -f jsonl
  kztimeline schema config                       of config show -f jsonl
  kztimeline schema diff                         of diff -f json
"""


def command(
    shape: Annotated[
        str,
        typer.Argument(help="timeline (default), or one of those above", show_default=False),
    ] = "timeline",
) -> None:
    """Print the JSON Schema of the output."""
    from kztimeline.cli.streams import deliver
    from kztimeline.model import UsageError
    from kztimeline.outputs.schema import SHAPES, write_schema

    if shape not in SHAPES:
        message = f"no schema is called `{shape}`"
        raise UsageError(message, hint=f"there are {', '.join(SHAPES)}")
    deliver([write_schema(shape)], None)
