"""Regular expressions of tables: what a wheel was packed with needs no compiling.

Python compiles an expression in Python: those of our tables take a third of a second, longer than
many a run. So whoever packs a wheel lays what came of it beside this file, as the `re` of one
release of Python makes and takes it; any other release compiles as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # what `re` itself hands its code to
import marshal
import re
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

FILE = "expressions.bin"

_Key: TypeAlias = tuple[str, int]  # the expression and its flags
_asked: set[_Key] = set()


def as_regex(written: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The expression compiled, or as it was packed; `re.error` where it is broken."""
    key = written, int(flags)
    parts = _packed().get(key)
    pattern: re.Pattern[str] = _sre.compile(*parts) if parts else re.compile(written, flags)
    _asked.add(key)
    return pattern


def packed() -> bytes:
    """All expressions that this process has asked for, to be laid beside this file as `FILE`."""
    known: Any = {key: _parts(*key) for key in sorted(_asked)}
    return marshal.dumps((_release(), known))


def _parts(written: str, flags: int) -> tuple[Any, ...]:
    """What `re` makes of an expression, as numbers, names and tuples."""
    tree = _parser.parse(written, flags)
    code = [int(each) for each in _compiler._code(tree, flags)]  # noqa: SLF001
    numbers: Mapping[str, int] = dict(tree.state.groupdict)
    names = {number: name for name, number in numbers.items()}
    groups = tuple(map(names.get, range(tree.state.groups)))
    return written, int(flags | tree.state.flags), code, len(groups) - 1, numbers, groups


@cache
def _packed() -> Mapping[_Key, tuple[Any, ...]]:
    try:
        release, known = marshal.loads(get_data(__package__, FILE) or b"")  # noqa: S302 - our own
    except (OSError, ValueError, EOFError, TypeError):  # none is packed, or that of another
        return {}
    return known if release == _release() else {}


def _release() -> tuple[Any, ...]:
    """What the code of an expression hangs on."""
    python = sys.implementation.cache_tag, sys.hexversion, unicodedata.unidata_version
    return (*python, _sre.MAGIC, _sre.CODESIZE)
