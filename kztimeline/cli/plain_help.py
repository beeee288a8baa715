"""Help as plain text: examples first, options in named groups, lines that stay as written."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from kztimeline.cli.as_typed import leave_as_typed

_OTHER = "Other options"


class PlainCommand(TyperCommand):
    """A command whose help shows examples before options, and options by group."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  types private to typer
        """Take what was typed as it is."""
        leave_as_typed(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  types private to typer
        """Examples, then each group under its name, in order of declaration."""
        _write_as_is(self.epilog, formatter)
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                panel = getattr(parameter, "rich_help_panel", None) or _OTHER
                groups.setdefault(panel, []).append(record)
        for panel, records in groups.items():
            with formatter.section(panel):
                formatter.write_dl(records)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Nothing: the examples stand above."""


class PlainGroup(TyperGroup):
    """The program's own help: what it is, its commands, first steps."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  types private to typer
        """Take what was typed as it is."""
        leave_as_typed(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """The epilog, its lines as written."""
        _write_as_is(self.epilog, formatter)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002
        """In order of registration: the one most used comes first."""
        return list(self.commands)


def _write_as_is(text: str | None, formatter: Any) -> None:  # noqa: ANN401
    if text:
        formatter.write("\n")
        formatter.write(text.rstrip("\n") + "\n")
