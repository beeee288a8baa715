"""What “it” at the head of a sentence stands for: the named subject of the sentence before it."""

from __future__ import annotations

from typing import NamedTuple

from kztimeline.events.clauses import Kind
from kztimeline.events.names import Sort
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Scene
from kztimeline.events.subject import before_verb

_LONGEST = 6  # words of a subject that a pronoun takes up


class Thing(NamedTuple):
    """The subject of a sentence, its number and its paragraph; no name where none is sure."""

    name: str
    number: int
    paragraph: int


def thing_told_of(reading: Reading) -> Thing:
    """The subject of a sentence where it is one named thing, and no person: “Norham Airport”."""
    scene, lex = reading.scene, reading.scene.lex
    main = next((c for c in scene.clauses if c.kind is Kind.MAIN), None)
    subject = before_verb(scene, main) if main and main.verb else []
    words = [scene.words[n] for n in subject]
    small = lex.prepositions | lex.coordinators | lex.possessives | lex.pronouns | lex.persons
    people = [name.span for name in reading.names if name.sort is Sort.PERSON]
    is_one = 0 < len(words) <= _LONGEST and subject[-1] - subject[0] == len(subject) - 1
    named = {name.span.start for name in reading.names if name.sort is not Sort.PERSON}
    is_named = is_one and (any(word.is_capital for word in words[1:]) or words[0].start in named)
    is_plain = is_named and all(word.is_word and word.lower not in small for word in words)
    last = words[-1].lower if words else ""
    is_many = last.endswith("s") or last in lex.plurals or last in lex.offices
    is_person = any(span.start <= word.start < span.end for word in words for span in people)
    if not is_plain or is_many or is_person:
        return Thing("", -1, -1)
    name = scene.text[words[0].start : words[-1].end]
    return Thing(name, reading.number, reading.sentence.paragraph)


def does(scene: Scene) -> bool:
    """Whether an “it” does something itself: not “It is clear that”, “It rained”."""
    lex, clause = scene.lex, scene.clauses[0]
    verb = clause.verb
    if verb is None or verb.first != 1 or verb.head in lex.statives | lex.impersonal | lex.be:
        return False
    behind = scene.lows[verb.last + 1 : verb.last + 2]
    opens = lex.that | lex.questions
    is_told = any((c.kind, c.host) == (Kind.CONTENT, 0) for c in scene.clauses)
    is_passive = verb.last > verb.first and scene.lows[verb.first] in lex.be
    leaves_open = is_told and is_passive
    return not leaves_open and opens.isdisjoint(behind)
