"""What a record of a compiled room descends from.

mypyc drops the words in a class's head, `frozen=True` too; what the class above it says, it
keeps. Of several C files it needs the import of this module itself, not of `kztimeline.model`.
"""

from __future__ import annotations

from msgspec import Struct


class Record(Struct, frozen=True):
    """Cannot be changed; equal if all fields are."""


class Unique(Struct, frozen=True, eq=False):
    """Cannot be changed; equal to itself alone, and so a key at no cost, however large."""
