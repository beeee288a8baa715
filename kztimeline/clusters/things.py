"""What a quantity counts: soldiers and peacekeepers are one thing, dead and detained two."""

from __future__ import annotations

import re
from functools import cache

from kztimeline.languages import Language, WordClasses
from kztimeline.model import Quantity
from kztimeline.model.record import Record

_WORD = re.compile(r"\w+")
MOST_TIMES = 3.0
_BEFORE = 600  # characters: this paragraph and the one before


class Row(Record, frozen=True):
    """A row of ``things.toml``: what befell the counted, and the nouns it is counted in."""

    name: str
    about: str
    units: frozenset[str]
    members: frozenset[str]
    told: WordClasses
    is_of_someone: bool
    most_times: float
    is_many: bool


class Thing(Record, frozen=True):
    """What is counted; `is_known` where a row of the table names it, and there is one in a story.

    Numbers more than `most_times` apart count two things, or are linked by one between them.
    """

    name: str
    is_known: bool
    is_part: bool
    is_of_someone: bool = False
    most_times: float = MOST_TIMES


def counted(quantity: Quantity, text: str, language: Language) -> Thing:
    """The thing a quantity of an article counts; a part of something is a thing of its own."""
    unit, about = quantity.unit.casefold(), quantity.about.casefold()
    other = "other " if quantity.is_part else ""
    befell = "" if about.startswith(unit) else about
    for row in load_things(language):
        is_meant = row.about in {befell, about} if row.about else not befell
        if is_meant and (unit in row.units or _are_members(row, quantity, text)):
            name, is_known = other + row.name, not (quantity.is_part or row.is_many)
            return Thing(name, is_known, quantity.is_part, row.is_of_someone, row.most_times)
    is_share = unit in language.table("things")["shares"]
    name = about if is_share else f"{unit} {befell}".strip()
    return Thing(other + name, is_known=False, is_part=quantity.is_part)


def _are_members(row: Row, quantity: Quantity, text: str) -> bool:
    """Whether a word not far before tells who “these 300 men” are."""
    if quantity.unit.casefold() not in row.members:
        return False
    start = max(0, quantity.span.start - _BEFORE)
    before = _WORD.findall(text, start, quantity.span.start)
    return any(row.told.of(word.casefold()) for word in before)


@cache
def load_things(language: Language) -> tuple[Row, ...]:
    """The things that a language's table knows (``things.toml``), in its order."""
    table = language.table("things")
    people = frozenset(table["people"])
    return tuple(
        Row(
            name=row["name"],
            about=row.get("about", ""),
            units=frozenset(row.get("units", ())) | (people if "about" in row else set()),
            members=frozenset(row.get("members", ())),
            told=WordClasses((word, row["name"]) for word in row.get("told", ())),
            is_of_someone=row.get("whose", False),
            most_times=row.get("most_times", MOST_TIMES),
            is_many=row.get("many", False),
        )
        for row in table["thing"]
    )


def is_measure(quantity: Quantity, language: Language) -> bool:
    """Whether a quantity measures (percent, dollars) rather than counts."""
    return quantity.unit.casefold() in language.table("things")["measures"]
