"""The title of a happening that a noun phrase names: “Fatal shooting of Paul Berg”."""

from __future__ import annotations

from kztimeline.events.cutting import Cutting
from kztimeline.events.rendering import render
from kztimeline.events.sharing import with_doer
from kztimeline.textual.spans import Span


def phrase_title(cutting: Cutting, words: range, head: int) -> str:
    """The title of a happening that a noun names: its phrase without determiner and time."""
    scene, lex = cutting.scene, cutting.scene.lex
    starts = {n: scene.words[n].start for n in words}
    opening = starts.get(words.start, 0)
    bare = [span for span in cutting.times if span.start <= opening or not _is_owner(span, cutting)]
    timed = {n for n in words if any(span.start <= starts[n] < span.end for span in bare)}
    loose = lex.prepositions | lex.determiners | lex.possessives

    def is_loose(index: int) -> bool:
        return scene.words[index].lower in loose or not scene.words[index].is_word

    gone = set(timed)
    for n in reversed(words):  # “on”, “early on”, “only”
        is_particle = n == head + 1 and n + 1 not in timed  # “flown in on Monday”
        is_timing = is_loose(n) or scene.lows[n] in lex.time_prepositions | lex.adverbs
        if n + 1 in gone and is_timing and not is_particle:
            gone.add(n)
    commas = [n for n in range(words.start, head) if scene.words[n].text == ","]
    if commas == [head - 1]:
        gone.add(head - 1)  # “the pass, closed since May”
    kept = [n for n in words if n not in gone]
    while kept and is_loose(kept[0]):
        kept = kept[1:]
    while kept and is_loose(kept[-1]) and kept[-1] != head + 1:
        kept = kept[:-1]
    return render(with_doer(kept, scene), scene, cutting.person)


def _is_owner(time: Span, cutting: Cutting) -> bool:
    """Whether a thing belongs to a time: of “named in Monday’s report” no word can go."""
    behind = (word.lower for word in cutting.scene.words if word.start >= time.end)
    return next(behind, "") in cutting.scene.lex.possessives
