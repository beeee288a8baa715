"""Accounts → merged events and figures: which events of several articles are one happening."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.model import Account, Figure, MergedEvent, MergeSettings


def merge_events(
    accounts: Sequence[Account], settings: MergeSettings
) -> tuple[tuple[MergedEvent, ...], tuple[Figure, ...]]:
    """All events of all accounts, each in exactly one merged event; and the figures they give."""
    raise NotImplementedError
