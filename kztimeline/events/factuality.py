"""How a statement stands to fact: its own words, who vouches for it, on what condition it stands.

After FactBank (Saurí and Pustejovsky 2009): a source may claim or deny what another clause tells,
a condition holds it open, and what is “set for” a day was to come, whatever became of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kztimeline.events.attribution import CLAIMS, DENIES
from kztimeline.events.clauses import Kind
from kztimeline.events.modality import CONDITION, Told, Wording, furthest, read_modality
from kztimeline.events.reading import Reading
from kztimeline.events.scene import Statement
from kztimeline.events.verbs import Tense
from kztimeline.languages import CueHit, CueTable
from kztimeline.model import Modality
from kztimeline.textual.spans import Span

_PLAIN = Told(Modality.HAPPENED, negated=False)
_OPEN = {Tense.MODAL, Tense.PRESENT, Tense.GOING_ON}  # what a condition can hold open


def factuality(reading: Reading, statement: Statement, *, is_speech: bool) -> Told:
    """Modality and polarity; `is_speech` tells that the statement is one of saying."""
    head = statement.head
    moods = _moods_of(reading)
    own = read_modality(moods, _wording(reading, head)) if moods else _PLAIN
    own = _by_noun(reading, head, own)
    told = _vouched(reading, head, own, is_speech)
    readings = [told.modality]
    if _is_conditional(reading, head, moods):
        readings.append(Modality.HYPOTHETICAL)
    if _is_set(reading, statement, moods):
        readings.append(Modality.PLANNED)
    return told._replace(modality=furthest(readings))


def _by_noun(reading: Reading, head: int, told: Told) -> Told:
    """“over reports that he had fled” tells a claim, “for fear that it was lost” leaves it open."""
    scene = reading.scene
    clause = scene.clauses[head]
    if clause.kind is not Kind.CONTENT or told.modality is not Modality.HAPPENED:
        return told
    noun = scene.lows[max(0, clause.first - 2)]
    if noun in scene.lex.claim_nouns:
        return told._replace(modality=Modality.CLAIMED)
    if noun in scene.lex.doubt_nouns:
        return told._replace(modality=Modality.HYPOTHETICAL)
    return told


def _moods_of(reading: Reading) -> tuple[CueHit, ...]:
    """The words of doubt and plan of a sentence; the month of “May 9: Lind resigns” is none."""
    moods = _moods(reading.moods, reading.scene.text, reading.sentence.span)
    months = [time.expression.span for time in reading.times]
    return tuple(hit for hit in moods if not any(map(hit.span.overlaps, months)))


@lru_cache(maxsize=4)  # several statements of one sentence follow each other
def _moods(table: CueTable, text: str, sentence: Span) -> tuple[CueHit, ...]:
    return tuple(table.find(text, sentence))


def _wording(reading: Reading, head: int) -> Wording:
    """A clause up to the end of its verb group; without a verb, all of it."""
    scene = reading.scene
    words, verb = scene.words, scene.clauses[head].verb
    denials = scene.lex.denials
    nots = (
        frozenset[int]()
        if denials.isdisjoint(scene.lows)
        else {word.start for word in words if word.lower in denials}
    )
    end = words[verb.last].end if verb else reading.sentence.span.end
    pieces = [
        Span(words[piece.start].start, min(end, words[piece.stop - 1].end))
        for piece in scene.stretches(head)
        if len(piece) and words[piece.start].start < end
    ]
    if verb is None:
        return Wording(pieces, None, None, nots, reading.sentence.is_heading)
    first = verb.first
    while first and words[first - 1].lower in scene.lex.denials | scene.lex.adverbs:
        first -= 1
    behind = words[verb.last + 1].start if verb.last + 1 < len(words) else None
    group = Span(words[first].start, end)
    return Wording(pieces, group, behind, nots, reading.sentence.is_heading)


def _vouched(reading: Reading, head: int, told: Told, is_speech: bool) -> Told:  # noqa: FBT001
    """What somebody claims is claimed; what he denies is claimed not to be so."""
    clause = reading.scene.clauses[head]
    above = clause.host if clause.kind is Kind.CONTENT else None
    gives = {hit.cue.gives for hit in reading.voices if _speaks_for(reading, hit, head, above)}
    if above is not None and DENIES in gives:
        told = told._replace(negated=not told.negated)
    is_claimed = CLAIMS in gives and (above is not None or is_speech)
    if told.modality is Modality.HAPPENED and (
        is_claimed or (above is not None and DENIES in gives)
    ):
        return told._replace(modality=Modality.CLAIMED)
    return told


def _speaks_for(reading: Reading, hit: CueHit, head: int, above: int | None) -> bool:
    number = reading.scene.clause_at(hit.span.start)
    return number in {head, above} or reading.scene.clauses[number].kind is Kind.FRAME


def _is_conditional(reading: Reading, head: int, moods: Sequence[CueHit]) -> bool:
    """“If the talks fail, the union will strike”: no plan yet; “if he was tired, he hid it” is."""
    scene = reading.scene
    verb = scene.clauses[head].verb
    if verb is None or verb.tense not in _OPEN or scene.is_speech(head):
        return False
    for hit in moods:
        number = scene.clause_at(hit.span.start)
        leans = number == head or scene.clauses[number].host == head
        if hit.cue.gives == CONDITION and leans:
            return True
    return False


def _is_set(reading: Reading, statement: Statement, moods: Sequence[CueHit]) -> bool:
    """“The lift, first set for 21 March, was put off”: on 21 March it was to come."""
    scene = reading.scene
    if statement.time is None:
        return False
    number = scene.clause_at(statement.time.expression.span.start)
    clause = scene.clauses[number]
    if number == statement.head or clause.kind not in {Kind.ASIDE, Kind.PARTICIPLE}:
        return False
    inside = Span(scene.words[clause.first].start, statement.time.expression.span.end)
    return any(hit.cue.gives == Modality.PLANNED and inside.contains(hit.span) for hit in moods)
