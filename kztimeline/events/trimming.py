"""What a title can lose without becoming another sentence, and where it may end.

Lost are asides (“, who is 61,”), what only leads in (“In a break with the past, …”) and whatever
stands behind a place where the clause is complete.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.statement import Scene
from kztimeline.events.verbs import find_verbs, is_ing, is_participle

_SHORT_LEAD = 3  # words: “In Oslo, two men died” keeps its place
_LONGEST_NAME = 4  # words
_AGE = 2  # words: “, 49,”
_NEAR = 3  # words
_LONGEST_TAIL = 4  # tokens, with the comma
_BRACKETS = ("(", ")")  # what stands in [] an editor has put in
_DASHES = frozenset({"—", "–"})
_QUOTES = ("“", "”")
_ENDINGS = frozenset({"”", '"', ")", "]"})
_TOLD = frozenset({Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT})
_MARKED = frozenset({"“", '"'})
_STOPS = frozenset({",", ";", ".", ":"})
_PAUSES = frozenset({";", "—", "–"})


# ── asides ────────────────────────────────────────────────────────────────────────────────────────


def without_asides(kept: Sequence[int], scene: Scene, told: int, *, also_who: bool) -> list[int]:
    """Words less what stands between commas, brackets or dashes and is not what is told (`told`).

    With `also_who` appositions go too: “Anna Lind, head of the bank,” is “Anna Lind”.
    """
    out = list(kept)
    for number, clause in enumerate(scene.clauses):
        is_between = also_who and _is_between(number, scene)
        if not (is_between or _is_aside(clause, scene, also_who=also_who)):
            continue
        inside = _with_leaning(number, scene)
        if told not in inside:
            out = _without(out, inside, scene)
    return _without_examples(out, scene, told) if also_who else out


def _is_between(number: int, scene: Scene) -> bool:
    """Whether a participle stands between subject and verb: “Lind, working with Oslo, will”."""
    clause, behind = scene.clauses[number], scene.clauses[number + 1 : number + 2]
    return (
        clause.kind is Kind.PARTICIPLE
        and clause.is_loose
        and behind[:1] != ()
        and (behind[0].kind is Kind.RESUMED)
    )


def _without_examples(kept: list[int], scene: Scene, told: int) -> list[int]:
    """“Teams, including one from Oslo, flew in” less the examples."""
    verb, lows, examples = scene.clauses[told].verb, scene.lows, scene.lex.examples
    if examples.isdisjoint(lows):
        return kept
    place = next((p for p, n in enumerate(kept) if lows[n] in examples), 0)
    if not place or verb is None:
        return kept
    is_set_off = scene.words[kept[place - 1]].text == ","
    end = next((p for p in range(place, len(kept)) if scene.words[kept[p]].text == ","), None)
    behind = kept[end + 1] if end is not None and end + 1 < len(kept) else None
    goes_on = behind is not None and scene.words[behind].lower in scene.lex.infinitive
    head = kept[: place - is_set_off]
    if kept[place] > verb.last and not goes_on:
        return head
    if is_set_off and end is not None and (goes_on or behind == verb.first):
        return head + kept[end + 1 :]
    return kept if is_set_off else head + [n for n in kept if n >= verb.first]


def _is_aside(clause: Clause, scene: Scene, *, also_who: bool) -> bool:
    in_frame = clause.host is not None and scene.clauses[clause.host].kind is Kind.FRAME
    if clause.kind is Kind.RELATIVE:
        return clause.is_loose or in_frame
    if clause.kind is not Kind.ASIDE:
        return False
    if clause.opener == _BRACKETS[0]:
        return clause.first > 1 and scene.words[clause.last - 1].text == _BRACKETS[1]
    if clause.opener in _DASHES:
        return clause.last < len(scene.words) and scene.words[clause.last - 1].text in _DASHES
    if clause.opener != "," or in_frame:
        return in_frame  # “…,” said Anna Lind, an engineer
    words = [word for word in scene.words[clause.first : clause.last] if word.is_word]
    return also_who or (0 < len(words) < _AGE and words[0].text[0].isdigit())


def _with_leaning(number: int, scene: Scene) -> set[int]:
    """A clause and all that hang on it, but what takes up the clause it interrupts."""
    inside = {number}
    for other, clause in enumerate(scene.clauses):
        is_next = other == number + 1 and clause.kind is Kind.RELATIVE
        names = is_next and scene.clauses[number].kind is Kind.ASIDE  # “the guard who was there”
        if names or (other > number and clause.host in inside):
            inside.add(other)
    return inside


def _without(kept: list[int], numbers: Collection[int], scene: Scene) -> list[int]:
    """Words less those of some clauses and the marks around them; one comma may have to stay."""
    gone = {n for number in numbers for n in _words_of(scene.clauses[number])}
    inside = [n for n in kept if n in gone]
    if not inside:
        return kept
    place = kept.index(inside[0])
    behind = [n for n in kept if n > inside[-1]]
    if place and not scene.words[kept[place - 1]].is_word:
        verbs = {clause.verb.first for clause in scene.clauses if clause.verb}
        is_comma = scene.words[kept[place - 1]].text == ","
        goes_on = bool(behind) and scene.words[behind[0]].lower not in scene.lex.coordinators
        number = min(numbers)
        is_closing = number and _closes(scene.clauses[number - 1], kept[place - 1])
        if is_closing or _ends_name(kept[place - 1], scene):
            return [n for n in kept if n not in gone]  # “the youngest, Eva Lind, (19,) had”
        if not is_comma or not goes_on or behind[0] in verbs:
            gone.add(kept[place - 1])
    return [n for n in kept if n not in gone]


def _closes(clause: Clause, mark: int) -> bool:
    """Whether a comma closes an apposition that stays."""
    return (clause.kind, clause.opener, clause.last - 1) == (Kind.ASIDE, ",", mark)


def _ends_name(mark: int, scene: Scene) -> bool:
    """Whether a comma closes a name behind an office: “the mayor, Eva Lind, (who is 61,) left”."""
    first, words = mark, scene.words
    while first > 1 and words[first - 1].is_word and words[first - 1].is_capital:
        first -= 1
    is_between = words[mark].text == words[first - 1].text == ","
    is_name = is_between and 0 < mark - first <= _LONGEST_NAME and first > 1
    return is_name and words[first - 2].lower in scene.lex.offices


def _words_of(clause: Clause) -> range:
    return range(clause.first, clause.last)


# ── what leads in ─────────────────────────────────────────────────────────────────────────────────


def without_lead_phrases(
    kept: Sequence[int], scene: Scene, verb: int, *, longest: int = _SHORT_LEAD
) -> list[int]:
    """Words less the phrases before the subject, if of more than `longest` words.

    A short one (“In Oslo, …”) often says where; one that denies or compares always stays.
    """
    out = list(kept)
    while out and scene.words[out[0]].lower in scene.lex.lead_prepositions:
        comma = next((p for p, n in enumerate(out) if scene.words[n].text == ","), None)
        if comma is None or out[comma] >= verb or len(out) == comma + 1:
            break
        phrase, rest = out[:comma], out[comma + 1 :]
        told = (clause for clause in scene.clauses if clause.kind is not Kind.RELATIVE)
        if any(clause.verb and clause.verb.first in phrase for clause in told):
            break  # “On Monday he said he would go, if …”: no phrase
        if sum(scene.words[n].is_word for n in phrase) <= longest or rest[0] >= verb:
            break
        out = rest
    return out


# ── where to end ──────────────────────────────────────────────────────────────────────────────────


def ends_at_clause(kept: Sequence[int], scene: Scene, floor: int) -> Iterator[int]:
    """Places at which a clause begins that the ones before it can do without, last first."""
    frames = [clause.first for clause in scene.clauses if clause.kind is Kind.FRAME]
    voice = set(frames[:1]) if scene.words[kept[0]].text in _MARKED else set()
    opens = {clause.first for clause in scene.clauses if _is_loose_end(clause, scene)} - voice
    lows, hollow = scene.lows, scene.lex.bound_prepositions | scene.lex.hollow
    if not _PAUSES.isdisjoint(lows):
        opens |= {n for n, low in enumerate(lows) if low in _PAUSES}
    for place in range(len(kept) - 1, floor - 1, -1):
        if kept[place] in opens and lows[kept[place - 1]] not in hollow:
            yield place


def _is_loose_end(clause: Clause, scene: Scene) -> bool:
    """Whether a sentence may stop before a clause: not before what is said, nor before “if”."""
    if clause.kind in {Kind.MAIN, Kind.CONTENT, Kind.RESUMED}:
        return False
    if clause.kind is Kind.RELATIVE:
        return clause.is_loose
    return not clause.shares and clause.opener not in scene.lex.conditions


def ends_at_phrase(kept: Sequence[int], scene: Scene, floor: int) -> Iterator[int]:
    """Places before a preposition that is not bound to the word before it, last first."""
    lex = scene.lex
    binds = lex.prepositions | lex.adverbs | lex.be | lex.determiners
    for place in range(len(kept) - 1, floor - 1, -1):
        if scene.lows[kept[place]] in lex.that:
            return  # “has shown in reports that …”: what is shown cannot stay behind
        if not _opens_phrase(kept[place], scene):
            continue
        before = scene.words[kept[place - 1]]
        is_free = before.text[-1].isalnum() and not is_ing(before.lower, lex)
        near = {scene.words[n].lower for n in kept[max(place - _NEAR, 0) : place]}
        is_free = is_free and near.isdisjoint(lex.as_)  # “as death toll (from the quake rose)”
        if is_free and before.lower not in binds:
            yield place


def _opens_phrase(index: int, scene: Scene) -> bool:
    """A free preposition, “as a …”, or “calling the …”, which no noun is; not “spending cuts”."""
    lex, word = scene.lex, scene.lows[index]
    if word in lex.prepositions - lex.bound_prepositions:
        return True
    if not (is_ing(word, lex) or word in lex.as_):
        return False
    behind = scene.words[index + 1 : index + 2]
    return bool(behind) and (behind[0].lower in lex.determiners or behind[0].is_capital)


def ends_at_relative(kept: Sequence[int], scene: Scene, floor: int) -> Iterator[int]:
    """Places before a clause that says which one is meant, last first."""
    opens = {clause.first for clause in scene.clauses if clause.kind is Kind.RELATIVE}
    for place in range(len(kept) - 1, floor - 1, -1):
        if kept[place] in opens:
            yield place


def ends_at_joint(kept: Sequence[int], scene: Scene, floor: int) -> Iterator[int]:
    """Places before what the same subject did besides, last first."""
    opens = {clause.first for clause in scene.clauses if clause.kind is Kind.COORD}
    for place in range(len(kept) - 1, floor - 1, -1):
        if kept[place] in opens:
            yield place


def ends_in_list(kept: Sequence[int], scene: Scene, floor: int) -> Iterator[int]:
    """Places behind which more of the same follows: a comma or “and”, last first."""
    for place in range(len(kept) - 1, floor - 1, -1):
        word = scene.words[kept[place]]
        if word.text == "," or (
            word.lower in scene.lex.coordinators and not _joins_clause(kept[place], scene)
        ):
            yield place


def _joins_clause(index: int, scene: Scene) -> bool:
    """Whether what “and” joins may have only the verb to come: “before Philly and Cheeks met”."""
    behind = scene.words[index + 1 : index + 2]
    if scene.words[index].lower in scene.lex.contrasts or (
        behind and behind[0].lower in scene.lex.that
    ):
        return False
    mark = (n for n in range(index, len(scene.words)) if scene.words[n].text in _STOPS)
    return bool(find_verbs(scene.words[index : next(mark, len(scene.words))], scene.lex))


def is_complete(kept: Sequence[int], place: int, scene: Scene) -> bool:
    """Whether words can end before a place: each clause has its verb, each quotation its end."""
    inside = set(kept[:place])
    begun = _begun(kept, place, scene)
    if any(not _has_its_verb(clause, inside, kept[place]) for clause in begun):
        return False
    if any(
        _is_unsaid(clause, number, kept[place], scene)
        for number, clause in enumerate(scene.clauses)
    ):
        return False
    marks = [scene.words[n].text for n in kept[:place]]
    return marks.count(_QUOTES[0]) <= marks.count(_QUOTES[1]) and marks.count('"') % 2 == 0


def _is_unsaid(clause: Clause, number: int, end: int, scene: Scene) -> bool:
    """Whether words end before what a clause begun in them says: “Lind told reporters”."""
    if clause.first >= end or clause.kind is Kind.FRAME or not scene.is_speech(number):
        return False
    return any(
        said.host == number
        and said.first >= end
        and (said.kind is Kind.CONTENT or said.opener == ":")
        for said in scene.clauses
    )


def _has_its_verb(clause: Clause, inside: Collection[int], end: int) -> bool:
    """Whether a clause that words end in or behind is told in them."""
    if clause.verb is None:
        return clause.last <= end or clause.kind not in _TOLD
    return clause.verb.last in inside


def _begun(kept: Sequence[int], place: int, scene: Scene) -> list[Clause]:
    """Clauses that begin before a place, but for those whose verb was left out on purpose."""
    whole, inside = set(kept), set(kept[:place])
    return [
        clause
        for clause in scene.clauses
        if clause.first in inside and (clause.verb is None or clause.verb.first in whole)
    ]


def is_told(kept: Sequence[int], place: int, scene: Scene) -> bool:
    """Whether words are complete and their last verb has something to it."""
    last = kept[place - 1]
    begun = _begun(kept, place, scene)
    wants = any(_wants_object(clause, last, scene) for clause in begun)
    return not wants and is_complete(kept, place, scene)


def _wants_object(clause: Clause, last: int, scene: Scene) -> bool:
    """Whether a clause would end in its verb: “a court handed down …”; a passive may."""
    verb = clause.verb
    if verb is None or last < verb.last:
        return False
    tail = scene.words[verb.last + 1 : last + 1]
    is_bare = all(word.lower in scene.lex.particles or not word.is_word for word in tail)
    is_passive = scene.words[verb.first].lower in scene.lex.be and is_participle(
        scene.words[verb.last].lower, scene.lex
    )
    return is_bare and not is_passive


def without_loose_end(kept: Sequence[int], scene: Scene, ends: AbstractSet[str]) -> list[int]:
    """Words less what needs more words behind it: “from”, “than a”, “and has”, “, the seat”."""
    verbs = {clause.verb.last for clause in scene.clauses if clause.verb}
    out = list(kept)
    while out and out[-1] not in verbs:
        word = scene.words[out[-1]]
        if word.lower in scene.lex.particles and out[-1] - 1 in verbs:
            break  # “was put off”
        is_mark = not word.is_word and word.text not in _ENDINGS and not word.text[-1].isalnum()
        if not is_mark and word.lower not in ends:
            break
        out = out[:-1]
    tail = _tail(out, scene)
    return without_loose_end(out[: -len(tail)], scene, ends) if tail else out


def _tail(kept: Sequence[int], scene: Scene) -> Sequence[int]:
    """A word or two behind the last comma that tell nothing: “, mostly”, “, the seat”."""
    commas = [place for place, n in enumerate(kept) if scene.words[n].text == ","]
    tail = kept[commas[-1] :] if commas else ()
    verbs = {clause.verb.first for clause in scene.clauses if clause.verb}
    tells = not verbs.isdisjoint(tail) or any(scene.words[n].is_capital for n in tail)
    return () if tells or len(tail) > _LONGEST_TAIL else tail
