"""Who is said to have said a statement: the cue, and the speaker before or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.lexis import Lexis
from kztimeline.events.names import Name, Sort
from kztimeline.languages import CueHit
from kztimeline.model import Attribution
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

_SPEAKER_TOKENS = 14
_STOPS = {";", ":", "“", "”", '"', "(", ")", "—", "–"}
SPEECH = frozenset({"says", "claims"})
CLAIMS = "claims"


def find_attribution(
    hits: Sequence[CueHit],
    within: Span,
    words: Sequence[Token],
    names: Sequence[Name],
    lex: Lexis,
    *,
    person: str | None,
) -> Attribution | None:
    """The first voice a statement rests on; `person` is whom “he” and “she” stand for, where that is safe."""
    for hit in hits:
        if not within.overlaps(hit.span) or hit.cue.gives == "none":
            continue
        cue = " ".join(word.text for word in words if hit.span.start <= word.start < hit.span.end)
        if hit.cue.gives == "hearsay":
            return Attribution(None, cue, hit.span)
        if hit.cue.gives == "source":
            return Attribution(_behind(hit.span, words, names, lex), cue, hit.span)
        speaker = _before(hit.span, words, names, lex, person)
        return Attribution(speaker or _behind(hit.span, words, names, lex), cue, hit.span)
    return None


def _before(
    cue: Span, words: Sequence[Token], names: Sequence[Name], lex: Lexis, person: str | None
) -> str | None:
    """The subject in front of a speech verb: a name, a pronoun's person, or the words as written."""
    ahead = [n for n, word in enumerate(words) if word.end <= cue.start]
    if not ahead:
        return None
    end = len(ahead)
    while end and (words[end - 1].lower in lex.adverbs or words[end - 1].lower in lex.have):
        end -= 1
    if not end:
        return None
    if words[end - 1].text == "," or words[end - 1].lower in lex.relatives:
        return _opening_name(words[: end - 1], names)
    start = _subject_start(words, end, lex)
    return _spoken(words[start:end], names, lex, person)


def _opening_name(words: Sequence[Token], names: Sequence[Name]) -> str | None:
    """“Anna Lind, head of the bank, said”: the name that opens the clause."""
    stops = [n for n, word in enumerate(words) if word.text in _STOPS]
    start = stops[-1] + 1 if stops else 0
    inside = [
        name for name in names if words and words[start:] and name.span.start >= words[start].start
    ]
    ahead = [name for name in inside if name.span.end <= words[-1].end and name.sort is not Sort.PLACE]
    return ahead[0].full if ahead else None


def _subject_start(words: Sequence[Token], end: int, lex: Lexis) -> int:
    start = end
    while start and end - start < _SPEAKER_TOKENS:
        word = words[start - 1]
        is_border = word.text in _STOPS or word.text == "," or word.lower in lex.coordinators
        if is_border or word.lower in lex.subordinators or word.lower in {"that", "which", "who"}:
            break
        start -= 1
    return start


def _behind(cue: Span, words: Sequence[Token], names: Sequence[Name], lex: Lexis) -> str | None:
    """“said Anna Lind”, “according to police in the town”: the noun behind the cue."""
    first = next((n for n, word in enumerate(words) if word.start >= cue.end), len(words))
    last = first
    while last < len(words) and last - first < _SPEAKER_TOKENS:
        word = words[last]
        if word.text in _STOPS or word.text in ",." or (last > first and word.lower in lex.prepositions - {"of", "for"}):
            break
        if word.lower in lex.relatives or word.lower in lex.coordinators:
            break
        last += 1
    return _spoken(words[first:last], names, lex, None)


def _spoken(
    words: Sequence[Token], names: Sequence[Name], lex: Lexis, person: str | None
) -> str | None:
    if not words:
        return None
    if len(words) == 1 and words[0].lower in lex.pronouns:
        return person if words[0].lower in lex.persons else None
    inside = Span(words[0].start, words[-1].end)
    here = [name for name in names if inside.contains(name.span) and name.sort is not Sort.PLACE]
    if here and here[-1].span.end == inside.end:
        return here[-1].full
    kept = list(words)
    while kept and (kept[0].lower in lex.determiners or not kept[0].is_word):
        kept = kept[1:]
    is_noun = bool(kept) and kept[0].lower not in lex.prepositions | lex.pronouns and "that" not in {
        word.lower for word in kept
    }
    return " ".join(word.text for word in kept).replace(" ’s", "’s") if is_noun else None
