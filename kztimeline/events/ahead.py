"""What lies ahead in a sentence: a clause's verb, a relative word, what a speech verb says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kztimeline.events.bare import joined_infinitives
from kztimeline.events.lexis import Lexis
from kztimeline.events.verbs import (
    Tense,
    Verb,
    find_verbs,
    is_adverb,
    is_counted,
    is_ing,
    is_overtaken,
    is_participle,
    skip_adverbs,
)
from kztimeline.textual.tokens import Token

SUBJECT_TOKENS = 14  # a subject longer than this is not looked through for its verb
_LONGEST_PLACE = 4  # tokens of “N . Y .”
_LONGEST_TIME = 5  # words of “on Monday 3 March”
_IDENTIFIED = 5  # words of “identified by the police as”
_LENGTH = 7  # words of “less than an hour after”
LONGEST_ASIDE = 8  # tokens: “, 49,” or “, a former judge,” between a subject and its verb
STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", "—", "–", "“", "”", '"'})
QUOTE_ENDS = frozenset({"”", '"'})
MARKS = STOPS - {"“"}  # at which a clause can begin


@cache
def _openers(lex: Lexis) -> frozenset[str]:
    """The words and marks at which a clause can begin."""
    return MARKS | lex.openers


_OVER = frozenset({Tense.PAST, Tense.PERFECT})


class Ahead:
    """One sentence's words and verbs, and the questions a cutter asks of them."""

    def __init__(
        self,
        words: Sequence[Token],
        says: frozenset[int],
        lex: Lexis,
        timed: frozenset[int] = frozenset(),
        joints: frozenset[int] = frozenset(),
    ) -> None:
        """Find the verbs; a speech verb that looks like none of them is one all the same."""
        self.words = words
        self.lows = [word.lower for word in words]
        self.lex = lex
        self.timed = timed
        self.joints = joints
        found = find_verbs(words, lex)
        self.plain_verbs = tuple(sorted((*found, *joined_infinitives(words, found, timed, lex))))
        known = {n for verb in self.plain_verbs for n in range(verb.first, verb.last + 1)}
        others = [
            Verb(index, index, Tense.PAST, self.lows[index])
            for index in says - known
            if self._may_say(index)
        ]
        self.verbs = sorted((*self.plain_verbs, *others))
        self.firsts = [verb.first for verb in self.verbs]
        self.verb_at = {verb.first: verb for verb in self.verbs}
        self.in_verb = {index for verb in self.verbs for index in range(verb.first, verb.last + 1)}
        self.says = frozenset(verb.first for verb in self.verbs if says & _inside(verb))
        self.speech = says & self.in_verb

    def _may_say(self, index: int) -> bool:
        before = self.lower(index - 1)
        lex = self.lex
        return (
            not self.words[index].is_capital
            and self.lower(index + 1) not in lex.agents
            and before not in lex.determiners | lex.prepositions | lex.be
            and not is_counted(self.words, index, lex)
        )

    @property
    def telling_verbs(self) -> list[Verb]:
        """The verbs without “fired” in “A man fired last week from his job walked in”."""
        return [verb for at, verb in enumerate(self.verbs) if not self._only_says_which(at)]

    def _only_says_which(self, at: int) -> bool:
        behind = self.verbs[at].last + 1
        word = self.lower(behind)
        governs = (
            word in self.lex.prepositions | self.lex.agents
            or is_adverb(word, self.lex)
            or (behind < len(self.words) and self.words[behind].start in self.timed)
        )
        return governs and is_overtaken(self.verbs, at, self.words, self.says, self.lex)

    def lower(self, index: int) -> str:
        """The word at an index in lower case; empty beyond either end."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def text(self, index: int) -> str:
        """The word at an index as written; empty beyond either end."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a finite verb begins in tokens `[first, last)`."""
        place = bisect_left(self.firsts, first)
        return place < len(self.firsts) and self.firsts[place] < last

    def has_told_verb(self, first: int, last: int) -> bool:
        """The same, but for participles: “a clerk assigned to him”, “a man named Lind”."""
        return any(
            first <= verb.first < last
            and not (
                verb.first == verb.last
                and is_participle(self.lower(verb.first), self.lex)
                and (
                    self.lower(verb.last + 1) in self.lex.prepositions
                    or self.lower(verb.last) in self.lex.naming
                )
            )
            for verb in self.verbs
        )

    def next_mark(self, mark: str, start: int) -> int | None:
        """Index of the next such mark; `None` where none follows."""
        return next((n for n in range(start, len(self.words)) if self.words[n].text == mark), None)

    def verb_behind_subject(self, start: int) -> int | None:
        """Index of the verb of a clause beginning with its subject at `start`; `None` if none."""
        for index in range(start, min(len(self.words), start + SUBJECT_TOKENS)):
            word = self.words[index]
            if index in self.verb_at:
                return index if index > start else None
            if word.text in STOPS or word.lower in self.lex.relatives:
                return None
            if index > start and word.lower in self.lex.subordinators - self.lex.as_:
                return None
            if word.lower in self.lex.coordinators and (
                self.lower(start - 1) in self.lex.as_
                or self.is_verb(index + 1)
                or any(before.start in self.timed for before in self.words[start:index])
            ):
                return None  # “an emergency and closed the schools”: what comes before has no verb
        return None

    def tells(self, start: int) -> bool:
        """Whether a verb stands before the next comma."""
        comma = self.next_mark(",", start)
        return self.has_verb(start, len(self.words) if comma is None else comma)

    def places(self) -> set[int]:
        """Where a clause can begin but for what is said.

        Few words of a sentence: at the others there is nothing to ask.
        """
        joints = self.lex.bound_relatives | self.lex.of  # behind “in”, “some”
        openers = _openers(self.lex)
        opening = (n for n, low in enumerate(self.lows) if low in openers)
        before = (n - 1 for n, low in enumerate(self.lows) if low in joints)
        touching = (n for n, low in enumerate(self.lows) if low in self.lex.touching)
        return {*self.verb_at, *opening, *before, *touching}

    def is_relative(self, index: int) -> bool:
        """Whether a relative clause opens here: “who”, “in which”, “some of whom”."""
        word, after, before = self.lower(index), self.lower(index + 1), self.lower(index - 1)
        if word in self.lex.relatives:
            if before in self.lex.prepositions and word not in self.lex.place_relatives:
                return False
            return (
                word not in self.lex.place_relatives
                or self.verb_behind_subject(index + 1) is not None
            )
        if word in self.lex.prepositions and after in self.lex.bound_relatives:
            return True
        return after in self.lex.of and self.lower(index + 2) in self.lex.bound_relatives

    def has_object_before(self, index: int, running: int) -> bool:
        """Whether a clause with its own subject has what stands before it for an object.

        “lost the medal (*she won* in Oslo)”, “the house (that *Lind bought* in May)”; `running` is
        where the clause around begins. What somebody is told has none: “told the court he left”.
        """
        lex, place = self.lex, self.verb_behind_subject(index)
        if place is None:
            return False
        verbs = [verb for verb in self.verbs if running <= verb.first < index]
        telling = lex.told_verbs | lex.tellers | lex.told_nouns | lex.claim_nouns | lex.doubt_nouns
        if not verbs or verbs[-1].first in self.says or verbs[-1].head in telling | lex.be:
            return False  # “It was a stroke she suffered in May”: one statement
        verb = self.verb_at[place]
        if verb.first in self.says or verb.tense not in _OVER:
            return False
        joints = range(verb.last + 1, len(self.lows))
        if any(self.lows[n] in lex.coordinators and not self.is_verb(n + 1) for n in joints):
            return False  # “will lose the medal she won in May and miss the games in June”
        behind = self.lower(verb.last + 1)
        is_timed = verb.last + 1 < len(self.words) and self.words[verb.last + 1].start in self.timed
        is_gap = is_timed or behind in lex.prepositions or behind in lex.coordinators
        return is_gap or not behind or behind in STOPS or behind == "."

    def leans(self, index: int) -> bool:
        """Whether a subordinator opens a clause: subject and verb ahead, or an -ing form."""
        after = index + 1
        if after >= len(self.words):
            return False
        if self.words[after].start in self.timed and self.lows[index] in self.lex.prepositions:
            return False
        if self.lows[after] in self.lex.of:
            return False
        if self.lows[index] in self.lex.as_ and (
            self.lower(index - 1) in self.lex.posts | self.lex.degrees
            or self.lower(after) in self.lex.degrees  # “As many as forty were hurt”
        ):
            return False
        if self.lows[index] in self.lex.as_ and self._is_identified(index):
            return False
        return self.tells_of(after) or is_ing(self.lower(index + 1), self.lex)

    def _is_identified(self, index: int) -> bool:
        """“a man, identified by police as Lind, a clerk, left”: who it is, not when he left."""
        before = self.lows[max(0, index - _IDENTIFIED) : index]
        is_name = self.words[index + 1].is_capital
        return is_name and not self.lex.identifying.isdisjoint(before)

    def sequel(self, index: int) -> int:
        """Where “after” stands in “Less than an hour after leaving, …”; 0 without such a lead."""
        for place in range(index + 1, min(index + _LENGTH, len(self.words))):
            if not self.words[place].is_word or place in self.verb_at:
                break
            if self.lower(place) in self.lex.sequels:
                inside = {word.start for word in self.words[index:place]}
                is_length = not self.timed.isdisjoint(inside)
                is_length |= self.lower(place - 1) in self.lex.at_once
                return place if is_length and self.leans(place) else 0
        return 0

    def is_place_behind(self, index: int) -> bool:
        """“After leaving Osh, *Calif.*, she …”: nothing but capitals up to the next comma."""
        end = self.next_mark(",", index)
        if end is None or end - index > _LONGEST_PLACE:
            return False
        return all(word.is_capital or word.text == "." for word in self.words[index:end])

    def is_phrase_behind(self, index: int) -> bool:
        """“Born on 3 May, *in Osh*, she …”: a phrase without a verb up to the next comma."""
        end = self.next_mark(",", index)
        return (
            end is not None
            and self.lower(index) in self.lex.prepositions
            and not self.has_verb(index, end)
        )

    def is_spaced(self, index: int) -> bool:
        """An unspaced en dash joins (“Oslo–Bergen”); an em dash never does."""
        word, before = self.words[index], self.words[index - 1]
        return word.text == "—" or before.end < word.start

    def is_stuck_in(self, first: int, last: int) -> bool:
        """“the governor, Eva Lind, left” and “Eva Lind, twice governor of Osh, left”."""
        inside = [word for word in self.words[first:last] if word.is_word]
        is_capital = all(word.is_capital for word in inside)
        if not inside or not self.words[first - 2].is_capital:
            return bool(inside) and is_capital
        return not inside[0].is_capital and self.is_verb(last + 1)

    def is_verb(self, index: int) -> bool:
        """Whether a verb begins here, adverbs before it left aside."""
        return skip_adverbs(self.words, index, self.lex) in self.verb_at

    def behind_time(self, index: int) -> int:
        """The word behind a time that stands there: “and in June *sold* it”; else the word."""
        place = index
        while self.lower(place) in self.lex.time_prepositions:
            place += 1
        if place >= len(self.words) or self.words[place].start not in self.timed:
            return index
        place += 1
        while place < len(self.words) and self.words[place].start in self.joints:
            place += 1
        return place + (self.text(place) == ",")

    def before_time(self, index: int) -> int:
        """Where a time begins that ends before a word, with what governs it; else the word's own.

        “learned (in June) *that* …”
        """
        inner = self.lex.prepositions | self.lex.determiners
        for first in range(index - 1, max(0, index - _LONGEST_TIME), -1):
            if self.words[first].start in self.timed:
                return first - (self.lower(first - 1) in self.lex.time_prepositions)
            if self.lows[first] in inner:
                break  # “in May of the plan that Lind made”
        return index

    def behind_all_of_time(self, index: int) -> int:
        """The word behind the times that stand there: “and at noon on Tuesday *it* was opened”."""
        if self.behind_time(index) == index:
            return index
        ends = self.lex.pronouns | self.lex.determiners
        for place in range(self.behind_time(index), min(len(self.words), index + _LENGTH)):
            if self.lows[place] in ends:
                return place
            if place in self.verb_at or self.text(place) in STOPS:
                break
        return index

    def opens_group(self, index: int) -> bool:
        """Whether an auxiliary stands here, which no verb before it can be part of."""
        lex = self.lex
        return self.lower(index) in lex.past_auxiliaries | lex.modals | lex.be | lex.have

    def tells_of(self, place: int) -> bool:
        """Whether a subject and its verb follow, over an age, or over “, who was hurt,”."""
        if self.verb_behind_subject(place) is not None:
            return True
        comma = self.next_mark(",", place)
        if comma is None or comma - place > SUBJECT_TOKENS or self.has_verb(place, comma):
            return False
        closing = self.next_mark(",", comma + 1)
        if closing is None or not self.is_verb(closing + 1):
            return False
        if self.is_relative(comma + 1):
            return closing - comma <= SUBJECT_TOKENS and self.has_verb(comma, closing)
        is_noun = self.lower(comma + 1) in self.lex.determiners  # “, a man named Lind,”
        tells = self.has_told_verb if is_noun else self.has_verb
        return closing - comma <= LONGEST_ASIDE and not tells(comma, closing)


def _inside(verb: Verb) -> set[int]:
    return set(range(verb.first, verb.last + 1))
