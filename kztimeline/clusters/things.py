"""What a quantity counts: soldiers and peacekeepers are one thing, dead and detained two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kztimeline.languages import Language, WordClasses
from kztimeline.model import Quantity
from kztimeline.textual.spans import Span

_WORD = re.compile(r"\w+")
_NEAR = 40  # characters; what is told further off is told of something else
_FAR = 10**9


@dataclass(frozen=True, slots=True)
class Thing:
    """A row of ``things.toml``: the nouns it is counted in, the words that must stand near."""

    name: str
    about: str
    units: frozenset[str]
    told: WordClasses | None


def counted(quantity: Quantity, text: str, clause: Span, language: Language) -> str:
    """The thing a quantity counts: what it says it is about, else what is told nearest to it.

    Only rows that know its unit are asked; a unit that no row knows is a thing by its own name.
    """
    unit = quantity.unit.casefold()
    about = quantity.about.casefold()
    meant = [row for row in load_things(language) if row.about == about]
    if meant:
        return next((row.name for row in meant if unit in row.units), f"{unit} {about}")
    rows = [row for row in load_things(language) if unit in row.units]
    distances = [(_distance(row, quantity.span, text, clause), at) for at, row in enumerate(rows)]
    near = [pair for pair in distances if pair[0] <= _NEAR]
    return rows[min(near)[1]].name if near else unit


def _distance(row: Thing, place: Span, text: str, clause: Span) -> int:
    """Characters from a quantity to the nearest word that tells the thing; 0 if none is needed."""
    if row.told is None:
        return 0
    found = _WORD.finditer(text, clause.start, clause.end)
    return min(
        (
            max(place.start - word.end(), word.start() - place.end, 0)
            for word in found
            if row.told.of(word[0].casefold())
        ),
        default=_FAR,
    )


@cache
def load_things(language: Language) -> tuple[Thing, ...]:
    """The things that a language's table knows (``things.toml``), in its order."""
    return tuple(
        Thing(
            row["name"],
            row.get("about", ""),
            frozenset(row["units"]),
            WordClasses((word, row["name"]) for word in row["told"]) if "told" in row else None,
        )
        for row in language.table("things")["thing"]
    )


def is_measure(quantity: Quantity, language: Language) -> bool:
    """Whether a quantity measures (percent, dollars) rather than counts."""
    return quantity.unit.casefold() in language.table("things")["measures"]
