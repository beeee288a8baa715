"""Whether a time can be that of what a clause tells, or only bounds, glosses or names something."""

from __future__ import annotations

from kztimeline.events.background import is_background
from kztimeline.events.clauses import Kind
from kztimeline.events.doings import is_doing, is_doing_lead
from kztimeline.events.occasions import is_occasion
from kztimeline.events.scene import Scene
from kztimeline.events.verbs import Tense, Verb
from kztimeline.model import ResolvedTime, Signal
from kztimeline.temporal import Granularity


def may_date(scene: Scene, number: int, owner: int, time: ResolvedTime) -> bool:
    """Whether the time in a clause can be that of what its owner tells."""
    if is_background(time, scene.text, scene.words, scene.lex) and not is_occasion(
        scene, owner, time
    ):
        return False
    if _is_past_of_now(scene, owner, time) or _is_gloss(scene, number, time):
        return False
    if _is_asked_for(scene, owner, time) or _is_likened(scene, number):
        return False
    if _says_which(scene, time) or _is_set_in(scene, number, owner):
        return False
    if _is_moved(scene, owner, time) or _is_of_anybody(scene, number):
        return False
    is_lead = is_doing_lead(scene.clauses, number, scene.lex)
    return is_lead or not is_doing(
        scene.clauses[number], scene.lex
    )  # “quit after losing on Sunday”


def _is_likened(scene: Scene, number: int) -> bool:
    """“He called in the army, as his father did in 1916”: then it was another's doing."""
    clause = scene.clauses[number]
    verb = clause.verb
    if clause.kind is not Kind.SUBORDINATE or verb is None or verb.first != verb.last:
        return False
    return clause.opener in scene.lex.as_ and scene.lows[verb.first] in scene.lex.do


def _is_set_in(scene: Scene, number: int, owner: int) -> bool:
    """“The school, rebuilt in 1988, has collapsed”: it was not then that it collapsed."""
    clause, behind = scene.clauses[number], scene.clauses[number + 1 : number + 2]
    if clause.kind is Kind.RELATIVE and clause.verb is None and clause.is_loose:
        return number != owner  # “urged the council, whose term ends on 4 May, to act”
    is_between = any(after.kind is Kind.RESUMED for after in behind) and number != owner
    is_done = clause.kind is Kind.PARTICIPLE and not clause.opener.endswith("ing")
    return is_between and is_done


def _is_of_anybody(scene: Scene, number: int) -> bool:
    """“Anyone who was on the bus on Monday is asked to come forward”: nobody is told of."""
    clause = scene.clauses[number]
    is_relative = clause.kind is Kind.RELATIVE and clause.first > 0
    return is_relative and scene.lows[clause.first - 1] in scene.lex.anybody


def _is_moved(scene: Scene, owner: int, time: ResolvedTime) -> bool:
    """“moved the vote from Saturday to Sunday”: on neither day it was moved."""
    verb = scene.clauses[owner].verb
    is_end = time.expression.range_end is not None or time.expression.is_range_end
    return is_end and verb is not None and verb.head in scene.lex.moving


def _says_which(scene: Scene, time: ResolvedTime) -> bool:
    """“recalled the strike of 2016”, “wrote about the quake of 1988”: it only says which.

    But “died in the war of 1914”, “fled after the quake of 1988”, “won the vote of 2016” and “The
    quake of 1988 killed ten” are told of that time.
    """
    at, lows, lex = scene.word_at(time.expression.span.start), scene.lows, scene.lex
    if at < _OF_HAPPENING or lows[at - 1] not in lex.of or lows[at - 2] not in lex.happenings:
        return False
    in_verb = {n for verb in scene.verbs for n in range(verb.first, verb.last + 1)}
    for place in range(at - _OF_HAPPENING, -1, -1):
        if lows[place] in lex.prepositions:
            return lows[place] not in lex.frames | lex.sequels
        if place in in_verb or not scene.words[place].is_word:
            return lows[place] in lex.recalling
    return False


_OF_HAPPENING = 3  # words up to the time: “a strike of”


def _is_asked_for(scene: Scene, owner: int, time: ResolvedTime) -> bool:
    """“demanded the money by Monday”, “ordered it to pay by June”: what is past is of no such day.

    But “hoped to pay by June” and “was to pay by June” are plans for it.
    """
    clause, start = scene.clauses[owner], time.interval.start
    verb, is_bound = clause.verb, time.expression.signal in {Signal.BY, Signal.BEFORE}
    is_done = verb is not None and verb.tense in {Tense.PAST, Tense.PERFECT}
    if not (verb and is_bound and is_done) or clause.opener in scene.lex.conditions:
        return False
    behind = scene.lows[verb.last + 1 : verb.last + 2]
    is_plan = scene.lows[verb.first] in scene.lex.be or not scene.lex.infinitive.isdisjoint(behind)
    is_ahead = scene.day is not None and start is not None and start.date() > scene.day.date()
    return is_ahead and not is_plan


def _is_past_of_now(scene: Scene, number: int, time: ResolvedTime) -> bool:
    """“His ties after last week’s vote are in doubt”, “is accused of”: no state of now is of then.

    Nor is what has been done “after the quake on Tuesday”: the perfect takes no day that is over.
    """
    verb, end = scene.clauses[number].verb, time.interval.end
    if verb is None:
        return False
    is_clock = time.interval.granularity < Granularity.DAY
    lasting = (
        scene.lex.be | scene.lex.equating | (scene.lex.accusing if is_clock else scene.lex.charging)
    )
    is_state = verb.tense is Tense.PRESENT and verb.head in lasting
    if not (is_state or _is_of_circumstance(scene, verb, time)):
        return False
    is_plain = time.expression.signal in {Signal.AT, Signal.DURING, Signal.AFTER}
    return is_plain and scene.day is not None and end is not None and end <= scene.day


def _is_of_circumstance(scene: Scene, verb: Verb, time: ResolvedTime) -> bool:
    """Whether a time behind a present perfect is that of “after the quake on Tuesday”."""
    first = scene.words[verb.first].lower
    if verb.tense is not Tense.PERFECT or first in scene.lex.past_auxiliaries:
        return False
    behind = scene.words[verb.last + 1 : scene.word_at(time.expression.span.start)]
    lows = [word.lower for word in behind]
    leads = [n for n, low in enumerate(lows) if low in scene.lex.circumstances]
    return bool(leads) and not scene.lex.happenings.isdisjoint(lows[leads[-1] :])


def _is_gloss(scene: Scene, number: int, time: ResolvedTime) -> bool:
    """“… – the title he was given in 2019 – …”: a coarse time in an aside with words of its own."""
    clause = scene.clauses[number]
    if clause.kind is not Kind.ASIDE or clause.verb is not None:
        return False
    own = sum(word.is_word for word in scene.words[clause.first : clause.last])
    timed = sum(
        time.expression.span.start <= word.start < time.expression.span.end for word in scene.words
    )
    return time.interval.granularity > Granularity.DAY and own > timed
