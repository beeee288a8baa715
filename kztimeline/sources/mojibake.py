"""Broken characters made whole, line by line; sound text stays as it is.

Two kinds: UTF-8 read as a code page (“â€™” for ’), which ftfy undoes, and the same with its last
two bytes lost, so that every “ ” ’ – has become a lone “â”. Which mark a lone one was shows in its
neighbours, see `lost_marks`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kztimeline.sources.lost_marks import restore_marks

# a broken pair read as Latin-1, windows-1252 or -1251: its first byte, then what can follow it
_SUSPECT = re.compile(  # begins with a class: several times as fast as with a choice
    r"[^\x00-\x7f](?:"
    r"(?<=[Â-ô])[\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013-\u203a\u20ac\u2122]"
    r"|(?<=Ã) |(?<=[\x80-\x9f])|(?<=[ВГРСвгр])[^\x00-\x7fА-Яа-я])"
)
# “â€” stands for ” whose last byte, undefined in windows-1252, was dropped on the way
_BARE_CLOSER = re.compile(r"â€(?=[\s.,;:!?)\]]|$)", re.MULTILINE)


class Repaired(NamedTuple):
    """The text, how many places in it were repaired, how many lone marks left undecided."""

    text: str
    repairs: int
    undecided: int


def repair(text: str) -> Repaired:
    """Mend what is broken; the number of lines never changes.

    >>> repair("Kazakhstanâ€™s president").text
    'Kazakhstan’s president'
    """
    if text.isascii():
        return Repaired(text, 0, 0)
    mended, repairs = _undo_mixups(text) if _SUSPECT.search(text) else (text, 0)
    marks = restore_marks(mended)
    return Repaired(marks.text, repairs + marks.restored, marks.undecided)


def _undo_mixups(text: str) -> tuple[str, int]:
    text, repairs = _BARE_CLOSER.subn("”", text)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _SUSPECT.search(line):
            lines[number], count = _mend_line(line)
            repairs += count
    return "\n".join(lines), repairs


def _mend_line(line: str) -> tuple[str, int]:
    from ftfy import fix_encoding  # noqa: PLC0415 — only where something looks broken
    from ftfy.badness import is_bad  # noqa: PLC0415

    if not is_bad(line):
        return line, 0
    fixed = fix_encoding(line)
    if fixed == line or "\n" in fixed:
        return line, 0
    return fixed, len(_SUSPECT.findall(line)) or 1
