"""The world → Documents: files found, decoded, repaired, with what stands beside them.

Enters: paths as typed, a manifest, standard input, an edits file. Leaves: one `Document` at a time,
its text with LF line ends, the edits, and a `Note` for whatever was not read. It never decides what
a text means: dates stay as written, paragraphs uncut.

    >>> intake = open_intake(IntakeRequest(("-",), read_stdin=lambda: b"It rained on Friday."))
    >>> [(document.locator, document.text) for document in intake]
    [('stdin.txt', 'It rained on Friday.')]
"""

from __future__ import annotations

from kztimeline.sources.decode import check_encoding
from kztimeline.sources.edits import (
    EditsRead,
    edits_beside,
    edits_file_of,
    parse_toml,
    read_edits,
    read_toml_text,
)
from kztimeline.sources.files import read_file, read_stdin, said
from kztimeline.sources.intake import Intake, IntakeRequest

__all__ = [
    "EditsRead",
    "Intake",
    "IntakeRequest",
    "check_encoding",
    "edits_beside",
    "edits_file_of",
    "open_intake",
    "parse_toml",
    "read_edits",
    "read_file",
    "read_stdin",
    "read_toml_text",
    "said",
]


def open_intake(request: IntakeRequest) -> Intake:
    """Find what is to be read; `UsageError`: unknown encoding, `InputError`: a broken manifest."""
    return Intake(request)
