"""A sentence cut into clauses: where each begins, what opens it, and which one it leans on."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kztimeline.events.lexis import Lexis
from kztimeline.events.verbs import Tense, Verb, find_verbs, is_ing, is_participle, skip_adverbs
from kztimeline.textual.tokens import Token

_SUBJECT_TOKENS = 14  # a subject longer than this is not looked through for its verb
_OPENING = "([“"
_CLOSING = ")]"
_DASHES = {"—", "–"}
_QUOTE_ENDS = {"”", '"'}
_STOPS = {",", ";", ":", "(", ")", "[", "]", "—", "–", "“", "”", '"'}


class Kind(StrEnum):
    """What a clause is to the one it leans on."""

    MAIN = "main"
    COORD = "coord"
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    PARTICIPLE = "participle"
    ASIDE = "aside"
    FRAME = "frame"
    CONTENT = "content"
    RESUMED = "resumed"


class Clause(NamedTuple):
    """Tokens `[first, last)`; `host` is the index of the clause it leans on; `verb` its first finite verb.

    `opener` is the word that opens it (“who”, “after”, “and”, “,”), and `shares` tells of a coordinated clause that it
    has no subject of its own. `is_loose` tells that a comma, dash or bracket sets it off.
    """

    kind: Kind
    first: int
    last: int
    host: int | None
    verb: Verb | None
    opener: str = ""
    shares: bool = False
    is_loose: bool = False


class Cut(NamedTuple):
    """Where a clause begins, before its end is known."""

    first: int
    kind: Kind
    opener: str = ""
    shares: bool = False
    is_loose: bool = False


def cut_clauses(words: Sequence[Token], says: frozenset[int], lex: Lexis) -> tuple[Clause, ...]:
    """Clauses of one sentence, in order of place; `says` are the indices of its speech verbs."""
    return _Cutter(words, says, lex).clauses()


class _Cutter:
    """One walk over a sentence; kept as an object because every question needs the same four lists."""

    def __init__(self, words: Sequence[Token], says: frozenset[int], lex: Lexis) -> None:
        self.words = words
        self.lex = lex
        self.verbs = find_verbs(words, lex)
        self.verb_at = {verb.first: verb for verb in self.verbs}
        known = {index for verb in self.verbs for index in range(verb.first, verb.last + 1)}
        for index in says - known:
            word = words[index]
            if not word.is_capital:
                self._add_verb(Verb(index, index, Tense.PAST, word.lower))
        self.says = says
        self.content_at: dict[int, bool] = {}

    def _add_verb(self, verb: Verb) -> None:
        self.verbs.append(verb)
        self.verbs.sort()
        self.verb_at[verb.first] = verb

    def clauses(self) -> tuple[Clause, ...]:
        """Walk, cut, then say which clause leans on which."""
        return self._lean(self._cuts())

    # ── where clauses begin ───────────────────────────────────────────────────────────────────────

    def _cuts(self) -> list[Cut]:
        cuts = [self._opening()]
        index = 1
        while index < len(self.words):
            if cut := self._cut_at(index, cuts):
                cuts.append(cut)
                index = max(index, cut.first)
            index += 1
        return cuts

    def _opening(self) -> Cut:
        word = self.words[0].lower if self.words else ""
        if word in self.lex.subordinators and self._verb_ahead(1) is not None:
            return Cut(0, Kind.SUBORDINATE, word)
        second = self.words[1].lower if len(self.words) > 1 else ""
        lead = skip_adverbs(self.words, 0, self.lex)
        if lead < len(self.words) and self._is_participle_lead(lead, second):
            return Cut(0, Kind.PARTICIPLE, self.words[lead].lower)
        return Cut(0, Kind.MAIN)

    def _is_participle_lead(self, index: int, second: str) -> bool:
        word = self.words[index].lower
        return (
            is_participle(word, self.lex)
            and word not in self.lex.statives
            and not (word.endswith("ed") and second in {"people", "men", "women"})
            and any(token.text == "," for token in self.words)
            and (second in self.lex.prepositions or second in self.lex.determiners or is_ing(word, self.lex))
        )

    def _cut_at(self, index: int, cuts: list[Cut]) -> Cut | None:
        word = self.words[index]
        if index in self.content_at:
            return Cut(index, Kind.CONTENT)
        if index in self.says and index in self.verb_at:
            self._expect_content(index)
        if word.text in {";", ":"}:
            return Cut(index + 1, Kind.COORD, word.text, is_loose=True)
        if word.text in _DASHES or word.text in "()[]":
            return self._aside(index, cuts)
        if word.text in _QUOTE_ENDS:
            return self._frame_tail(index + 1) if self.words[index - 1].text in ",?!" else None
        if word.text == ",":
            return self._after_comma(index + 1, cuts)
        return self._at_word(index, cuts) if word.is_word else None

    def _aside(self, index: int, cuts: list[Cut]) -> Cut | None:
        """Brackets and dashes: the first opens, the second gives the word back."""
        mark = self.words[index].text
        is_open = cuts[-1].kind is Kind.ASIDE and cuts[-1].opener in {mark, "("} and cuts[-1].is_loose
        if mark in _CLOSING or (mark in _DASHES and self._dash_open(cuts)):
            return Cut(index + 1, Kind.RESUMED) if is_open or mark in _DASHES or self._open(cuts) else None
        return Cut(index + 1, Kind.ASIDE, mark, is_loose=True)

    @staticmethod
    def _open(cuts: list[Cut]) -> bool:
        return any(cut.kind is Kind.ASIDE and cut.opener in {"(", "["} for cut in cuts)

    @staticmethod
    def _dash_open(cuts: list[Cut]) -> bool:
        dashes = sum(cut.kind is Kind.ASIDE and cut.opener in _DASHES for cut in cuts)
        closed = sum(cut.kind is Kind.RESUMED and cut.opener == "—" for cut in cuts)
        return dashes > closed

    def _after_comma(self, index: int, cuts: list[Cut]) -> Cut | None:
        if index >= len(self.words):
            return None
        word = self.words[index].lower
        verb_index = skip_adverbs(self.words, index, self.lex)
        last = cuts[-1]
        is_lead = len(cuts) == 1 and last.kind in {Kind.SUBORDINATE, Kind.PARTICIPLE}
        if self._relative_at(index):
            return Cut(index, Kind.RELATIVE, word, is_loose=True)
        if is_lead:
            return Cut(index, Kind.MAIN)
        if verb_index in self.verb_at and self._is_interrupted(cuts):
            return Cut(index, Kind.RESUMED)
        if frame := self._frame_tail(index):
            return frame
        if word in self.lex.coordinators:
            return self._coordinated(index, is_loose=True)
        if word in self.lex.subordinators and self._leans(index):
            return Cut(index, Kind.SUBORDINATE, word, is_loose=True)
        if is_ing(word, self.lex) or (is_participle(word, self.lex) and self._has_by(index)):
            return Cut(index, Kind.PARTICIPLE, word, is_loose=True)
        if verb_index in self.verb_at and self._verb_before(index, cuts):
            return Cut(index, Kind.COORD, ",", shares=True, is_loose=True)
        return self._apposition(index, cuts)

    def _has_by(self, index: int) -> bool:
        return index + 1 < len(self.words) and self.words[index + 1].lower in self.lex.prepositions

    def _apposition(self, index: int, cuts: list[Cut]) -> Cut | None:
        """“Masimov, the head of security,” and “Tokayev, 68,”: a verbless piece behind a name, closed by a comma."""
        if cuts[-1].kind is Kind.ASIDE and cuts[-1].opener == ",":
            return Cut(index, Kind.RESUMED)
        name = self.words[index - 2] if index > 1 else None
        first = self.words[index]
        if name is None or not (name.is_capital or name.text in _CLOSING):
            return None
        if not (first.lower in self.lex.determiners or first.text[0].isdigit() or first.lower in _ROLES):
            return None
        end = self._next(",", index)
        closes = self.words[end - 1] if end is not None else None
        if end is None or closes is None or any(index <= verb.first < end for verb in self.verbs):
            return None
        return Cut(index, Kind.ASIDE, ",", is_loose=True)

    def _next(self, mark: str, start: int) -> int | None:
        for index in range(start, len(self.words)):
            if self.words[index].text == mark:
                return index
        return None

    def _at_word(self, index: int, cuts: list[Cut]) -> Cut | None:
        word = self.words[index].lower
        if self.words[index - 1].text == ",":
            return None
        if self._relative_at(index):
            return Cut(index, Kind.RELATIVE, word)
        if word == "that":
            return self._that(index)
        if word in self.lex.coordinators and self._verb_before(index, cuts):
            return self._coordinated(index, is_loose=False)
        if word in self.lex.subordinators and self._leans(index):
            return Cut(index, Kind.SUBORDINATE, word)
        return None

    def _that(self, index: int) -> Cut | None:
        """“the revolution that ousted him”; content after speech was foreseen at its verb."""
        follows = skip_adverbs(self.words, index + 1, self.lex)
        before = index - 1
        is_noun = self.words[before].is_word and not any(
            verb.first <= before <= verb.last for verb in self.verbs
        )
        return Cut(index, Kind.RELATIVE, "that") if is_noun and follows in self.verb_at else None

    def _relative_at(self, index: int) -> bool:
        word = self.words[index].lower
        after = self.words[index + 1].lower if index + 1 < len(self.words) else ""
        if word in self.lex.relatives:
            before = self.words[index - 1].lower if index else ""
            return before not in self.lex.prepositions and (
                word != "where" or self._verb_ahead(index + 1) is not None
            )
        if word in self.lex.prepositions and after in {"which", "whom", "whose"}:
            return True
        third = self.words[index + 2].lower if index + 2 < len(self.words) else ""
        return after == "of" and third in {"whom", "which"}

    def _coordinated(self, index: int, *, is_loose: bool) -> Cut | None:
        word = self.words[index].lower
        follows = skip_adverbs(self.words, index + 1, self.lex)
        if follows in self.verb_at:
            return Cut(index, Kind.COORD, word, shares=True, is_loose=is_loose)
        first = self.words[follows] if follows < len(self.words) else None
        if first is None or self._verb_ahead(follows) is None:
            return None
        has_subject = first.lower in self.lex.determiners or first.lower in self.lex.pronouns
        if has_subject or first.is_capital or is_loose:
            return Cut(index, Kind.COORD, word, is_loose=is_loose)
        return None

    def _leans(self, index: int) -> bool:
        """Whether a subordinator opens a clause: a verb ahead, or an -ing form right behind it."""
        after = index + 1
        if after >= len(self.words):
            return False
        return self._verb_ahead(after) is not None or is_ing(self.words[after].lower, self.lex)

    def _verb_ahead(self, start: int) -> int | None:
        """Index of the verb of a clause that begins at `start` with its subject; `None` where none follows."""
        for index in range(start, min(len(self.words), start + _SUBJECT_TOKENS)):
            word = self.words[index]
            if index in self.verb_at:
                return index if index > start else None
            if word.text in _STOPS or word.lower in self.lex.relatives:
                return None
            if index > start and word.lower in self.lex.subordinators and word.lower != "as":
                return None
        return None

    def _verb_before(self, index: int, cuts: list[Cut]) -> bool:
        return any(cuts[-1].first <= verb.first < index for verb in self.verbs) or (
            cuts[-1].kind in {Kind.RESUMED, Kind.PARTICIPLE, Kind.SUBORDINATE}
        )

    def _is_interrupted(self, cuts: list[Cut]) -> bool:
        """Whether the clause that the last one leans on still waits for its verb."""
        if cuts[-1].kind not in {Kind.RELATIVE, Kind.ASIDE, Kind.PARTICIPLE, Kind.COORD, Kind.SUBORDINATE}:
            return False
        bounds = [*(cut.first for cut in cuts), len(self.words)]
        for place, cut in enumerate(cuts):
            if cut.kind in {Kind.MAIN, Kind.CONTENT}:
                inside = range(cut.first, bounds[place + 1])
                resumed = any(later.kind is Kind.RESUMED for later in cuts[place:])
                if not resumed and not any(verb.first in inside for verb in self.verbs):
                    return True
        return False

    # ── speech ────────────────────────────────────────────────────────────────────────────────────

    def _expect_content(self, index: int) -> None:
        """Remember where what a speech verb says begins, if it begins behind it."""
        start = self._content_start(index)
        if start is not None:
            self.content_at[start] = True

    def _content_start(self, index: int) -> int | None:
        that = None
        for place in range(index + 1, min(len(self.words), index + _SUBJECT_TOKENS)):
            word = self.words[place]
            if word.text in _STOPS:
                break
            if word.lower == "that":
                that = place + 1
                break
            if place in self.verb_at:
                break
        if that is not None:
            return that if that < len(self.words) else None
        for place in range(index + 1, min(len(self.words), index + _SUBJECT_TOKENS)):
            word = self.words[place]
            starts = word.lower in self.lex.pronouns or place == index + 1
            if word.text in _STOPS or word.lower in {"to", "in", "on", "at"}:
                return None
            if starts and self._verb_ahead(place) is not None and word.lower not in self.lex.subordinators:
                return None if self._is_object(index, place) else place
        return None

    def _is_object(self, index: int, place: int) -> bool:
        """“told parliament he had”: the first noun behind “told” is who was told."""
        return self.words[index].lower in _TOLD and self.words[place].lower not in self.lex.pronouns

    def _frame_tail(self, index: int) -> Cut | None:
        """“…, Tokayev said on Tuesday.”: a frame behind what it frames."""
        for place in range(index, min(len(self.words), index + _SUBJECT_TOKENS)):
            word = self.words[place]
            if place in self.says and place in self.verb_at:
                return None if self._content_start(place) else Cut(index, Kind.FRAME, is_loose=True)
            if word.text in _STOPS or word.lower in self.lex.relatives or place in self.verb_at:
                return None
            if word.lower in self.lex.coordinators and place == index:
                return None
        return None

    # ── which leans on which ──────────────────────────────────────────────────────────────────────

    def _lean(self, cuts: list[Cut]) -> tuple[Clause, ...]:
        ends = [*(cut.first for cut in cuts[1:]), len(self.words)]
        main = next((n for n, cut in enumerate(cuts) if cut.kind is Kind.MAIN), 0)
        out: list[Clause] = []
        for number, (cut, end) in enumerate(zip(cuts, ends, strict=True)):
            verb = next((verb for verb in self.verbs if cut.first <= verb.first < end), None)
            host = None if number == main else _host(number, cut, cuts, main)
            out.append(Clause(cut.kind, cut.first, end, host, verb, cut.opener, cut.shares, cut.is_loose))
        return tuple(out)


_TOLD = {"told", "tells", "assured", "warned", "reminded", "informed", "asked", "assures", "warns"}
_ROLES = {"former", "president", "head", "leader", "spokesman", "spokeswoman", "chief", "director", "professor"}
_CARRIERS = {Kind.MAIN, Kind.CONTENT, Kind.COORD, Kind.RELATIVE, Kind.FRAME}


def _host(number: int, cut: Cut, cuts: list[Cut], main: int) -> int:
    """The clause a clause leans on: the running one, or for what resumes, the one that was interrupted."""
    if number < main or cut.kind is Kind.FRAME:
        return main
    if cut.kind is Kind.ASIDE:
        return _behind_resumed(number - 1, cuts, main)
    if cut.kind is Kind.RESUMED:
        back = number - 1
        while back > 0 and cuts[back].kind not in {Kind.MAIN, Kind.CONTENT}:
            back -= 1
        return back
    back = number - 1
    while back > 0 and cuts[back].kind not in _CARRIERS:
        back -= 1
    return back if cuts[back].kind in _CARRIERS else main


def _behind_resumed(number: int, cuts: list[Cut], main: int) -> int:
    """A clause, or where it only takes up another again, that one."""
    return _host(number, cuts[number], cuts, main) if cuts[number].kind is Kind.RESUMED else number
