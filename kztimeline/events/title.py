"""A title cut from one source sentence: a stretch of it, less its time; order kept, two repairs.

Cautious on purpose: a stretch that cannot stand by itself is widened to the whole sentence, and
only what is surely loose is dropped. A long title that is right beats a short one that is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.cutting import Cutting, owner_at, person_at
from kztimeline.events.ending import without_half_time, without_last_age
from kztimeline.events.fitting import Fit, fitting, is_broken
from kztimeline.events.keeping import (
    lead_clause,
    without_fillers,
    without_lead_comma,
    without_leads,
    without_time,
)
from kztimeline.events.pronouns import is_owner
from kztimeline.events.rendering import start_of_address
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.sharing import taken_words, turned_round, with_doer
from kztimeline.events.subject import antecedent, subject_words
from kztimeline.events.time_words import time_words
from kztimeline.events.trimming import without_asides, without_lead_phrases
from kztimeline.events.verbs import Tense, skip_adverbs
from kztimeline.textual.tokens import Token

_ENTRY_MARKS = frozenset({":", "–", "—", "-"})
_SUBJECT_AND_VERB = 2  # words
_FEWEST_WORDS = 5  # of a clause that a title gives without what goes with it
# What a wire puts before its first sentence, and a live blog before each entry.
_STAMP = re.compile(
    r"\W*(?:[A-Z][A-Z.'’ -]{2,}[^()\n]{0,40}\([^()\n]{2,40}\)\s*[-–—]+\s*"
    r"|(?<=\()[A-Z][A-Za-z. /]{1,30}\)\s*[-–—]+\s*"
    r"|[A-Z][A-Z.'’ -]{2,}(?:, [A-Z][a-z]+)*(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?\s[–—]+\s*"
    r"|\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\s*[-–—]+\s*|[•*·]\s*)"
)


def cut_title(cutting: Cutting) -> str:
    """The title of a statement, at most `LONGEST_TITLE` characters; never empty.

    The barest that can stand and need not be broken off; else the barest, without what only says
    which one is meant.
    """
    titles = _titles(cutting)
    first = next(titles)
    if not is_broken(first):
        return first
    last = _titles(cutting._replace(is_bare=True))
    return next((title for title in (*titles, *last) if not is_broken(title)), first)


def can_stand(cutting: Cutting) -> bool:
    """Whether a title can be made of what is told alone, not of its whole sentence."""
    return any(True for _ in _bare_titles(cutting, _stretches(cutting)))


def stands_unsaid(cutting: Cutting) -> bool:
    """Whether it can even without the saying: not of “Lind said she was glad”."""
    return any(True for _ in _bare_titles(cutting, islice(_stretches(cutting), 1)))


def _titles(cutting: Cutting) -> Iterator[str]:
    """Titles a statement may have, the barest first; the last is made of the whole sentence."""
    yield from _bare_titles(cutting, _stretches(cutting))
    scene, statement = cutting.scene, cutting.statement
    whole = range(_after_stamp(scene), len(scene.words))
    timeless = without_time(list(whole), scene, statement)
    tries = (without_leads(timeless, scene), timeless, list(whole))
    least = tries[0] if _heads_entry(scene, statement) else list(whole)
    kept = next((kept for kept in tries if _stands(kept, scene, statement)), least)
    lead = lead_clause(scene, statement)
    is_it = scene.lows[kept[0]] in scene.lex.neuter
    person = cutting.owners.get(scene.lows[0]) if is_it and kept[0] == 0 else cutting.person
    person = None if is_it and kept[0] else person
    person = owner_at(kept, cutting) if is_owner(scene.lows[kept[0]], scene.lex) else person
    yield fitting(
        kept, Fit(scene, lead, person, cutting.times, cutting.keeps_voice, cutting.is_bare)
    )


def _heads_entry(scene: Scene, statement: Statement) -> bool:
    """Whether a sentence is an entry under its time: “May 2: Guard takes palace; Lind flees”."""
    span = statement.time.expression.span if statement.time else None
    if span is None or span.start != scene.words[0].start:
        return False
    return scene.words[scene.word_at(span.end)].text in _ENTRY_MARKS


def _bare_titles(
    cutting: Cutting, stretches: Iterable[tuple[Statement, list[int]]]
) -> Iterator[str]:
    scene = cutting.scene
    whole = range(_after_stamp(scene), len(scene.words))
    for statement, stretch in stretches:
        lead = lead_clause(scene, statement)
        kept = with_doer(_trimmed([n for n in stretch if n >= whole.start], cutting, lead), scene)
        person = person_at(kept, cutting, lead)
        if _stands(kept, scene, statement) and not _dangles(kept, scene, lead, person):
            yield fitting(
                kept, Fit(scene, lead, person, cutting.times, cutting.keeps_voice, cutting.is_bare)
            )


def _stretches(cutting: Cutting) -> Iterator[tuple[Statement, list[int]]]:
    """What is said without the saying, then with it; for want of room a saying without itself."""
    scene, statement = cutting.scene, cutting.statement
    lead = lead_clause(scene, statement)
    clause = scene.clauses[lead]
    if clause.kind is not Kind.CONTENT or not cutting.keeps_voice:
        yield statement, _stretch(scene, statement, clause.first)
    if clause.kind is Kind.CONTENT and clause.host is not None:
        saying = _stretch(scene, statement, scene.clauses[clause.host].first)
        yield statement, _with_subject(saying, scene, clause.host)
    leans = clause.opener in scene.lex.conditions or (
        clause.kind is Kind.COORD and not clause.shares
    )
    if leans and clause.host is not None:
        before = scene.clauses[clause.host]  # “he had asked for a test; it came back …”
        together = [*range(before.first, before.last), *range(clause.first, clause.last)]
        yield statement, _with_subject(together, scene, clause.host)
    for number, said in enumerate(scene.clauses):
        is_open = said.verb is not None and said.verb.tense is Tense.MODAL  # it shows by itself
        is_said = (said.kind, said.host) == (Kind.CONTENT, lead) and scene.is_speech(lead)
        if is_said and (is_open or not cutting.keeps_voice):
            content = statement._replace(head=number)
            yield content, _stretch(scene, content, said.first)


def _with_subject(stretch: list[int], scene: Scene, number: int) -> list[int]:
    """“… and said he would go”, with the subject that the saying shares before it."""
    clause, subject = scene.clauses[number], subject_words(scene, number)
    if not subject or clause.verb is None or stretch[0] != clause.first:
        return stretch
    return [*subject, *(n for n in stretch if n >= clause.verb.first)]


def _trimmed(stretch: Sequence[int], cutting: Cutting, lead: int) -> list[int]:
    """A stretch without its time, asides, leads and fillers."""
    scene = cutting.scene
    kept = without_fillers(list(stretch), scene)  # first: their commas would bind a lone word
    kept = without_asides(kept, scene, lead, also_who=False)
    kept = without_leads(without_time(kept, scene, cutting.statement), scene)
    kept = without_lead_comma(kept, scene)
    kept = without_last_age(without_half_time(kept, scene), scene)
    verb = scene.clauses[lead].verb
    return without_lead_phrases(kept, scene, verb.first) if verb else kept


def _dangles(kept: Sequence[int], scene: Scene, lead: int, person: str | None) -> bool:
    """Whether a clause out of the middle begins with a word that needs one left behind."""
    if scene.clauses[lead].kind is Kind.MAIN or kept[0] <= scene.clauses[0].first:
        return False
    first = scene.words[kept[0]].lower
    opener = scene.words[skip_adverbs(scene.words, kept[0], scene.lex)].lower
    if scene.clauses[lead].kind is Kind.CONTENT and opener in scene.lex.questions:
        return True  # “said what had happened”
    is_known = first in scene.lex.persons | scene.lex.neuter or is_owner(first, scene.lex)
    is_known = is_known and person is not None
    if first in scene.lex.possessive_pronouns and scene.is_told_by_noun(lead):
        return False
    return first in scene.lex.pronouns | scene.lex.possessive_pronouns and not is_known


def _stands(kept: Sequence[int], scene: Scene, statement: Statement) -> bool:
    """Whether words can stand as a title: someone does something."""
    told = (scene.words[n] for n in kept)
    return _are_many(told, _SUBJECT_AND_VERB) and not _lacks_subject(kept, scene, statement)


def _are_many(words: Iterable[Token], least: int) -> bool:
    """Whether at least so many of some tokens are words."""
    return len(list(islice((word for word in words if word.is_word), least))) == least


def _lacks_subject(kept: Sequence[int], scene: Scene, statement: Statement) -> bool:
    """Whether nobody stands before the verb: “until May ran the bank”; or only a day that went."""
    lead = scene.clauses[lead_clause(scene, statement)]
    verb = lead.verb
    if verb is None:
        return lead.kind is Kind.MAIN and any(clause.verb for clause in scene.clauses)
    if verb.first not in kept:
        return True
    timed = time_words(scene, statement.time.expression.span) if statement.time else set()
    timed |= {
        n
        for number, clause in enumerate(scene.clauses)
        if clause.kind is Kind.FRAME and number != lead.host  # “…,” said a nurse who had left
        for n in range(clause.first, clause.last)
    }
    loose = scene.lex.prepositions | scene.lex.adverbs | scene.lex.subordinators | scene.lex.fillers
    return not any(
        scene.words[n].is_word and n not in timed and scene.words[n].lower not in loose
        for n in kept
        if n < verb.first
    )


def _after_stamp(scene: Scene) -> int:
    """Index of the first word behind a dateline, a bullet or the time that heads an entry.

    The first of all where nothing but marks stands behind it: a title is never empty.
    """
    start = scene.words[0].start
    found = _STAMP.match(scene.text, start, scene.words[-1].end)
    first = scene.word_at(found.end()) if found else _behind_label(scene)
    return first if any(word.is_word for word in scene.words[first:]) else 0


def _behind_label(scene: Scene) -> int:
    """Index of the first word behind the day of an entry: “July 4 – Lind resigns”; 0 without."""
    first = 0
    for start, end in (time.expression.span for time in scene.times):
        mark = scene.word_at(end)
        if start != scene.words[first].start or scene.words[mark].text not in _ENTRY_MARKS:
            break
        first = mark + 1
    return first if first < len(scene.words) else 0


# ── which stretch ─────────────────────────────────────────────────────────────────────────────────


def _stretch(scene: Scene, statement: Statement, first: int) -> list[int]:
    """The statement's words from `first` on where they can stand by themselves, else all."""
    lead = lead_clause(scene, statement)
    clause = scene.clauses[lead]
    if clause.kind is Kind.SUBORDINATE:
        if clause.opener in scene.lex.conditions:
            return list(range(len(scene.words)))
        first = _behind_opener(scene, clause)  # “after the alarm was raised”: it was
    if clause.kind is Kind.RELATIVE and clause.opener in scene.lex.place_relatives:
        return list(range(clause.first + 1, clause.last))  # “where a crowd had stood”
    contents = [
        n
        for n, c in enumerate(scene.clauses)
        if (
            c.host == lead
            and (c.kind is Kind.CONTENT or (c.opener == ":" and scene.is_speech(lead)))
        )
        or (c.host in statement.clauses and scene.is_told_by_noun(n))  # “after it emerged that …”
    ]
    last = max(scene.clauses[n].last for n in (*statement.clauses, lead, *contents))
    if clause.kind is Kind.CONTENT and first == clause.first:
        last = min(last, _end_of_said(scene, lead))
    last = _with_frame(scene, _with_circumstance(scene, lead, last))
    subject = _with_beginning(subject_words(scene, lead), scene)
    if not subject and clause.kind not in {Kind.RELATIVE, Kind.PARTICIPLE}:
        return list(range(start_of_address(first, scene), last))
    if clause.kind is Kind.PARTICIPLE and subject:
        return [*subject, *range(clause.first, clause.last)]  # “Landed in Oslo, the crew …”
    if taken := taken_words(scene, lead, subject):
        begin = clause.verb.first if clause.verb else clause.first
        end = max(scene.clauses[n].last for n in (lead, *contents))
        return [*taken, *range(max(begin, taken[-1] + 1), max(end, begin + 1))]
    is_object = not subject and clause.kind is Kind.RELATIVE
    named = antecedent(scene, lead) if is_object else []
    told = range(clause.first - clause.is_loose, last)  # “a man, whose son they hired”
    turned = turned_round(scene, lead, named)
    return turned or ([*named, *told] if named else list(range(len(scene.words))))


def _behind_opener(scene: Scene, clause: Clause) -> int:
    """The word behind “after”, also in “two days after the alarm was raised”."""
    opens = (n for n in range(clause.first, clause.last) if scene.words[n].lower == clause.opener)
    return next(opens, clause.first) + 1


def _with_beginning(subject: Sequence[int], scene: Scene) -> list[int]:
    """A subject whole: from the first capital, “the April Dawn” begins with no month."""
    begin = subject[0] if subject else 0
    spans = [time.expression.span for time in scene.times]
    while subject and begin > 1 and scene.words[begin - 1].is_capital:
        if any(span.end == scene.words[begin - 1].end for span in spans):
            break  # “On 4 March the boat”
        begin -= 1
    begin = start_of_address(begin, scene)
    return [*range(begin, subject[0]), *subject] if subject else []


def _end_of_said(scene: Scene, lead: int) -> int:
    """Where what is said ends: in “said he was ill but would not …” perhaps before the “but”."""
    adversative = scene.lex.contrasts
    ends = (
        c.first for c in scene.clauses if c.host == lead and c.shares and c.opener in adversative
    )
    return next(ends, len(scene.words))


def _with_circumstance(scene: Scene, lead: int, last: int) -> int:
    """“The accident happened” is no news without “when the ship was escorting a tanker”."""
    clause = scene.clauses[lead]
    if _are_many(scene.words[clause.first : last], _FEWEST_WORDS):
        return last
    unsaid = (n for n, c in enumerate(scene.clauses) if c.kind is not Kind.CONTENT)
    told = (n for n in range(len(scene.clauses)) if scene.is_told_by_noun(n))
    numbered = [(n, scene.clauses[n]) for n in (*unsaid, *told)]
    behind = [n for n, c in numbered if c.kind is Kind.SUBORDINATE and c.first == last]
    return max((c.last for n, c in numbered if n in behind or c.host in behind), default=last)


def _with_frame(scene: Scene, last: int) -> int:
    """The end of “…, X said” where that follows directly: without it a claim becomes a fact."""
    return next(
        (c.last for c in scene.clauses if c.kind is Kind.FRAME and 0 <= c.first - last <= 1), last
    )
