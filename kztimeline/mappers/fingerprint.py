"""What the results of the rooms depend on besides their input: code, tables, libraries."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_READ = {".py", ".toml"}
_ELSEWHERE = {"cli", "sources", "outputs", "evaluation"}  # before or after the articles
_LIBRARIES = (
    "dateparser", "hijridate", "msgspec", "pyyaml", "python_dateutil", "regex", "sentencex",
)  # fmt: skip
_RECORDS = (".dist-info", ".egg-info")


@cache
def fingerprint() -> bytes:
    """32 bytes that change with any line that may change what an article gives.

    Of the files themselves, the version among them: so a checkout under work is never served what
    yesterday's rules found.
    """
    digest = hashlib.blake2b(digest_size=32)
    digest.update(sys.version.encode())
    for name in _installed():
        digest.update(f"{name}\n".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.suffix in _READ and place.parts[0] not in _ELSEWHERE:
            digest.update(place.as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.digest()


def _installed() -> Iterator[str]:
    """The libraries and their versions, as the folders that record what is installed are named.

    `importlib.metadata` reads the same, but loading it takes a tenth of what a short run takes.
    """
    for folder in sys.path:
        with suppress(OSError):  # it is not there, or is an archive
            names = [path.name.lower() for path in Path(folder).iterdir()]
            for name in sorted(name for name in names if name.endswith(_RECORDS)):
                if name.partition("-")[0].replace(".", "_") in _LIBRARIES:
                    yield name
