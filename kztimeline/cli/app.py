"""The commands, registered; nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from kztimeline import __version__
from kztimeline.cli.configured import ConfiguredCommand
from kztimeline.cli.plain_help import PlainGroup

COMMANDS = (
    "build", "review", "render", "diff", "why", "dates", "anchors", "text", "schema", "config",
    "cache", "bench",
)  # fmt: skip
_EPILOG = """\
First steps:
  kztimeline build articles/                  read a folder, show its timeline
  kztimeline build articles/ -o timeline.csv  the same as a spreadsheet
  kztimeline why herald.txt:3 articles/       why is this dated as it is?
  kztimeline review articles/                 decide what is in doubt

Exit codes: 0 built, also with warnings; 1 could not; 2 wrong usage;
3 only with --strict: something was skipped, undated, ambiguous or inferred;
130 interrupted.

Every option can be set in the environment, KZTIMELINE_DATE_ORDER=DMY, and most
in kztimeline.toml: `kztimeline config show` tells what holds, and from where.
kztimeline never uses the network and sends nothing anywhere.
"""


def program(arguments: Sequence[str] = ()) -> typer.Typer:
    """The program for these arguments: with the one command that they name, else with all.

    The options of a dozen commands take a tenth of a second to take apart.
    """
    named = [name for name in arguments[:1] if name in COMMANDS]
    app = typer.Typer(
        name="kztimeline",
        cls=PlainGroup,
        help="Builds a sourced chronology from news articles.",
        epilog=_EPILOG,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_start)
    for name in named or COMMANDS:
        module = import_module(f"kztimeline.cli.{name}")
        app.command(name, cls=ConfiguredCommand, epilog=module.EXAMPLES)(module.command)
    return app


def _show_version(asked: bool) -> None:  # noqa: FBT001  typer calls it so
    if asked:
        typer.echo(f"kztimeline {__version__}")
        raise typer.Exit


def _start(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="print the version"),
    ] = False,
) -> None:
    pass
