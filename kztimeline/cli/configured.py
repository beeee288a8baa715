"""A command whose options are also settings: flags before environment, file, defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kztimeline.cli.plain_help import PlainCommand

_PLACES = ("paths", "timeline", "file", "old")  # arguments that name what is read


class ConfiguredCommand(PlainCommand):
    """A command that looks for settings from what it reads upwards, before it takes its options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401  types private to typer
        """Let the file's settings be the defaults of the options that this command has."""
        if not ctx.resilient_parsing:
            typed, _, _ = self.make_parser(ctx).parse_args(args=list(args))
            if not typed.get("help"):
                ctx.default_map = self._from_file(ctx, typed)
        return super().parse_args(ctx, args)

    @staticmethod
    def place_of(field: str, ctx: Any) -> str | None:  # noqa: ANN401
        """Where the setting of a field stands; `None` where no file has it."""
        places: dict[str, str] = ctx.meta.get(__name__, {})
        return places.get(field)

    def _from_file(self, ctx: Any, typed: Mapping[str, Any]) -> dict[str, object]:  # noqa: ANN401
        from kztimeline.cli.knobs import knobs
        from kztimeline.cli.settings_file import settings_for

        own = {parameter.name for parameter in self.get_params(ctx)}
        if not own & {knob.field for knob in knobs().values()}:
            return {}
        named = [value for name in _PLACES if (value := typed.get(name))]
        paths = [path for value in named for path in ([value] if isinstance(value, str) else value)]
        found = settings_for(paths)
        ctx.meta[__name__] = found.places
        return {field: value for field, value in found.values.items() if field in own}
