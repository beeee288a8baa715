"""Dated articles counted by year: what is so in one year is mostly so in the years beside it."""

from __future__ import annotations

from collections import Counter

_BESIDE = (1.0, 0.3, 0.1)  # what articles of a year count for it, for the ones beside it, the next
REACH = len(_BESIDE) - 1  # years that count for each other


def near(counts: Counter[int], year: int) -> float:
    """How many articles speak for a year."""
    far = range(1, len(_BESIDE))
    beside = sum(_BESIDE[away] * (counts[year - away] + counts[year + away]) for away in far)
    return _BESIDE[0] * counts[year] + beside
