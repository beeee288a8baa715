"""The seventh room: merged events in the order of the chronology."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.model import Account, Figure, MergedEvent, Note, Settings, Timeline


def assemble_timeline(
    events: Sequence[MergedEvent],
    figures: Sequence[Figure],
    accounts: Sequence[Account],
    notes: Sequence[Note],
    settings: Settings,
) -> Timeline:
    """The chronology: earliest first, finer first, then order of telling; undated ones apart."""
    raise NotImplementedError
