"""Who does what a statement tells, and who suffers it; and which happening does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from kztimeline.events.names import Name, Sort
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.subject import subject_words
from kztimeline.languages import Acts


class Part(StrEnum):
    """What a person is in an act."""

    DOES = "does"
    SUFFERS = "suffers"
    OPEN = ""


def subject_happening(reading: Reading, statement: Statement, acts: Acts) -> frozenset[str]:
    """Classes of a happening that is a statement's subject: “a quake shook the coast”."""
    scene = reading.scene
    clause = scene.clauses[statement.head]
    own = range(clause.first, clause.verb.first) if clause.verb else ()
    subject = (*subject_words(scene, statement.head), *own)
    dated = {nominal.head for nominal in reading.nominals}
    named = [
        scene.words[n].lower
        for n in subject
        if scene.words[n].lower in scene.lex.happenings and n not in dated
    ]
    return acts.told_by(named[-1]) if named else frozenset()


def parts_in(reading: Reading, statement: Statement, he: str | None = None) -> dict[str, Part]:
    """Last words of the persons of a statement, each with its part in what its verb tells."""
    scene = reading.scene
    clause = scene.clauses[statement.head]
    inside = (scene.clauses[number] for number in statement.clauses)
    words = [n for other in inside for n in range(other.first, other.last)]
    parts = dict.fromkeys(people_in(reading, words), Part.OPEN)
    if clause.verb is None:
        return parts
    group = {word.lower for word in scene.words[clause.verb.first : clause.verb.last + 1]}
    is_passive = not scene.lex.be.isdisjoint(group) and clause.verb.first < clause.verb.last
    subject, object_ = (Part.SUFFERS, Part.OPEN) if is_passive else (Part.DOES, Part.SUFFERS)
    own = range(clause.first, clause.verb.first)
    before = [*subject_words(scene, statement.head), *own]
    parts |= dict.fromkeys(people_in(reading, before), subject)
    behind = list(_object(scene, clause.verb.last + 1, clause.last))
    parts |= dict.fromkeys(people_in(reading, behind), object_)
    if he and any(scene.words[n].lower in scene.lex.persons for n in own):
        parts[last_word(he)] = subject
    return parts


def _object(scene: Scene, first: int, last: int) -> Iterator[int]:
    """The words behind a verb up to a mark or a preposition."""
    for index in range(first, last):
        word = scene.words[index]
        if not word.is_word or word.lower in scene.lex.prepositions:
            return
        yield index


def people_in(reading: Reading, words: Sequence[int]) -> frozenset[str]:
    """Last words of the names among some words, places left out."""
    starts = {reading.scene.words[n].start for n in words}
    named: list[Name] = [name for name in reading.names if name.span.start in starts]
    return frozenset(last_word(name.full) for name in named if name.sort is not Sort.PLACE)


def last_word(name: str) -> str:
    """The word a person is known by, caseless: the last of the name."""
    return name.rpartition(" ")[2].casefold()
