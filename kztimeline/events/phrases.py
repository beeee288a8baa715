"""Noun phrases that name a happening: where they begin and end, and their head word.

“The fatal shooting of Paul Berg”, “Berg’s escape from prison”, “killing Paul Berg”, “the clerk
killed by Lind”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kztimeline.events.lexis import Lexis
from kztimeline.events.nicknames import nickname_words
from kztimeline.events.scene import Scene
from kztimeline.events.verbs import (
    BORDERS,
    Verb,
    clause_stops,
    is_adverb,
    is_done_by,
    is_ing,
    is_overtaken,
    is_participle,
    skip_adverbs,
)
from kztimeline.model import ResolvedTime

_LEAST = 1  # words besides the noun that say which: “the 2019 election” says little
_SHORT = 3  # letters of an abbreviation


@cache
def _outside(lex: Lexis) -> frozenset[str]:
    """Words that stand in no noun phrase."""
    return (lex.prepositions | lex.openers | lex.pronouns | lex.infinitive) - lex.determiners


class Phrase(NamedTuple):
    """Words `[first, last)` that name a happening, and its head: “Berg’s escape from prison”."""

    first: int
    last: int
    head: int

    @property
    def words(self) -> range:
        """Indices of its words."""
        return range(self.first, self.last)


def find_phrases(scene: Scene) -> Iterator[Phrase]:
    """Phrases that name a happening, or a doing with its object, in which no time stands."""
    happenings, agents = scene.lex.happenings, scene.lex.agents
    may_be = any(low in happenings or low in agents or low.endswith("ing") for low in scene.lows)
    if may_be and names_any(scene):
        yield from NounPhrases(scene).phrases()


def names_any(scene: Scene) -> bool:
    """Whether a sentence has a word that may name a happening."""
    lex = scene.lex
    return not lex.happenings.isdisjoint(scene.lows) or any(
        is_participle(low, lex) for low in scene.lows
    )


class NounPhrases:
    """Looks around the happenings of one sentence."""

    def __init__(self, scene: Scene) -> None:
        """Find the verbs, which no such phrase holds, and the words that are of a time."""
        self.scene = scene
        self.lex = scene.lex
        self.lows = scene.lows
        self.verbs: Sequence[Verb] = scene.verbs
        self.in_verb = {n for verb in self.verbs for n in range(verb.first, verb.last + 1)}
        self.nicknames = nickname_words(scene.words)
        self.timed: dict[int, ResolvedTime] = {
            n: time
            for time in scene.times
            for n, word in enumerate(scene.words)
            if time.expression.span.start <= word.start < time.expression.span.end
        }

    def phrases(self) -> Iterator[Phrase]:
        """Words round each happening that no verb tells and no time stands in."""
        for head, low in enumerate(self.lows):
            if head not in self.timed and self._is_told_of(head):
                yield Phrase(self._phrase_start(head - 1, crosses=True), self._end(head), head)
            if low not in self.lex.happenings and not low.endswith("ing"):
                continue
            is_governed = self._low(head - 1) in self.lex.prepositions
            is_doing = is_governed and self._is_doing(head)
            is_noun = low in self.lex.happenings and not self._is_inner_noun(head)
            if head in self.in_verb or head in self.timed or not (is_doing or is_noun):
                continue
            phrase = Phrase(head if is_doing else self._told_start(head), self._end(head), head)
            others = self.lex.others.intersection(self.lows[phrase.first : head])
            if self._says_enough(phrase.words) and not others:
                yield phrase

    def ending_at(self, index: int) -> Phrase | None:
        """The happening named by the words up to a clause: “a quake on the island (that …)”."""
        for head in range(index - 1, -1, -1):
            if head in self.in_verb or head in self.timed or self._is_stop(head):
                return None
            if self.lows[head] in self.lex.happenings and not self._is_inner_noun(head):
                return Phrase(self._told_start(head), index, head)
        return None

    def _is_told_of(self, index: int) -> bool:
        """Whether a participle says of a noun what was done to it: “the clerk killed by Lind”."""
        if not is_done_by(self.scene.words, index, self.lex):
            return False
        is_verb = index in self.in_verb
        if is_verb and not (self._is_overtaken(index) or self._is_trailing(index)):
            return False
        return self._is_reduced(index)

    def _told_start(self, head: int) -> int:
        """Where a phrase begins, behind what leads to it: “days following Berg’s death”."""
        start = self._phrase_start(head)
        leads = (n for n in range(start, head) if self.lows[n] in self.lex.circumstances)
        return max(leads, default=start - 1) + 1

    def _is_inner_noun(self, index: int) -> bool:
        """“the fire brigade”, “a strike leader”: a happening that only says which."""
        is_aged = self._low(index + 1) in self.lex.aged  # “Berg’s death aged 50”
        return self._is_inner(index + 1) and index + 1 not in self.timed and not is_aged

    def _is_doing(self, index: int) -> bool:
        """“guilty of robbing a bank”, “of killing Paul Berg”: a verb in -ing, with its object."""
        low = self.lows[index]
        if low not in self.lex.happenings:
            return is_ing(low, self.lex)
        has_object = index + 1 < len(self.lows) and (
            self._low(index + 1) in self.lex.determiners or self.scene.words[index + 1].is_capital
        )
        is_governed = self._low(index - 1) in self.lex.prepositions
        return low.endswith("ing") and is_governed and has_object

    def _low(self, index: int) -> str:
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def _is_joint(self, index: int) -> bool:
        """“killing his wife and a guest in May”: the time is behind both, no verb between."""
        return self._low(index) in self.lex.coordinators and self._is_inner(index + 1)

    def _is_stop(self, index: int) -> bool:
        low, before = self.lows[index], self.scene.words[index - 1] if index else None
        is_age = low == "," and self._is_age(index + 1, index - 1)
        is_dot = low == "." and before is not None and before.is_capital
        is_short = is_dot and before is not None and len(before.text) <= _SHORT  # “L.A.”, “Gov.”
        stops = self.lex.openers - self.lex.of
        is_mark = low in BORDERS and not (is_age or is_short or index in self.nicknames)
        return is_mark or low in stops or low in self.lex.pronouns

    def _is_age(self, *places: int) -> bool:
        return any(self._low(place).isdigit() and place not in self.timed for place in places)

    def _is_inner(self, index: int) -> bool:
        """Whether a word can stand inside one noun phrase, its determiner too."""
        if not 0 <= index < len(self.lows) or index in self.in_verb:
            return False
        low = self.lows[index]
        if low in _outside(self.lex):
            return False
        return self.scene.words[index].is_word or low in self.lex.possessives

    def _phrase_start(self, index: int, *, crosses: bool = False) -> int:
        """Where the noun phrase begins that ends at `index`, behind an “of” unless it `crosses`."""
        start = index
        while start > 0:
            if self.lows[start - 1] in self.lex.determiners and self._is_inner(start - 1):
                return start - 1
            is_age = self._low(start - 1) == "," and self._is_age(start, start - 2)
            is_of = self.lows[start - 1] in self.lex.of and self._is_inner(start - 2)
            is_joined = crosses and (is_of or self._is_inside(start, index))
            if not (is_age or is_joined or self._is_inner(start - 1)):
                break
            start -= 1
        return start

    def _is_inside(self, start: int, end: int) -> bool:
        """“a motion against him, lost”, “a house in Leeds, built”: neither he nor Leeds was."""
        before, lex = self.lows[start - 1], self.lex
        is_loose = self._low(end) == ","
        if not self._is_inner(start - 2):
            return False
        if self.lows[start] in lex.objects:
            return is_loose and before in lex.prepositions
        last = end + (not is_loose)  # “a visit to Rome planned (for May)”: no comma, no name
        is_name = all(word.is_capital for word in self.scene.words[start:last])
        return is_name and before in (lex.inside if is_loose else lex.beside | lex.inside)

    def _end(self, head: int) -> int:
        """Behind the last word that belongs to the phrase: up to the next verb, mark or clause."""
        end = head + 1
        while end < len(self.lows) and end not in self.in_verb and not self._is_stop(end):
            end += 1
        particles = self.lex.particles - self.lex.time_prepositions
        stays = head + 2 if self._low(head + 1) in particles else head + 1  # “cut off since May”
        while end > stays and self._low(end - 1) in self.lex.prepositions | self.lex.determiners:
            end -= 1
        return end if end > head + 1 else self._end_of_clause(head + 1)

    def _end_of_clause(self, index: int) -> int:
        """Behind the relative clause that says of a bare noun what happened."""
        is_relative = {self._low(index), self._low(index + 1)} & self.lex.relatives
        end = index
        while is_relative and end < len(self.lows) and self.lows[end] not in BORDERS:
            end += 1
        return end

    def _says_enough(self, words: range) -> bool:
        lex = self.lex
        small = lex.prepositions | lex.determiners | lex.possessives | lex.adverbs | lex.repeated
        own = [
            n
            for n in words
            if n not in self.timed and self.scene.words[n].is_word and self.lows[n] not in small
        ]
        return len([n for n in own if not self._is_figure(n)]) > _LEAST

    def _is_figure(self, index: int) -> bool:
        """“the €60m given on Monday”: figures, and letters that hang on them."""
        words = self.scene.words
        hangs = index > 0 and words[index - 1].end == words[index].start
        return any(words[n].text[0].isdigit() for n in range(index - hangs, index + 1))

    def _is_reduced(self, index: int) -> bool:
        """A past participle between its noun and what it governs: “a boy hurt by police”."""
        word, before = self.lows[index], self._low(index - 1)
        behind = skip_adverbs(self.scene.words, index + 1, self.lex)
        after = self._low(behind)
        if not is_participle(word, self.lex) or is_ing(word, self.lex) or word in self.lex.statives:
            return False
        if before in self.lex.possessives | self.lex.possessive_pronouns:
            return False  # “Oslo’s run of nine wins”
        if word in self.lex.period_ends and before in self.lex.report_periods:
            return False  # “a loss for the year ended Dec. 31”
        governs = after in self.lex.prepositions or after in self.lex.agents or behind in self.timed
        back = index - 1
        while back >= 0 and is_adverb(self.lows[back], self.lex):
            back -= 1
        is_set_off = self._low(back) == "," and not self._low(back - 1).isdigit()
        is_aged = self._low(back) == "," and self._is_age(back - 1) and self._low(back - 2) == ","
        is_bound = self._is_inner(back) and before not in self.lex.determiners | self.lex.be
        holds = is_set_off or is_aged or is_bound
        return governs and holds and back not in self.in_verb and back - 1 not in self.timed

    def _is_overtaken(self, index: int) -> bool:
        at = next(n for n, verb in enumerate(self.verbs) if verb.first <= index <= verb.last)
        return is_overtaken(self.verbs, at, self.scene.words, self.scene.says, self.lex)

    def _is_trailing(self, index: int) -> bool:
        """“will recall the vans built in May”: the clause has had its verb, this has no subject.

        Behind a verb of speech it may be the verb of what is said, behind “who” the main one.
        """
        verb = next(verb for verb in self.verbs if verb.first <= index <= verb.last)
        before = next((one for one in reversed(self.verbs) if one.last < verb.first), None)
        is_plain = verb.first == verb.last and is_participle(verb.head, self.lex)
        if before is None or not is_plain or self._may_be_participle(before):
            return False
        if not self.lex.relatives.isdisjoint(self.lows[: before.first]):
            return False
        between = self.lows[before.last + 1 : index]
        stops = clause_stops(self.lex)
        is_speech = any(before.first <= said <= before.last for said in self.scene.says)
        return bool(between) and not is_speech and not stops.intersection(between)

    def _may_be_participle(self, verb: Verb) -> bool:
        """“the man accused of theft left”, but not “She accused the mayor of …”: of one word."""
        behind = self._low(verb.last + 1)
        has_object = behind in self.lex.determiners | self.lex.objects
        return verb.first == verb.last and not has_object
