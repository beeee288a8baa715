"""Years that say on which occasion something was: “hurt in a 2015 crash”, “said in a 2011 book”."""

from __future__ import annotations

from kztimeline.events.scene import Scene
from kztimeline.events.verbs import Tense, Verb, skip_adverbs
from kztimeline.model import ResolvedTime
from kztimeline.temporal import Granularity

_MODIFIERS = 3  # words between a year and its noun: “the 2012 car bomb attack”
_DONE = {Tense.PAST, Tense.PERFECT}


def is_occasion(scene: Scene, owner: int, time: ResolvedTime) -> bool:
    """Whether a clause tells what was done on the occasion that a year names.

    The phrase has to be the verb's: “was hurt in a 2015 crash”, “lost a house in the 2013 fires”,
    no “apologised for his part in the 2015 raid”, nor “was charged in a 2015 raid”.
    """
    verb, lex, lows = scene.clauses[owner].verb, scene.lex, scene.lows
    at = scene.word_at(time.expression.span.start)
    if verb is None or verb.tense not in _DONE or time.interval.granularity < Granularity.MONTH:
        return False
    if at < 2 or lows[at - 1] not in lex.determiners or lows[at - 2] not in lex.frames:  # noqa: PLR2004
        return False
    if not _names_occasion(scene, scene.word_at(time.expression.span.end)):
        return False
    return _is_of_verb(scene, verb, at - 2)


def _names_occasion(scene: Scene, index: int) -> bool:
    """Whether the last noun of a phrase names a happening, or where somebody says something."""
    end = index
    while end < min(index + _MODIFIERS, len(scene.lows)) and scene.words[end].is_word:
        if scene.lows[end] in scene.lex.prepositions | scene.lex.openers:
            break
        end += 1
    lex = scene.lex
    return end > index and any(
        low in lex.happenings or low in lex.occasions
        for low in (scene.lows[end - 1], scene.lows[end - 1].removesuffix("s"))
    )


def _is_of_verb(scene: Scene, verb: Verb, place: int) -> bool:
    """Whether a phrase hangs on a verb: right behind it, or behind what that has for an object."""
    lex = scene.lex
    if verb.head in lex.accusing:
        return False
    behind = skip_adverbs(scene.words, verb.last + 1, lex)
    between = scene.lows[behind:place]
    if not between:
        return True
    inner = lex.prepositions | lex.openers
    return verb.head in lex.befalling and inner.isdisjoint(between)
