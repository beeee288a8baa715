"""What the results of the rooms depend on besides their input: code, tables, libraries."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_READ = {".py", ".toml"}
_ELSEWHERE = {"cli", "sources", "outputs", "evaluation"}  # before or after the articles
_LIBRARIES = (
    "dateparser", "hijridate", "msgspec", "PyYAML", "python-dateutil", "regex", "sentencex",
)  # fmt: skip


@cache
def fingerprint() -> bytes:
    """32 bytes that change with any line that may change what an article gives.

    Of the files themselves, the version among them: so a checkout under work is never served what
    yesterday's rules found.
    """
    digest = hashlib.blake2b(digest_size=32)
    digest.update(sys.version.encode())
    for name in _LIBRARIES:
        digest.update(f"{name}={_version(name)}\n".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.suffix in _READ and place.parts[0] not in _ELSEWHERE:
            digest.update(place.as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
