"""The words that go with a time: what leads to it, what closes it, the marks it leaves behind."""

from __future__ import annotations

from kztimeline.events.scene import Scene
from kztimeline.textual.spans import Span


def time_words(scene: Scene, span: Span) -> set[int]:
    """The words of a time, its preposition, and the comma or brackets it leaves behind."""
    words = scene.words
    inside = [n for n, word in enumerate(words) if span.start <= word.start < span.end]
    if not inside:
        return set()
    first = inside[0]
    last = _last_of_time(first, inside[-1], scene)
    while first and words[first - 1].lower in scene.lex.time_prepositions:
        is_second = first < inside[0]
        if is_second and is_particle(first - 1, scene):  # “declared it over on Monday”
            break
        first -= 1
    is_loose = first < inside[0] and is_particle(first - 1, scene)
    binds = (
        first
        and not is_loose
        and words[first - 1].lower in scene.lex.prepositions - scene.lex.subordinators
    )
    if binds:
        return set()  # “put off to Friday”, “through much of May”: the time is part of the sense
    first -= _length_of_opening(first, scene)
    if first < inside[0] and _names_noun(last + 1, inside[0], scene):
        first = inside[0]  # “in the 3 May raid” is “in the raid”
    gone = set(range(first, last + 1))
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None:
        return gone
    if after.lower in scene.lex.possessives:
        return set()
    if before is not None and (before.text, after.text) == ("(", ")"):
        return gone | {first - 1, last + 1}
    opens = (
        before is None
        or before.text in {",", ";", ":", "“", "•"}
        or before.lower in scene.lex.coordinators
    )
    return gone | {last + 1} if after.text == "," and opens else gone


def _last_of_time(first: int, last: int, scene: Scene) -> int:
    """The last word that goes with a time: “5 p.m. local time”, “from Tuesday on”."""
    while last + 1 < len(scene.lows) and scene.lows[last + 1] in scene.lex.zone_words:
        last += 1
    return last + (_is_onward(first, last + 1, scene) or _length_of_closing(last + 1, scene))


def _length_of_closing(index: int, scene: Scene) -> int:
    """How many words that only close a time stand behind it: “on Monday at the earliest”."""
    if index >= len(scene.lows) or scene.lows[index] not in scene.lex.time_prepositions:
        return 0
    behind = tuple(scene.lows[index : index + _LONGEST_CLOSING])
    phrases = scene.lex.time_closings
    return next((len(phrase) for phrase in phrases if behind[: len(phrase)] == phrase), 0)


_LONGEST_CLOSING = 4  # words


def _is_onward(first: int, index: int, scene: Scene) -> bool:
    """Whether a time is that from which on something is so: “shut from Tuesday on”."""
    lows, lex = scene.lows, scene.lex
    opens = first > 0 and lows[first - 1] in lex.opening_spans
    if not opens or lows[index : index + 1] == [] or lows[index] not in lex.onward:
        return False
    behind = scene.words[index + 1] if index + 1 < len(lows) else None
    is_last = behind is None or not behind.is_word or behind.lower in lex.coordinators
    return is_last or lows[index] not in lex.prepositions  # “from Tuesday on the A4”


def _names_noun(index: int, first: int, scene: Scene) -> bool:
    """Whether a happening follows that a time says which of is meant."""
    if index >= len(scene.lows):
        return False
    noun, lex = scene.lows[index], scene.lex
    is_one = scene.lows[first - 1] in lex.determiners  # “in the 2013 fires”
    named = {noun, noun.removesuffix("s")} if is_one else {noun}
    return not named.isdisjoint(lex.happenings | lex.occasions if is_one else lex.happenings)


def _length_of_opening(first: int, scene: Scene) -> int:
    """How many words that only open a time stand before it: “put off, most recently in May”."""
    before = tuple(word.lower for word in scene.words[:first])
    for phrase in scene.lex.time_openings:
        if before[-len(phrase) :] == phrase:
            return len(phrase) + (before[-len(phrase) - 1 : -len(phrase)] == (",",))
    return 0


def is_particle(index: int, scene: Scene) -> bool:
    """Whether a word may be part of a verb: “stepped *in*”, “declared it *over*”."""
    return scene.lows[index] in scene.lex.particles
