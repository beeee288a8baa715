"""One article's sentences, read in order, told as events."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kztimeline.events.attribution import Voices, find_attribution
from kztimeline.events.carry import Passage, Telling, carried, elsewhere
from kztimeline.events.cutting import Cutting
from kztimeline.events.dating import UNDATED, Dated, is_bare_clock, own_date
from kztimeline.events.headline import headline_title, is_headline, leading, names_in, whole
from kztimeline.events.keeping import lead_clause
from kztimeline.events.known import Known
from kztimeline.events.lexis import lexis
from kztimeline.events.mention_ids import MentionIds
from kztimeline.events.modality import Told, as_of
from kztimeline.events.names import places_in, who_in
from kztimeline.events.nominal import Nominal
from kztimeline.events.persons import Persons, pronoun_in, pronoun_of
from kztimeline.events.phrase_title import phrase_title
from kztimeline.events.reading import Reading, read_sentences
from kztimeline.events.recalled import (
    described_happenings,
    less,
    recalled_clauses,
    recalled_phrases,
)
from kztimeline.events.scene import Statement
from kztimeline.events.sections import days_above
from kztimeline.events.story import find_story, has_come, is_main
from kztimeline.events.subject import subject_words
from kztimeline.events.telling import (
    content_of,
    frame_of,
    is_own_voice,
    is_past,
    is_question,
    is_state,
    is_told_twice,
    keeps_voice,
    only_names,
    published_on,
    reported_statement,
    telling_of,
    tells,
    told_as,
    trigger_of,
)
from kztimeline.events.title import can_stand, cut_title, stands_unsaid
from kztimeline.events.verbs import Tense
from kztimeline.languages import Language, load_acts
from kztimeline.model import (
    Anchor,
    Article,
    Attribution,
    Event,
    Modality,
    ResolvedTime,
    Time,
)
from kztimeline.temporal import Granularity, Interval
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token


def told_events(
    article: Article, times: Sequence[Time], anchor: Anchor, language: Language
) -> tuple[Event, ...]:
    """Events of one article, dated and undated, in order of telling."""
    teller = _Teller(article, anchor, language)
    readings = list(read_sentences(article, times, anchor, language))
    told = [reading for reading in readings if not reading.sentence.is_heading]
    teller.hear_quotations(told)
    teller.passage = Passage(story=find_story(told, anchor, teller.acts))
    for reading in readings:
        if not reading.sentence.is_heading or is_headline(reading, article.title, teller.acts):
            teller.known.hear(reading)
    days = days_above(article, times)
    for reading in readings:
        if not reading.sentence.is_heading:
            teller.passage = teller.passage.under(days.get(reading.number))
            teller.tell(reading)
        elif is_headline(reading, article.title, teller.acts):
            teller.tell_headline(reading, told)
    return tuple(teller.events)


class _Piece(NamedTuple):
    """What of a sentence becomes one event; `he` is whom a pronoun at its head stands for."""

    statement: Statement
    clause: Span
    words: Sequence[Token]
    title: str
    told: Told
    trigger: str
    voice: Attribution | None = None
    he: str | None = None


class _Teller:
    """Goes through one article, keeping the passage's time and whom it speaks of."""

    def __init__(self, article: Article, anchor: Anchor, language: Language) -> None:
        self.article = article
        self.anchor = anchor
        self.lex = lexis(language)
        self.passage = Passage()
        self.acts = load_acts(language)
        self.known = Known(self.acts)
        self.persons = Persons()
        self.speakers: dict[int | None, Attribution] = {}
        self.events: list[Event] = []
        self.ids = MentionIds(article)
        self.heard: set[str] = set()  # stems of all words so far

    def hear_quotations(self, readings: Sequence[Reading]) -> None:
        """Whose a quotation is: one of its sentences says so, most often the last.

        One that nobody is said to speak goes on with the quotation before it in its paragraph.
        """
        for reading in readings:
            if reading.quote is not None and not reading.is_quoted:
                voice = find_attribution(self._voices(reading), frame_of(reading))
                if voice and voice.speaker:
                    self.speakers.setdefault(reading.quote, voice)
            self.persons.hear(reading)
        self.persons = Persons()
        for before, reading in pairwise(readings):
            is_same = before.sentence.paragraph == reading.sentence.paragraph
            if is_same and reading.is_quoted and before.quote in self.speakers:
                self.speakers.setdefault(reading.quote, self.speakers[before.quote])

    def tell(self, reading: Reading) -> None:
        """The events of one sentence; then what the next one has to know of it."""
        first, stems = len(self.events), self.lex.stemmer.stems_of(reading.scene.lows)
        new = frozenset(stems) - self.heard
        described = tuple(described_happenings(reading, self.known))
        beside = {number for clause, _ in described for number in clause.clauses}
        for told in () if is_question(reading) else reading.statements:
            statement = less(told, beside)
            telling = telling_of(reading, statement)
            if statement.time is not None:
                if not only_names(reading, statement):
                    self._add(reading, statement, self._own_date(reading, statement, telling))
                self._add_reported(reading, statement, telling)
                if self._moves_on(reading, statement, statement.time):
                    self.passage = self.passage.after(telling, statement.time, new)
            elif tells(reading, statement, telling, self.passage.day):
                self._add_untimed(reading, statement, telling)
                self.passage = self.passage.beside(telling)
        for nominal in reading.nominals:
            if nominal.is_told:
                self._add_nominal(reading, nominal)
        for clause, time in described:
            self._add(reading, clause, elsewhere(time))
        self._add_recalled(reading, {event.when for event in self.events[first:]})
        self.heard.update(stems)
        self.persons.hear(reading)

    def _moves_on(self, reading: Reading, statement: Statement, time: ResolvedTime) -> bool:
        """Whether the passage speaks of that time from here on."""
        is_told = is_main(reading, statement) and not is_bare_clock(time, self.anchor)
        return is_told and has_come(time, self.anchor)

    def _own_date(self, reading: Reading, statement: Statement, telling: Telling) -> Dated:
        """Its own time, or that of the happening from which it counts."""
        time, times = statement.time, reading.scene.times
        if time is None:
            return UNDATED
        counted = self.known.led_in(reading, statement, time)
        return counted or self.passage.dated_by(time, times, telling, self.anchor)

    def _add_recalled(self, reading: Reading, told: set[Interval | None]) -> None:
        """What is named beside what is told, on the day that the article gives it elsewhere."""
        days = [when for when in told if when and when.granularity <= Granularity.DAY]
        for phrase in recalled_phrases(reading, self.known, self.persons):
            if not any(day.overlaps(phrase.time.interval) for day in days):
                days.append(phrase.time.interval)
                self._add_phrase(reading, phrase, elsewhere(phrase.time))
        for clause, time in recalled_clauses(reading, self.known, self.persons):
            is_new = not any(day.overlaps(time.interval) for day in days)
            if is_new and self._can_stand(reading, clause):
                days.append(time.interval)
                self._add(reading, clause, elsewhere(time))

    def _can_stand(self, reading: Reading, clause: Statement) -> bool:
        """Whether a title can be cut from a clause alone."""
        return can_stand(self._cutting(reading, clause))

    def _cutting(self, reading: Reading, told: Statement) -> Cutting:
        he = self._whom(reading, told.head)
        owners = self.persons.owners(reading)
        return Cutting(reading.scene, told, reading.names, he, reading.busy, owners=owners)

    def _add_nominal(self, reading: Reading, nominal: Nominal) -> None:
        """A happening that a noun names, on the day of its time, or a finer one told elsewhere."""
        placed = [time for time in reading.times if isinstance(time, ResolvedTime)]
        finer = self.known.finer(reading, nominal)
        dated = elsewhere(finer) if finer else own_date(nominal.time, placed)
        self._add_phrase(reading, nominal, dated)

    def _add_phrase(self, reading: Reading, nominal: Nominal, dated: Dated) -> None:
        """A happening that a noun names: done, or to come where its time is."""
        scene = reading.scene
        statement = Statement((), -1, nominal.time)
        cutting = Cutting(scene, statement, reading.names, None, [nominal.time.expression.span])
        words = scene.words[nominal.first : nominal.last]
        clause = Span(words[0].start, words[-1].end)
        piece = _Piece(
            statement,
            clause,
            words,
            title=phrase_title(cutting, range(nominal.first, nominal.last), nominal.head),
            told=as_of(Told(Modality.HAPPENED, negated=False), dated.when, self.anchor.interval),
            trigger=scene.words[nominal.head].lower,
        )
        self._append(reading, piece, dated)

    def _add_untimed(self, reading: Reading, statement: Statement, telling: Telling) -> None:
        """A statement on a day of its surroundings; what was reported, without the report."""
        if (published := published_on(reading, statement)) is not None:
            self._add(reading, statement, carried(published), is_saying=True)
            return
        opening = reading.scene.words[reading.scene.clauses[statement.head].first]
        is_his = opening.lower in self.lex.persons | self.lex.possessive_pronouns
        he = self.persons.whom(reading, opening) if is_his else None
        known = self.known.counted(reading, statement)
        known = known or self.known.time_of(reading, statement, telling, he)
        now = self.passage.day_of(telling, self.anchor)
        dated = known or now
        is_reported = telling.is_speech and dated.is_carried and not is_own_voice(reading)
        told = reported_statement(reading, statement) if is_reported else statement
        self._add(reading, told, dated)
        if is_reported and known and now.when and now.when != known.when:
            self._add(reading, statement, now, is_saying=True)

    def _add_reported(self, reading: Reading, statement: Statement, telling: Telling) -> None:
        """“… was stopped, the navy said on Friday”: the stopping, if that was on another day.

        Its day is what the article gives it elsewhere, else its passage's. What has a time of its
        own is told by it; what was said had happened by then.
        """
        content = content_of(reading, statement)
        is_past = telling.tense is Tense.PAST and telling.is_speech
        has_time = any(other.head == content for other in reading.statements)
        if content is None or statement.time is None or not is_past or has_time:
            return
        said, told = statement.time.interval, reported_statement(reading, statement)
        there = self.known.beside(reading, told, self._whom(reading, content))
        is_told = self.passage.story and not is_state(reading, content)
        if there is None and not (is_told and stands_unsaid(self._cutting(reading, told))):
            return
        dated = self.passage.day_of(telling, self.anchor) if there is None else elsewhere(there)
        start = dated.when.start if dated.when else None
        is_later = start is not None and said.end is not None and start >= said.end
        if dated.when != said and not is_later:
            self._add(reading, told, dated)

    def _whom(self, reading: Reading, number: int) -> str | None:
        """Whom the “he” of a clause stands for."""
        return self.persons.whom(reading, pronoun_in(reading, number))

    def tell_headline(self, reading: Reading, told: Sequence[Reading]) -> None:
        """A headline tells the leading event, on its day; its names are those of the text."""
        statement = whole(reading)
        dated = (
            self.passage.day_of(leading(reading), self.anchor)
            if statement.time is None
            else own_date(statement.time, reading.scene.times)
        )
        named = reading._replace(names=names_in(reading, told))
        self._add(named, statement, dated)
        self._add_recalled(named, {dated.when})

    # ── one event ─────────────────────────────────────────────────────────────────────────────────

    def _add(
        self, reading: Reading, statement: Statement, dated: Dated, *, is_saying: bool = False
    ) -> None:
        scene = reading.scene
        clause = scene.span_of(statement.clauses)
        subject = subject_words(scene, lead_clause(scene, statement))
        first, last = scene.first_from(clause.start), scene.first_from(clause.end)
        words = scene.words[first:last]
        if subject:
            words = [scene.words[n] for n in sorted({*range(first, last), *subject})]
        if not any(word.is_word for word in words):
            return  # marks between two sentences tell nothing
        told = as_of(told_as(reading, statement), dated.when, self.anchor.interval)
        voiced = is_saying or keeps_voice(reading, statement, told)
        he = self.persons.whom(reading, pronoun_of(reading, words[0]))
        owners = self.persons.owners(reading)
        cutting = Cutting(scene, statement, reading.names, he, reading.busy, voiced, owners)
        is_whole = reading.sentence.is_heading and len(statement.clauses) == len(scene.clauses)
        title = headline_title(reading) if is_whole else cut_title(cutting)
        if is_told_twice(reading, statement, title):
            return
        piece = _Piece(
            statement,
            clause,
            words,
            title=title,
            told=told,
            trigger=trigger_of(reading, statement),
            voice=self._voice(reading, statement.head),
            he=he if words[0].lower in self.lex.persons else None,
        )
        self._append(reading, piece, dated)

    def _append(self, reading: Reading, piece: _Piece, dated: Dated) -> None:
        starts = {word.start for word in piece.words}
        names = [name for name in reading.names if name.span.start in starts]
        self.events.append(
            Event(
                id=self.ids.of(reading.sentence.span, piece.statement.time, piece.clause),
                article_id=self.article.id,
                span=reading.sentence.span,
                clause=piece.clause,
                title=piece.title,
                time=dated.time,
                is_carried=dated.is_carried,
                when=dated.when,
                kind=dated.kind,
                certainty=dated.certainty,
                modality=piece.told.modality,
                negated=piece.told.negated,
                attribution=piece.voice,
                quantities=tuple(q for q in reading.quantities if piece.clause.overlaps(q.span)),
                names=who_in(piece.he, names),
                places=places_in(names),
                terms=tuple(sorted(self.lex.stemmer.stems(piece.words))),
                order=len(self.events),
                steps=dated.steps,
                trigger=piece.trigger,
                is_past=is_past(reading),
            )
        )

    def _voice(self, reading: Reading, head: int) -> Attribution | None:
        voice = find_attribution(self._voices(reading), head)
        if voice is None and reading.is_quoted and reading.quote is not None:
            return self.speakers.get(reading.quote)
        return voice

    def _voices(self, reading: Reading) -> Voices:
        he = self.persons.he(reading)
        return Voices(reading.scene, reading.voices, reading.names, reading.busy, he)
