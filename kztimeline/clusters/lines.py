"""How well a sentence reads as a line of a chronology: by itself, short, with names."""

from __future__ import annotations

from collections.abc import Iterator

from kztimeline.clusters.profiles import Profile
from kztimeline.model import Modality, Part, PartKind

# What carries little has one weight: others, tuned one by one, did no better (docs/salience.md).
# But for another day, which misleads whoever reads it.
_NAMES, _HEADS, _FLAW, _LENGTH, _ANOTHER_DAY, _STILL = 0.05, 0.05, -0.05, -0.2, -0.1, -0.05
_MANY_NAMES = 3
_FIRST_WORDS = 3  # “On the same Monday …”
_SHORT, _LONG, _TOO_LONG = 8, 30, 60  # words; editors write 15 to 25, reporters up to 40


def line_parts(profile: Profile) -> Iterator[Part]:
    """What speaks for and against a line, from the sentence alone; what is nothing is left out."""
    named = min(_MANY_NAMES, len(profile.names | profile.places)) / _MANY_NAMES
    for kind, value in (
        (PartKind.NAMES, _NAMES * named),
        (PartKind.HEADS, _HEADS * profile.heading),
        (PartKind.LEANS, _FLAW * profile.flaws),
        (PartKind.ANOTHER_DAY, _ANOTHER_DAY * profile.is_off),
        (PartKind.STILL, _STILL * _is_caption(profile)),
        (PartKind.LENGTH, _LENGTH * _misfit(profile.words)),
    ):
        if value:
            yield Part(kind, value)


def _is_caption(profile: Profile) -> bool:
    """Whether it tells in the present what it then dates in the past: “Men flee on Monday”.

    Reports tell that in the past; an entry of a chronology has its day first.
    """
    event = profile.event
    if event.is_past or event.modality is not Modality.HAPPENED or not profile.is_said:
        return False
    return profile.before > _FIRST_WORDS


def _misfit(words: int) -> float:
    """0.0 for a length that reads well, 1.0 for a heap of words or next to none."""
    if words < _SHORT:
        return 1.0 - words / _SHORT
    return min(1.0, max(0, words - _LONG) / (_TOO_LONG - _LONG))
