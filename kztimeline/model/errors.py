"""The errors a user can mend.

::

    KzError                what, where, what now
    ├── UsageError         an option or argument makes no sense (exit code 2)
    ├── InputError         nothing readable, a broken manifest (exit code 1)
    ├── OutputError        the result cannot be written (exit code 1)
    └── TableError         a language table is broken: file › rule › key
"""

from __future__ import annotations


class KzError(Exception):
    """Something the user must fix.

    `message` says what and where: lower case, no full stop, values in backticks. `hint` says what
    now.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep both halves apart, so that each output can set them as it likes."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(KzError):
    """An option or argument makes no sense."""

    exit_code = 2


class InputError(KzError):
    """Nothing could be read."""


class OutputError(KzError):
    """The result cannot be written."""


class TableError(KzError):
    """A language table is broken; the message names file › rule › key."""
