"""Whom “he” or “she” stands for: the person that the sentences before were about, where safe."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.clauses import Kind
from kztimeline.events.names import Name, Sort
from kztimeline.events.pronouns import is_owner, pronoun_for
from kztimeline.events.reading import Reading
from kztimeline.events.subject import subject_words
from kztimeline.events.thing import Thing, does, thing_told_of
from kztimeline.events.verbs import skip_adverbs
from kztimeline.textual.tokens import Token

_REACH = 3  # sentences; further back, “he” may be somebody else


class Persons:
    """The last person that an article was about, by its sentences in order of place.

    Once “she” has stood for one, “he” is somebody else: the one other person named since.
    """

    def __init__(self) -> None:
        """Nobody is named yet."""
        self._last: str | None = None
        self._pronoun = ""  # that has stood for the last
        self._other: str | None = None
        self._at = -_REACH - 1
        self._thing = Thing("", -1, -1)

    def he(self, reading: Reading) -> str | None:
        """Whom the first “he” or “she” of this sentence stands for: the subject of the last."""
        if reading.number - self._at > _REACH:
            return None
        first = reading.pronoun
        return self._other if self._pronoun and first not in {"", self._pronoun} else self._last

    def owners(self, reading: Reading) -> dict[str, str]:
        """Whom “his” and “her” stand for where the sentence names nobody before them."""
        lex = reading.scene.lex
        found = self._it(reading)
        if reading.number - self._at > _REACH or lex.possessive_pronouns.isdisjoint(
            reading.scene.lows
        ):
            return found
        for low in lex.possessive_pronouns:
            is_his = is_owner(low, lex)
            is_last = not self._pronoun or self._pronoun == pronoun_for(low, lex)
            whose = (self._last if is_last else self._other) if is_his else None
            if whose:
                found[low] = whose
        return found

    def _it(self, reading: Reading) -> dict[str, str]:
        """What “it” at the head of a sentence stands for: the named subject of the one before."""
        scene, thing = reading.scene, self._thing
        is_next = (thing.number, thing.paragraph) == (
            reading.number - 1,
            reading.sentence.paragraph,
        )
        if not is_next or scene.lows[0] not in scene.lex.neuter or not does(scene):
            return {}
        return {scene.lows[0]: thing.name}

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
        self._thing = thing_told_of(reading)
        first = reading.pronoun
        people = [name for name in reading.names if name.sort is Sort.PERSON]
        if first and not _leads(people, reading):
            self._hear_pronoun(reading, first, people)
        elif people:
            is_sure = _is_surely_person(people[0], reading) and not _tells_of(people, reading)
            pronoun = _pronoun_for(people[0], reading)
            self._turn_to(people[0].full if is_sure else None, pronoun, reading)
        elif _is_somebody_else(reading):
            self._last = None

    def _hear_pronoun(self, reading: Reading, pronoun: str, people: Sequence[Name]) -> None:
        meant = self.he(reading)
        others = {name.full for name in people} - {meant}
        if meant and meant != self._last:
            self._turn_to(meant, pronoun, reading)
        elif meant:
            self._at, self._pronoun = reading.number, pronoun
        if people:
            self._other = others.pop() if len(others) == 1 else None

    def _turn_to(self, person: str | None, pronoun: str, reading: Reading) -> None:
        """From here on the article is about this person; about the one before in the other word."""
        self._other = self._last if self._last != person else self._other
        self._last, self._pronoun, self._at = person, pronoun, reading.number


def pronoun_of(reading: Reading, first: Token) -> Token:
    """The “he” that a title may begin with: at the head of the clause, else the sentence's first.

    A clause that cannot stand is told by its whole sentence.
    """
    persons = reading.scene.lex.persons
    if not reading.pronoun:
        return first
    return next((w for w in (first, *reading.scene.words) if w.lower in persons), first)


def pronoun_in(reading: Reading, number: int) -> Token:
    """The first “he” of a clause, else its first word."""
    scene, clause = reading.scene, reading.scene.clauses[number]
    words = scene.words[clause.first : clause.last]
    return next((word for word in words if word.lower in scene.lex.persons), words[0])


def _leads(people: Sequence[Name], reading: Reading) -> bool:
    """“Paul Berg was held as *he* fled”: who is named before is meant, and nobody earlier."""
    pronouns = (w.start for w in reading.scene.words if w.lower in reading.scene.lex.persons)
    start = next(pronouns, 0)
    return any(name.span.end <= start for name in people)


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
    if not scene.lex.plural_verbs.isdisjoint(scene.lows[behind : behind + 1]):
        return False  # “Athletic have signed him”
    before = scene.lows[max(scene.word_at(name.span.start) - 1, 0)]
    acts = acts and before not in scene.lex.prepositions  # “The mayor of Osh resigned”
    return " " in name.full or acts or bool(follows & scene.lex.personal_relatives)


def _tells_of(people: Sequence[Name], reading: Reading) -> bool:
    """“Anna Lind said Berg had fled”: “he” may be either."""
    scene = reading.scene
    first, *others = people
    at = scene.clause_at(first.span.start)
    said = [
        clause
        for clause in scene.clauses
        if (clause.kind, clause.host) == (Kind.CONTENT, at) and scene.is_speech(at) and clause.verb
    ]
    return any(
        clause.first <= scene.word_at(name.span.start) < clause.verb.first
        for clause in said
        for name in others
        if clause.verb and name.full != first.full
    )


def _pronoun_for(name: Name, reading: Reading) -> str:
    """“Anna Lind sold her boat”, “Mr Berg”: the word for whom is named; empty where none shows."""
    scene, lex = reading.scene, reading.scene.lex
    at = max(scene.word_at(name.span.start) - 1, 0)
    said = {word.lower for word in scene.words[at:]}
    is_she, is_he = not lex.feminine.isdisjoint(said), not lex.masculine.isdisjoint(said)
    return "" if is_she is is_he else "she" if is_she else "he"


def _is_somebody_else(reading: Reading) -> bool:
    """Whether a sentence tells of a person without a name: “The minister welcomed it.”.

    Also beside its subject: “It emerged that a woman had been found by her brother.”
    """
    scene = reading.scene
    clause, lex = scene.clauses[0], scene.lex
    own = range(clause.first, clause.verb.first if clause.verb else clause.first)
    if any(scene.lows[n] in lex.offices for n in (*subject_words(scene, 0), *own)):
        return True
    return any(
        low in lex.kin or (low in lex.offices and scene.lows[n - 1] in lex.indefinite_articles)
        for n, low in enumerate(scene.lows)
        if n
    )
