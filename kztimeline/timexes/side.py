"""Which side of the anchor a sentence speaks of at some place: the nearest verbs decide."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from kztimeline.languages import ClauseWords, Cue, Language
from kztimeline.model import Sentence, Side
from kztimeline.textual import Span

# What lies between a verb and a time makes them strangers; in characters, set by reading news.
_COMMA, _BREAK, _AFTER, _CLAUSE = 12, 60, 8, 40
_JOINT = 2  # words: “and revived”, “and she left”
_ON = 4  # characters: “ on ”
_BREAKS = '“”"«»;:—'
_CLOSED = f",{_BREAKS}"
# Added to the distance of a verb group, by what it gives: “will” rarely stands near a time that it
# does not govern; who says so between two commas is told aside.
_SPEECH = "speech"
_HEADING = "heading"
_EARLIER = "earlier"
_OPEN = "open"  # it may have come, or not: the nearer day
_WEIGHT = {"future": -10, "past": 0, _EARLIER: 0, _OPEN: 0, _SPEECH: 0, _HEADING: 0}
_LEAST = min(_WEIGHT.values())
_ASIDE = 24
# “in Salem, Ore., on Monday”: what says where a town lies is no border of clauses.
_REGION = re.compile(r" ?,(?: [A-Z][\w.]*){1,3} ?\.? ?,")
_SILENT_IN_HEADINGS = frozenset({"_"})  # what gives no side, and hides the verbs in it
_SILENT = _SILENT_IN_HEADINGS | {_HEADING}
_SIDES = {
    "future": Side.FUTURE,
    _HEADING: Side.FUTURE,
    "past": Side.PAST,
    _EARLIER: Side.PAST,
    _OPEN: Side.UNKNOWN,
    _SPEECH: Side.PAST,
}


class _Group(NamedTuple):
    """A verb group's place, and what it gives."""

    start: int
    end: int
    gives: str


class Sides:
    """The verb groups of one sentence, looked for when first asked and then kept."""

    __slots__ = ("_groups", "_language", "_sentence", "_starts", "_text")

    def __init__(self, text: str, sentence: Sentence, language: Language) -> None:
        """Take the sentence; nothing is read yet."""
        self._text = text
        self._sentence = sentence
        self._language = language
        self._groups: list[_Group] | None = None
        self._starts: Sequence[int] = ()

    def at(self, place: Span) -> tuple[Side, Span | None]:
        """The side at a place, and the verb group that shows it; unknown where no verb tells."""
        groups = self._groups_found()
        borders = self._language.clause_words
        begin, end = place
        middle = bisect(self._starts, begin)
        if 0 < middle < len(groups) and self._governs(middle, place):
            start, end, gives = groups[middle - 1]
            return _SIDES[gives], Span(start, end)
        best: tuple[int, int] | None = None  # distance and number: of equal ones the first
        for numbers in (range(middle - 1, -1, -1), range(middle, len(groups))):
            for number in numbers:
                group = groups[number]
                if group.start < end and begin < group.end:
                    continue
                gap = max(begin - group.end, group.start - end)
                if best and gap + _LEAST > best[0]:
                    break  # what is further away cannot be nearer
                found = _distance(self._text, group, place, borders), number
                if best is None or found < best:
                    best = found
        if best is None:
            return Side.UNKNOWN, None
        start, end, gives = groups[best[1]]
        return _SIDES[gives], Span(start, end)

    def told_on(self, place: Span) -> tuple[Side, Span] | None:
        """The side of what a time is said to bring: “it held until Friday, *when* shots fell”."""
        behind = self._text[place.end : self._sentence.span.end].lstrip(", ").split(maxsplit=1)
        if not self._language.clause_words.on_which.intersection(behind[:1]):
            return None
        groups = self._groups_found()
        after = bisect(self._starts, place.end)
        if after == len(groups):
            return None
        start, end, gives = groups[after]
        return _SIDES[gives], Span(start, end)

    def _governs(self, after: int, place: Span) -> bool:
        """Whether the verb before a place has it for itself, however near the next one is.

        “It said in May it will close”, “which was founded in May, will close”, but “It said the
        vote in May will be held”.
        """
        before, text = (self._groups or [])[after - 1], self._text
        between = text[before.end : place.start]
        if before.end > place.start or any(mark in between for mark in _CLOSED):
            return False
        borders, words = self._language.clause_words, between.lower().split()
        if not borders.anywhere.isdisjoint(words):
            return False
        behind = text[place.end : self._starts[after]]
        if borders.beside.issuperset(words) or behind.startswith(","):
            return True
        return before.gives == _SPEECH and any(map(str.isalpha, behind))

    def rules(self, cue: Span, place: Span) -> bool:
        """Whether a verb group that `at` gave tells of a place behind it, and no other verb does.

        “hit a lorry on 8 June”, but not “told him to go on 8 June”, “said it goes on 8 June”.
        """
        return self._reaches(cue, place) and not self.is_speech(cue)

    def is_said(self, cue: Span, place: Span) -> bool:
        """Whether a verb of speech stands right before, or has a place at the sentence's end.

        “police said on Friday”, “officials told reporters in Oslo on Friday.”
        """
        if not self.is_speech(cue):
            return False
        behind = self._text[place.end : self._sentence.span.end]
        is_last = not any(map(str.isalnum, behind)) and self._reaches(cue, place)
        return is_last or 0 <= place.start - cue.end <= _ON

    def _reaches(self, cue: Span, place: Span) -> bool:
        between = self._text[cue.end : place.start]
        if not 0 < len(between) <= _BREAK or True in [mark in between for mark in _CLOSED]:
            return False
        borders, words = self._language.clause_words, between.lower().split()
        return borders.anywhere.isdisjoint(words) and borders.infinitive.isdisjoint(words)

    def end_of_told(self, place: Span, *, is_bare_year: bool) -> int:
        """Where what is told of a time ends; 0 where that is its sentence's end.

        So at the end of its aside, and behind a bare year where another verb is joined to its own:
        “was halted in 2020 and revived in July” (but “on 5 May 2020 and revived in July”).
        """
        end = self._aside_end(place)
        return end or (self._joint_behind(place) if is_bare_year else 0)

    def _aside_end(self, place: Span) -> int:
        """Where the aside ends that a time stands in: “a bank, founded in 1871, closed in May”.

        0 where it stands in none. Such an aside opens with a participle or a relative behind a
        comma, and the next comma behind the time closes it.
        """
        sentence, text = self._sentence.span, self._text
        opens = text.rfind(",", sentence.start, place.start)
        closes = text.find(",", place.end, sentence.end)
        if opens < 0 or closes < 0:
            return 0
        aside = text[opens:closes]
        if True in [mark in aside for mark in _BREAKS]:
            return 0
        first = opens + 1 + text[opens + 1 : opens + 2].isspace()
        word = text[first : place.start].split(maxsplit=1)[:1]
        borders = self._language.clause_words
        if (borders.anywhere | borders.asides).intersection(word):
            return closes
        return closes if self._tells_at(first) else 0

    def _joint_behind(self, place: Span) -> int:
        """Where “and” or a comma joins the next verb to that which a time stands behind; else 0."""
        groups = self._groups_found()
        after = bisect(self._starts, place.end)
        if not 0 < after < len(groups):
            return 0
        before, following = groups[after - 1], groups[after]
        if not self._reaches(Span(before.start, before.end), place):
            return 0
        between = self._text[place.end : following.start].lower()
        words = between.replace(",", " ").split()
        joins = self._language.clause_words.joining.intersection(words[:1])
        is_joined = len(words) <= _JOINT if joins else between.strip() == ","
        return following.start if is_joined else 0

    def _tells_at(self, place: int) -> bool:
        """Whether a verb group begins at a place; the rest of the sentence need not be read."""
        hit = self._language.cues("tense").at(self._text, Span(place, self._sentence.span.end))
        return hit is not None and self._shows(*hit)

    def is_speech(self, cue: Span) -> bool:
        """Whether a verb group that `at` gave is one of saying."""
        return self._gives(cue, _SPEECH)

    def is_earlier(self, cue: Span) -> bool:
        """Whether a verb group that `at` gave tells what was past already then: “had left”."""
        return self._gives(cue, _EARLIER)

    def _gives(self, cue: Span, what: str) -> bool:
        return any(group.start == cue.start and group.gives == what for group in self._groups or ())

    def _groups_found(self) -> list[_Group]:
        if self._groups is None:
            self._groups = self._found()
        return self._groups

    def _found(self) -> list[_Group]:
        hits = self._language.cues("tense").find(self._text, self._sentence.span)
        new = tuple.__new__  # half the time of calling the class
        found = [new(_Group, (*span, cue.gives)) for cue, span in hits if self._shows(cue, span)]
        self._starts = [group.start for group in found]
        return found

    def _shows(self, cue: Cue, span: Span) -> bool:
        silent = _SILENT_IN_HEADINGS if self._sentence.is_heading else _SILENT
        return cue.gives not in silent and not self._is_name(span)

    def _is_name(self, cue: Span) -> bool:
        """Whether a verb group begins with a name of time: “their first win since May and …”."""
        start, end = cue
        if start == self._sentence.span.start or not self._text[start].isupper():
            return False
        names = self._language.grammar.lexicon.names
        return self._text[start:end].split(maxsplit=1)[0].lower() in names


def _distance(text: str, verb: _Group, place: Span, borders: ClauseWords) -> int:
    gives = verb.gives
    if verb.end <= place.start:
        between, penalty, words = text[verb.end : place.start], 0, borders.anywhere
    else:
        between, penalty, words = text[place.end : verb.start], _AFTER, borders.behind
    between = _REGION.sub("", between) if between.count(",") > 1 else between
    commas = between.count(",")
    if verb.start >= place.end and between.startswith(","):
        commas -= 1  # “On Tuesday, the court ruled”: no border, the day stands first
    is_aside = gives == _SPEECH and text[verb.end : verb.end + 1] == ","
    penalty += commas * _COMMA + _WEIGHT[gives] + (_ASIDE if is_aside else 0)
    breaks = sum([between.count(mark) for mark in _BREAKS])
    clauses = sum([word in words for word in between.lower().split()])
    return len(between) + penalty + breaks * _BREAK + clauses * _CLAUSE
