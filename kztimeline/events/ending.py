"""Where a title may end: behind which words what it tells is complete."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.scene import Scene
from kztimeline.events.verbs import find_verbs, is_ing, is_participle

_NEAR = 3  # words
_LONGEST_TAIL = 4  # tokens, with the comma
_QUOTES = ("“", "”")
_ENDINGS = frozenset({"”", '"', ")", "]"})
_TOLD = frozenset({Kind.RELATIVE, Kind.SUBORDINATE, Kind.CONTENT})
_MARKED = frozenset({"“", '"'})
_STOPS = frozenset({",", ";", ".", ":"})
_PAUSES = frozenset({";", "—", "–"})


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
        is_free = is_free and not _is_taken_for(kept[place], scene)
        if is_free and before.lower not in binds:
            yield place


def _is_taken_for(index: int, scene: Scene) -> bool:
    """Whether “as” says what something was taken for: “in what was seen (as a victory)”."""
    groups = (verb for verb in scene.verbs if verb.last == index - 1)
    return scene.lows[index] in scene.lex.as_ and any(v.first < v.last for v in groups)


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
    ends = (n for n in range(index, len(scene.words)) if scene.words[n].text in _STOPS)
    end = next(ends, len(scene.words))
    return bool(find_verbs(scene.words[index:end], scene.lex))


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
        if not is_mark and (word.lower not in ends or (word.is_capital and len(out) > 1)):
            break  # “the middle of May”
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


def without_half_time(kept: list[int], scene: Scene) -> list[int]:
    """Less the length of time at the end whose other half stays behind: “two days (after …)”."""
    words = scene.words
    if not kept or kept[-1] + 1 >= len(words):
        return kept
    if words[kept[-1] + 1].lower not in scene.lex.sequels:
        return kept
    lex = scene.lex
    small = lex.lengths | lex.determiners | lex.infinitive
    cut = len(kept)
    while cut and (words[kept[cut - 1]].lower in small or not words[kept[cut - 1]].text.isalpha()):
        cut -= 1
    is_half = any(words[n].lower in lex.lengths for n in kept[cut:])
    return kept[:cut] if is_half else kept


def without_last_age(kept: list[int], scene: Scene) -> list[int]:
    """“named as Paul Berg, 44(,) and Eva Lind(, 31)”: an age behind a name that ends a title."""
    words, tail = scene.words, [n for n in kept if scene.words[n].text != "."][-3:]
    if len(tail) < len(("Lind", ",", "31")):
        return kept
    name, comma, age = (words[n] for n in tail)
    is_age = name.is_capital and comma.text == "," and age.text.isdigit()
    is_time = any(
        time.expression.span.start <= age.start < time.expression.span.end for time in scene.times
    )
    return [n for n in kept if n not in tail[1:]] if is_age and not is_time else kept
