"""The cascade of cues an article has for its own day, one row each, best first."""

from __future__ import annotations

from typing import Final, NamedTuple

from kztimeline.anchors.file_names import path_day
from kztimeline.anchors.written_days import WrittenDay, read_written_day
from kztimeline.languages import Language
from kztimeline.model import (
    AnchorSource,
    Article,
    Certainty,
    DateOrder,
    Declaration,
    Reason,
)


class Cue(NamedTuple):
    """A row of the cascade: the claims it reads and what they are worth.

    What is trusted may lie outside the bounds that keep a day of the story from being believed.
    """

    source: AnchorSource
    reason: Reason
    claims: tuple[str, ...]
    certainty: Certainty = Certainty.STATED
    is_trusted: bool = False


STATED: Final = (
    Cue(AnchorSource.MANIFEST, Reason.MANIFEST, ("manifest:date",), is_trusted=True),
    Cue(AnchorSource.SIDECAR, Reason.SIDECAR, ("sidecar:date",)),
    Cue(AnchorSource.METADATA, Reason.METADATA, ("metadata:date",)),
    Cue(AnchorSource.FRONT_MATTER, Reason.FRONT_MATTER, ("front-matter:date",)),
    Cue(AnchorSource.ARCHIVE_HEADER, Reason.ARCHIVE_HEADER, ("archive-header:date",)),
    Cue(AnchorSource.HEADER, Reason.HEADER, ("header:date",)),
    Cue(AnchorSource.DATELINE, Reason.DATELINE, ("dateline:date",)),
    Cue(AnchorSource.PUBLISHED_LINE, Reason.PUBLISHED_LINE, ("published-line:date",)),
    Cue(AnchorSource.FILE_NAME, Reason.FILE_NAME, ("file-name:date", "folder-name:date")),
)
UPDATED: Final = (
    Cue(AnchorSource.HEADER, Reason.UPDATED_LINE, ("header:updated",), Certainty.DERIVED),
    Cue(
        AnchorSource.PUBLISHED_LINE,
        Reason.UPDATED_LINE,
        ("published-line:updated",),
        Certainty.DERIVED,
    ),
)
FILE_TIME: Final = (Cue(AnchorSource.MTIME, Reason.MTIME, ("mtime:date",), Certainty.GUESSED),)


class HeardCue(NamedTuple):
    """A cue that spoke: its claim, and the day in it, `None` if none can be read."""

    cue: Cue
    claim: Declaration
    day: WrittenDay | None


def hear(
    cues: tuple[Cue, ...], article: Article, language: Language, order: DateOrder
) -> list[HeardCue]:
    """What the cues of a cascade say, best first; one cue may speak more than once."""
    return [
        HeardCue(cue, claim, read_written_day(claim.value, language, order))
        for cue in cues
        for claim in article.declared
        if claim.name in cue.claims
    ]


def hear_path(article: Article, language: Language, order: DateOrder) -> list[HeardCue]:
    """What the article's path says; nothing where the file holds several articles."""
    if article.part is not None:
        return []
    if (named := path_day(article.locator, language, order)) is None:
        return []
    words, day = named
    return [HeardCue(STATED[-1], Declaration("file-name:date", words), day)]
