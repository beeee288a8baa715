"""What a sentence recalls beside what it tells, where the article dates it elsewhere.

“Lind was caught on Monday near where he had shot Berg”, “crowds met over the shooting of Berg”: of
the shot the article says when it was. A clause or a noun phrase is known by its act and its person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kztimeline.events.clauses import Kind
from kztimeline.events.known import Known
from kztimeline.events.nominal import Nominal
from kztimeline.events.persons import Persons, pronoun_in
from kztimeline.events.phrases import find_phrases
from kztimeline.events.reading import Reading
from kztimeline.events.statement import Scene, Statement, members
from kztimeline.model import ResolvedTime

_BESIDE = {Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT}


def recalled_phrases(reading: Reading, known: Known, persons: Persons) -> Iterator[Nominal]:
    """Happenings that a noun names, each with the time that the article gives it."""
    scene = reading.scene
    dated = {nominal.head for nominal in reading.nominals}
    for phrase in find_phrases(scene):
        if phrase.head in dated:
            continue
        opening = scene.words[phrase.first]
        is_his = opening.lower in scene.lex.possessive_pronouns
        owner = persons.whom(reading, opening) if is_his else None
        time = known.recalled(reading, phrase, owner)
        if time is not None:
            yield Nominal(*phrase, time)


def recalled_clauses(
    reading: Reading, known: Known, persons: Persons
) -> Iterator[tuple[Statement, ResolvedTime]]:
    """The same of clauses that lean on others; those of a quotation need what surrounds them.

    “After Berg was shot” only says when something else was.
    """
    if reading.is_quoted:
        return
    scene = reading.scene
    for clause in _untimed_clauses(scene, reading.statements):
        if scene.clauses[clause.head].opener in scene.lex.sequels:
            continue
        he = persons.whom(reading, pronoun_in(reading, clause.head))
        time = known.beside(reading, clause, he)
        if time is not None:
            yield clause, time


def _untimed_clauses(scene: Scene, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The clauses beside those that statements are told by, each with what hangs on it alone.

    “He was caught near where *he had been shot*”: they have no time and are no statement so far.
    """
    heads = {statement.head for statement in statements}
    for number, clause in enumerate(scene.clauses):
        if number not in heads and clause.kind in _BESIDE and clause.verb is not None:
            yield Statement(members(scene, number, dict.fromkeys((*heads, number))), number, None)
