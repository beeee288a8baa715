"""What a title is cut from, and whom a pronoun at its head stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kztimeline.events.clauses import Kind
from kztimeline.events.names import Name, Sort
from kztimeline.events.pronouns import is_owner
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.sharing import speaker_told_of
from kztimeline.textual.spans import Span

_QUOTES = frozenset({"“", "”", '"'})


class Cutting(NamedTuple):
    """What a title is cut from; `person` is whom a leading “he” stands for, where safe.

    `owners` are those for whom “his” and “her” stand at its head. `keeps_voice` tells that it would
    be another thing without who says it, `is_bare` that it need not say which one is meant.
    """

    scene: Scene
    statement: Statement
    names: Sequence[Name]
    person: str | None
    times: Sequence[Span]
    keeps_voice: bool = False
    owners: Mapping[str, str] = MappingProxyType({})
    is_bare: bool = False


def person_at(kept: Sequence[int], cutting: Cutting, lead: int) -> str | None:
    """Whom “he” at the head stands for: in the middle of a sentence the one person named before."""
    scene = cutting.scene
    if not kept or _is_within_quotation(kept, scene):
        return None  # there no word is put for another
    if is_owner(scene.lows[kept[0]], scene.lex):
        return owner_at(kept, cutting)
    is_it = scene.lows[kept[0]] in scene.lex.neuter
    if is_it and kept[0] == 0:
        return cutting.owners.get(scene.lows[0])
    if is_it and scene.clauses[lead].kind is not Kind.CONTENT:
        return None
    if scene.clauses[lead].kind is Kind.MAIN or kept[0] <= scene.clauses[0].first:
        return cutting.person
    return _named_within(kept, cutting, lead)


def _named_within(kept: Sequence[int], cutting: Cutting, lead: int) -> str | None:
    """Whom “he” at the head of a clause stands for that does not open its sentence."""
    scene = cutting.scene
    start, low = scene.words[kept[0]].start, scene.lows[kept[0]]
    named = {
        name.full for name in cutting.names if name.sort is Sort.PERSON and name.span.end <= start
    }
    if scene.clauses[lead].kind is Kind.CONTENT:
        return speaker_told_of(scene, cutting.statement, low, named)
    is_again = low in scene.lows[: kept[0]]  # “He left the house *he* had built”
    if not named and is_again and scene.clauses[lead].kind is Kind.RELATIVE:
        return cutting.person
    return next(iter(named), None) if len(named) == 1 else None


def owner_at(kept: Sequence[int], cutting: Cutting) -> str | None:
    """Whose it is that a title begins with as “his”: the one person named before."""
    first = cutting.scene.words[kept[0]]
    people = (name for name in cutting.names if name.sort is Sort.PERSON)
    named = {name.full for name in people if name.span.end <= first.start}
    if named:
        return next(iter(named)) if len(named) == 1 else None
    at = cutting.scene.clause_at(first.start)
    if cutting.scene.clauses[at].kind is Kind.CONTENT:
        return None  # “The lawyer noted that his client was ill”
    return cutting.owners.get(first.lower)


def _is_within_quotation(kept: Sequence[int], scene: Scene) -> bool:
    """Whether words begin in a quotation: its first mark is none or one that closes."""
    marks = [scene.words[n].text for n in kept if scene.words[n].text in _QUOTES]
    return bool(marks) and (marks[0] == "”" or marks.count('"') % 2 == 1)
