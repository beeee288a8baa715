"""Words that a title loses: the time, what only opens, what only fills."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from kztimeline.events.clauses import Kind
from kztimeline.events.dating import OF_DAY
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.statement import dates_finer
from kztimeline.events.time_words import is_particle, time_words
from kztimeline.events.verbs import is_ing, is_participle, skip_adverbs
from kztimeline.model import ResolvedTime, Signal, TimexType
from kztimeline.textual.spans import Span

MARKS = frozenset({",", ";", ":", ".", "—", "–", "-", "•", "…"})
_FEWEST_WORDS = 3
_BARE = OF_DAY | {"holding"}  # a clock time whose day is not named beside it
_SPAN = attrgetter("expression.span")


def lead_clause(scene: Scene, statement: Statement) -> int:
    """The clause whose verb a title tells: the head, or what a frame or -ing form leans on."""
    head = scene.clauses[statement.head]
    leans = head.kind is Kind.FRAME or (head.kind is Kind.SUBORDINATE and head.verb is None)
    return head.host if leans and head.host is not None else statement.head


def is_part_of_sense(time: ResolvedTime) -> bool:
    """Whether a title keeps a time: “until May” bounds what is told, “in May” only dates it.

    “Shortly before noon” says more than the day; “shortly before noon on Monday” repeats that.
    """
    near = time.expression.signal in {Signal.BEFORE, Signal.AFTER}
    if near and time.expression.type is TimexType.TIME and time.steps[:1]:
        return time.steps[0].operator in _BARE
    return time.expression.signal is not Signal.AT or time.expression.range_end is not None


def _is_of_verb(index: int, scene: Scene) -> bool:
    """Whether a particle is part of its verb: “the state stepped *in* on 4 May”."""
    verbs = (clause.verb for clause in scene.clauses)
    return is_particle(index, scene) and any(verb and verb.last == index - 1 for verb in verbs)


def without_fillers(kept: list[int], scene: Scene) -> list[int]:
    """“Prices, however, fell”: a discourse word between commas goes with both."""
    if scene.lex.fillers.isdisjoint(scene.lows):
        return kept
    out = list(kept)
    lows = [scene.lows[index] for index in kept]
    for place in range(len(kept) - 2):
        if lows[place] == lows[place + 2] == "," and lows[place + 1] in scene.lex.fillers:
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
    gone = [n for n in kept[1:4] if _is_loose_filler(n, scene)]
    return [n for n in kept if n not in gone] if gone else kept


def _is_loose_filler(index: int, scene: Scene) -> bool:
    """Whether nothing governs a discourse word: not the one in “until then”."""
    lex = scene.lex
    if scene.lows[index] not in lex.fillers:
        return False
    governors = lex.prepositions | lex.subordinators | lex.time_prepositions
    return scene.lows[index - 1] not in governors


def _lead_length(kept: list[int], scene: Scene) -> int:
    lex = scene.lex
    for phrase in lex.leads.get(scene.words[kept[0]].lower, ()):
        if tuple(scene.words[index].lower for index in kept[: len(phrase)]) != phrase:
            continue
        follows = scene.words[kept[len(phrase)]].text if len(kept) > len(phrase) else ""
        joins = phrase[0] in lex.openers | lex.fillers | lex.place_relatives
        is_free = len(phrase) > 1 or follows == "," or joins
        stays = _is_subject(kept, scene) or _is_bound_to_next(kept, scene) or _leans_on(kept, scene)
        if is_free and not stays:
            return len(phrase)
    return 0


def _is_bound_to_next(kept: list[int], scene: Scene) -> bool:
    """“As many as forty people were hurt”, “Because of the storm it stayed in port”."""
    opening, follows = (scene.lows[n] for n in (kept[0], kept[min(1, len(kept) - 1)]))
    return follows in scene.lex.of or (opening in scene.lex.as_ and follows in scene.lex.degrees)


def _leans_on(kept: list[int], scene: Scene) -> bool:
    """Whether a clause at the head leans on one behind it: “When others were buying, he sold”.

    Without a comma both are one: “When they came they pitched their tents”.
    """
    opening = scene.clauses[0]
    is_one = opening.kind is Kind.SUBORDINATE and opening.host is None
    if kept[0] == 0 and is_one and opening.opener in scene.lex.on_which:
        return sum(verb.first < opening.last for verb in scene.verbs) > 1
    return any(
        clause.first == kept[0] and clause.kind is Kind.SUBORDINATE and after.kind is Kind.RESUMED
        for clause, after in pairwise(scene.clauses)
        if after.last - 1 <= kept[-1] + 1
    )


def _is_subject(kept: list[int], scene: Scene) -> bool:
    """Whether “that” is who does it: “That brings the dead to ten”."""
    is_that = scene.words[kept[0]].lower in scene.lex.that
    return is_that and any(
        clause.verb is not None and len(kept) > 1 and clause.verb.first == kept[1]
        for clause in scene.clauses
    )


# ── less its time ─────────────────────────────────────────────────────────────────────────────────


def without_time(kept: list[int], scene: Scene, statement: Statement) -> list[int]:
    """Without the words of its time, where they stand loose: not “the treaty of 1992”.

    Nor those of the day that a clock time lies in: “On Monday it closed at 3 p.m.”, nor of the day
    on which it was said.
    """
    own, said = statement.time, _saying(scene, statement)
    for time in scene.times:
        is_own = own is not None and (time is own or dates_finer(own, time))
        is_loose = is_own and own is not None and not is_part_of_sense(own)
        if is_loose or (said is not None and _is_when_said(time, said, scene)):
            kept = _without(time.expression.span, kept, scene)
    if own is None or min(time_words(scene, own.expression.span), default=-1) in kept:
        return kept
    for time in scene.times:
        if _is_same(time, own):
            kept = _without(time.expression.span, kept, scene)
    return kept


def _is_same(time: ResolvedTime, own: ResolvedTime) -> bool:
    """“On 8 November, a Friday, …” names its day twice."""
    return time.interval == own.interval and not is_part_of_sense(time)


def _saying(scene: Scene, statement: Statement) -> int | None:
    """The clause that says what a statement tells, where that has a time of its own."""
    lead = lead_clause(scene, statement)
    if statement.time is None or statement.head != lead:
        return None
    if scene.clauses[lead].kind is Kind.CONTENT:
        return scene.clauses[lead].host
    frames = (n for n, clause in enumerate(scene.clauses) if clause.kind is Kind.FRAME)
    return next(frames, None)


def _is_when_said(time: ResolvedTime, said: int, scene: Scene) -> bool:
    is_plain = not is_part_of_sense(time)
    return is_plain and scene.clause_at(time.expression.span.start) == said


def _without(span: Span, kept: list[int], scene: Scene) -> list[int]:
    gone = time_words(scene, span)
    gone |= _gloss(max(gone), scene) if gone and min(gone) == kept[0] else set()
    if not gone or min(gone) not in kept:
        return kept
    before = min(gone) - 1
    lows, lex = scene.lows, scene.lex
    is_over = lows[before] in lex.particles and lows[min(gone)] in lex.time_prepositions
    is_loose = is_over or _is_of_verb(before, scene)  # “declared it over (on Monday)”
    is_bound = before >= kept[0] and _binds(before, scene) and not is_loose
    if is_bound or _goes_on(max(gone), scene) or _has_rival(before, kept, scene):
        return kept
    is_counted = lows[min(gone)] in lex.sequels and lows[before] in lex.lengths  # “hours before”
    if is_counted or _leaves_stub(kept, gone, scene) or _is_again(before, scene):
        return kept
    if _ends_quotation(max(gone), kept, scene):
        return kept
    if _is_set_in(kept, gone, scene):
        gone = gone | {min(gone) - 1}
    return [n for n in kept if n not in gone]


def _gloss(last: int, scene: Scene) -> set[int]:
    """“In 2022(, the second year of the drought,) farmers lost …”: what is said of it alone."""
    lows, lex = scene.lows, scene.lex
    if lows[last] == ",":
        last -= 1
    if lows[last + 1 : last + 2] != [","]:
        return set()
    end = next((n for n in range(last + 2, len(lows)) if lows[n] == ","), last)
    inside = lows[last + 2 : end]
    names = inside[:1] and inside[0] in lex.determiners and not lex.lengths.isdisjoint(inside[:4])
    tells = any(last < verb.first < end for verb in scene.verbs)
    return set(range(last + 1, end + 1)) if names and not tells else set()


def _ends_quotation(last: int, kept: Sequence[int], scene: Scene) -> bool:
    """“had “only read of it (last month)””: a few words quoted are quoted whole."""
    behind = scene.words[last + 1 : last + 2]
    before = [scene.words[n].text for n in kept[1:] if n <= last]
    return any(word.text in _CLOSING for word in behind) and not _OPENING.isdisjoint(before)


_OPENING, _CLOSING = frozenset({"“", '"'}), frozenset({"”", '"'})


def _goes_on(last: int, scene: Scene) -> bool:
    """Whether another time is joined to one: “in 1986 and again in 1990”, “on 2, 5 and 7 May”."""
    words, lex = scene.words, scene.lex
    ends = {scene.word_at(span.start): span.end for span in map(_SPAN, scene.times)}
    last -= words[last].text == ","
    joint = last + 1
    while joint + 1 in ends and words[joint].text == ",":
        joint = scene.word_at(ends[joint + 1])
    joint += joint + 1 < len(words) and words[joint].text == ","
    if joint >= len(words) or words[joint].lower not in lex.coordinators:
        return False
    if _opens_clause(joint, scene):
        return False  # “on 2 May and that night it rained”
    behind = skip_adverbs(words, joint + 1, lex)
    if any(n in ends for n in range(joint + 1, behind)):
        return True  # “in 2019 and again last May”
    is_before_time = words[behind : behind + 1] and words[behind].lower in lex.time_prepositions
    return bool(is_before_time) or behind in ends


def _is_again(before: int, scene: Scene) -> bool:
    """“met on Monday and *again* on Friday”: the word is nothing without both."""
    is_adverb = before > 0 and scene.lows[before] in scene.lex.adverbs
    return (
        is_adverb and _binds(before - 1, scene) and scene.lows[before - 1] in scene.lex.coordinators
    )


def _has_rival(before: int, kept: Sequence[int], scene: Scene) -> bool:
    """Whether a clause told before has a time that this one would seem to share."""
    opening = scene.words[kept[0]].start
    joins = scene.words[before].lower in scene.lex.coordinators and _opens_clause(before, scene)
    return joins and any(
        opening <= time.expression.span.start < scene.words[before].start for time in scene.times
    )


def _opens_clause(index: int, scene: Scene) -> bool:
    """Whether a clause with a verb of its own begins with a word."""
    return any(clause.first == index and clause.verb is not None for clause in scene.clauses)


def _is_set_in(kept: Sequence[int], gone: set[int], scene: Scene) -> bool:
    """Whether the comma before a time has lost its use: “said that, on Monday, he left”."""
    place = kept.index(min(gone))
    if place <= 1 or scene.words[kept[place - 1]].text != ",":
        return False
    follows = next((n for n in kept if n > max(gone)), None)
    verbs = {clause.verb.first for clause in scene.clauses if clause.verb}
    return scene.words[kept[place - 2]].lower in scene.lex.that or follows in verbs


def without_lead_comma(kept: list[int], scene: Scene) -> list[int]:
    """“(On Monday,) police said, a man fled” is “Police said a man fled”."""
    for clause, follows in pairwise(scene.clauses):
        is_inside = clause.kind is Kind.FRAME and follows.kind is Kind.RESUMED
        frame = [n for n in kept if clause.first <= n < clause.last]
        if not (is_inside and frame) or any(scene.words[n].is_word for n in kept if n < frame[0]):
            continue
        if scene.words[frame[-1]].text == "," and clause.verb and clause.verb.last == frame[-1] - 1:
            return [n for n in kept if n >= frame[0] and n != frame[-1]]
    return kept


def _binds(index: int, scene: Scene) -> bool:
    """Whether the word before a time needs it: “the quake was in May”, “the force sent on …”."""
    lex, word = scene.lex, scene.words[index].lower
    if word in lex.coordinators:
        return not _opens_clause(index, scene)
    verbs = [clause.verb for clause in scene.clauses if clause.verb]
    in_verb = any(verb.first <= index <= verb.last for verb in verbs)
    if is_ing(word, lex) and index:  # “a briefing (on Monday)”, “was reported missing (on Monday)”
        behind_verb = any(verb.last == index - 1 for verb in verbs)
        in_verb = in_verb or behind_verb or scene.lows[index - 1] in lex.determiners
    if word in lex.be or (not in_verb and is_participle(word, lex)):
        return True
    return word in lex.prepositions | lex.of | lex.determiners | lex.articles


def _leaves_stub(kept: Sequence[int], gone: set[int], scene: Scene) -> bool:
    """Whether a lone word would stay between two marks: “Built in 1987, she …”."""
    place = kept.index(min(gone))
    stub = 0
    if any(c.verb and c.verb.last == kept[place - 1] for c in scene.clauses):
        return False  # “the mayor, who is 61, resigned on Monday”
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
