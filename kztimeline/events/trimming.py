"""What a title can lose without becoming another sentence.

Asides go (“, who is 61,”), and what only leads in (“In a break with the past, …”).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.scene import Scene

_SHORT_LEAD = 3  # words: “In Oslo, two men died” keeps its place
_LONGEST_NAME = 4  # words
_AGE = 2  # words: “, 49,”
_BRACKETS = ("(", ")")  # what stands in [] an editor has put in
_DASHES = frozenset({"—", "–"})


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
    out = _without_lone_comma(out, scene, told) if len(out) < len(kept) else out
    return _without_examples(out, scene, told) if also_who else out


def _without_lone_comma(kept: list[int], scene: Scene, told: int) -> list[int]:
    """“The bank, which lost 3 million euros ($4 million), will close”: no comma before “will”."""
    verb = scene.clauses[told].verb
    before = [n for n in kept if verb and n < verb.first]
    commas = [n for n in before if scene.lows[n] == ","]
    ends = commas and commas == before[-len(commas) :]
    return [n for n in kept if n not in commas] if ends else kept


def without_which(kept: Sequence[int], scene: Scene, told: int) -> list[int]:
    """“The man (who had hidden in the hold) left”: less what says which between subject and verb.

    But “those who were hurt left” says nothing without it.
    """
    verb = scene.clauses[told].verb
    for number, (clause, behind) in enumerate(pairwise(scene.clauses)):
        is_back = verb is not None and behind.kind is Kind.RESUMED and behind.first == verb.first
        if is_back and clause.first - 1 in kept and _says_which(number, scene, told):
            return [n for n in kept if not clause.first <= n < clause.last]
    return list(kept)


def _says_which(number: int, scene: Scene, told: int) -> bool:
    """Whether a clause with “who” or “that” and a verb stands at the end of a plain subject."""
    clause, stem, lex = scene.clauses[number], scene.clauses[told], scene.lex
    if clause.kind is not Kind.RELATIVE or clause.is_loose or clause.host != told:
        return False
    subject = scene.words[stem.first : clause.first]
    vague = lex.determiners | lex.pronouns | lex.anybody | lex.subordinators
    is_plain = bool(subject) and all(word.is_word for word in subject)
    is_whole = all(scene.words[n].is_word for n in range(clause.first, clause.last))
    tells = clause.verb is not None and clause.verb.first == clause.first + 1
    return is_plain and is_whole and tells and subject[-1].lower not in vague


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
        opened = scene.clauses[number - 1]  # “The man, named as Lind, (a clerk,) left”
        is_within = number and opened.is_loose and opened.kind is Kind.PARTICIPLE
        if is_closing or is_within or _ends_name(kept[place - 1], scene):
            return [n for n in kept if n not in gone]  # “the youngest, Eva Lind, (19,) had”
        is_age = goes_on and inside[0] == inside[-1] - 1 and scene.lows[inside[0]].isdigit()
        governs = is_age and scene.lows[behind[0]] in scene.lex.prepositions  # “Lind, 44, of Osh”
        if not is_comma or not goes_on or behind[0] in verbs or governs:
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
