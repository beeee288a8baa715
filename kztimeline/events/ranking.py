"""Clauses that say where a happening ranks: “The raid was the fifth this year”.

They tell again what was just told, and their time is that from which they count: “the worst since
2014” fell on no day of 2014.
"""

from __future__ import annotations

from itertools import pairwise

from kztimeline.events.scene import Scene
from kztimeline.events.verbs import Tense
from kztimeline.model import ResolvedTime, Signal
from kztimeline.temporal import Granularity

_RANK = 4  # words in which the rank follows its determiner: “the region’s by far deadliest”
_NOUN = 8  # words in which the noun follows: “the fifth raid”


def is_ranking(scene: Scene, number: int) -> bool:
    """Whether a clause says which of its kind a happening was."""
    clause, lex = scene.clauses[number], scene.lex
    verb = clause.verb
    if verb is None or verb.head not in lex.be | lex.possessives or not scene.lows[verb.last + 1 :]:
        return False
    behind = scene.lows[verb.last + 1 : min(clause.last, verb.last + 1 + _NOUN)]
    ranks = lex.ordinals | lex.superlatives
    if not behind or behind[0] not in lex.determiners or ranks.isdisjoint(behind[: 1 + _RANK]):
        return False
    subject = scene.lows[clause.first : verb.first]
    # “It is the third storm” says how things are; “it was”, “this is” point back, as does “it is
    # the third since May”.
    is_compared = not lex.sequels.isdisjoint(scene.lows[verb.last : clause.last])
    is_count = any(
        low in lex.ordinals and after in lex.counted_times for low, after in pairwise(behind)
    )  # “It’s the second time this year that a man drowned”
    is_back = verb.tense is Tense.PAST or is_compared or is_count
    pronouns = lex.singular_subjects - lex.persons if is_back else frozenset[str]()
    is_pointed = bool(subject) and subject[0] in lex.definites | pronouns
    return is_pointed and (
        is_compared or is_count or not lex.happenings.isdisjoint((*subject, *behind))
    )


def counts_from(scene: Scene, time: ResolvedTime) -> bool:
    """Whether a time says among which others its clause ranks: “the fifth this year”."""
    number = scene.clause_at(time.expression.span.start)
    verb = scene.clauses[number].verb
    if verb is None or time.expression.span.start < scene.words[verb.last].end:
        return False
    is_long = time.interval.granularity > Granularity.DAY
    return (is_long or time.expression.signal is Signal.SINCE) and is_ranking(scene, number)
