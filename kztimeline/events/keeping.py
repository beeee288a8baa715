"""Words that a title loses: the time, what only opens, what only fills."""

from __future__ import annotations

from kztimeline.events.clauses import Kind
from kztimeline.events.statement import Scene, Statement
from kztimeline.model import ResolvedTime, Signal
from kztimeline.textual.spans import Span

MARKS = frozenset({",", ";", ":", ".", "—", "–", "-", "•", "…"})
_FEWEST_WORDS = 3


def lead_clause(scene: Scene, statement: Statement) -> int:
    """The clause whose verb a title tells: the head, or what a frame or -ing form leans on."""
    head = scene.clauses[statement.head]
    leans = head.kind is Kind.FRAME or (head.kind is Kind.SUBORDINATE and head.verb is None)
    return head.host if leans and head.host is not None else statement.head


def is_part_of_sense(time: ResolvedTime) -> bool:
    """Whether a title keeps a time: “until May” bounds what is told, “in May” only dates it."""
    return time.expression.signal is not Signal.AT or time.expression.range_end is not None


def time_words(scene: Scene, span: Span) -> set[int]:
    """The words of a time, its preposition, and the comma or brackets it leaves behind."""
    words = scene.words
    inside = [n for n, word in enumerate(words) if span.start <= word.start < span.end]
    if not inside:
        return set()
    first, last = inside[0], inside[-1]
    while first and words[first - 1].lower in scene.lex.time_prepositions:
        first -= 1
    if first and words[first - 1].lower in scene.lex.prepositions - scene.lex.subordinators:
        return set()  # “put off to Friday”, “through much of May”: the time is part of the sense
    gone = set(range(first, last + 1))
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None:
        return gone
    if after.lower in scene.lex.possessives:
        return set()
    if before is not None and (before.text, after.text) == ("(", ")"):
        return gone | {first - 1, last + 1}
    opens = (
        before is None
        or before.text in {",", ";", ":", "“", "•"}
        or before.lower in scene.lex.coordinators
    )
    return gone | {last + 1} if after.text == "," and opens else gone


def without_fillers(kept: list[int], scene: Scene) -> list[int]:
    """“Prices, however, fell”: a discourse word between commas goes with both."""
    out = list(kept)
    for place in range(len(kept) - 2):
        trio = [scene.words[index].lower for index in kept[place : place + 3]]
        if trio[0] == trio[2] == "," and trio[1] in scene.lex.fillers:
            out = [index for index in out if index not in kept[place : place + 3]]
    return out


def without_leads(kept: list[int], scene: Scene) -> list[int]:
    """Less conjunctions, discourse words and marks at the head; “He also fired” is “He fired”."""
    while kept:
        opening = scene.words[kept[0]].text
        follows = scene.words[kept[1]].text if len(kept) > 1 else ""
        if opening in MARKS or opening in ")”" or (opening in "“‘" and follows in MARKS):
            kept = kept[1:]
            continue
        length = _lead_length(kept, scene)
        if not length or len(kept) - length < _FEWEST_WORDS:
            break
        kept = kept[length:]
    return [n for n in kept if n not in kept[1:4] or not _is_loose_filler(n, scene)]


def _is_loose_filler(index: int, scene: Scene) -> bool:
    """Whether nothing governs a discourse word: not the one in “until then”."""
    lex = scene.lex
    governors = lex.prepositions | lex.subordinators | lex.time_prepositions
    return scene.words[index].lower in lex.fillers and scene.words[index - 1].lower not in governors


def _lead_length(kept: list[int], scene: Scene) -> int:
    lex = scene.lex
    for phrase in lex.leads.get(scene.words[kept[0]].lower, ()):
        if tuple(scene.words[index].lower for index in kept[: len(phrase)]) != phrase:
            continue
        follows = scene.words[kept[len(phrase)]].text if len(kept) > len(phrase) else ""
        joins = phrase[0] in lex.openers | lex.fillers | lex.place_relatives
        if len(phrase) > 1 or follows == "," or joins:
            return len(phrase)
    return 0
