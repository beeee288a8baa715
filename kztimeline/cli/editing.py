"""Which corrections by hand hold for the articles that are read."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from kztimeline.cli.intake import Material
from kztimeline.cli.options import Correcting
from kztimeline.model import UsageError
from kztimeline.sources import EditsRead, edits_beside, read_edits


def edits_for(reading: Correcting, material: Material, *, new: Path | None = None) -> EditsRead:
    """Those of the file that is named, else of each one that stands beside articles.

    `new` is a file that is about to be made, and need not be there.
    """
    if reading.edits == "":
        message = "`--edits` has no name"
        raise UsageError(message, hint="give one, or leave the option out")
    beside = edits_beside(reading.paths or (), material.intake.folders)
    named = (Path(reading.edits),) if reading.edits else beside
    read = [read_edits(path) for path in named if path != new or path.exists()]
    return EditsRead(
        tuple(chain.from_iterable(each.edits for each in read)),
        tuple(chain.from_iterable(each.notes for each in read)),
    )
