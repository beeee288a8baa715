"""The clauses of a sentence: what opens each, which one it leans on, which verb it tells."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kztimeline.events.verbs import Verb


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


_STEMS = frozenset({Kind.MAIN, Kind.CONTENT})


class Cut(NamedTuple):
    """Where a clause begins, before its end is known.

    `opener` is the word or mark that opens it; `shares` tells of a coordinated clause that it has
    no subject of its own, of a resumed one that a frame has interrupted it; `is_loose` that a
    comma, dash or bracket sets it off. A resumed one that opens with a comma takes up the
    subordinate clause in which an apposition stood.
    """

    first: int
    kind: Kind
    opener: str = ""
    shares: bool = False
    is_loose: bool = False

    @property
    def is_stem(self) -> bool:
        """Whether it has a subject of its own that may wait for its verb over an interruption."""
        return self.kind in _STEMS or (self.kind is Kind.COORD and not self.shares)


class Clause(NamedTuple):
    """Tokens `[first, last)`; `host` indexes the clause it leans on, `None` for the main one.

    `verb` is its first finite verb; it may lie in a later stretch that takes the clause up again.
    """

    kind: Kind
    first: int
    last: int
    host: int | None
    verb: Verb | None
    opener: str = ""
    shares: bool = False
    is_loose: bool = False


class Sliced(NamedTuple):
    """Clauses of one sentence in order of place, its speech verbs, and all verbs of its words.

    A speech verb that looks like no verb is not among `verbs`.
    """

    clauses: tuple[Clause, ...]
    says: frozenset[int]
    verbs: tuple[Verb, ...]


_CARRIERS = {Kind.MAIN, Kind.CONTENT, Kind.COORD, Kind.RELATIVE, Kind.FRAME}


def lean(cuts: Sequence[Cut], verbs: Sequence[Verb], length: int) -> tuple[Clause, ...]:
    """Clauses out of cuts, each with end, host and verb; `length` is the sentence's, in tokens."""
    firsts = [cut.first for cut in cuts]
    ends = [*firsts[1:], length]
    main = next((n for n, cut in enumerate(cuts) if cut.kind is Kind.MAIN), 0)
    hosts = [None if number == main else _host(number, cuts, main) for number in range(len(cuts))]
    own: list[Verb | None] = [None] * len(cuts)
    for verb in reversed(verbs):
        own[bisect(firsts, verb.first) - 1] = verb
    for number, cut in enumerate(cuts):
        host = hosts[number]
        if cut.kind is Kind.RESUMED and host is not None and own[host] is None:
            own[host] = own[number]
    return tuple(
        Clause(cut.kind, cut.first, end, host, verb, cut.opener, cut.shares, cut.is_loose)
        for cut, end, host, verb in zip(cuts, ends, hosts, own, strict=True)
    )


def _carries(cut: Cut, leaning: Cut) -> bool:
    """Whether the second can lean on the first."""
    if leaning.kind is Kind.RESUMED:
        return cut.is_stem or (cut.kind is Kind.FRAME and not leaning.shares)
    return cut.kind in _CARRIERS


def _goes_on(cut: Cut, before: Cut) -> bool:
    """Whether a clause with no subject takes that of the one before it, set off by a comma."""
    is_next = cut.kind is Kind.COORD and cut.shares and not cut.is_loose
    return is_next and before.kind is Kind.SUBORDINATE and before.is_loose


def _takes_up_subordinate(cut: Cut) -> bool:
    return cut.kind is Kind.RESUMED and cut.opener == ","


def _host(number: int, cuts: Sequence[Cut], main: int) -> int:
    """The clause a clause leans on: the running one; for what resumes, the interrupted one."""
    kind = cuts[number].kind
    if number < main or kind is Kind.FRAME:
        return main
    if _takes_up_subordinate(cuts[number]):
        return number - 2  # “after talks with a firm, Norda, broke down”
    is_inside = any(map(_takes_up_subordinate, cuts[number + 1 : number + 2]))
    is_content = kind is Kind.CONTENT and not cuts[number].is_loose
    is_found = is_content and cuts[number - 1].kind is Kind.SUBORDINATE
    if is_inside or is_found or _goes_on(cuts[number], cuts[number - 1]):
        return number - 1  # “when Lind, who was hurt, left”, “when a nurse found that …”
    back = number - 1
    while back > 0:
        cut = cuts[back]
        if cut.kind is Kind.RESUMED and kind is not Kind.RESUMED:
            return _host(back, cuts, main)
        is_between = cut.kind is Kind.RELATIVE and cut.is_loose  # “…, which is new, if …”
        is_closed = is_between and kind is Kind.SUBORDINATE and cuts[number].is_loose
        if kind is Kind.ASIDE or (_carries(cut, cuts[number]) and not is_closed):
            return back
        back -= 1
    return back if cuts[0].kind in _CARRIERS or kind is Kind.ASIDE else main
