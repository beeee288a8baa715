"""A title cut from one source sentence: a stretch of it, less its time; order kept, two repairs.

Cautious on purpose: a stretch that cannot stand by itself is widened to the whole sentence, and
only what is surely loose is dropped. A long title that is right beats a short one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kztimeline.events.clauses import Kind
from kztimeline.events.keeping import (
    is_part_of_sense,
    lead_clause,
    time_words,
    without_fillers,
    without_leads,
)
from kztimeline.events.names import Name
from kztimeline.events.statement import Scene, Statement
from kztimeline.events.subject import subject_words
from kztimeline.events.verbs import is_participle
from kztimeline.textual.spans import Span

LONGEST_TITLE = 110  # characters: one line of a terminal, with its day
_LONGEST_SUBJECT = 14  # words
_FEWEST_WORDS = 4  # of a title that was cut
_CLOSINGS = 6  # characters kept free for “…” and the marks that close what is cut
_SUBJECT_AND_VERB = 2  # words
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_OPENINGS = frozenset({"“", '"', "«", "‘", "(", "["})
_ENDS = " ,;:.–—-•…"
_ADDRESS = re.compile(r"\w+://\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")
# What a wire puts before its first sentence, and a live blog before each entry.
_STAMP = re.compile(
    r"\W*(?:[A-Z][A-Z.'’ -]{2,}[^()\n]{0,40}\([^()\n]{2,40}\)\s*[-–—]+\s*"
    r"|[A-Z][A-Z.'’ -]{2,}(?:, [A-Z][a-z]+)*(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s[–—]+\s*"
    r"|\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\s*[-–—]+\s*|[•*·]\s*)"
)


@dataclass(frozen=True, slots=True)
class Cutting:
    """What a title is cut from; `person` is whom a leading “he” stands for, where safe."""

    scene: Scene
    statement: Statement
    names: Sequence[Name]
    person: str | None
    times: Sequence[Span]


def cut_title(cutting: Cutting) -> str:
    """The title of a statement, at most `LONGEST_TITLE` characters; never empty."""
    scene, statement = cutting.scene, cutting.statement
    whole = range(_after_stamp(scene), len(scene.words))
    stretch = [n for n in _stretch(scene, statement) if n >= whole.start]
    said = without_fillers(stretch, scene)  # first: their commas would seem to bind a lone word
    cut = without_leads(_without_time(said, scene, statement), scene)
    tries = (cut, _without_time(list(whole), scene, statement), list(whole))
    kept = next((kept for kept in tries if _stands(kept, scene, statement)), list(whole))
    return _fitting(kept, cutting)


def phrase_title(cutting: Cutting, words: range, head: int) -> str:
    """The title of a happening that a noun names: its phrase without determiner and time."""
    scene, lex = cutting.scene, cutting.scene.lex
    starts = {n: scene.words[n].start for n in words}
    timed = {n for n in words if any(span.start <= starts[n] < span.end for span in cutting.times)}
    loose = lex.prepositions | lex.determiners | lex.possessives

    def is_loose(index: int) -> bool:
        return scene.words[index].lower in loose or not scene.words[index].is_word

    gone = set(timed)
    for n in reversed(words):  # “on”, and “early on”
        is_particle = n == head + 1 and n + 1 not in timed  # “flown in on Monday”
        is_timing = is_loose(n) or scene.words[n].lower in lex.time_prepositions
        if n + 1 in gone and is_timing and not is_particle:
            gone.add(n)
    kept = [n for n in words if n not in gone]
    while kept and is_loose(kept[0]):
        kept = kept[1:]
    while kept and is_loose(kept[-1]) and kept[-1] != head + 1:
        kept = kept[:-1]
    return _render(kept, cutting)


def _stands(kept: Sequence[int], scene: Scene, statement: Statement) -> bool:
    """Whether words can stand as a title: someone does something."""
    is_few = sum(scene.words[n].is_word for n in kept) < _SUBJECT_AND_VERB
    return not is_few and not _lacks_subject(kept, scene, statement)


def _lacks_subject(kept: Sequence[int], scene: Scene, statement: Statement) -> bool:
    """Whether nobody stands before the verb: “until May ran the bank”; or only a day that went."""
    verb = scene.clauses[lead_clause(scene, statement)].verb
    if verb is None or verb.first not in kept:
        return False
    timed = time_words(scene, statement.time.expression.span) if statement.time else set()
    loose = scene.lex.prepositions | scene.lex.adverbs | scene.lex.subordinators | scene.lex.fillers
    return not any(
        scene.words[n].is_word and n not in timed and scene.words[n].lower not in loose
        for n in kept
        if n < verb.first
    )


def _after_stamp(scene: Scene) -> int:
    """Index of the first word behind a dateline, a bullet or the clock of a live-blog entry."""
    start = scene.words[0].start
    found = _STAMP.match(scene.text, start, scene.words[-1].end)
    return scene.word_at(found.end()) if found else 0


# ── which stretch ─────────────────────────────────────────────────────────────────────────────────


def _stretch(scene: Scene, statement: Statement) -> list[int]:
    """The statement's words where they can stand by themselves, else all of the sentence."""
    lead = lead_clause(scene, statement)
    clause = scene.clauses[lead]
    first = clause.first
    if clause.kind is Kind.CONTENT and clause.host is not None:
        first = min(first, scene.clauses[clause.host].first)  # who says so is part of it
    contents = (n for n, c in enumerate(scene.clauses) if (c.kind, c.host) == (Kind.CONTENT, lead))
    last = max(scene.clauses[n].last for n in (*statement.clauses, lead, *contents))
    last = _with_frame(scene, last)
    subject = _with_beginning(subject_words(scene, lead), scene)
    if not subject and clause.kind not in {Kind.RELATIVE, Kind.PARTICIPLE}:
        return list(range(_start_of_address(first, scene), last))
    if _can_take(scene, lead, subject):
        begin = clause.verb.first if clause.verb else clause.first
        return [*subject, *range(max(begin, subject[-1] + 1), max(clause.last, begin + 1))]
    return list(range(len(scene.words)))


def _with_beginning(subject: Sequence[int], scene: Scene) -> list[int]:
    """A subject whole: from the first capital, “the April Dawn” begins with no month."""
    begin = subject[0] if subject else 0
    while subject and begin > 1 and scene.words[begin - 1].is_capital:
        begin -= 1
    begin = _start_of_address(begin, scene)
    return [*range(begin, subject[0]), *subject] if subject else []


def _start_of_address(begin: int, scene: Scene) -> int:
    """The word itself, or the first of the address of the web in whose middle it stands."""
    start, end = scene.words[begin].start, scene.words[-1].end  # a text may be large
    found = _ADDRESS.finditer(scene.text, scene.words[0].start, end)
    spans = (Span(*address.span()) for address in found)
    inside = next((span for span in spans if span.start < start < span.end), None)
    return scene.word_at(inside.start) if inside else begin


def _with_frame(scene: Scene, last: int) -> int:
    """The end of “…, X said” where that follows directly: without it a claim becomes a fact."""
    return next(
        (c.last for c in scene.clauses if c.kind is Kind.FRAME and 0 <= c.first - last <= 1), last
    )


def _can_take(scene: Scene, lead: int, subject: Sequence[int]) -> bool:
    """Whether a clause becomes a sentence with this subject before it.

    “who resigned” does, “and was arrested” does; “and arrested” does not where “was” is shared.
    """
    clause = scene.clauses[lead]
    if clause.verb is None or not 0 < len(subject) <= _LONGEST_SUBJECT:
        return False
    if any(after - before != 1 for before, after in pairwise(subject)):
        return False
    head = scene.words[clause.verb.first].lower
    is_lone = clause.verb.first == clause.verb.last
    host = scene.clauses[clause.host].verb if clause.host is not None else None
    shares_auxiliary = is_lone and host is not None and host.first != host.last
    return not (shares_auxiliary and is_participle(head, scene.lex))


# ── less its time ─────────────────────────────────────────────────────────────────────────────────


def _without_time(kept: list[int], scene: Scene, statement: Statement) -> list[int]:
    """Without the words of its time, where they stand loose: not “the treaty of 1992”."""
    if statement.time is None or is_part_of_sense(statement.time):
        return kept
    gone = time_words(scene, statement.time.expression.span)
    if not gone or min(gone) not in kept:
        return kept
    before = scene.words[min(gone) - 1] if min(gone) > kept[0] else None
    lex = scene.lex
    bound = lex.prepositions | lex.of | lex.determiners | lex.articles | lex.coordinators
    if before is not None and before.lower in bound:
        return kept
    if _leaves_stub(kept, gone, scene):
        return kept
    return [n for n in kept if n not in gone]


def _leaves_stub(kept: Sequence[int], gone: set[int], scene: Scene) -> bool:
    """Whether a lone word would stay between two marks: “Built in 1987, she …”."""
    place = kept.index(min(gone))
    stub = 0
    for index in reversed(kept[:place]):
        if not scene.words[index].is_word:
            break
        stub += 1
    behind = [n for n in kept[place:] if n not in gone]
    is_closed = (
        not behind
        or not scene.words[behind[0]].is_word
        or "," in {scene.words[n].text for n in gone}
    )
    return stub == 1 and is_closed


# ── at most so long ───────────────────────────────────────────────────────────────────────────────


def _fitting(kept: list[int], cutting: Cutting) -> str:
    """The words as text; too many of them are cut at a border behind the verb, else at a space."""
    text = _render(kept, cutting)
    if len(text) <= LONGEST_TITLE:
        return text
    for borders in _borders(kept, cutting):
        for place in reversed(borders):
            shorter = _without_dangling(kept[:place], cutting)
            text_there = _render(shorter, cutting)
            if len(shorter) >= _FEWEST_WORDS and len(text_there) <= LONGEST_TITLE:
                return text_there
    return _balanced(text[: LONGEST_TITLE - _CLOSINGS].rpartition(" ")[0].rstrip(_ENDS)) + "…"


def _borders(kept: list[int], cutting: Cutting) -> Iterable[list[int]]:
    """Places to cut at: before a clause or behind a mark; failing these, before a preposition."""
    scene = cutting.scene
    verb = scene.clauses[lead_clause(scene, cutting.statement)].verb
    floor = max(sum(n <= verb.last for n in kept) + 1 if verb else 0, _FEWEST_WORDS)
    places = [p for p in range(floor, len(kept)) if not _is_timed(kept[p], cutting)]
    openers = scene.lex.openers | {",", ";", "—", "–", ":"}
    yield [p for p in places if scene.words[kept[p]].lower in openers]
    yield [p for p in places if scene.words[kept[p]].lower in scene.lex.prepositions - scene.lex.of]


def _without_dangling(kept: list[int], cutting: Cutting) -> list[int]:
    """No title ends in “from”, “than”, “a”, “and has been”, or in the first half of a time."""
    lex = cutting.scene.lex
    bound = (
        (lex.prepositions | lex.articles | lex.coordinators | lex.subordinators | lex.that | lex.of)
        | lex.infinitive
        | (lex.determiners - lex.standing_determiners)
    )
    while kept and cutting.scene.words[kept[-1]].lower in bound:
        kept = kept[:-1]
    return kept


def _is_timed(index: int, cutting: Cutting) -> bool:
    """Whether a word stands inside a time: no title ends in the middle of “in two days”."""
    start = cutting.scene.words[index].start
    return any(span.start < start < span.end for span in cutting.times)


# ── as text ───────────────────────────────────────────────────────────────────────────────────────


def _render(kept: Sequence[int], cutting: Cutting) -> str:
    """Words with the white space they had; one space where some went; pronoun, quotes, capital."""
    scene = cutting.scene
    while kept and not (scene.words[kept[0]].is_word or scene.words[kept[0]].text in _OPENINGS):
        kept = kept[1:]
    if not kept:
        return ""
    parts = [scene.words[kept[0]].text]
    first = scene.words[kept[0]]
    if first.lower in scene.lex.persons and cutting.person:
        parts = [cutting.person]
    for before, after in pairwise(kept):
        left, right = scene.words[before], scene.words[after]
        gap = scene.text[left.end : right.start] if after == before + 1 else " "
        parts += [" " if gap.strip() or "\n" in gap else gap, right.text]
    text = re.sub(r"\s+([,;:.])", r"\1", " ".join("".join(parts).split()))
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).strip(_ENDS)
    return _capital(_balanced(text))


def _balanced(text: str) -> str:
    """No mark without its partner: a quotation cut off is closed, a stray half goes."""
    for opening, closing in _PAIRS:
        missing = text.count(opening) - text.count(closing)
        if missing > 0:
            text += closing * missing
        elif missing < 0:
            text = text.replace(closing, "", -missing)
    return (text if text.count('"') % 2 == 0 else text.replace('"', "")).strip()


def _capital(text: str) -> str:
    """With a capital, but for what is written its own way: “iPhone”, “example.org”."""
    if _ADDRESS.match(text) or text[1:2].isupper() or text[:1] == "[":
        return text
    at = next((n for n, mark in enumerate(text) if mark.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
