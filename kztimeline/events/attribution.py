"""Who is said to have said a statement: the cue, and the speaker before or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kztimeline.events.clauses import Kind
from kztimeline.events.lexis import Lexis
from kztimeline.events.names import Name, Sort
from kztimeline.events.scene import Scene
from kztimeline.events.subject import subject_words
from kztimeline.events.time_words import time_words
from kztimeline.languages import CueHit
from kztimeline.model import Attribution
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

CLAIMS = "claims"
DENIES = "denies"
SPEECH = frozenset({"says", CLAIMS, DENIES})
_SPEAKER_TOKENS = 14
_LABEL_TOKENS = 5
_NAME_OPENS = 4  # words before a speaker's name: “Danish President”
_STOPS = {";", ":", "“", "”", '"', "(", ")", "—", "–", ",", ".", "•"}


class Voices(NamedTuple):
    """A sentence's cues of speech; `person` is whom “he” and “she” stand for, where safe."""

    scene: Scene
    hits: Sequence[CueHit]
    names: Sequence[Name]
    times: Sequence[Span]
    person: str | None


def find_attribution(voices: Voices, head: int) -> Attribution | None:
    """The voice that the statement with this head clause rests on; `None` where the article speaks.

    That is the clause's own verb of speech or source, the frame of its sentence, or the clause it
    is the content of. What
    another clause says is not this one's: “They fled, the army said; it claimed victory.”
    """
    cues = [hit for hit in voices.hits if _speaks(voices, hit)]
    for hit in cues:
        if _carries(voices.scene, hit, head):
            return Attribution(_speaker(voices, hit), hit.span.of(voices.scene.text), hit.span)
    return _labelled(voices)


def _labelled(voices: Voices) -> Attribution | None:
    """“Police: gunman fled”, “Lind: the mill will stay”: who speaks stands before a colon."""
    words = voices.scene.words
    colon = next((n for n, word in enumerate(words[:_LABEL_TOKENS]) if word.text == ":"), 0)
    if colon in {0, len(words) - 1}:
        return None
    mark = Span(words[colon].start, words[colon].end)
    label = Span(words[0].start, mark.start).of(voices.scene.text)
    for name in voices.names:
        is_whole = label in {name.full, name.span.of(voices.scene.text)}
        if name.sort is Sort.PERSON and name.span.end == mark.start and is_whole:
            return Attribution(name.full, ":", mark)
    is_voice = any(hit.cue.gives == "label" and hit.span.end == mark.end for hit in voices.hits)
    return Attribution(label, ":", mark) if is_voice else None


def _carries(scene: Scene, hit: CueHit, head: int) -> bool:
    number = scene.clause_at(hit.span.start)
    kind = scene.clauses[number].kind
    if number == head or hit.cue.gives == "source":
        return True
    above = _above(scene, head)
    is_aside = kind is Kind.SUBORDINATE and scene.clauses[number].opener in scene.lex.as_
    if kind is Kind.FRAME or is_aside:  # “…, Lind said”; “as Lind said, …”
        return scene.clauses[number].host in above
    return number in above


def _above(scene: Scene, head: int) -> set[int]:
    """The clause and those it is told in: up through what is said and coordinated, no further."""
    above = {head}
    current = head
    while scene.clauses[current].kind in {Kind.CONTENT, Kind.COORD}:
        clause = scene.clauses[current]
        if clause.host is None or (
            clause.kind is Kind.COORD and not clause.shares and clause.opener in ";:"
        ):
            break
        current = clause.host
        if clause.kind is Kind.COORD and scene.clauses[current].kind is not Kind.CONTENT:
            break
        above.add(current)
    return above


def _speaks(voices: Voices, hit: CueHit) -> bool:
    if hit.cue.gives in SPEECH:
        return any(
            hit.span.start <= voices.scene.words[index].start < hit.span.end
            for index in voices.scene.says
        )
    return hit.cue.gives in {"source", "hearsay"}


def _speaker(voices: Voices, hit: CueHit) -> str | None:
    if hit.cue.gives == "hearsay":
        return None
    if hit.cue.gives == "source":
        return _behind(voices, hit.span)
    return _before(voices, hit.span)


def _before(voices: Voices, cue: Span) -> str | None:
    """The subject of a speech verb: a name, a pronoun's person, or the words as written."""
    scene = voices.scene
    number = scene.clause_at(cue.start)
    clause = scene.clauses[number]
    index = scene.word_at(cue.start)
    ahead = [n for piece in _with_appositions(scene, number) for n in piece if n < index]
    gone = {n for span in voices.times for n in time_words(scene, span)}
    verbs = {n for v in [clause.verb] if v for n in range(v.first, v.last + 1)}
    shares = clause.kind is Kind.RELATIVE or (clause.kind is Kind.COORD and clause.shares)
    words = subject_words(scene, number) if shares else [n for n in ahead if n not in verbs]
    loose = scene.lex.adverbs | (scene.lex.as_ if clause.kind is Kind.SUBORDINATE else frozenset())
    kept = [n for n in words if n not in gone and scene.words[n].lower not in loose]
    while kept and (
        scene.words[kept[-1]].text in _STOPS or scene.words[kept[-1]].lower in scene.lex.have
    ):
        kept = kept[:-1]
    if kept:
        return _subject(voices, kept)
    is_inverted = index > 0 and scene.words[index - 1].text in {",", "”", '"'}
    return _behind(voices, cue) if is_inverted else None


def _with_appositions(scene: Scene, number: int) -> list[range]:
    """A clause's stretches with what stands between: “the head of the bank, Anna Lind, said”."""
    apposed = (
        range(clause.first, clause.last)
        for clause in scene.clauses
        if (clause.kind, clause.opener, clause.host) == (Kind.ASIDE, ",", number)
    )
    return sorted([*scene.stretches(number), *apposed], key=lambda piece: piece.start)


def _subject(voices: Voices, kept: list[int]) -> str | None:
    """A speaker out of the words before the verb; of “Anna Lind, head of the bank,” the name."""
    scene = voices.scene
    borders = [n for n in kept if scene.words[n].text in _STOPS - {",", "("}]
    if borders:
        kept = [n for n in kept if n > borders[-1]]
    commas = [place for place, n in enumerate(kept) if scene.words[n].text == ","]
    if commas:
        opening, last = kept[: commas[0]], kept[commas[-1] + 1 :]
        is_adverbial = bool(opening) and scene.words[opening[0]].lower in scene.lex.prepositions
        apposed = _apposed(voices, [kept[a + 1 : b] for a, b in pairwise([*commas, len(kept)])])
        if apposed and not is_adverbial:
            return apposed
        kept = last if is_adverbial or not opening else opening
    return _spoken(voices, kept)


def _apposed(voices: Voices, pieces: Sequence[Sequence[int]]) -> str | None:
    """The person in “the head of the bank, Anna Lind, said”: one name and nothing else."""
    words = voices.scene.words
    spans = [(words[piece[0]].start, words[piece[-1]].end) for piece in pieces if piece]
    people = (name for name in voices.names if name.sort is Sort.PERSON)
    return next((n.full for n in people if (n.span.start, n.span.end) in spans), None)


def _behind(voices: Voices, cue: Span) -> str | None:
    """“said Anna Lind”, “according to police in the town”: the noun behind the cue."""
    scene = voices.scene
    first = next((n for n, word in enumerate(scene.words) if word.start >= cue.end), None)
    if first is None:
        return None
    last = first
    ends = (
        scene.lex.prepositions - scene.lex.phrase_inner
        | scene.lex.relatives
        | scene.lex.coordinators
    )
    while last < len(scene.words) and last - first < _SPEAKER_TOKENS:
        word = scene.words[last]
        if word.text in _STOPS or (last > first and word.lower in ends):
            break
        last += 1
    gone = {n for span in voices.times for n in time_words(scene, span)}
    return _spoken(voices, [n for n in range(first, last) if n not in gone])


def _spoken(voices: Voices, indices: list[int]) -> str | None:
    scene, lex = voices.scene, voices.scene.lex
    words = [scene.words[n] for n in indices]
    while words and (words[0].lower in lex.determiners | lex.coordinators or not words[0].is_word):
        words = words[1:]
    if not words:
        return None
    if words[-1].lower in lex.pronouns or words[0].lower in lex.pronouns:
        return voices.person if words[0].lower in lex.persons else None
    inside = Span(words[0].start, words[-1].end)
    here = [name for name in voices.names if inside.overlaps(name.span)]
    speakers = [name for name in here if name.sort is not Sort.PLACE]
    for name in speakers:
        if name.sort is Sort.PERSON and _opens(words, name, lex):
            return name.full
    if speakers and speakers[-1].span.end == inside.end and _opens(words, speakers[-1], lex):
        return speakers[-1].full
    is_noun = words[0].lower not in lex.prepositions and not any(w.lower in lex.that for w in words)
    return " ".join(inside.of(scene.text).split()) if is_noun else None


def _opens(words: Sequence[Token], name: Name, lex: Lexis) -> bool:
    opening = [word for word in words[:_NAME_OPENS] if word.start <= name.span.start]
    is_at_head = bool(opening) and opening[-1].start == name.span.start
    return is_at_head and all(word.lower not in lex.prepositions for word in opening)
