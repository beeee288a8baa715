"""The world → Documents: files found, decoded, repaired, with what stands beside them.

Enters: paths as typed, a manifest, standard input. Leaves: one `Document` at a time, its text with
LF line ends, and a `Note` for whatever was not read. It never decides what a text means: dates stay
as written, paragraphs uncut.

    >>> intake = open_intake(IntakeRequest(("-",), read_stdin=lambda: b"It rained on Friday."))
    >>> [(document.locator, document.text) for document in intake]
    [('stdin.txt', 'It rained on Friday.')]
"""

from __future__ import annotations

from kztimeline.sources.files import read_file, read_stdin, said
from kztimeline.sources.intake import Intake, IntakeRequest

__all__ = ["Intake", "IntakeRequest", "open_intake", "read_file", "read_stdin", "said"]


def open_intake(request: IntakeRequest) -> Intake:
    """Find what is to be read; `UsageError`: unknown encoding, `InputError`: a broken manifest."""
    return Intake(request)
