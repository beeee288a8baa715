"""The subject of a clause that does not say its own: an antecedent, or the subject it shares."""

from __future__ import annotations

from collections.abc import Collection

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.scene import Scene
from kztimeline.events.verbs import is_ing, is_participle

_NOUN_PHRASE = 12  # words: a longer antecedent is not one phrase any more
_SHORT = 4
_MARKS = frozenset({",", ";", ":", ".", "(", ")", "“", "—", "–", "•"})


def subject_words(scene: Scene, number: int) -> list[int]:
    """Indices of the words to put before a clause; empty where it has a subject of its own.

    “who resigned” hangs on the noun before it; “and was arrested” shares its host's subject; so
    do “Arrived in Oslo,” and “Built in 1987,” at the head of a sentence; “Asked on Monday,” he was.
    """
    clause = scene.clauses[number]
    if clause.kind is Kind.RELATIVE:
        return antecedent(scene, number) if lacks_subject(scene, number) else []
    if clause.host is None:
        return []
    is_lead = clause.kind is Kind.PARTICIPLE and clause.first == 0
    is_done = clause.opener not in scene.lex.addressed and not clause.opener.endswith("ing")
    if is_lead and is_done:
        return before_verb(scene, scene.clauses[clause.host])
    return _shared(scene, clause.host) if clause.kind is Kind.COORD and clause.shares else []


def _shared(scene: Scene, number: int) -> list[int]:
    """The subject of a clause, for one coordinated with it."""
    host = scene.clauses[number]
    if host.kind is Kind.RELATIVE and lacks_subject(scene, number):
        return antecedent(scene, number)
    if host.kind is Kind.COORD and host.shares:
        return subject_words(scene, number)
    return before_verb(scene, host)


def lacks_subject(scene: Scene, number: int) -> bool:
    """Whether a relative clause's pronoun is its subject: “who resigned”, not “which he bought”."""
    clause = scene.clauses[number]
    opener = scene.words[clause.first].lower
    if clause.verb is None or opener not in scene.lex.subject_relatives:
        return False
    between = scene.words[clause.first + 1 : clause.verb.first]
    return all(
        word.lower in scene.lex.adverbs
        or word.lower.endswith("ly")
        or word.text == ","
        or any(
            time.expression.span.start <= word.start < time.expression.span.end
            for time in scene.times
        )
        or word.lower in scene.lex.time_prepositions
        for word in between
    )


def before_verb(scene: Scene, clause: Clause) -> list[int]:
    """The words before a clause's verb, less a conjunction and the time that lead in."""
    end = clause.last if clause.verb is None else min(clause.last, clause.verb.first)
    words = [n for n in range(clause.first, end) if scene.words[n].text not in _MARKS - {"“"}]
    while words and scene.words[words[0]].lower in scene.lex.coordinators:
        words = words[1:]
    return _behind_times(words, scene)


def _behind_times(words: list[int], scene: Scene) -> list[int]:
    """“On 4 May the boat”, “Late on Monday, the boat”: the boat."""
    for time in scene.times:
        start, end = time.expression.span
        lead = [n for n in words if scene.words[n].start < start]
        is_first = all(scene.lows[n] in scene.lex.time_prepositions for n in lead)
        owns = scene.lows[scene.word_at(end)] in scene.lex.possessives  # “Monday’s strike”
        if not is_first or owns:
            break
        words = [n for n in words if scene.words[n].start >= end] or words
    return words


def antecedent(scene: Scene, number: int) -> list[int]:
    """The noun phrase a relative clause hangs on, looked for backwards over an apposition."""
    place = number - 1
    is_loose = scene.clauses[number].is_loose
    while place > 0 and (
        (scene.clauses[place].kind is Kind.ASIDE and is_loose)
        or (scene.clauses[place].kind is Kind.RESUMED and _is_empty(scene, scene.clauses[place]))
    ):
        place -= 1
    if place < 0:
        return []
    clause = scene.clauses[place]
    end = _end(scene, clause, is_loose=is_loose)
    if end <= clause.first:
        return []
    is_person = scene.words[scene.clauses[number].first].lower in scene.lex.personal_relatives
    parts = (n for n in range(clause.first + 1, end) if scene.lows[n] in scene.lex.of)
    is_parted = any(_parts_person(scene, n, is_person=False) for n in parts) and not is_person
    if _is_subject(scene, clause, end) and not is_parted:
        return list(range(clause.first, end))
    start = end
    over = frozenset[str]() if is_loose else scene.lex.persons_at if is_person else scene.lex.beside
    while (
        start > clause.first
        and end - start < _NOUN_PHRASE
        and (
            _is_over_name(scene, clause.first, start, end, over)
            or not _ends_phrase(scene, start, end, is_person=is_person)
        )
    ):
        start -= 1
    is_done = start > 0 and end - start > 1 and scene.lows[start - 1] in scene.lex.infinitive
    start += is_done  # “offered to send (teams), who could arrive”
    verb = scene.clauses[number].verb
    if verb is not None and scene.lows[verb.first] in scene.lex.wreaking:
        start = _of_happening(scene, range(clause.first, end), start)
    return _at_border(scene, clause, start, end)


def _is_subject(scene: Scene, clause: Clause, end: int) -> bool:
    """Whether a clause up to its end is one phrase, the subject that waits for its verb."""
    first, lows = clause.first, scene.lows
    if clause.verb is not None and clause.verb.first < end:
        return False
    if end - first > _NOUN_PHRASE or clause.kind not in {Kind.MAIN, Kind.CONTENT}:
        return False
    leads = lows[first] in scene.lex.prepositions or _has_doing(scene, first, end)
    return not leads and scene.lex.circumstances.isdisjoint(lows[first:end])


def _has_doing(scene: Scene, first: int, end: int) -> bool:
    """“Crews *searching for* the boat that sank have …”: the boat did."""
    opens = scene.lex.prepositions | scene.lex.determiners
    inside = range(first + 1, end - 1)
    return any(is_ing(scene.lows[n], scene.lex) and scene.lows[n + 1] in opens for n in inside)


def _at_border(scene: Scene, clause: Clause, start: int, end: int) -> list[int]:
    """“among them (four children who …)”, “those (of us who …)”."""
    start += end - start > 1 and scene.lows[start] in scene.lex.object_pronouns
    is_part = start > clause.first and scene.lows[start] in scene.lex.of
    return list(range(start - is_part, end))


def _end(scene: Scene, clause: Clause, *, is_loose: bool) -> int:
    """Where the phrase ends that a relative clause behind a clause hangs on."""
    end = clause.last
    while end > clause.first and scene.words[end - 1].text in _MARKS:
        end -= 1
    end = _before_rank(scene, clause, end) if is_loose else end
    return _before_time(scene, clause, end) if end > clause.first else end


def _before_time(scene: Scene, clause: Clause, end: int) -> int:
    """Where “a war in 1914, which killed …” ends: before its time, that killed nobody.

    The clause's beginning where only a participle has the time: “one built in 1914, which …”.
    """
    span = next(
        (
            t.expression.span
            for t in scene.times
            if t.expression.span.end == scene.words[end - 1].end
        ),
        None,
    )
    if span is None:
        return end
    first = scene.first_from(span.start)
    while first > clause.first and scene.lows[first - 1] in scene.lex.time_prepositions:
        first -= 1
    if first <= clause.first or is_participle(scene.lows[first - 1], scene.lex):
        return clause.first
    return first


def _before_rank(scene: Scene, clause: Clause, end: int) -> int:
    """Where “a quake(, the town’s worst in two centuries, which …)” ends."""
    commas = [n for n in range(clause.first, end) if scene.lows[n] == ","]
    behind = scene.lows[commas[-1] + 1 : end] if commas else ()
    ranks = scene.lex.ordinals | scene.lex.superlatives
    return end if ranks.isdisjoint(behind) else commas[-1]


def _of_happening(scene: Scene, words: range, start: int) -> int:
    """Where “the wake of (a quake on an island that killed ten)” begins: no island has killed."""
    lows, lex, first = scene.lows, scene.lex, words.start
    named = max((n for n in range(start, words.stop) if lows[n] in lex.happenings), default=start)
    start = max((n + 1 for n in range(start, named) if lows[n] in lex.of), default=start)
    place = start - 1
    if (
        place <= first
        or lows[place] not in lex.prepositions
        or lows[place - 1] not in lex.happenings
    ):
        return start
    place -= 1
    while place > first and lows[place - 1] not in lex.of:
        if _ends_phrase(scene, place, place + 1, is_person=False):
            break
        place -= 1
    return place


def _is_empty(scene: Scene, clause: Clause) -> bool:
    return not any(word.is_word for word in scene.words[clause.first : clause.last])


def _ends_phrase(scene: Scene, start: int, end: int, *, is_person: bool) -> bool:
    """Whether a noun phrase ending at `end` begins at `start`, looked at backwards.

    It goes on over “of”, and over “in” and “for” before a name: “a fire in Oslo that …”; nobody
    who did something is such a fire.
    """
    word = scene.words[start - 1]
    in_verb = any(
        clause.verb.first <= start - 1 <= clause.verb.last
        for clause in scene.clauses
        if clause.verb
    )
    is_name = all(
        scene.words[n].is_capital or scene.words[n].lower in scene.lex.quarters
        for n in range(start, end)
    )
    reaches = is_name and not is_person and end - start <= _SHORT
    inner: frozenset[str] = scene.lex.phrase_inner if reaches else scene.lex.of
    if is_person and is_name and word.lower in scene.lex.inside:
        inner = scene.lex.inside  # “a man in Oslo who …”: no town has been held
    elif is_person and is_name and end - start > 1:
        inner = frozenset()  # “the privileges of Anna Lind, who …”: she did
    return (
        in_verb
        or word.text in _MARKS
        or word.lower in scene.lex.prepositions - inner
        or word.lower in scene.lex.coordinators
        or word.lower in scene.lex.subordinators
        or word.lower in scene.lex.that | scene.lex.infinitive | scene.lex.be
        or word.lower in scene.lex.circumstances
        or (start < end and _begins_at(scene, start) and word.lower not in scene.lex.of)
        or (word.lower in scene.lex.of and _parts_person(scene, start - 1, is_person=is_person))
        or (start < end and word.lower in scene.lex.pronouns - scene.lex.pointers)
        or (is_ing(word.lower, scene.lex) and "-" not in word.text)  # “its de-icing system”
    )


def _is_over_name(scene: Scene, first: int, start: int, end: int, over: Collection[str]) -> bool:
    """“a clerk at (the Osh Mill) who fell”, “a trip to (Rome) that was planned”: a name is one.

    What only says which of several is meant hangs on the noun before it.
    """
    lows, before = scene.lows, start - 2
    if lows[start - 1] not in over or before <= first or not _is_noun(scene, before):
        return False
    begin = start + (lows[start] in scene.lex.articles)
    named = scene.words[begin:end]
    return 0 < len(named) <= _SHORT and all(word.is_capital for word in named)


def _is_noun(scene: Scene, index: int) -> bool:
    """Whether a word may be a noun: none of the small ones, of no verb and no time."""
    lex, word = scene.lex, scene.words[index]
    in_verb = any(verb.first <= index <= verb.last for verb in scene.verbs)
    small = lex.prepositions | lex.determiners | lex.pronouns | lex.adverbs | lex.objects
    spans = (time.expression.span for time in scene.times)
    in_time = any(span.start <= word.start < span.end for span in spans)
    return word.is_word and not in_verb and not in_time and word.lower not in small


def _parts_person(scene: Scene, index: int, *, is_person: bool) -> bool:
    """“the funeral of a boy who was shot”, “the key of a guard who had left”: a boy, a guard.

    And “the captain of a ferry that sank”: a ferry.
    """
    if not is_person:
        return scene.lows[index - 1] in scene.lex.offices
    is_new = scene.lows[index + 1] in scene.lex.indefinite_articles
    return is_new or (index > 0 and scene.words[index - 1].lower in scene.lex.happenings)


def _begins_at(scene: Scene, index: int) -> bool:
    """Whether an article stands there: “of killing *a* baker who was found dead”."""
    return scene.words[index].lower in scene.lex.articles
