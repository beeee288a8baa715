"""A sentence with everything read off it once: its clauses, names, numbers, voices and moods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from kztimeline.events.attribution import SPEECH
from kztimeline.events.cutter import cut_clauses
from kztimeline.events.lead_in import dateline_end, telling_words
from kztimeline.events.lexis import Lexis, lexis
from kztimeline.events.name_lists import name_lists
from kztimeline.events.names import Name, find_names
from kztimeline.events.nicknames import nickname_words
from kztimeline.events.nominal import Nominal, find_nominals
from kztimeline.events.quantities import find_quantities, quantity_words
from kztimeline.events.ranking import counts_from
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.sections import ENTRY_MARKS
from kztimeline.events.statement import find_statements
from kztimeline.languages import CueHit, CueTable, Language
from kztimeline.model import (
    Anchor,
    Article,
    Quantity,
    ResolvedTime,
    Sentence,
    Time,
    TimexType,
)
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token, tokens


class Reading(NamedTuple):
    """One sentence, read.

    `number` is its index in the article, `section` counts the headings before it, `times` are
    all its time expressions, placed or not, `moods` and `memories` are asked only where something
    is told, `quote`
    is the index of the quotation it lies in, if it does. The times of `nominals` are not the
    scene's. `pronoun` is its first “he” or “she”, in small letters; empty without one.
    """

    number: int
    sentence: Sentence
    section: int
    scene: Scene
    names: tuple[Name, ...]
    voices: tuple[CueHit, ...]
    moods: CueTable
    memories: CueTable
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    quote: int | None
    is_quoted: bool
    nominals: tuple[Nominal, ...]
    statements: tuple[Statement, ...]
    pronoun: str

    @property
    def busy(self) -> tuple[Span, ...]:
        """The places of its time expressions."""
        return tuple(time.expression.span for time in self.times)


def read_sentences(
    article: Article, times: Sequence[Time], anchor: Anchor, language: Language
) -> Iterator[Reading]:
    """Readings of the headline and of all sentences but later headings, in order of place."""
    by_sentence: dict[int, list[Time]] = {}
    for time in times:
        by_sentence.setdefault(time.expression.sentence, []).append(time)
    small = _small_words(lexis(language))
    words = [
        _with_acronyms(tokens(article.text, sentence.span), small) for sentence in article.sentences
    ]
    told = [
        [] if sentence.is_heading else found
        for sentence, found in zip(article.sentences, words, strict=True)
    ]
    names = find_names(told, name_lists(language), lexis(language))
    reader = _Reader(article, anchor, language)
    section = 0
    ends = len(article.sentences)
    body = next((n for n, s in enumerate(article.sentences) if not s.is_heading), ends)
    for number, sentence in enumerate(article.sentences):
        section += sentence.is_heading
        is_told = not sentence.is_heading or number < body
        opens = number == body
        telling = telling_words(words[number], reader.lex, sent=reader.sent, opens=opens)
        if is_told and telling:
            here = by_sentence.get(number, [])
            yield reader.read(number, section, (telling, names[number]), here)


@cache
def _small_words(lex: Lexis) -> frozenset[str]:
    """The words that an acronym may look like: “WHO”, “US”, “IT”."""
    return lex.relatives | lex.pronouns | lex.object_pronouns | lex.first_persons


def _with_acronyms(words: list[Token], small: AbstractSet[str]) -> list[Token]:
    """“The WHO said” tells of no “who”: such a word stays as it is, if not all is in capitals."""
    for index, word in enumerate(words):
        if word.lower in small and word.text.isupper() and len(word.text) > 1:
            if not any(other.text[1:].islower() for other in words):
                break
            words[index] = word._replace(lower=word.text)
    return words


class _Reader:
    """What the sentences of one article have in common."""

    def __init__(self, article: Article, anchor: Anchor, language: Language) -> None:
        self.article = article
        self.day = anchor.interval.start if anchor.interval else None
        self.lex = lexis(language)
        self.sent = dateline_end(article)
        self.voices = language.cues("attribution")
        self.moods = language.cues("modality")
        self.memories = language.cues("memories")
        self.numbers = quantity_words(language)
        self.next_quote = 0

    def read(
        self,
        number: int,
        section: int,
        found: tuple[list[Token], tuple[Name, ...]],
        times: Sequence[Time],
    ) -> Reading:
        text, sentence = self.article.text, self.article.sentences[number]
        words = found[0]
        names = tuple(name for name in found[1] if name.span.start >= words[0].start)
        voices = tuple(self.voices.find(text, sentence.span))
        placed = _placed(times, words)
        busy = tuple(time.expression.span for time in times)
        timed = frozenset(span.start for span in busy)
        joints = _joints(words, times)
        cut = cut_clauses(words, _speech_words(words, voices), self.lex, timed, joints)
        quote = self._quote_around(sentence.span)
        scene = Scene(text, words, [word.lower for word in words], *cut, placed, self.lex, self.day)
        nominals = () if sentence.is_heading else find_nominals(scene)
        scene = scene._replace(times=_times_of_verbs(scene, nominals))
        return Reading(
            number=number,
            sentence=sentence,
            section=section,
            scene=scene,
            names=names,
            voices=voices,
            moods=self.moods,
            memories=self.memories,
            quantities=find_quantities(text, words, busy, self.numbers),
            times=tuple(times),
            quote=quote,
            is_quoted=quote is not None and self.article.quotes[quote].contains(sentence.span),
            nominals=nominals,
            statements=tuple(find_statements(scene)),
            pronoun=_first_of(self.lex.persons, scene.lows),
        )

    def _quote_around(self, span: Span) -> int | None:
        """Index of the first quotation that shares a character with the sentence."""
        quotes = self.article.quotes
        while self.next_quote < len(quotes) and quotes[self.next_quote].end <= span.start:
            self.next_quote += 1
        if self.next_quote < len(quotes) and quotes[self.next_quote].overlaps(span):
            return self.next_quote
        return None


def _times_of_verbs(scene: Scene, nominals: Sequence[Nominal]) -> tuple[ResolvedTime, ...]:
    """Less those of a noun, and those from which the sentence only counts."""
    told = [nominal.time.expression for nominal in nominals]
    named = {*(time.span for time in told), *(time.range_end for time in told)}
    return tuple(
        time
        for time in scene.times
        if time.expression.span not in named and not counts_from(scene, time)
    )


def _first_of(wanted: frozenset[str], lows: Sequence[str]) -> str:
    return "" if wanted.isdisjoint(lows) else next(low for low in lows if low in wanted)


def _placed(times: Sequence[Time], words: Sequence[Token]) -> tuple[ResolvedTime, ...]:
    """The dates and times of day that the telling words of a sentence have."""
    return tuple(
        time
        for time in times
        if isinstance(time, ResolvedTime)
        and time.expression.type in {TimexType.DATE, TimexType.TIME}
        and words
        and time.expression.span.start >= words[0].start
    )


def _joints(words: Sequence[Token], times: Sequence[Time]) -> frozenset[int]:
    """Where the words begin that stand inside a time or join the ends of a range.

    “On May 2, *1932*, she …”, “between May *and* June”: no clause begins there. Nor at the mark
    behind the time that opens an entry: “2 May 1932*:* She …”; nor in “Paul (Jerry) Berg”.
    """
    nicknames = nickname_words(words)
    if not times and not nicknames:
        return frozenset()
    inside = [(words[n].start, words[n].end) for n in nicknames]
    inside += [(time.expression.span.start + 1, time.expression.span.end) for time in times]
    inside += [
        (time.expression.span.end, time.expression.range_end.start)
        for time in times
        if time.expression.range_end is not None
    ]
    opened = next(
        (t.expression.span for t in times if t.expression.span.start == words[0].start), None
    )
    if opened is not None:
        marks = [word for word in words if word.start >= opened.end][:1]
        inside += [(mark.start, mark.end) for mark in marks if mark.text in ENTRY_MARKS]
    return frozenset(
        word.start for word in words if any(start <= word.start < end for start, end in inside)
    )


def _speech_words(words: Sequence[Token], voices: Sequence[CueHit]) -> frozenset[int]:
    if not voices:
        return frozenset()
    starts = {word.start: index for index, word in enumerate(words)}
    return frozenset(
        starts[hit.span.start]
        for hit in voices
        if hit.cue.gives in SPEECH and hit.span.start in starts
    )
