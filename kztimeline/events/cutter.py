"""A sentence cut into clauses, in one walk from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.ahead import MARKS, QUOTE_ENDS, Ahead
from kztimeline.events.clauses import Cut, Kind, Sliced, lean
from kztimeline.events.lexis import Lexis
from kztimeline.events.running import Running
from kztimeline.events.sayings import Sayings
from kztimeline.events.tallies import counts_anew, counts_on
from kztimeline.events.verbs import is_ing, is_participle, skip_adverbs
from kztimeline.textual.tokens import Token

_DASHES = {"—", "–"}
_LEADING = frozenset({Kind.SUBORDINATE, Kind.PARTICIPLE})
_INTERRUPTING = frozenset(Kind) - {Kind.MAIN, Kind.CONTENT}


def cut_clauses(
    words: Sequence[Token],
    says: frozenset[int],
    lex: Lexis,
    timed: frozenset[int] = frozenset(),
    joints: frozenset[int] = frozenset(),
) -> Sliced:
    """One sentence cut into clauses.

    `says` are the indices of words that can be speech verbs; those come back that are verbs here.
    `timed` are the characters at which time expressions begin: “until May” opens no clause.
    `joints` are those at which words begin that only join the ends of a range.
    """
    ahead = Ahead(words, says, lex, timed, joints)
    clauses = lean(_Cutter(ahead).walk(), ahead.telling_verbs, len(words))
    return Sliced(clauses, ahead.speech, ahead.plain_verbs)


class _Cutter:
    """One walk; `contents` are the places where what is said will begin."""

    def __init__(self, ahead: Ahead) -> None:
        self.ahead = ahead
        self.words = ahead.words
        self.lex = ahead.lex
        self.run = Running(ahead, self._opening())
        self.sayings = Sayings(ahead)
        self.contents: set[int] = set()

    def walk(self) -> list[Cut]:
        """Every place where a clause begins."""
        if 0 in self.ahead.says:
            self._expect_content(0)
        may_cut = self.ahead.places()
        for index in range(1, len(self.words)):
            if (index in may_cut or index in self.contents) and (cut := self._cut_at(index)):
                self.run.add(cut)
            if index in self.ahead.says:
                self._expect_content(index)
        return [cut for cut in self.run.cuts if cut.first < len(self.words)]

    def _expect_content(self, index: int) -> None:
        start = self.sayings.content_start(index)
        if start is not None:
            self.contents.add(start)

    def _opening(self) -> Cut:
        word = self.ahead.lower(0)
        if word in self.lex.subordinators and self.ahead.leans(0):
            return Cut(0, Kind.SUBORDINATE, word)
        if sequel := self.ahead.sequel(0):
            return Cut(0, Kind.SUBORDINATE, self.ahead.lower(sequel))
        lead = skip_adverbs(self.words, 0, self.lex)
        if self._is_participle_lead(lead):
            return Cut(0, Kind.PARTICIPLE, self.ahead.lower(lead))
        return Cut(0, Kind.MAIN)

    def _is_participle_lead(self, index: int) -> bool:
        word, after = self.ahead.lower(index), self.ahead.lower(index + 1)
        opens = (
            after in self.lex.prepositions
            or after in self.lex.determiners
            or word in self.lex.speaking
        )
        return (
            opens
            and is_participle(word, self.lex)
            and word not in self.lex.statives
            and self.ahead.next_mark(",", 0) is not None
        )

    def _cut_at(self, index: int) -> Cut | None:
        word = self.words[index]
        if word.start in self.ahead.joints:
            return None
        if index in self.contents:
            return Cut(index, Kind.CONTENT)
        if word.text in MARKS:
            return self._at_mark(index)
        if index in self.ahead.verb_at and self._takes_up(index):
            return Cut(index, Kind.RESUMED)
        return self._at_word(index) if word.is_word else None

    def _at_mark(self, index: int) -> Cut | None:
        mark = self.ahead.text(index)
        if mark == ",":
            return self._after_comma(index + 1)
        if mark in {";", ":"}:
            return Cut(index + 1, Kind.COORD, mark, is_loose=True)
        if mark not in QUOTE_ENDS:
            return self._aside(index)
        is_tail = self.ahead.text(index - 1) in {",", "?", "!"} and self.sayings.frames(index + 1)
        return Cut(index + 1, Kind.FRAME, is_loose=True) if is_tail else None

    # ── brackets and dashes ───────────────────────────────────────────────────────────────────────

    def _aside(self, index: int) -> Cut | None:
        """The first of a pair opens, the second gives back; a dash without partner opens."""
        mark = self.ahead.text(index)
        loose = (cut.opener for cut in self.run.cuts if cut.is_loose)
        opened = [opener for opener in loose if opener in {"(", "[", "—", "–"}]
        closed = sum(
            cut.kind is Kind.RESUMED and cut.opener in {")", "]", "—"} for cut in self.run.cuts
        )
        is_open = len(opened) > closed
        if mark in {")", "]"}:
            return Cut(index + 1, Kind.RESUMED, mark) if is_open else None
        if mark in _DASHES and is_open and opened[-1] in _DASHES:
            return Cut(index + 1, Kind.RESUMED, "—")
        if mark in _DASHES and not self.ahead.is_spaced(index):
            return None
        kind = Kind.RELATIVE if self.ahead.is_relative(index + 1) else Kind.ASIDE
        return Cut(index + 1, kind, mark, is_loose=True)

    # ── behind a comma ────────────────────────────────────────────────────────────────────────────

    def _after_comma(self, index: int) -> Cut | None:
        if index >= len(self.words) or self.words[index].text in QUOTE_ENDS:
            return None
        word = self.ahead.lower(index)
        if self.ahead.is_relative(index):
            return Cut(index, Kind.RELATIVE, word, is_loose=True)
        is_lead = all(cut.kind is Kind.SUBORDINATE for cut in self.run.cuts)
        is_doing = self.run.cuts[-1].kind is Kind.PARTICIPLE and len(self.run.cuts) == 1
        goes_on = is_lead and self.ahead.is_place_behind(index)
        if goes_on or (is_doing and self.ahead.is_phrase_behind(index)):
            return None
        if self._only_leads_in(index):
            if (sequel := self.ahead.sequel(index)) and self.ahead.next_mark(",", index):
                return Cut(index, Kind.SUBORDINATE, self.ahead.lower(sequel), is_loose=True)
            return Cut(index, Kind.MAIN)
        return self._awaited(index, word) or self._going_on(index) or self._leaning(index, word)

    def _awaited(self, index: int, word: str) -> Cut | None:
        """What is said at last: “She said in May, when it was shut, *that* it was safe”."""
        *_, saying, last = (self.run.cuts[0], *self.run.cuts)
        is_said = any(saying.first <= verb < last.first for verb in self.ahead.says)
        if not is_said or word not in self.lex.that or last.kind is not Kind.SUBORDINATE:
            return None
        tells = self.ahead.verb_behind_subject(index + 1) is not None
        return Cut(index, Kind.CONTENT, word, is_loose=True) if tells else None

    def _only_leads_in(self, index: int) -> bool:
        """“After leaving an hour after checking in, Lind …”: all before leans on what follows."""
        first, *others = self.run.cuts
        if first.kind is Kind.PARTICIPLE:  # “Born in Osh, where …, she”
            others = [cut for cut in others if cut.kind is not Kind.RELATIVE]
        if any(cut.kind not in _LEADING or cut.opener == "," for cut in (first, *others)):
            return False
        return len(self.run.cuts) == 1 or self.ahead.verb_behind_subject(index) is not None

    def _going_on(self, index: int) -> Cut | None:
        """Another apposition, the interrupted clause taken up again, or the frame of all before."""
        if self.run.in_apposition() and self.run.is_apposition(index):
            return Cut(index, Kind.ASIDE, ",", is_loose=True)
        if self._resumes(index):
            opener = "," if self.run.interrupts_subordinate() else ""
            return Cut(index, Kind.RESUMED, opener, shares=self.run.cuts[-1].kind is Kind.FRAME)
        if index in self.contents or self.run.cuts[-1].kind is Kind.FRAME:
            return None
        is_told = self.run.has_stem_told(index)
        if self.sayings.frames(index) if is_told else self.sayings.interrupts(index):
            return Cut(index, Kind.FRAME, is_loose=True)
        return None

    def _leaning(self, index: int, word: str) -> Cut | None:
        if word in self.lex.coordinators:
            return self._coordinated(index, is_loose=True)
        if word in self.lex.subordinators and self.ahead.leans(index):
            return Cut(index, Kind.SUBORDINATE, word, is_loose=True)
        governs = self.ahead.lower(index + 1) in self.lex.prepositions
        is_free = governs and index not in self.ahead.verb_at
        is_passive = is_free and is_participle(word, self.lex)
        is_doing = is_ing(word, self.lex) and not self.words[index].is_capital  # Ms Browning
        if is_doing or is_passive or self._is_inserted(index):
            return Cut(index, Kind.PARTICIPLE, word, is_loose=True)
        if self.run.is_apposition(index):
            return Cut(index, Kind.ASIDE, ",", is_loose=True)
        if self.ahead.is_verb(index) and self.run.has_told(index):
            return Cut(index, Kind.COORD, ",", shares=True, is_loose=True)
        return None

    def _is_inserted(self, index: int) -> bool:
        """“The blast, felt in three towns, broke …”: between a subject and its verb."""
        comma = self.ahead.next_mark(",", index)
        if comma is None or not is_participle(self.ahead.lower(index), self.lex):
            return False
        is_one = not self.ahead.has_verb(index + 1, comma)
        return is_one and self.run.is_waiting(index) and self.ahead.is_verb(comma + 1)

    def _resumes(self, index: int) -> bool:
        """Whether the interrupted clause goes on here: it waits for its verb and that follows."""
        if self.run.in_apposition() or self._resumes_subordinate(index):
            return True
        if self.run.cuts[-1].kind not in _INTERRUPTING or not self.run.is_waiting(index):
            return False
        is_clause = self.ahead.verb_behind_subject(index) is not None
        has_verb = self.ahead.has_verb(self.run.cuts[-1].first, index)
        if self.ahead.is_verb(index):
            return has_verb or self.run.cuts[-1].kind is not Kind.FRAME
        return is_clause and has_verb

    def _resumes_subordinate(self, index: int) -> bool:
        """“…, when the captain, who was hurt, *will give* evidence”."""
        last = self.run.cuts[-1]
        is_told = last.kind is Kind.RELATIVE and self.ahead.has_verb(last.first, index)
        return is_told and self.run.interrupts_subordinate() and self.ahead.is_verb(index)

    def _takes_up(self, index: int) -> bool:
        """“A man who was fired last week walked in”: the second verb is the main one."""
        last = self.run.cuts[-1]
        return (
            last.kind is Kind.RELATIVE
            and not last.is_loose
            and self.ahead.has_verb(last.first, index)
            and (index - 1 not in self.ahead.in_verb or self.ahead.opens_group(index))
            and self.run.is_waiting(index)
        )

    # ── at a word ─────────────────────────────────────────────────────────────────────────────────

    def _at_word(self, index: int) -> Cut | None:
        word = self.ahead.lower(index)
        if self.ahead.text(index - 1) == "," or self.run.cuts[-1].first == index:
            return None
        if self.ahead.is_relative(index):
            return Cut(index, Kind.RELATIVE, word)
        if word in self.lex.that or word in self.lex.touching:
            return self._that(index) if word in self.lex.that else self._touching(index)
        if word in self.lex.coordinators and self.run.has_told(index):
            return self._coordinated(index, is_loose=False)
        last = self.run.cuts[-1]
        is_led = last.kind is Kind.SUBORDINATE and self.ahead.sequel(last.first) == index
        is_clause = not is_led and word in self.lex.subordinators and self.ahead.leans(index)
        if is_clause and not self.run.is_last_verb(index):
            return Cut(index, Kind.SUBORDINATE, word)
        return None

    def _touching(self, index: int) -> Cut | None:
        return Cut(index, Kind.RELATIVE, self.ahead.lower(index)) if self._touches(index) else None

    def _touches(self, index: int) -> bool:
        """“the medal *she won* in Oslo”: a clause right behind the noun that it says more of."""
        lex, before = self.lex, self.ahead.lower(index - 1)
        small = lex.prepositions | lex.determiners | lex.openers | lex.adverbs | lex.pronouns
        is_noun = before not in small | lex.infinitive | lex.objects | lex.ways
        if not is_noun or index - 1 in self.ahead.in_verb or not self.words[index - 1].is_word:
            return False
        if self.words[index - 1].is_capital or index + 1 not in self.ahead.verb_at:
            return False
        return self._has_object_before(index)

    def _has_object_before(self, index: int) -> bool:
        is_timed = self.ahead.before_time(index) != index
        running = self.run.cuts[-1]
        is_stem = running.is_stem or running.kind in {Kind.COORD, Kind.RESUMED}
        return is_stem and not is_timed and self.ahead.has_object_before(index, running.first)

    def _that(self, index: int) -> Cut | None:
        """“the revolution that ousted him”; what is said was foreseen at its verb."""
        before = self.words[index - 1]
        is_noun = before.is_word and index - 1 not in self.ahead.in_verb
        # “part of that firm”, “he said he saw it but that nobody came”
        is_noun = is_noun and before.lower not in self.lex.prepositions | self.lex.coordinators
        is_time = self.words[index].start in self.ahead.timed  # “about that week”
        if is_time or index + 1 in self.contents:
            return None
        is_waiting = self.run.is_waiting(index)
        if not is_waiting and self._is_told(index) and self.ahead.tells_of(index + 1):
            self.contents.add(index + 1)
            return None
        if not is_noun:
            return None
        tells = is_waiting and self.ahead.verb_behind_subject(index + 1) is not None
        is_thing = not is_waiting and before.lower not in self.lex.ways | self.lex.adverbs
        is_thing = is_thing and self.ahead.before_time(index) == index
        tells = tells or (is_thing and self._has_object_before(index + 1))
        return (
            Cut(index, Kind.RELATIVE, self.ahead.lower(index))
            if tells or self.ahead.is_verb(index + 1)
            else None
        )

    def _is_told(self, that: int) -> bool:
        """“over *reports* that his son had been held”, “*learned* in June that …”, “*sure* that …”.

        “…, *adding* that it would close” says more.

        But “said reports that he had fled were false”: there they are what is spoken of.
        """
        last = self.run.cuts[-1]
        if last.kind is Kind.PARTICIPLE and self.ahead.lower(that - 1) in self.lex.voicing:
            return True
        if any(last.first <= verb < that for verb in self.ahead.says):
            return False
        lex = self.lex
        opens = lex.told_nouns | lex.claim_nouns | lex.doubt_nouns | lex.told_verbs
        before = (that, self.ahead.before_time(that))
        return any(self.ahead.lower(place - 1) in opens for place in before)

    def _says_more(self, that: int) -> bool:
        """“said it had sold a mill and *that* its owner had left”."""
        is_said = any(cut.kind is Kind.CONTENT for cut in self.run.cuts)
        is_time = self.words[that].start in self.ahead.timed  # “and that week he left”
        return is_said and not is_time and self.ahead.tells_of(that + 1)

    def _coordinated(self, index: int, *, is_loose: bool) -> Cut | None:
        word = self.ahead.lower(index)
        if self.ahead.is_verb(self.ahead.behind_time(index + 1)):
            return Cut(index, Kind.COORD, word, shares=True, is_loose=is_loose)
        follows = skip_adverbs(self.words, self.ahead.behind_all_of_time(index + 1), self.lex)
        if self.ahead.lower(follows) in self.lex.that and self._says_more(follows):
            return Cut(index, Kind.COORD, word, is_loose=is_loose)
        if (verb := self.ahead.verb_behind_subject(follows)) is None:
            is_own = is_loose and not self.run.is_waiting(index) and self.ahead.tells_of(follows)
            return Cut(index, Kind.COORD, word, is_loose=True) if is_own else None
        first = self.words[follows]
        if counts_on(self.ahead, follows, verb):
            return None
        is_plain = verb - follows == 1  # “and police held him”
        opens = first.lower in self.lex.determiners or first.lower in self.lex.pronouns
        opens = opens or counts_anew(self.ahead, follows)
        has_subject = opens or is_plain
        if (has_subject or first.is_capital or is_loose) and not self.run.is_waiting(index):
            return Cut(index, Kind.COORD, word, is_loose=is_loose)
        return None
