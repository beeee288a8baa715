"""`kztimeline config show`: what holds, and where it comes from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kztimeline.cli.options import Choosing, Correcting, Talking, Working, Writing, takes

if TYPE_CHECKING:
    from kztimeline.cli.knobs import Knob
    from kztimeline.outputs.rows import SettingRow

EXAMPLES = """\
Examples:
  kztimeline config show articles/               what `build articles/` goes by
  kztimeline config show articles/ -f json

Settings are options without their dashes, at the top of kztimeline.toml or
under [tool.kztimeline] in pyproject.toml; the nearest file that has any counts,
from the articles' folder upwards:
  date-order = "DMY"
  since = 2022-01-01
Flags stand over the environment (KZTIMELINE_DATE_ORDER), that over the file.
"""


class Verb(StrEnum):
    """What to do with the settings."""

    SHOW = "show"


@takes(Correcting, Choosing, Writing, Working, Talking)
def command(
    reading: Correcting,
    choosing: Choosing,
    writing: Writing,
    working: Working,
    talking: Talking,
    context: typer.Context,
    verb: Annotated[Verb, typer.Argument(help="show", show_default=False, metavar="show")],
) -> None:
    """Show each setting, its value, where it comes from."""
    from kztimeline.cli.knobs import knobs
    from kztimeline.cli.results import plan
    from kztimeline.cli.streams import deliver
    from kztimeline.outputs import FORMATS, write_listing
    from kztimeline.outputs.rows import SettingRow

    del verb, talking, working, choosing, reading  # asked for one by one, with where they come from
    result = plan(writing, among=[each for each in FORMATS if each.lists])
    rows = [_row(knob, context) for knob in knobs().values()]
    deliver(write_listing(result.format, rows, SettingRow, result.dress), result.output)


def _row(knob: Knob, context: Any) -> SettingRow:  # noqa: ANN401  types private to typer
    from kztimeline.cli.configured import ConfiguredCommand
    from kztimeline.outputs.rows import SettingRow

    value = context.params[knob.field]
    source = context.get_parameter_source(knob.field).name.lower()
    if source == "commandline":
        return SettingRow(knob.name, value, "option", f"--{knob.name}")
    if source == "environment":
        return SettingRow(knob.name, value, "environment", knob.variable)
    if source == "default_map":
        place = ConfiguredCommand.place_of(knob.field, context)
        return SettingRow(knob.name, value, "file", place)
    return SettingRow(knob.name, value, "default", None)
