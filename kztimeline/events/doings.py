"""Doings in -ing that something else came before or after: “after checking in on Monday”."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.lexis import Lexis
from kztimeline.model import ResolvedTime, Signal


def is_doing(clause: Clause, lex: Lexis) -> bool:
    """Whether a clause is one: behind “after”, “before” or “since”, without a verb of its own."""
    is_leaning = clause.kind is Kind.SUBORDINATE and clause.verb is None
    return is_leaning and clause.opener in lex.sequels


def is_doing_lead(clauses: Sequence[Clause], number: int, lex: Lexis) -> bool:
    """Whether it leads its sentence in: “After checking in on Monday, she left”."""
    leads = clauses[: number + 1]
    return clauses[number].host is not None and all(is_doing(each, lex) for each in leads)


def led_in_by(doing: Clause, time: ResolvedTime, lex: Lexis) -> ResolvedTime:
    """When what it leads in was, by its time: “Before joining the bank in 2001, he taught”."""
    if doing.opener not in lex.ahead or not is_doing(doing, lex):
        return time
    return time._replace(expression=time.expression._replace(signal=Signal.BEFORE))
