"""A title's words made to fit: asides go first, then what stands behind a complete clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple

from kztimeline.events.clauses import Kind
from kztimeline.events.ending import (
    ends_at_clause,
    ends_at_joint,
    ends_at_phrase,
    ends_at_relative,
    ends_in_list,
    is_complete,
    is_told,
    without_half_time,
    without_loose_end,
)
from kztimeline.events.lexis import Lexis
from kztimeline.events.rendering import balanced, between_words, render
from kztimeline.events.scene import Scene
from kztimeline.events.trimming import without_asides, without_lead_phrases, without_which
from kztimeline.events.verbs import is_participle
from kztimeline.textual.spans import Span

LONGEST_TITLE = 110  # characters: one line of a terminal, with its day
GOOD_TITLE = 90  # what an editor would not shorten any more
_FEWEST_WORDS = 4  # of a title that was cut
_FEWEST_CHARACTERS = 30  # of one cut at a phrase: below, too much has gone
_MARKS = " ,;'’"
_CLOSERS = '”")]»'
_LONGEST_VOICE = 45  # characters of “a spokesman for the ministry said”
_CLOSINGS = 6  # characters kept free for “…” and the marks that close what is cut

_Ends = Callable[[Sequence[int], Scene, int], Iterator[int]]
_Holds = Callable[[Sequence[int], int, Scene], bool]


class Fit(NamedTuple):
    """What is told: the clause, whom “he” stands for, and the sentence's times.

    `is_bare`: it need not say which one is meant: “The man (who had hidden) fled”.
    """

    scene: Scene
    lead: int
    person: str | None
    times: Sequence[Span]
    keeps_voice: bool = False
    is_bare: bool = False


def fitting(kept: list[int], fit: Fit) -> str:
    """Words as a title of at most `LONGEST_TITLE` characters, if it can be of `GOOD_TITLE`."""
    text = render(kept, fit.scene, fit.person)
    if fit.keeps_voice and len(text) > GOOD_TITLE and (voiced := _voiced(kept, fit)):
        return voiced
    return _fitted(kept, text, fit, 0)


def _voiced(kept: list[int], fit: Fit) -> str | None:
    """What is said, shortened, and then who says it: “The troops will leave, the army said”."""
    scene = fit.scene
    number = next((n for n, c in enumerate(scene.clauses) if c.kind is Kind.FRAME), None)
    if number is None or scene.words[kept[0]].text in {"“", '"'}:
        return None
    inside = {n for piece in scene.stretches(number) for n in piece}
    frame = [n for n in without_asides(kept, scene, fit.lead, also_who=True) if n in inside]
    said = [n for n in kept if n < scene.clauses[number].first]
    voice = render(frame, scene, None)
    if not said or not any(scene.words[n].is_word for n in frame) or len(voice) > _LONGEST_VOICE:
        return None
    first = next(scene.words[n] for n in frame if scene.words[n].is_word)
    if first.text[0].islower():
        voice = voice[0].lower() + voice[1:]
    told = _fitted(said, render(said, scene, fit.person), fit, len(voice) + 2)
    return f"{told.rstrip(_MARKS)}, {voice}"


def _fitted(kept: list[int], text: str, fit: Fit, taken: int) -> str:
    """Words (`text`) as a title that leaves room for so many characters more."""
    if len(text) <= GOOD_TITLE - taken:
        return text
    barer, bare = _barer(kept, text, fit)
    if len(bare) <= GOOD_TITLE - taken:
        return bare
    for limit, ends in _tries(fit):
        if limit == LONGEST_TITLE and min(len(text), len(bare)) <= limit - taken:
            return text if len(text) <= limit - taken else bare
        for shorter in _ended(barer, fit, ends, limit - taken):
            if len(shorter) <= limit - taken:
                return shorter
    plain = without_which(barer, fit.scene, fit.lead) if fit.is_bare else barer
    if len(plain) < len(barer):
        return _fitted(plain, render(plain, fit.scene, fit.person), fit, taken)
    return _quotation(barer, fit) or _broken(bare, taken)


def _barer(kept: list[int], text: str, fit: Fit) -> tuple[list[int], str]:
    """Without appositions and, where that is not enough, without a short lead-in; with the text."""
    verb = fit.scene.clauses[fit.lead].verb
    barer = without_asides(kept, fit.scene, fit.lead, also_who=True)
    bare = text if barer == kept else render(barer, fit.scene, fit.person)
    if verb is None or len(bare) <= LONGEST_TITLE:
        return barer, bare
    shorter = without_lead_phrases(barer, fit.scene, verb.first, longest=0)
    return shorter, bare if shorter == barer else render(shorter, fit.scene, fit.person)


def _ended(
    kept: list[int], fit: Fit, ends: Sequence[tuple[_Ends, _Holds]], most: int
) -> Iterator[str]:
    """The words as text, ended earlier and earlier, from where they can have `most` characters."""
    scene = fit.scene
    verb = scene.clauses[fit.lead].verb
    floor = max(sum(n <= verb.last for n in kept) if verb else 0, _FEWEST_WORDS)
    verbs = [[clause.verb.last] for clause in scene.clauses if clause.verb]
    places = {place: holds for end, holds in ends for place in end(kept, scene, floor)}
    taken = list(accumulate((len(scene.words[n].text) for n in kept), initial=0))
    for place in sorted(places, reverse=True):
        if _is_timed(kept[place], fit):
            continue
        shorter = without_half_time(kept[:place], scene)
        shorter = without_loose_end(shorter, scene, _bound(scene.lex))
        is_cut_off = len(shorter) < place and shorter[-1:] in verbs  # “but was (rather) …”
        if is_cut_off or len(shorter) < _FEWEST_WORDS or taken[len(shorter)] > most:
            continue
        if not places[place](kept, place, scene):  # last, for it costs most
            continue
        text = render(shorter, scene, fit.person)
        if len(text) >= _FEWEST_CHARACTERS:
            yield text


def _tries(fit: Fit) -> Iterator[tuple[int, tuple[tuple[_Ends, _Holds], ...]]]:
    """In this order: how long a title may be, and where it may end, as late as possible.

    A whole one of middle length is better than one that has lost a phrase. Of two ways to end at
    one place the later is less strict.
    """
    at_clause = ((ends_at_clause, is_complete),)
    yield GOOD_TITLE, at_clause
    yield LONGEST_TITLE, at_clause
    told = (partial(_ends_at_time, fit.times), ends_at_phrase, ends_at_relative, ends_in_list)
    yield LONGEST_TITLE, (*((end, is_told) for end in told), (ends_at_joint, is_complete))


def _ends_at_time(
    times: Sequence[Span], kept: Sequence[int], scene: Scene, floor: int
) -> Iterator[int]:
    """Places before a time that the clause can do without: “was arrested (a few hours later)”."""
    lex = scene.lex
    starts = {span.start for span in times}
    verbs = {clause.verb.last for clause in scene.clauses if clause.verb}
    loose = lex.prepositions | lex.adverbs | lex.determiners | lex.unfinished
    for place in range(floor, len(kept)):
        if scene.words[kept[place]].start not in starts:
            continue
        before = scene.words[kept[place - 1]].lower
        is_free = kept[place - 1] in verbs or not is_participle(before, lex)
        if is_free and before not in loose:
            yield place


@cache
def _bound(lex: Lexis) -> frozenset[str]:
    """Words no title ends in: “from”, “than”, “a”, “and has”."""
    joints = lex.prepositions | lex.articles | lex.coordinators | lex.subordinators | lex.that
    small = lex.of | lex.infinitive | lex.have | lex.be | lex.modals | lex.unfinished
    small |= lex.denials | lex.persons | lex.plain_subjects
    return joints | small | (lex.determiners - lex.standing_determiners)


def _is_timed(index: int, fit: Fit) -> bool:
    """Whether a word stands inside a time: no title ends in the middle of “in two days”."""
    start = fit.scene.words[index].start
    return any(span.start < start < span.end for span in fit.times)


def _quotation(kept: list[int], fit: Fit) -> str | None:
    """A quotation with who said it, less what he did besides: ““We did all …” said Lind”.

    Broken off where it fills the line.
    """
    scene = fit.scene
    number = next((n for n, c in enumerate(scene.clauses) if c.kind is Kind.FRAME), None)
    if number is None or not render(kept, scene, None).startswith(("“", '"')):
        return None
    frame = scene.clauses[number]
    said = {n for piece in scene.stretches(number) for n in piece}
    voice = render([n for n in kept if n in said], scene, None)
    voice = voice[:1].lower() + voice[1:] if scene.words[frame.first].text.islower() else voice
    quote = render([n for n in kept if n < frame.first], scene, fit.person).strip('“”"')
    room = LONGEST_TITLE - len(voice) - _CLOSINGS
    if not 0 < len(voice) <= LONGEST_TITLE // 2:
        return None
    if len(quote) < room:
        return f"“{quote.rstrip(_MARKS)},” {voice}"
    return f"“{between_words(quote, room)}…” {voice}"


def is_broken(title: str) -> bool:
    """Whether a title had to be broken off between two words."""
    return title.rstrip(_CLOSERS).endswith("…")


def _broken(text: str, taken: int) -> str:
    """The last resort: broken off between two words, and shown to be."""
    return balanced(between_words(text, LONGEST_TITLE - _CLOSINGS - taken) + "…")
