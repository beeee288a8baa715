"""`kztimeline text`: one file's clean text, the one that offsets count in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

EXAMPLES = """\
Examples:
  kztimeline text articles/a.txt                 what start and end count in
  kztimeline text articles/a.txt | sed -n 12p    line 12, as cited
"""


def command(
    file: Annotated[str, typer.Argument(help="a text file, or -", metavar="FILE")],
    encoding: Annotated[
        str,
        typer.Option(
            help="of the file, when auto (default) is wrong",
            metavar="NAME",
            envvar="KZTIMELINE_ENCODING",
            show_envvar=False,
            show_default=False,
        ),
    ] = "auto",
) -> None:
    """Print the clean text that offsets count in."""
    from kztimeline.articles import read_article
    from kztimeline.cli.intake import gather
    from kztimeline.cli.notices import warn
    from kztimeline.cli.options import Reading, Talking
    from kztimeline.cli.streams import deliver
    from kztimeline.languages import load_language
    from kztimeline.outputs.inert import shown
    from kztimeline.outputs.publish import warning

    material = gather(Reading(encoding=encoding), [file])
    reading = material.settings.reading
    language = load_language(reading.language)
    texts = (read_article(each, language, reading).text for each in material.documents())
    deliver(map(shown, texts) if sys.stdout.isatty() else texts, None)
    warn([warning(note) for note in material.notes()], Talking())
