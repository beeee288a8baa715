"""Whom “he” or “she” stands for: the person that the sentences before were about, where safe."""

from __future__ import annotations

from kztimeline.events.names import Name, Sort
from kztimeline.events.reading import Reading
from kztimeline.events.subject import subject_words
from kztimeline.events.verbs import skip_adverbs
from kztimeline.textual.tokens import Token

_REACH = 3  # sentences; further back, “he” may be somebody else


class Persons:
    """The last person that an article was about, by its sentences in order of place."""

    def __init__(self) -> None:
        """Nobody is named yet."""
        self._last: str | None = None
        self._at = -_REACH - 1

    def he(self, reading: Reading) -> str | None:
        """Whom “he” or “she” in this sentence stands for: the subject of the last ones."""
        return self._last if reading.number - self._at <= _REACH else None

    def whom(self, reading: Reading, pronoun: Token) -> str | None:
        """Whom “he” at this place stands for: the one person whom the sentence names before it."""
        named = {
            name.full
            for name in reading.names
            if name.sort is Sort.PERSON and name.span.end <= pronoun.start
        }
        if not named:
            return self.he(reading)
        return named.pop() if len(named) == 1 else None

    def hear(self, reading: Reading) -> None:
        """Take in a sentence; a quotation says nothing of whom the article is about."""
        if reading.is_quoted:
            return
        has_pronoun = any(word.lower in reading.scene.lex.persons for word in reading.scene.words)
        people = [name for name in reading.names if name.sort is Sort.PERSON]
        if has_pronoun:
            self._at = reading.number if self.he(reading) else self._at
        elif people:
            is_sure = _is_surely_person(people[0], reading)
            self._last, self._at = people[0].full if is_sure else None, reading.number
        elif _is_somebody_else(reading):
            self._last = None


def pronoun_of(reading: Reading, first: Token) -> Token:
    """The “he” that a title may begin with: at the head of the clause, else the sentence's first.

    A clause that cannot stand is told by its whole sentence.
    """
    persons = reading.scene.lex.persons
    return next((w for w in (first, *reading.scene.words) if w.lower in persons), first)


def _is_surely_person(name: Name, reading: Reading) -> bool:
    """Whether “he” may stand for a name: of two words, or doing something itself.

    A sentence whose first name is less sure leaves “he” open rather than with somebody earlier.
    """
    scene = reading.scene
    verbs = {clause.verb.first for clause in scene.clauses if clause.verb}
    behind = scene.word_at(name.span.end)
    while behind < len(scene.words) and scene.words[behind].lower in scene.lex.fillers:
        behind += 1
    acts = skip_adverbs(scene.words, behind, scene.lex) in verbs or behind in verbs
    follows = {word.lower for word in scene.words[behind : behind + 2]}
    return " " in name.full or acts or bool(follows & scene.lex.personal_relatives)


def _is_somebody_else(reading: Reading) -> bool:
    """Whether a sentence is about a person without a name: “The minister welcomed it.”."""
    scene = reading.scene
    clause = scene.clauses[0]
    own = range(clause.first, clause.verb.first if clause.verb else clause.first)
    return any(scene.words[n].lower in scene.lex.offices for n in (*subject_words(scene, 0), *own))
