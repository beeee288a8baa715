"""Which words of a sentence a title keeps: its statement less time, asides and leads."""

from __future__ import annotations

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.statement import Scene, Statement
from kztimeline.events.subject import lacks_subject
from kztimeline.model import ResolvedTime, Signal
from kztimeline.textual.spans import Span

MARKS = frozenset({",", ";", ":", ".", "—", "–", "-", "•", "…"})
_OPENERS = {",", "—", "–", "(", "["}
_FEWEST_WORDS = 3


def kept_words(scene: Scene, statement: Statement) -> list[int]:
    """Indices of the words that stay, in order."""
    gone: set[int] = set()
    for number in statement.clauses:
        if number != statement.head and _goes(scene, statement, number):
            gone |= _with_leaning(scene, statement, number)
    inside: set[int] = set()
    for number in _told(scene, statement):
        clause = scene.clauses[number]
        inside.update(range(clause.first, clause.last))
    inside -= set(_opener(scene, lead_clause(scene, statement)))
    if statement.time is not None and not is_part_of_sense(statement.time):
        gone |= _listed_times(scene, statement.time.expression.span)
    gone |= _orphaned_marks(scene, inside - gone)
    return without_fillers(sorted(inside - gone), scene)


def _told(scene: Scene, statement: Statement) -> list[int]:
    """The statement's clauses; before an -ing form also what it leans on, for that has the verb."""
    lead = lead_clause(scene, statement)
    if lead == statement.head:
        return list(statement.clauses)
    resumed = [
        n
        for n, clause in enumerate(scene.clauses)
        if (clause.kind, clause.host) == (Kind.RESUMED, lead)
    ]
    return [lead, *resumed, *statement.clauses]


def lead_clause(scene: Scene, statement: Statement) -> int:
    """The clause whose verb a title tells: the head, or what a frame or -ing form leans on."""
    head = scene.clauses[statement.head]
    leans = head.kind is Kind.FRAME or (head.kind is Kind.SUBORDINATE and head.verb is None)
    return head.host if leans and head.host is not None else statement.head


def is_part_of_sense(time: ResolvedTime) -> bool:
    """Whether a title keeps a time: “until May” bounds what is told, “in May” only dates it."""
    return time.expression.signal is not Signal.AT or time.expression.range_end is not None


def _goes(scene: Scene, statement: Statement, number: int) -> bool:
    clause = scene.clauses[number]
    if clause.is_loose and clause.kind in {Kind.ASIDE, Kind.RELATIVE}:
        return True
    if (
        clause.kind is Kind.COORD
        and clause.opener in {";", ":"}
        and number > lead_clause(scene, statement)
    ):
        return scene.clauses[lead_clause(scene, statement)].verb is not None
    head = scene.clauses[lead_clause(scene, statement)]
    return clause.kind is Kind.SUBORDINATE and clause.first == 0 and head.first > 0


def _with_leaning(scene: Scene, statement: Statement, number: int) -> set[int]:
    """The words of a clause and of all that lean on it, and the mark that set it off."""
    gone: set[int] = set()
    for other in statement.clauses:
        if _leans_on(scene, other, number) and scene.clauses[other].kind is not Kind.RESUMED:
            clause = scene.clauses[other]
            gone.update(range(clause.first, clause.last))
            if clause.is_loose and clause.first and scene.words[clause.first - 1].text in _OPENERS:
                gone.add(clause.first - 1)
    return gone


def _orphaned_marks(scene: Scene, kept: set[int]) -> set[int]:
    """Commas and dashes that opened an interruption which is not told here."""
    marks = {
        clause.first - 1
        for clause in scene.clauses
        if clause.is_loose
        and clause.kind in {Kind.ASIDE, Kind.RELATIVE}
        and not kept.intersection(range(clause.first, clause.last))
        and clause.first
        and scene.words[clause.first - 1].text in _OPENERS
    }
    return marks & kept


def _leans_on(scene: Scene, number: int, target: int) -> bool:
    current: int | None = number
    for _ in scene.clauses:
        if current == target:
            return True
        if current is None:
            return False
        current = scene.clauses[current].host
    return False


def _opener(scene: Scene, number: int) -> range:
    """The words that only open the head clause: “who”, “after”, “and”."""
    clause = scene.clauses[number]
    if not _has_useless_opener(scene, number, clause):
        return range(0)
    return range(clause.first, clause.first + 1)


def _has_useless_opener(scene: Scene, number: int, clause: Clause) -> bool:
    if clause.kind is Kind.RELATIVE:
        return (
            lacks_subject(scene, number)
            or scene.words[clause.first].lower in scene.lex.place_relatives
        )
    if clause.kind is Kind.SUBORDINATE:
        return clause.verb is not None
    return clause.kind is Kind.COORD and clause.opener.isalpha()


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


def _listed_times(scene: Scene, own: Span) -> set[int]:
    """The words of a time and of those it is listed with: “on Monday and Wednesday” dates twice."""
    gone = time_words(scene, own)
    joins = scene.lex.coordinators | scene.lex.time_prepositions | {","}
    for time in scene.times:
        span = time.expression.span
        first, last = min(own.end, span.end), max(own.start, span.start)
        between = {n for n, word in enumerate(scene.words) if first <= word.start < last}
        if span != own and all(scene.words[n].lower in joins for n in between):
            gone |= between | time_words(scene, span)
    return gone


def without_fillers(kept: list[int], scene: Scene) -> list[int]:
    """“Putin, however, endorsed”: a discourse word between commas goes with both."""
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
    head = kept[1:4]
    return [n for n in kept if n not in head or scene.words[n].lower not in scene.lex.fillers]


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


def without_adverbial(kept: list[int], scene: Scene, head: Clause) -> list[int]:
    """Less what stands before the subject, up to its comma: “At the height of the unrest, …”."""
    if not _opens_adverbial(kept, scene, head):
        return kept
    commas = [n for n in kept if scene.words[n].text == "," and head.verb and n < head.verb.first]
    return [n for n in kept if n > commas[-1]] if commas else kept


def _opens_adverbial(kept: list[int], scene: Scene, head: Clause) -> bool:
    return (
        bool(kept)
        and head.verb is not None
        and scene.words[kept[0]].lower in scene.lex.prepositions
    )


def without_broken_adverbial(kept: list[int], scene: Scene, number: int) -> list[int]:
    """Less an opening adverbial that an interruption parts from the subject."""
    head = scene.clauses[number]
    if not _opens_adverbial(kept, scene, head) or head.verb is None:
        return kept
    verb = head.verb.first
    resumed = [piece.start for piece in scene.stretches(number)[1:] if piece.start < verb]
    starts = [start for start in resumed if any(start <= n < verb for n in kept)]
    return [n for n in kept if n >= starts[-1]] if starts else kept
