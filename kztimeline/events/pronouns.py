"""Which word of a title a name stands in for: “he” at its head or behind what leads in, “his”."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.lexis import Lexis
from kztimeline.events.scene import Scene
from kztimeline.textual.spans import Span

_QUOTES = frozenset({"“", "”", '"'})


def is_owner(low: str, lex: Lexis) -> bool:
    """Whether a word is “his” or “her”."""
    return low in lex.possessive_pronouns and low in lex.masculine | lex.feminine


def pronoun_for(low: str, lex: Lexis) -> str:
    """“he” for “his”, “she” for “her”."""
    return next(iter(lex.persons & (lex.masculine if low in lex.masculine else lex.feminine)), "")


def place_of_pronoun(kept: Sequence[int], scene: Scene) -> int | None:
    """Where among chosen words the one stands that a name may replace.

    That is the first, or “he” behind a phrase: “If found guilty, *he* faces”. What leads in may
    have named somebody else: “The guard looked up when *he* ran”.
    """
    lex, lows = scene.lex, scene.lows
    first = lows[kept[0]]
    if first in lex.persons | lex.neuter or is_owner(first, lex):
        return 0
    leads = lex.prepositions | lex.adverbs | lex.subordinators | lex.determiners
    spans = [time.expression.span for time in scene.times]
    is_lead = first in leads or _is_inside(scene.words[kept[0]].start, spans)
    if lex.persons.isdisjoint(lows) or not is_lead:
        return None
    place = next((p for p, n in enumerate(kept) if lows[n] in lex.persons), 0)
    led = kept[:place]
    if not place or any(scene.words[n].text in _QUOTES or lows[n] in lex.offices for n in led):
        return None
    told = (verb for verb in scene.verbs if verb.first in led)
    if any(lows[verb.first - 1] not in lex.subordinators for verb in told):
        return None
    is_named = any(
        scene.words[n].is_capital and n != kept[0] and not _is_inside(scene.words[n].start, spans)
        for n in led
    )
    is_subject = any(verb.first > kept[place] for verb in scene.verbs)
    return place if is_subject and not is_named else None


def _is_inside(start: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= start < span.end for span in spans)


def stand_in(low: str, person: str, scene: Scene) -> str:
    """A name in the place of a pronoun: “Anna Lind”, “Anna Lind’s”."""
    if not is_owner(low, scene.lex):
        return person
    return f"{person}’s" if "’" in scene.text else f"{person}'s"
