"""`kztimeline review`: what needs a human, one event at a time, and what is decided of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kztimeline.cli.options import Choosing, Correcting, Talking, Working, Writing, takes

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.cli.results import Plan
    from kztimeline.outputs.doubts import Doubtful
    from kztimeline.outputs.records import Timeline

EXAMPLES = """\
Examples:
  kztimeline review articles/                    decide, event by event
  kztimeline review articles/ --only conflict    only where sources disagree
  kztimeline review articles/ --list             what there is to decide
  kztimeline review articles/ --list -f json

Decisions go to kztimeline.toml beside the articles, or to --edits FILE, each as
soon as it is made; what people wrote there stays as it is. Stop with q, Ctrl-C or
Ctrl-D and take it up again later: what is decided does not come back. Answers
may be piped in, a line each.
"""


@takes(Correcting, Choosing, Writing, Working, Talking)
def command(
    reading: Correcting,
    choosing: Choosing,
    writing: Writing,
    working: Working,
    talking: Talking,
    context: typer.Context,
    *,
    listed: Annotated[
        bool, typer.Option("--list", help="only list what needs a human, ask nothing")
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="DOUBT", help="conflict, ambiguous, merge or inferred", show_default=False
        ),
    ] = None,
) -> None:
    """Decide what is in doubt, event by event."""
    from kztimeline.cli.intake import help_if_alone
    from kztimeline.cli.notices import exit_code, warn
    from kztimeline.cli.results import plan
    from kztimeline.outputs import FORMATS

    help_if_alone(reading.paths, context)
    doubt = _doubt(only)
    if not listed:
        _refuse_writing(writing)
    file = _file(reading)
    among = [each for each in FORMATS if each.lists]
    result = plan(writing, everything=choosing.everything, among=among)
    look_again = _looker(reading, choosing, working, talking, result, file)
    waiting = partial(_of_a_kind, look_again, doubt)
    timeline, doubts = waiting()
    warn(timeline.warnings, talking)
    if listed:
        _list(doubts, result)
    else:
        _interview(waiting, file, result, talking)
    raise typer.Exit(exit_code(timeline.warnings, talking, is_inferred=bool(doubts)))


def _of_a_kind(
    look_again: Callable[[], tuple[Timeline, list[Doubtful]]], doubt: str | None
) -> tuple[Timeline, list[Doubtful]]:
    timeline, doubts = look_again()
    return timeline, [each for each in doubts if doubt in {None, *each.doubts}]


def _refuse_writing(writing: Writing) -> None:
    from kztimeline.model import UsageError

    if writing.format or writing.json or writing.output:
        message = "`--format` and `--output` are for `--list`"
        raise UsageError(message, hint="add --list, or leave them out")


def _doubt(word: str | None) -> str | None:
    from difflib import get_close_matches

    from kztimeline.model import UsageError
    from kztimeline.outputs.doubts import Doubt

    if word is None or word.lower() in set(Doubt):
        return word.lower() if word else None
    meant = get_close_matches(word.lower(), list(Doubt), n=1)
    guess = f"; did you mean `{meant[0]}`?" if meant else ""
    message = f"there is no doubt called `{word}`"
    raise UsageError(message, hint=f"--only is one of {', '.join(Doubt)}{guess}")


def _file(reading: Correcting) -> Path:
    """Where decisions are written; refused now if it cannot be."""
    from kztimeline.cli.streams import check_output
    from kztimeline.model import UsageError
    from kztimeline.sources import edits_file_of

    paths = reading.paths or []
    if not paths or "-" in paths:
        message = "what is reviewed cannot come through standard input: the answers do"
        raise UsageError(message, hint="name the articles' folder")
    path = Path(reading.edits) if reading.edits else edits_file_of(paths[0])
    check_output(str(path))
    return path


def _looker(
    reading: Correcting,
    choosing: Choosing,
    working: Working,
    talking: Talking,
    result: Plan,
    file: Path,
) -> Callable[[], tuple[Timeline, list[Doubtful]]]:
    """Read the articles once; gives what applies the edits anew whenever it is called."""
    from kztimeline.cli.choosing import wanted
    from kztimeline.cli.editing import edits_for
    from kztimeline.cli.intake import gather
    from kztimeline.cli.making import edited, link
    from kztimeline.outputs.doubts import doubtful
    from kztimeline.outputs.filters import select

    kept = wanted(choosing)
    material = gather(reading, reading.paths, result.output)
    edits_for(reading, material, new=file)  # refuse a broken file before any work is done
    story = link(material, working, talking)
    needed = story.settings.merging.needed(len(story.accounts))

    def look_again() -> tuple[Timeline, list[Doubtful]]:
        read = edits_for(reading, material, new=file)
        timeline = select(edited(story, material, read, result.path_of), kept)
        return timeline, doubtful(timeline, needed)

    return look_again


def _list(doubts: list[Doubtful], result: Plan) -> None:
    from kztimeline.cli.streams import deliver
    from kztimeline.outputs import write_listing
    from kztimeline.outputs.doubts import doubt_row
    from kztimeline.outputs.rows import DoubtRow

    rows = map(doubt_row, doubts)
    deliver(write_listing(result.format, rows, DoubtRow, result.dress), result.output)


def _interview(
    waiting: Callable[[], tuple[Timeline, list[Doubtful]]],
    file: Path,
    result: Plan,
    talking: Talking,
) -> None:
    from kztimeline.cli.dialogue import Dialogue
    from kztimeline.cli.edits_file import EditsFile
    from kztimeline.cli.interview import Interview
    from kztimeline.cli.messages import say
    from kztimeline.outputs.inert import inert
    from kztimeline.outputs.summary import count

    interview = Interview(waiting, EditsFile(file), Dialogue(result.dress.look))
    left = interview.run()
    if not talking.quiet:
        say(f"{count(interview.decided, 'decision')} in {inert(file.as_posix())}, {left} to review")
