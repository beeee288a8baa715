"""The porch: commands, options, messages, exit codes. `main` is what the shell calls."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code; a traceback needs `--debug`."""
    try:
        from kztimeline.cli.problems import run

        code = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:  # also while the program is still being loaded
        sys.stderr.write("kztimeline: interrupted\n")
        code = 130
    sys.exit(code)
