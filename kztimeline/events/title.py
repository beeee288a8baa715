"""A title cut from one source sentence: words dropped, order kept, a leading pronoun resolved, a capital set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kztimeline.events.clauses import Clause, Kind
from kztimeline.events.lexis import Lexis
from kztimeline.events.names import Name, Sort
from kztimeline.events.statement import Scene, Statement
from kztimeline.model import ResolvedTime, Signal
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

LONGEST_TITLE = 110  # characters: one line of a terminal, with its day
_FEWEST_WORDS = 4
_NOUN_PHRASE = 12
_MARKS = {",", ";", ":", ".", "—", "–", "-", "•"}
_PAIRS = (("“", "”"), ("(", ")"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class Cutting:
    """What a title is cut from; `person` is whom a leading “he” or “she” stands for, `None` where that is not safe."""

    scene: Scene
    statement: Statement
    names: Sequence[Name]
    person: str | None
    times: Sequence[Span]


def cut_title(cutting: Cutting) -> str:
    """The title of a statement, at most `LONGEST_TITLE` characters, never ending inside a word."""
    scene, statement = cutting.scene, cutting.statement
    kept = _kept(cutting)
    subject = _subject(cutting)
    kept = _without_leads(kept, scene)
    dropped = _droppable(scene, statement)
    text = _render(kept, subject, cutting)
    for number in dropped:
        if len(text) <= LONGEST_TITLE:
            break
        clause = scene.clauses[number]
        fewer = [index for index in kept if not clause.first <= index < clause.last]
        if len(fewer) >= _FEWEST_WORDS:
            kept = fewer
            text = _render(kept, subject, cutting)
    while len(text) > LONGEST_TITLE and len(kept) > _FEWEST_WORDS:
        kept = _shorter(kept, scene, len(text) - LONGEST_TITLE)
        text = _render(kept, subject, cutting)
    return text


def _kept(cutting: Cutting) -> list[int]:
    """Indices of the words that stay: the statement's clauses less asides and its time."""
    scene, statement = cutting.scene, cutting.statement
    inside: list[int] = []
    for number in statement.clauses:
        clause = scene.clauses[number]
        if number != statement.head and _is_aside(clause):
            continue
        first = clause.first + (number == statement.head and _opener_length(clause, scene))
        inside.extend(range(first, clause.last))
    gone = {index for time in _own_times(cutting) for index in _time_words(scene, time)}
    return [index for index in inside if index not in gone]


def _is_aside(clause: Clause) -> bool:
    return clause.is_loose and clause.kind in {Kind.ASIDE, Kind.RELATIVE}


def _opener_length(clause: Clause, scene: Scene) -> int:
    """How many words open the head clause that a title has no use for: “who”, “after”, “and”."""
    if clause.kind in {Kind.RELATIVE, Kind.SUBORDINATE} or (
        clause.kind is Kind.COORD and clause.opener.isalpha()
    ):
        follows = scene.words[clause.first].lower
        return 0 if follows == "whose" else 1
    return 0


def _own_times(cutting: Cutting) -> list[Span]:
    """Time expressions that go: the statement's own, unless “since” or “until” makes it part of what is said."""
    time = cutting.statement.time
    if time is None:
        return []
    return [] if _is_telling(time) else [time.expression.span]


def _is_telling(time: ResolvedTime) -> bool:
    return time.expression.signal not in {Signal.AT} or time.expression.range_end is not None


def _time_words(scene: Scene, span: Span) -> set[int]:
    """The words of a time, its preposition, and the comma it leaves behind at the head of a clause."""
    inside = [n for n, word in enumerate(scene.words) if span.start <= word.start < span.end]
    if not inside:
        return set()
    first, last = inside[0], inside[-1]
    while first and scene.words[first - 1].lower in {"on", "in", "at", "during", "early", "late", "the", "by"}:
        first -= 1
    gone = set(range(first, last + 1))
    after = scene.words[last + 1] if last + 1 < len(scene.words) else None
    before = scene.words[first - 1] if first else None
    has_comma = after is not None and after.text == ","
    if has_comma and (before is None or before.text in {",", ";", ":"} or before.lower in scene.lex.coordinators):
        gone.add(last + 1)
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        gone.update({first - 1, last + 1})
    return gone


# ── the subject ───────────────────────────────────────────────────────────────────────────────────


def _subject(cutting: Cutting) -> str:
    """Words put before a head clause that has no subject of its own: its antecedent, or its host's subject."""
    scene, statement = cutting.scene, cutting.statement
    head = scene.clauses[statement.head]
    if head.kind is Kind.RELATIVE and head.verb and _lacks_subject(head, scene):
        return _phrase(_antecedent(scene, statement.head), cutting)
    if head.kind is Kind.COORD and head.shares and head.host is not None:
        host = scene.clauses[head.host]
        if host.kind is Kind.RELATIVE and _lacks_subject(host, scene):
            return _phrase(_antecedent(scene, head.host), cutting)
        return _phrase(_before_verb(host, scene), cutting)
    if head.kind is Kind.PARTICIPLE and head.host is not None:
        return _phrase(_before_verb(scene.clauses[head.host], scene), cutting)
    return ""


def _lacks_subject(clause: Clause, scene: Scene) -> bool:
    opener = scene.words[clause.first].lower
    return opener in {"who", "which", "that"} and clause.verb is not None


def _before_verb(clause: Clause, scene: Scene) -> list[int]:
    if clause.verb is None:
        return []
    words = range(clause.first, clause.verb.first)
    return _without_leads([n for n in words if scene.words[n].text != ","], scene)


def _antecedent(scene: Scene, number: int) -> list[int]:
    """The noun phrase a relative clause hangs on, looked for backwards over an apposition."""
    place = number - 1
    while place > 0 and scene.clauses[place].kind is Kind.ASIDE:
        place -= 1
    clause = scene.clauses[place]
    end = clause.last
    while end > clause.first and scene.words[end - 1].text in {",", "(", "—", "–"}:
        end -= 1
    start = end
    while start > clause.first and end - start < _NOUN_PHRASE and not _ends_noun_phrase(scene, start, end):
        start -= 1
    return list(range(start, end))


def _ends_noun_phrase(scene: Scene, start: int, end: int) -> bool:
    word = scene.words[start - 1]
    verbs = [clause.verb for clause in scene.clauses if clause.verb]
    in_verb = any(verb.first <= start - 1 <= verb.last for verb in verbs)
    is_preposition = word.lower in scene.lex.prepositions - {"of", "in"} or (
        word.lower == "in" and end - start > _FEWEST_WORDS
    )
    return (
        in_verb or is_preposition or word.text in _MARKS
        or word.lower in scene.lex.coordinators or word.lower in scene.lex.subordinators
    )


def _phrase(indices: Sequence[int], cutting: Cutting) -> str:
    """A noun phrase as written; a person in it, or a pronoun for one, under the resolved name."""
    if not indices:
        return ""
    words = cutting.scene.words
    span = Span(words[indices[0]].start, words[indices[-1]].end)
    own = {n for time in cutting.times for n in _time_words(cutting.scene, time)}
    if len(indices) == 1 and words[indices[0]].lower in cutting.scene.lex.persons:
        return cutting.person or words[indices[0]].text
    people = [n for n in cutting.names if n.span.end == span.end and n.sort is Sort.PERSON]
    if people and people[0].span.start >= span.start:
        return people[0].full
    return _join([index for index in indices if index not in own], cutting.scene)


# ── what else goes ────────────────────────────────────────────────────────────────────────────────


def _without_leads(kept: list[int], scene: Scene) -> list[int]:
    """Less conjunctions, discourse words and marks at the head; “He also fired” is “He fired”."""
    while kept:
        if scene.words[kept[0]].text in _MARKS or scene.words[kept[0]].text in ")”":
            kept = kept[1:]
            continue
        length = _lead_length(kept, scene)
        if not length or len(kept) - length < _FEWEST_WORDS - 1:
            break
        kept = kept[length:]
    opening = kept[:3]
    return [n for n in kept if n not in opening[1:] or scene.words[n].lower not in scene.lex.fillers]


def _lead_length(kept: list[int], scene: Scene) -> int:
    for phrase in scene.lex.leads:
        head = tuple(scene.words[index].lower for index in kept[: len(phrase)])
        if head != phrase:
            continue
        follows = scene.words[kept[len(phrase)]].text if len(kept) > len(phrase) else ""
        if len(phrase) > 1 or follows == "," or phrase[0] in scene.lex.coordinators | scene.lex.subordinators:
            return len(phrase)
        if phrase[0] in scene.lex.fillers | {"that", "so", "where"}:
            return len(phrase)
    return 0


def _droppable(scene: Scene, statement: Statement) -> list[int]:
    """Clauses to leave out of a title that is too long, the last first, speech frames never."""
    loose = {Kind.SUBORDINATE, Kind.PARTICIPLE, Kind.RELATIVE, Kind.COORD, Kind.RESUMED, Kind.ASIDE}
    after = [n for n in statement.clauses if n > statement.head]
    return [
        n for n in reversed(after)
        if scene.clauses[n].kind in loose
        and not (scene.clauses[n].kind is Kind.RESUMED and scene.clauses[n].verb)
    ]


def _shorter(kept: list[int], scene: Scene, excess: int) -> list[int]:
    """Cut at the last border before the limit: a comma, a preposition, a conjunction; else between two words."""
    length, end = 0, len(kept)
    while end > 1 and length < excess:
        end -= 1
        word = scene.words[kept[end]]
        length += word.end - word.start + 1
    floor = max(_FEWEST_WORDS, end // 2)
    for place in range(end, floor, -1):
        word = scene.words[kept[place]] if place < len(kept) else None
        if word is not None and (word.text == "," or word.lower in scene.lex.prepositions | scene.lex.coordinators):
            return kept[:place]
    return kept[: max(end, _FEWEST_WORDS)]


# ── writing it ────────────────────────────────────────────────────────────────────────────────────


def _render(kept: Sequence[int], subject: str, cutting: Cutting) -> str:
    kept = _without_tail(kept, cutting.scene)
    text = _join(kept, cutting.scene)
    if subject:
        text = f"{subject} {text}"
    elif kept:
        text = _resolved(text, cutting.scene.words[kept[0]], cutting)
    text = _balanced(text.strip(" ,;:—–"))
    return text[:1].upper() + text[1:]


def _resolved(text: str, first: Token, cutting: Cutting) -> str:
    if first.lower in cutting.scene.lex.persons and cutting.person:
        return cutting.person + text[len(first.text) :]
    return text


def _without_tail(kept: Sequence[int], scene: Scene) -> list[int]:
    """Less marks, prepositions, determiners and conjunctions that would dangle."""
    lex: Lexis = scene.lex
    out = list(kept)
    dangling = lex.prepositions | lex.determiners - {"all", "both", "some", "any", "those", "these", "her", "that"} | lex.coordinators | lex.relatives
    while len(out) > 1:
        word = scene.words[out[-1]]
        if word.text in _MARKS or word.text in "“(‘" or word.lower in dangling:
            out.pop()
        else:
            break
    return out


def _join(kept: Sequence[int], scene: Scene) -> str:
    """Words with the white space they had; where words between them went, one space and no stray comma."""
    parts: list[str] = []
    last = -1
    for index in kept:
        word = scene.words[index]
        if not parts:
            parts.append(word.text)
        elif index == last + 1:
            parts.append(" ".join(scene.text[scene.words[last].end : word.start].split("\n")) + word.text)
        elif word.text in ",.;:)”’" or word.lower in {"’s", "'s"}:
            parts.append("" if parts[-1].endswith(",") and word.text == "," else word.text)
        else:
            parts.append(" " + word.text)
        last = index
    return "".join(parts)


def _balanced(text: str) -> str:
    """Without a quotation mark or bracket whose partner was cut away."""
    for opening, closing in _PAIRS:
        if closing == "’":
            continue
        if text.count(opening) > text.count(closing):
            cut = text.rindex(opening)
            has_tail = len(text) - cut > LONGEST_TITLE // 3
            text = text + closing if has_tail and opening == "“" else text[:cut] + text[cut + 1 :]
        elif text.count(closing) > text.count(opening):
            cut = text.index(closing)
            text = text[:cut] + text[cut + 1 :] if cut else text[1:]
    return " ".join(text.split())
