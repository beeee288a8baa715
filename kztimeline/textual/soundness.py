"""Text that every encoding can hold: halves of surrogate pairs are none."""

from __future__ import annotations

import re

_HALVES = re.compile("[\ud800-\udfff]")


def sound(text: str) -> str:
    r"""The text as it is, but for halves of surrogate pairs.

    File names whose bytes are no UTF-8 have them, and JSON can.

    >>> sound("caf\udce9.txt")
    'caf\ufffd.txt'
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text)
