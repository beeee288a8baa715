"""A title cut from one source sentence: words dropped, order kept, two repairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kztimeline.events.clauses import Kind
from kztimeline.events.keeping import (
    MARKS,
    kept_words,
    lead_clause,
    time_words,
    without_adverbial,
    without_broken_adverbial,
    without_leads,
)
from kztimeline.events.names import Name, Sort
from kztimeline.events.statement import Scene, Statement
from kztimeline.events.subject import subject_words
from kztimeline.textual.spans import Span

LONGEST_TITLE = 110  # characters: one line of a terminal, with its day
_FEWEST_WORDS = 4
_LONGEST_SUBJECT = 70  # characters
_LOOSE = {Kind.SUBORDINATE, Kind.PARTICIPLE, Kind.RELATIVE, Kind.COORD, Kind.ASIDE}
_PAIRS = {"“": "”", "(": ")"}


@dataclass(frozen=True, slots=True)
class Cutting:
    """What a title is cut from; `person` is whom a leading “he” stands for, where safe."""

    scene: Scene
    statement: Statement
    names: Sequence[Name]
    person: str | None
    times: Sequence[Span]


def cut_title(cutting: Cutting) -> str:
    """The title of a statement, at most `LONGEST_TITLE` characters, never ending inside a word."""
    scene, statement = cutting.scene, cutting.statement
    subject = _subject(cutting)
    frame = _frame(cutting)
    lead = lead_clause(scene, statement)
    kept = without_broken_adverbial(kept_words(scene, statement), scene, lead)
    kept = without_leads(kept, scene)
    if _is_headless(kept, subject, scene):
        kept, subject = _everything(scene), ""
    room = LONGEST_TITLE - (len(frame) + 3 if frame else 0)
    body = [n for n in kept if not _in_frame(scene, n)] if frame else kept
    for words in _ever_shorter(body, cutting):
        text = _render(words, subject, cutting)
        if len(text) <= room:
            return _framed(text, frame, is_whole=words == body)
    text = _balanced(_render(body[:_FEWEST_WORDS], subject, cutting)[: room - len(_PAIRS)])
    return _framed(text, frame, is_whole=False)


def _is_headless(kept: list[int], subject: str, scene: Scene) -> bool:
    """Whether what is kept begins with a verb or a relative word, its subject elsewhere."""
    if subject or not kept:
        return not kept
    first = kept[0]
    opens_verb = any(clause.verb and clause.verb.first == first for clause in scene.clauses)
    word = scene.words[first].lower
    is_relative = word in scene.lex.subject_relatives | scene.lex.bound_relatives
    return opens_verb or is_relative or (scene.clauses[0].kind is Kind.PARTICIPLE and first == 0)


def _everything(scene: Scene) -> list[int]:
    """All words of the sentence: better long than without a subject."""
    return [n for n in range(len(scene.words)) if n or scene.words[n].text not in MARKS]


def _ever_shorter(kept: list[int], cutting: Cutting) -> Iterator[list[int]]:
    """The words, ever fewer: no trailing clauses, no opening adverbial, cut at a border."""
    yield kept
    for last in _without_clauses(kept, cutting):
        yield last
        kept = last
    scene = cutting.scene
    bare = without_adverbial(kept, scene, scene.clauses[lead_clause(scene, cutting.statement)])
    if len(bare) >= _FEWEST_WORDS and bare != kept:
        yield (kept := bare)
    timed = {n for span in cutting.times for n in _inner_words(scene, span)}
    places = [place for place in range(len(kept) - 1, 2, -1) if kept[place] not in timed]
    borders = [place for place in places if _is_border(kept[place], scene)]
    for verb in _told_verbs(cutting):
        floor = sum(n <= verb for n in kept)
        yield from (kept[:place] for place in borders if place > floor)
    yield from (kept[:place] for place in places if place > _FEWEST_WORDS)


def _without_clauses(kept: list[int], cutting: Cutting) -> Iterator[list[int]]:
    """Less one leaning clause after another, the last first."""
    scene, statement = cutting.scene, cutting.statement
    lead = lead_clause(scene, statement)
    for number in reversed(statement.clauses):
        clause = scene.clauses[number]
        if clause.kind in _LOOSE and number > lead:
            end = _subtree_end(scene, number)
            fewer = [n for n in kept if not clause.first <= n < end]
            if _FEWEST_WORDS <= len(fewer) < len(kept):
                yield (kept := fewer)


def _inner_words(scene: Scene, span: Span) -> list[int]:
    """The words of a time but its first: no title ends inside “in two days”."""
    return [n for n, word in enumerate(scene.words) if span.start < word.start < span.end]


def _told_verbs(cutting: Cutting) -> list[int]:
    """Last words of the verbs a title should reach: of what is said first, then of who says it."""
    scene, statement = cutting.scene, cutting.statement
    lead = lead_clause(scene, statement)
    contents = [
        clause.verb.last
        for clause in scene.clauses
        if clause.kind is Kind.CONTENT and clause.host == lead and clause.verb
    ]
    verb = scene.clauses[lead].verb
    return [*contents[:1], *([verb.last] if verb else [])]


def _subtree_end(scene: Scene, number: int) -> int:
    """End of the last clause in a row that leans on this one."""
    end = scene.clauses[number].last
    for later in scene.clauses[number + 1 :]:
        if later.kind is Kind.CONTENT and later.first == end:
            end = later.last
        else:
            break
    return end


def _is_border(index: int, scene: Scene) -> bool:
    word = scene.words[index]
    borders = scene.lex.prepositions - scene.lex.of | scene.lex.coordinators | {",", "—", "–", ";"}
    return word.lower in borders


# ── the frame: who said it ────────────────────────────────────────────────────────────────────────


def _in_frame(scene: Scene, index: int) -> bool:
    return any(
        clause.kind is Kind.FRAME and clause.first <= index < clause.last
        for clause in scene.clauses
    )


def _frame(cutting: Cutting) -> str:
    """“Anna Lind said”: the frame behind what it frames, less what stands behind its verb."""
    scene, statement = cutting.scene, cutting.statement
    number = next((n for n in statement.clauses if scene.clauses[n].kind is Kind.FRAME), None)
    if number is None or scene.clauses[number].verb is None or statement.head > number:
        return ""
    clause = scene.clauses[number]
    verb = clause.verb
    assert verb is not None  # noqa: S101 - narrowed above
    gone = {n for span in cutting.times for n in time_words(scene, span)}
    speaker = [n for n in range(clause.first, verb.first) if n not in gone]
    names = [
        name
        for name in cutting.names
        if speaker
        and scene.words[speaker[0]].start <= name.span.start < scene.words[verb.first].start
        and name.sort is Sort.PERSON
    ]
    if not speaker:
        behind = [name for name in cutting.names if name.span.start >= scene.words[verb.last].end]
        who = (
            behind[0].full
            if behind
            else _join(_noun_behind(scene, verb.last + 1, clause.last), scene)
        )
    elif names:
        who = names[0].full
    else:
        who = _phrase(speaker, cutting)
    if verb.first != verb.last or not who:
        return ""
    whom = [n for n in _noun_behind(scene, verb.last + 1, clause.last) if n not in gone]
    told = _join(whom, scene) if verb.head in scene.lex.tellers else ""
    return f"{who} {scene.words[verb.first].text} {told}".strip()


def _noun_behind(scene: Scene, first: int, last: int) -> list[int]:
    out: list[int] = []
    for index in range(first, last):
        if scene.words[index].text in MARKS or scene.words[index].lower in scene.lex.prepositions:
            break
        out.append(index)
    return out


def _framed(text: str, frame: str, *, is_whole: bool) -> str:
    if not frame:
        return _unquoted(text)
    text = text.rstrip(" ,.")
    if text[-1:] in {"”", '"'}:
        mark, inner = text[-1], text[:-1].rstrip(" ,.")
        text = f"{inner},{mark}" if is_whole else f"{inner} …{mark}"
        return f"{text} {frame}"
    return f"{text}, {frame}"


def _unquoted(text: str) -> str:
    """A title that is one quotation from end to end needs no marks."""
    if text[-2:] in {",”", ".”"}:
        text = text[:-2] + "”"
    is_one = text[:1] == "“" and text[-1:] == "”" and text.count("“") == 1
    bare = text[1:-1].strip(" ,.") if is_one else text.rstrip(" .")
    return bare[:1].upper() + bare[1:]


# ── the subject ───────────────────────────────────────────────────────────────────────────────────


def _subject(cutting: Cutting) -> str:
    """Words put before a clause that has no subject of its own; empty if too long."""
    found = subject_words(cutting.scene, lead_clause(cutting.scene, cutting.statement))
    text = _phrase(without_leads(found, cutting.scene), cutting) if found else ""
    return text if len(text) <= _LONGEST_SUBJECT else ""


def _phrase(indices: Sequence[int], cutting: Cutting) -> str:
    """A noun phrase as written; a person that ends it, or “he”, under the resolved name."""
    if not indices:
        return ""
    words = cutting.scene.words
    span = Span(words[indices[0]].start, words[indices[-1]].end)
    if len(indices) == 1 and words[indices[0]].lower in cutting.scene.lex.persons:
        return cutting.person or words[indices[0]].text
    people = [n for n in cutting.names if n.span.end == span.end and n.sort is Sort.PERSON]
    if people and people[0].span.start >= span.start and _is_whole(people[0], indices, cutting):
        return people[0].full
    gone = {n for time in cutting.times for n in time_words(cutting.scene, time)}
    return _join([index for index in indices if index not in gone], cutting.scene)


def _is_whole(name: Name, indices: Sequence[int], cutting: Cutting) -> bool:
    """Whether a name is all of a phrase that is name: “Dawn” is not all of “the April Dawn”."""
    words = [cutting.scene.words[n] for n in indices]
    before = [word for word in words if word.end <= name.span.start and word.is_capital]
    return " " in name.full or not before


# ── writing it ────────────────────────────────────────────────────────────────────────────────────


def _render(kept: Sequence[int], subject: str, cutting: Cutting) -> str:
    kept = _without_tail(kept, cutting.scene)
    text = _join(kept, cutting.scene)
    if subject and kept:
        first = cutting.scene.words[kept[0]]
        is_name = any(name.span.start == first.start for name in cutting.names)
        text = f"{subject} {text if is_name else text[:1].lower() + text[1:]}"
    elif kept:
        first = cutting.scene.words[kept[0]]
        if first.lower in cutting.scene.lex.persons and cutting.person:
            text = cutting.person + text[len(first.text) :]
    text = _balanced(text.strip(" ,;:—–"))
    return text[:1].upper() + text[1:]


def _without_tail(kept: Sequence[int], scene: Scene) -> list[int]:
    """Less marks, prepositions, determiners and conjunctions that would dangle."""
    out = list(kept)
    while len(out) > 1 and _dangles(out, scene):
        out.pop()
    return out


def _dangles(kept: Sequence[int], scene: Scene) -> bool:
    """Whether the last word wants one behind it; prepositions may end a sentence, but no cut."""
    lex, index = scene.lex, kept[-1]
    word = scene.words[index]
    if word.text in MARKS or word.text in "“(‘":
        return True
    wanting = lex.determiners - lex.standing_determiners | lex.openers | lex.infinitive
    if word.lower in wanting - lex.prepositions:
        return True
    is_cut = index + 1 < len(scene.words) and scene.words[index + 1].is_word
    if not is_cut:
        return False
    is_rump = len(kept) > _FEWEST_WORDS and scene.words[kept[-2]].text == "," and word.is_word
    helpers = lex.prepositions | lex.be | lex.have | lex.modals
    return is_rump or word.lower in helpers or _is_stray_participle(index, scene)


def _is_stray_participle(index: int, scene: Scene) -> bool:
    """“a grouping seen”: a participle outside a verb group, its complement cut away."""
    verbs = [clause.verb for clause in scene.clauses if clause.verb]
    in_verb = any(verb.first <= index <= verb.last for verb in verbs)
    return not in_verb and scene.words[index].lower in scene.lex.participles


def _join(kept: Sequence[int], scene: Scene) -> str:
    """Words with the white space they had; one space and no stray comma where words went."""
    parts: list[str] = []
    last = -1
    for index in kept:
        word = scene.words[index]
        if not parts:
            parts.append(word.text)
        elif index == last + 1:
            between = scene.text[scene.words[last].end : word.start]
            parts.append(between.replace("\n", " ").replace("*", "") + word.text)
        elif word.text in MARKS:
            if parts[-1][-1:] in MARKS:
                parts.pop()
            parts.append(word.text)
        elif word.text in ")”’" or word.lower in scene.lex.possessives or parts[-1][-1:] in "“(":
            parts.append(word.text)
        else:
            parts.append(" " + word.text)
        last = index
    return "".join(parts)


def _balanced(text: str) -> str:
    """With every mark a pair: a closing one without partner goes, an opening one is closed."""
    out: list[str] = []
    opened: list[str] = []
    for letter in text:
        if letter in _PAIRS:
            opened.append(_PAIRS[letter])
        elif letter in _PAIRS.values():
            if not opened or opened[-1] != letter:
                continue
            opened.pop()
        out.append(letter)
    return " ".join("".join(out).rstrip(" ,").split()) + "".join(reversed(opened))
