"""One article's sentences, read in order, told as events."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kztimeline.events.attribution import CLAIMS, SPEECH, find_attribution
from kztimeline.events.carry import Passage, Telling
from kztimeline.events.clauses import Kind
from kztimeline.events.cutter import cut_clauses
from kztimeline.events.dating import Dated, own_date
from kztimeline.events.lexis import Lexis, lexis
from kztimeline.events.modality import read_modality
from kztimeline.events.names import Name, Sort, find_names, name_lists
from kztimeline.events.quantities import find_quantities, quantity_words
from kztimeline.events.statement import Scene, Statement, find_statements
from kztimeline.events.title import Cutting, cut_title
from kztimeline.events.verbs import Tense
from kztimeline.languages import CueHit, Language
from kztimeline.model import (
    Anchor,
    Article,
    Event,
    Modality,
    Quantity,
    ResolvedTime,
    Sentence,
    Time,
    TimexType,
)
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token, stems, tokens

_ID_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with everything read off it once."""

    number: int
    sentence: Sentence
    section: int
    scene: Scene
    names: tuple[Name, ...]
    voices: tuple[CueHit, ...]
    moods: tuple[CueHit, ...]
    quantities: tuple[Quantity, ...]
    busy: tuple[Span, ...]
    is_quoted: bool


class Teller:
    """Reads one article from its first sentence to its last, keeping the passage and the last person named."""

    def __init__(self, article: Article, anchor: Anchor, language: Language) -> None:
        self.article = article
        self.anchor = anchor
        self.language = language
        self.lex = lexis(language)
        self.passage = Passage()
        self.person: str | None = None
        self.person_at = -1
        self.events: list[Event] = []
        self.ids: set[str] = set()

    def tell(self, times: Sequence[Time]) -> tuple[Event, ...]:
        """Every event, in order of telling."""
        for reading in self._readings(times):
            self._tell_sentence(reading)
        return tuple(self.events)

    # ── reading ───────────────────────────────────────────────────────────────────────────────────

    def _readings(self, times: Sequence[Time]) -> list[Reading]:
        text, sentences = self.article.text, self.article.sentences
        by_sentence: dict[int, list[Time]] = {}
        for time in times:
            by_sentence.setdefault(time.expression.sentence, []).append(time)
        words = [tokens(text, sentence.span) for sentence in sentences]
        names = find_names(words, name_lists(self.language), self.lex)
        section, readings = 0, []
        for number, sentence in enumerate(sentences):
            if sentence.is_heading:
                section += 1
            elif words[number]:
                here = by_sentence.get(number, [])
                readings.append(self._reading(number, section, words[number], names[number], here))
        return readings

    def _reading(
        self,
        number: int,
        section: int,
        words: list[Token],
        names: tuple[Name, ...],
        times: Sequence[Time],
    ) -> Reading:
        text, sentence = self.article.text, self.article.sentences[number]
        voices = tuple(self.language.cues("attribution").find(text, sentence.span))
        says = frozenset(
            n
            for n, word in enumerate(words)
            if any(hit.cue.gives in SPEECH and hit.span.start <= word.start < hit.span.end for hit in voices)
        )
        placed = tuple(time for time in times if isinstance(time, ResolvedTime) and _dates(time))
        busy = tuple(time.expression.span for time in times)
        day = self.anchor.interval.start if self.anchor.interval else None
        scene = Scene(text, words, cut_clauses(words, says, self.lex), says, placed, self.lex, day)
        return Reading(
            number,
            sentence,
            section,
            scene,
            names,
            voices,
            tuple(self.language.cues("modality").find(text, sentence.span)),
            find_quantities(text, words, busy, quantity_words(self.language)),
            busy,
            any(quote.contains(sentence.span) for quote in self.article.quotes),
        )

    # ── telling ───────────────────────────────────────────────────────────────────────────────────

    def _tell_sentence(self, reading: Reading) -> None:
        for statement in find_statements(reading.scene):
            telling = self._telling(reading, statement)
            if statement.time is None and not _tells(reading, statement, telling):
                continue
            if statement.time is None:
                dated = self.passage.day_of(telling, self.anchor)
            else:
                dated = own_date(statement.time, reading.scene.times)
            self.events.append(self._event(reading, statement, dated))
            if statement.time and _is_main(reading, statement):
                self.passage = self.passage.after(telling, statement.time)
        self._remember_person(reading)

    def _telling(self, reading: Reading, statement: Statement) -> Telling:
        verb = reading.scene.clauses[statement.head].verb
        first = reading.scene.words[0].lower
        opening = {word.lower for word in reading.scene.words[:4]}
        return Telling(
            sentence=reading.number,
            paragraph=reading.sentence.paragraph,
            section=reading.section,
            tense=verb.tense if verb else Tense.PRESENT,
            is_speech=_is_speech(reading, statement),
            is_quoted=reading.is_quoted,
            leans_back=first in self.lex.persons or bool(opening & self.lex.fillers),
        )

    def _event(self, reading: Reading, statement: Statement, dated: Dated) -> Event:
        scene = reading.scene
        clause = scene.span_of(statement.clauses)
        head = scene.clauses[statement.head]
        words = [word for word in scene.words if clause.start <= word.start < clause.end]
        voice = find_attribution(
            reading.voices, reading.sentence.span, scene.words, reading.names, self.lex,
            person=self._person(reading),
        )
        verb = head.verb
        group = Span(scene.words[verb.first].start, scene.words[verb.last].end) if verb else None
        told = read_modality(
            reading.moods, scene.span_of((statement.head,)), group,
            claimed=_is_claimed(reading, statement),
        )
        if statement.time is None and head.kind is not Kind.CONTENT and _has_frame(reading, statement):
            told = told._replace(modality=_SAID.get(told.modality, told.modality))
        names = [name for name in reading.names if clause.overlaps(name.span)]
        person = self._person(reading)
        title = cut_title(Cutting(scene, statement, reading.names, person, reading.busy))
        return Event(
            id=self._id(reading, statement, clause),
            article_id=self.article.id,
            span=reading.sentence.span,
            clause=clause,
            title=title,
            time=dated.time,
            is_carried=dated.is_carried,
            when=dated.when,
            kind=dated.kind,
            certainty=dated.certainty,
            modality=told.modality,
            negated=told.negated,
            attribution=voice,
            quantities=tuple(q for q in reading.quantities if clause.overlaps(q.span)),
            names=_unique(name.full for name in names if name.sort is not Sort.PLACE),
            places=_unique(name.full for name in names if name.sort is Sort.PLACE),
            terms=tuple(sorted(stems(words, self.lex.stop, self.lex.endings))),
            order=len(self.events),
            steps=dated.steps,
        )

    def _id(self, reading: Reading, statement: Statement, clause: Span) -> str:
        text = self.article.text
        time = statement.time
        place = str(time.expression.span.start - reading.sentence.span.start) if time else ""
        passage = "\n".join(
            (self.article.id, reading.sentence.span.of(text), clause.of(text), place)
        )
        told_before = 0
        while True:
            digest = hashlib.sha256(f"{passage}\n{told_before or ''}".encode()).hexdigest()
            made = f"mn-{digest[:_ID_DIGITS]}"
            if made not in self.ids:
                self.ids.add(made)
                return made
            told_before += 1

    # ── who “he” is ───────────────────────────────────────────────────────────────────────────────

    def _person(self, reading: Reading) -> str | None:
        """Whom “he” or “she” at the head of this sentence stands for: the subject of the sentence before."""
        return self.person if 0 <= reading.number - self.person_at <= _PERSON_SENTENCES else None

    def _remember_person(self, reading: Reading) -> None:
        people = [name for name in reading.names if name.sort is Sort.PERSON]
        if reading.is_quoted:
            return
        if people and not _opens_with_pronoun(reading, self.lex):
            self.person, self.person_at = people[0].full, reading.number
        elif _opens_with_pronoun(reading, self.lex) and self.person:
            self.person_at = reading.number


_PERSON_SENTENCES = 3  # further back, “he” may be somebody else


def _dates(time: ResolvedTime) -> bool:
    return time.expression.type in {TimexType.DATE, TimexType.TIME}


def _opens_with_pronoun(reading: Reading, lex: Lexis) -> bool:
    return any(word.lower in lex.persons for word in reading.scene.words)


def _is_main(reading: Reading, statement: Statement) -> bool:
    clause = reading.scene.clauses[statement.head]
    return clause.kind in {Kind.MAIN, Kind.COORD, Kind.FRAME} and not reading.is_quoted


def _is_speech(reading: Reading, statement: Statement) -> bool:
    scene = reading.scene
    if scene.is_speech(statement.head):
        return True
    return any(scene.clauses[n].kind is Kind.FRAME for n in statement.clauses)


# What is said to come or to be possible has been said, and that is what happened on the day.
_SAID = {Modality.PLANNED: Modality.HAPPENED, Modality.HYPOTHETICAL: Modality.HAPPENED}


def _has_frame(reading: Reading, statement: Statement) -> bool:
    return any(reading.scene.clauses[n].kind is Kind.FRAME for n in statement.clauses)


def _is_claimed(reading: Reading, statement: Statement) -> bool:
    claims = [hit for hit in reading.voices if hit.cue.gives == CLAIMS]
    if not claims:
        return False
    clause = reading.scene.clauses[statement.head]
    return clause.kind is Kind.CONTENT or _is_speech(reading, statement)


def _tells(reading: Reading, statement: Statement, telling: Telling) -> bool:
    """Whether a statement without a time tells a happening, a change, a statement or a plan."""
    scene = reading.scene
    verb = scene.clauses[statement.head].verb
    if verb is None or reading.scene.words[-1].text == "?":
        return False
    lowers = {word.lower for word in scene.words}
    if reading.is_quoted and lowers & scene.lex.first_persons:
        return False
    if telling.is_speech:
        return True
    if telling.tense is Tense.PRESENT or verb.head in scene.lex.statives:
        return False
    return telling.tense is not Tense.MODAL or scene.words[verb.first].lower in {"will", "shall"}


def _unique(names: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))  # type: ignore[call-overload]


def told_events(
    article: Article, times: Sequence[Time], anchor: Anchor, language: Language
) -> tuple[Event, ...]:
    """Events of one article, dated and undated, in order of telling."""
    return Teller(article, anchor, language).tell(times)


__all__ = ["Modality", "Teller", "replace", "told_events"]
