"""Where what somebody says begins and where the frame of it stands, ahead in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.ahead import LONGEST_ASIDE, STOPS, SUBJECT_TOKENS, Ahead
from kztimeline.events.verbs import is_ing
from kztimeline.textual.tokens import Token


class Sayings:
    """The speech of one sentence, and the questions a cutter asks of it."""

    def __init__(self, ahead: Ahead) -> None:
        """Take the sentence's words and verbs."""
        self.ahead = ahead
        self.words: Sequence[Token] = ahead.words
        self.lex = ahead.lex

    def content_start(self, verb: int) -> int | None:
        """Where what the speech verb at `verb` says begins, if it begins behind it."""
        last = self.ahead.verb_at[verb].last
        end = min(len(self.words), last + SUBJECT_TOKENS)
        for place in range(last + 1, end):
            if self.ahead.lower(place) in self.lex.that:
                return self._behind_that(place, last)
            if self.ahead.text(place) in STOPS or place in self.ahead.verb_at:
                break
        for place in range(last + 1, end):
            if self.ahead.text(place) in STOPS or self.ahead.lower(place) in self.lex.content_stops:
                return None
            if self._opens_content(place, last):
                return place
        return None

    def _behind_that(self, place: int, last: int) -> int | None:
        """“said in Oslo that he”, “told the court that he”, not “blamed the strikes that hit”."""
        is_object = place > last + 1 and self.ahead.lower(last + 1) in self.lex.determiners
        is_told = not is_object or self.ahead.lower(last) in self.lex.tellers
        return place + 1 if is_told and place + 1 < len(self.words) else None

    def _opens_content(self, place: int, last: int) -> bool:
        """“said it was”, “told parliament he had”: behind “told” stands first who was told."""
        word = self.ahead.lower(place)
        is_joint = word in self.lex.subordinators or word in self.lex.prepositions
        if is_joint or not self.ahead.tells_of(place):
            return False
        if word in self.lex.pronouns and word not in self.lex.pointers:
            return True
        before = self.ahead.text(place - 1)
        is_dated = before[0].isupper() or before[0].isdigit()
        is_addressed = self.ahead.lower(last) in self.lex.tellers and before in self.lex.objects
        is_behind = place > last + 1 and (is_dated or is_addressed)
        is_behind = is_behind and word in self.lex.determiners
        return is_behind or (place == last + 1 and self.ahead.lower(last) not in self.lex.tellers)

    def frames(self, start: int) -> bool:
        """Whether the frame of what stands before it follows: “…, Lind said on Tuesday.”."""
        for place in range(start, min(len(self.words), start + SUBJECT_TOKENS)):
            word = self.words[place]
            if place in self.ahead.says:
                return self.content_start(place) is None
            is_stop = word.text in STOPS or word.lower in self.lex.relatives
            if is_stop or place in self.ahead.verb_at:
                return self._frames_over_apposition(place, start)
            if place == start and word.lower in self.lex.coordinators:
                return False
            if place > start and word.lower in self.lex.that:
                return False
        return False

    def interrupts(self, start: int) -> bool:
        """Whether a frame stands inside what it frames: “The men, police said, had fled”.

        Or behind what leads in: “In Osh, police said, a man fled”.
        """
        if is_ing(self.ahead.lower(start), self.lex) or not self.frames(start):
            return False
        end = len(self.words)
        said = next((n for n in range(start, end) if n in self.ahead.says), end)
        comma = self.ahead.next_mark(",", said)
        return (
            comma is not None
            and comma - said <= LONGEST_ASIDE
            and not self.ahead.has_verb(said + 1, comma)
            and (
                self.ahead.is_verb(comma + 1)
                or self.ahead.verb_behind_subject(comma + 1) is not None
            )
        )

    def _frames_over_apposition(self, place: int, start: int) -> bool:
        """“…,” Anna Lind, head of the bank, told reporters: a speech verb behind name and comma."""
        opens = self.words[start].is_capital or self.ahead.lower(start) in self.lex.determiners
        if self.ahead.text(place) != "," or not opens:
            return False
        for index in range(place + 1, min(len(self.words), place + 2 * SUBJECT_TOKENS)):
            if index in self.ahead.says:
                return self.content_start(index) is None
            if index in self.ahead.verb_at or self.ahead.text(index) in STOPS - {","}:
                return False
        return False
