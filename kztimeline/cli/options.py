"""Options shared by commands, in groups; each can also be set as KZTIMELINE_<NAME>."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Annotated, Any, get_type_hints

import typer

_READING, _CHOOSING, _WRITING, _WORKING, _TALKING = (
    "What to read",
    "What to keep",
    "How to write it",
    "How to work",
    "What to say meanwhile",
)


def _option(panel: str, *names: str, about: str, metavar: str | None = None, **more: Any) -> Any:  # noqa: ANN401
    longest = max((name.partition("/")[0] for name in names), key=len)
    longest = longest.lstrip("-").replace("-", "_").upper()
    return typer.Option(
        *names,
        help=about,
        metavar=metavar,
        rich_help_panel=panel,
        envvar=f"KZTIMELINE_{longest}",
        show_envvar=False,
        show_default=False,
        **more,
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """Where articles come from and how they are read."""

    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="files, folders, patterns, or - for standard input",
            metavar="PATHS",
            rich_help_panel=_READING,
            show_default=False,
        ),
    ] = None
    anchor: Annotated[
        str | None,
        _option(_READING, "--anchor", metavar="DATE", about="day of articles that state none"),
    ] = None
    manifest: Annotated[
        str | None,
        _option(
            _READING, "--manifest", metavar="FILE", about="CSV or JSONL with columns path and date"
        ),
    ] = None
    date_order: Annotated[
        str,
        _option(
            _READING,
            "--date-order",
            metavar="ORDER",
            about="of 05/01/2022: MDY (default), DMY or YMD",
        ),
    ] = "MDY"
    infer: Annotated[
        str,
        _option(
            _READING,
            "--infer",
            metavar="HOW",
            about="days that nothing states: day (default, where evidence carries it), all, none",
        ),
    ] = "day"
    encoding: Annotated[
        str,
        _option(
            _READING,
            "--encoding",
            metavar="NAME",
            about="of the files, when auto (default) is wrong",
        ),
    ] = "auto"
    stdin_name: Annotated[
        str,
        _option(_READING, "--stdin-name", metavar="NAME", about="what to call standard input"),
    ] = "stdin.txt"
    use_mtime: Annotated[
        bool,
        _option(
            _READING, "--use-mtime", about="let a file's own date stand in where nothing else does"
        ),
    ] = False
    min_date: Annotated[
        str | None,
        _option(
            _READING, "--min-date", metavar="DATE", about="no article is older (default 1995-01-01)"
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Correcting(Reading):
    """The same, and where people's corrections of what was read stand."""

    edits: Annotated[
        str | None,
        _option(
            _READING,
            "--edits",
            metavar="FILE",
            about="corrections by hand (default kztimeline.toml beside the articles)",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which events to keep."""

    since: Annotated[
        str | None,
        _option(_CHOOSING, "--since", metavar="DATE", about="from this day, month or year on"),
    ] = None
    until: Annotated[
        str | None,
        _option(
            _CHOOSING, "--until", metavar="DATE", about="up to this day, month or year, inclusive"
        ),
    ] = None
    grep: Annotated[
        str,
        _option(_CHOOSING, "--grep", metavar="WORDS", about="with these words in title or quotes"),
    ] = ""
    min_sources: Annotated[
        int,
        _option(
            _CHOOSING, "--min-sources", metavar="N", about="told by at least N articles", min=1
        ),
    ] = 1
    top: Annotated[
        int | None,
        _option(_CHOOSING, "--top", metavar="N", about="the N events that carry the story", min=1),
    ] = None
    days: Annotated[
        int | None,
        _option(
            _CHOOSING, "--days", metavar="N", about="the N days on which most of it hangs", min=1
        ),
    ] = None
    per_day: Annotated[
        int | None,
        _option(_CHOOSING, "--per-day", metavar="N", about="at most N events a day", min=1),
    ] = None
    topic: Annotated[
        str,
        _option(_CHOOSING, "--topic", metavar="WORDS", about="what speaks of these counts more"),
    ] = ""
    topic_file: Annotated[
        str | None,
        _option(_CHOOSING, "--topic-file", metavar="FILE", about="the same, words from a file"),
    ] = None
    everything: Annotated[
        bool, _option(_CHOOSING, "--all", about="show what the terminal would fold away")
    ] = False


@dataclass(frozen=True, slots=True)
class Writing:
    """Where the result goes and in which dress."""

    format: Annotated[
        str | None,
        _option(
            _WRITING,
            "-f",
            "--format",
            metavar="FORMAT",
            about="terminal, lines (what a pipe gets), json, jsonl, csv; of timelines also md, "
            "html, sqlite, ics, timelinejs, timelinejs-csv, timesketch",
        ),
    ] = None
    json: Annotated[bool, _option(_WRITING, "--json", about="short for --format json")] = False
    output: Annotated[
        str | None,
        _option(
            _WRITING,
            "-o",
            "--output",
            metavar="FILE",
            about="its suffix decides the format; - is standard output",
        ),
    ] = None
    color: Annotated[
        str, _option(_WRITING, "--color", metavar="WHEN", about="auto (default), always, never")
    ] = "auto"
    bom: Annotated[bool, _option(_WRITING, "--bom", about="mark CSV as UTF-8 for Excel")] = False


@dataclass(frozen=True, slots=True)
class Explaining:
    """Whether each row says why."""

    explain: Annotated[
        bool, _option(_WRITING, "--explain", about="say how each date was read, step by step")
    ] = False


@dataclass(frozen=True, slots=True)
class Working:
    """Where the work is done, and whether what was done before is done again."""

    jobs: Annotated[
        str,
        _option(
            _WORKING, "-j", "--jobs", metavar="N", about="processes: auto (default, the cores) or N"
        ),
    ] = "auto"
    cache: Annotated[
        bool,
        _option(
            _WORKING, "--cache/--no-cache", about="remember what was read; see `kztimeline cache`"
        ),
    ] = True
    dask: Annotated[
        str | None,
        _option(
            _WORKING, "--dask", metavar="ADDRESS", about="of a Dask scheduler whose workers do it"
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Talking:
    """What is said on standard error, and how strictly."""

    quiet: Annotated[bool, _option(_TALKING, "-q", "--quiet", about="say nothing but errors")] = (
        False
    )
    verbose: Annotated[
        int, _option(_TALKING, "-v", "--verbose", about="every warning by itself", count=True)
    ] = 0
    progress: Annotated[
        bool, _option(_TALKING, "--progress/--no-progress", about="a bar for work over a second")
    ] = True
    strict: Annotated[
        bool,
        _option(
            _TALKING,
            "--strict",
            about="exit with 3 if anything was skipped, undated, ambiguous or inferred",
        ),
    ] = False
    debug: Annotated[bool, _option(_TALKING, "--debug", about="show where an error comes from")] = (
        False
    )


def takes(*groups: type) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a command take groups of options: fields become options, it gets them as objects."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        hints = {group: get_type_hints(group, include_extras=True) for group in groups}
        own = list(inspect.signature(command, eval_str=True).parameters.values())[len(groups) :]

        def flat(**values: Any) -> None:  # noqa: ANN401  typer has checked them
            made = [
                group(**{field.name: values.pop(field.name) for field in fields(group)})
                for group in groups
            ]
            command(*made, **values)

        shared = [
            inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=inspect.Parameter.empty if field.default is MISSING else field.default,
                annotation=hints[group][field.name],
            )
            for group in groups
            for field in fields(group)
        ]
        parameters = [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *shared]
        vars(flat)["__signature__"] = inspect.Signature(parameters)
        flat.__annotations__ = {p.name: p.annotation for p in parameters}
        flat.__doc__ = command.__doc__
        flat.__name__ = command.__name__
        return flat

    return decorate
