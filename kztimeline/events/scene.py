"""One sentence, cut into clauses, with its times: what every question about it is asked of."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.lexis import Lexis
from kztimeline.events.verbs import Verb
from kztimeline.model import ResolvedTime
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

_START, _END = attrgetter("start"), attrgetter("end")


class Statement(NamedTuple):
    """Indices of its clauses in order, the one whose verb it tells, and its time, opened or not."""

    clauses: tuple[int, ...]
    head: int
    time: ResolvedTime | None


class Scene(NamedTuple):
    """One sentence, cut; `says` are its speech verbs, `day` is when its article's day begins.

    `lows` are the words in small letters.
    `verbs` are those that its words look like, whether or not they tell a clause.
    """

    text: str
    words: Sequence[Token]
    lows: Sequence[str]
    clauses: tuple[Clause, ...]
    says: frozenset[int]
    verbs: tuple[Verb, ...]
    times: tuple[ResolvedTime, ...]
    lex: Lexis
    day: datetime | None = None

    def is_speech(self, number: int) -> bool:
        """Whether the clause's verb is one of speech."""
        verb = self.clauses[number].verb if self.says else None
        return verb is not None and not self.says.isdisjoint(range(verb.first, verb.last + 1))

    def is_told_by_noun(self, number: int) -> bool:
        """Whether no verb says it but a noun: “over reports that *his son had fled*”."""
        clause = self.clauses[number]
        return clause.kind is Kind.CONTENT and not self.is_speech(clause.host or 0)

    def span_of(self, numbers: Sequence[int]) -> Span:
        """From the first character of the clauses to the last, marks at the borders left out."""
        words = [
            word
            for number in numbers
            for word in self.words[self.clauses[number].first : self.clauses[number].last]
        ]
        inside = [word for word in words if word.text not in {",", ";", ":", "."}] or words
        return Span(inside[0].start, inside[-1].end)

    def stretches(self, number: int) -> list[range]:
        """A clause's tokens, in as many pieces as interruptions leave it."""
        return [
            range(clause.first, clause.last)
            for other, clause in enumerate(self.clauses)
            if other == number or (clause.kind is Kind.RESUMED and clause.host == number)
        ]

    def clause_at(self, offset: int) -> int:
        """The clause that holds a character, a resumed one under the one it takes up."""
        index = self.word_at(offset)
        number = max(n for n, clause in enumerate(self.clauses) if clause.first <= index or n == 0)
        clause = self.clauses[number]
        resumes = clause.kind is Kind.RESUMED and clause.host is not None
        return clause.host if resumes and clause.host is not None else number

    def word_at(self, offset: int) -> int:
        """Index of the word that holds or follows a character."""
        return min(bisect(self.words, offset, key=_END), len(self.words) - 1)

    def first_from(self, offset: int) -> int:
        """Index of the first word that begins at a character or behind it."""
        return bisect_left(self.words, offset, key=_START)
