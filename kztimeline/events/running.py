"""What runs at a place of a sentence that is being cut: which clause still waits for its verb."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.ahead import QUOTE_ENDS, Ahead
from kztimeline.events.clauses import Cut, Kind
from kztimeline.textual.tokens import Token


class Running:
    """The cuts made so far, which grow, and the questions that they answer."""

    def __init__(self, ahead: Ahead, opening: Cut) -> None:
        """Begin with the clause that opens the sentence."""
        self.ahead = ahead
        self.words: Sequence[Token] = ahead.words
        self.lex = ahead.lex
        self.cuts = [opening]

    def add(self, cut: Cut) -> None:
        """Add a cut; of two at one place the later knows better (“– who”, “), who”)."""
        if self.cuts[-1].first == cut.first and len(self.cuts) > 1:
            self.cuts.pop()
        self.cuts.append(cut)

    def has_told(self, index: int) -> bool:
        """Whether the clause that runs here has its verb behind it."""
        last = self.cuts[-1]
        told = {Kind.RESUMED, Kind.PARTICIPLE, Kind.SUBORDINATE}
        return last.kind in told or self.ahead.has_verb(last.first, index)

    def has_stem_told(self, index: int) -> bool:
        """Whether there is something before `index` that a frame could be the frame of."""
        return self.ahead.text(index - 2) in QUOTE_ENDS or not self.is_waiting(index)

    def is_waiting(self, index: int) -> bool:
        """Whether the running main or said clause has no verb before `index`."""
        end = index
        for cut in reversed(self.cuts):
            is_stem = cut.is_stem
            if (is_stem or cut.kind is Kind.RESUMED) and self.ahead.has_verb(cut.first, end):
                return False
            if is_stem:
                return True
            end = cut.first
        return False

    def is_last_verb(self, index: int) -> bool:
        """“A man who fled after the raid was caught”: the one verb left is the waiting one's."""
        left = sum(verb >= index for verb in self.ahead.verb_at)
        return left == 1 and self.cuts[-1].kind is Kind.RELATIVE and self.is_waiting(index)

    def in_apposition(self) -> bool:
        """Whether the last cut opens an apposition."""
        return self.cuts[-1].kind is Kind.ASIDE and self.cuts[-1].opener == ","

    def interrupts_subordinate(self) -> bool:
        """Whether the last cut stands in a subordinate clause that has no verb yet."""
        return self._in_subordinate(self.cuts[:-1])

    def _in_subordinate(self, cuts: Sequence[Cut]) -> bool:
        """Whether the last waits for its verb: “after talks with the firm(, Norda, broke down)”."""
        return any(c.kind is Kind.SUBORDINATE and not self.ahead.tells(c.first) for c in cuts[-1:])

    def is_apposition(self, index: int) -> bool:
        """“Lind, the head of the bank,” and “Lind, 68,”: no verb of its own, closed by a comma."""
        first, before = self.words[index], self.words[index - 2]
        end = self.ahead.next_mark(",", index)
        if end is None and self.cuts[-1].kind is Kind.FRAME:
            end = len(self.words) - 1  # “…,” said Lind, a nurse who had come to help
        is_lead = before.lower in self.lex.leads or before.lower in self.lex.adverbs
        if end is None or is_lead or not before.is_word or self._leads_in(end):
            return False
        is_age = first.text[0].isdigit() and end == index + 1
        if is_age and first.start in self.ahead.timed:
            return False  # “on 7, 9 and 12 March”
        is_waiting = self.is_waiting(index) or self._in_subordinate(self.cuts)
        is_stuck_in = is_waiting and self.ahead.is_stuck_in(index, end)
        opens = first.lower in self.lex.determiners | self.lex.roles or is_stuck_in
        has_relative = any(
            self.ahead.is_relative(n) or self.ahead.lower(n) in self.lex.that
            for n in range(index, end)
        )
        tells = self.ahead.has_verb if has_relative else self.ahead.has_told_verb
        if not (is_age or opens) or tells(index, end) is not has_relative:
            return False
        goes_on = end + 3 if self.ahead.text(end + 1).isdigit() else end + 1  # “, Lind, 19, left”
        return before.is_capital or is_age or (is_waiting and self.ahead.is_verb(goes_on))

    def _leads_in(self, comma: int) -> bool:
        """“In Oslo, the mayor, who …” and “In Oslo, the mayor, 61, left”: the mayor is no town."""
        stem = self.cuts[-1]
        opens = self.ahead.lower(stem.first) in self.lex.prepositions
        return opens and stem.is_stem and self.ahead.verb_behind_subject(comma + 1) is None
