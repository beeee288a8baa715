"""What a sentence recalls beside what it tells, where the article dates it elsewhere.

“Lind was caught on Monday near where he had shot Berg”, “crowds met over the shooting of Berg”: of
the shot the article says when it was. A clause or a noun phrase is known by its act and its person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.known import Known
from kztimeline.events.nominal import Nominal
from kztimeline.events.persons import Persons, pronoun_in
from kztimeline.events.phrases import NounPhrases, Phrase, find_phrases
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.statement import members
from kztimeline.events.telling import told_as
from kztimeline.events.verbs import Tense
from kztimeline.model import Modality, ResolvedTime

_BESIDE = {Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT}


def described_happenings(
    reading: Reading, known: Known
) -> Iterator[tuple[Statement, ResolvedTime]]:
    """“Crews fed survivors on Monday of a quake *that killed ten*”: on the day that the quake has.

    Only behind a verb: of “the quake that killed ten struck on Sunday” the sentence tells all.
    """
    scene = reading.scene
    relatives = [n for n, clause in enumerate(scene.clauses) if _describes(reading, n, clause)]
    if not relatives or reading.is_quoted or reading.sentence.is_heading:
        return
    finder = NounPhrases(scene)
    for number in relatives:
        clause = scene.clauses[number]
        phrase = finder.ending_at(clause.first - (scene.lows[clause.first - 1] == ","))
        time = known.described(reading, phrase) if phrase else None
        host = scene.clauses[clause.host or 0].verb
        is_behind = phrase is not None and host is not None and phrase.first > host.last
        if time and is_behind and not any(t.interval.overlaps(time.interval) for t in scene.times):
            yield Statement(members(scene, number, {number: ()}), number, None), time


def less(statement: Statement, clauses: AbstractSet[int]) -> Statement:
    """A statement without some clauses that do not tell it."""
    return statement._replace(clauses=tuple(n for n in statement.clauses if n not in clauses))


def _describes(reading: Reading, number: int, clause: Clause) -> bool:
    """Whether a clause says what a happening did that the words before it name."""
    scene = reading.scene
    if clause.kind is not Kind.RELATIVE or clause.verb is None:
        return False
    is_past = clause.verb.tense is Tense.PAST and clause.verb.head in scene.lex.wreaking
    if not is_past or any(statement.head == number for statement in reading.statements):
        return False
    told = told_as(reading, Statement((number,), number, None))
    return told.modality is Modality.HAPPENED and not told.negated


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
            yield Nominal(phrase.first, _before_times(reading, phrase), phrase.head, time)


def _before_times(reading: Reading, phrase: Phrase) -> int:
    """Where a phrase ends without the time behind it: “shooting Berg (a month ago)”."""
    words = reading.scene.words
    behind = range(phrase.head + 2, phrase.last)
    timed = (n for n in behind if any(s.start <= words[n].start < s.end for s in reading.busy))
    return next(timed, phrase.last)


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
