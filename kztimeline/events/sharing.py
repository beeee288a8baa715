"""What a clause takes from the one before it: its subject, “was” with it, or who says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from kztimeline.events.bare import opener_end
from kztimeline.events.clauses import Kind
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.subject import before_verb
from kztimeline.events.time_words import time_words
from kztimeline.events.verbs import Tense, Verb, is_adverb, is_ing, is_participle
from kztimeline.textual.tokens import Token

_LONGEST_SUBJECT = 14  # words
_OVER_MARK = 2  # from a word to the one behind the comma after it
_LONGEST_SPEAKER = 5  # words
_LONGEST_DOER = 6  # words
_DONE = {Tense.PAST, Tense.PERFECT}


def taken_words(scene: Scene, lead: int, subject: Sequence[int]) -> list[int]:
    """The words to put before a clause so that it is a sentence; none where that is not sure.

    “who resigned” takes its subject, and so does “and was arrested”. In “was freed and left the
    country” the object shows that no “was” is shared, in “was held and charged with theft” the verb
    shows that it is; “was freed and left” may be either.
    """
    clause, subject = scene.clauses[lead], _without_age(scene, subject)
    if clause.verb is None or not 0 < len(subject) <= _LONGEST_SUBJECT:
        return []
    if any(after - before != 1 for before, after in pairwise(subject)):
        return []
    host = scene.clauses[_root(scene, lead)].verb
    is_lone = clause.kind is Kind.COORD and clause.verb.first == clause.verb.last
    head = scene.words[clause.verb.first].lower
    if is_lone and host and clause.verb.tense is Tense.MODAL:
        return _with_opener(scene, subject, host)
    if not (is_lone and host and host.first != host.last and is_participle(head, scene.lex)):
        return list(subject)
    after = scene.words[clause.verb.last + 1 : clause.verb.last + 2]
    if head in scene.lex.by_oneself or _is_object(scene, after):
        return list(subject)
    is_done_to = head in scene.lex.done_to or (after and after[0].lower in scene.lex.agents)
    auxiliaries = _auxiliaries(scene, host) if is_done_to else []
    return [*subject, *auxiliaries] if auxiliaries else []


def turned_round(scene: Scene, lead: int, named: Sequence[int]) -> list[int]:
    """“the mill that Lind bought in Osh” as a sentence: Lind bought the mill in Osh.

    None where it may have no object: “the day that he left”, “the house that he lived in”.
    """
    clause, lex = scene.clauses[lead], scene.lex
    verb = clause.verb
    if verb is None or not named or scene.is_speech(lead) or verb.tense not in _DONE:
        return []
    if scene.lows[clause.first] not in lex.turning | lex.touching:
        return []
    subject = range(clause.first + (scene.lows[clause.first] in lex.turning), verb.first)
    joints = (n for n in range(verb.last + 1, clause.last) if scene.lows[n] in lex.coordinators)
    end = next(joints, clause.last)
    while end > verb.last + 1 and not scene.words[end - 1].is_word:
        end -= 1
    behind = range(verb.last + 1, end)
    timed = {n for time in scene.times for n in time_words(scene, time.expression.span)}
    told = [n for n in behind if n not in timed]
    vague = lex.lengths | lex.days_told | lex.times_told | lex.ways
    ends = scene.lows[named[-1]] in vague or (told and scene.lows[told[-1]] in lex.prepositions)
    governs = not told or scene.lows[told[0]] in lex.prepositions
    if ends or not subject or not governs or len(subject) > _LONGEST_SUBJECT:
        return []
    if any(not scene.words[n].is_word for n in (*subject, *named)):
        return []
    return [*subject, *range(verb.first, verb.last + 1), *named, *behind]


def speaker_told_of(
    scene: Scene, statement: Statement, pronoun: str, people: Collection[str]
) -> str | None:
    """Whom “he” or “it” at the head of what was said stands for: “Norda said it had sold a mill”.

    Only for what was on a day of its own; `people` are those named before. Police said it had
    rained, but did not rain.
    """
    clause, lex = scene.clauses[statement.head], scene.lex
    host, verb = clause.host, clause.verb
    if statement.time is None or host is None or verb is None or verb.tense not in _DONE:
        return None
    saying = scene.clauses[host].verb
    if saying is None or not scene.is_speech(host) or scene.clauses[host].kind is not Kind.MAIN:
        return None
    subject = _speaker(scene, host, saying)
    words = [word.text for word in subject]
    if pronoun in lex.persons:
        return next((one for one in people if len(people) == 1 and " ".join(words) == one), None)
    is_plain = all(word.is_word and word.lower not in lex.prepositions for word in subject)
    is_one = (
        bool(subject)
        and not subject[-1].lower.endswith("s")
        and subject[-1].lower not in lex.plurals
    )
    opens = bool(subject) and (subject[0].is_capital or subject[0].lower in lex.articles)
    is_deed = verb.head not in lex.statives | lex.impersonal and {*people} <= {" ".join(words)}
    is_it = pronoun in lex.neuter and is_plain and is_one and opens and is_deed
    return " ".join(words) if is_it and len(words) <= _LONGEST_SPEAKER else None


def _speaker(scene: Scene, host: int, saying: Verb) -> list[Token]:
    """The subject of a saying: no “Last month” before it, no “, a clerk,” in it."""
    gone = {n for time in scene.times for n in time_words(scene, time.expression.span)}
    own = [n for piece in scene.stretches(host) for n in piece if n < saying.first]
    subject = [scene.words[n] for n in own if n not in gone]
    while subject and subject[-1].text == ",":
        subject.pop()
    return subject[1:] if subject[:1] and subject[0].text == "," else subject


def _without_age(scene: Scene, subject: Sequence[int]) -> Sequence[int]:
    """“Lind, 58, was held and charged”: it was Lind; “A clerk, Lind, was …”: with both commas."""
    last = subject[-1] if subject else 0
    gaps = [before + 1 for before, after in pairwise(subject) if after - before == _OVER_MARK]
    is_set_off = [scene.lows[n] for n in (*gaps, last + 1) if n < len(scene.lows)] == [",", ","]
    if is_set_off and not scene.lows[last].isdigit():
        return range(subject[0], last + 2)
    is_age = len(subject) > 1 and subject[-2] != last - 1 and scene.lows[last].isdigit()
    return subject[:-1] if is_age else subject


def _is_object(scene: Scene, words: Sequence[Token]) -> bool:
    """Whether what follows a verb is what it does something to."""
    small = scene.lex.determiners | scene.lex.pronouns
    return any(word.lower in small or _is_name(scene, word) for word in words)


def _with_opener(scene: Scene, subject: Sequence[int], verb: Verb) -> list[int]:
    """“The court will” and “she is expected to”, for a bare infinitive; none where it is denied."""
    end = opener_end(scene.words, verb, scene.lex)
    if end is None or scene.lex.denials.intersection(scene.lows[verb.first : end]):
        return []
    opener = [n for n in range(verb.first, end) if not is_adverb(scene.lows[n], scene.lex)]
    is_next = bool(subject) and subject[-1] < verb.first
    return [*subject, *opener] if is_next else []


def _auxiliaries(scene: Scene, verb: Verb) -> list[int]:
    """“was” of “was later suspended”, “had been” of “had been held”; none where it is denied."""
    lex = scene.lex
    small = lex.be | lex.have | lex.modals
    words = [n for n in range(verb.first, verb.last) if scene.lows[n] in small]
    is_passive = bool(words) and scene.lows[words[-1]] in lex.be
    is_denied = any(scene.lows[n] in lex.denials for n in range(verb.first, verb.last))
    return words if is_passive and not is_denied else []


def _is_name(scene: Scene, word: Token) -> bool:
    """Whether a capital may name what something is done to: no “Tuesday”."""
    spans = (time.expression.span for time in scene.times)
    return word.is_capital and not any(span.start <= word.start < span.end for span in spans)


def _root(scene: Scene, number: int) -> int:
    """The clause whose subject a chain of coordinated ones shares."""
    clause = scene.clauses[number]
    while clause.kind is Kind.COORD and clause.shares and clause.host is not None:
        number, clause = clause.host, scene.clauses[clause.host]
    return number


def with_doer(kept: Sequence[int], scene: Scene) -> list[int]:
    """Who did what an -ing form tells: “*Lind* was jailed on Monday after *pleading guilty*”.

    “Being” says no more then: “Lind found guilty”. A pronoun is nobody.
    """
    lex, told = scene.lex, list(kept)
    first = scene.lows[told[0]] if told else ""
    is_doing = is_ing(first, lex) or first in lex.nonfinite
    if not is_doing or scene.lows[told[0] - 1] not in lex.sequels:
        return told  # “was cleared of stabbing his wife”: he did not
    number = scene.clause_at(scene.words[told[0]].start)
    hosts = (scene.clauses[number], scene.clauses[scene.clauses[number].host or 0])
    host = next((c for c in hosts if c.verb and c.verb.first < told[0]), None)
    subject = before_verb(scene, host) if host else []
    if not 0 < len(subject) <= _LONGEST_DOER:
        return told
    if any(scene.lows[n] in lex.pronouns | lex.relatives for n in subject):
        return told
    return [*subject, *told[first in lex.be and len(told) > 1 :]]
