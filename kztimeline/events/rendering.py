"""Chosen words of a sentence as text: its own spacing, marks in pairs, a capital at the start."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kztimeline.events.lead_in import MARKUP
from kztimeline.events.pronouns import place_of_pronoun, stand_in
from kztimeline.events.scene import Scene
from kztimeline.events.verbs import is_participle
from kztimeline.textual.spans import Span

_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"))
_OPENINGS = frozenset({"“", '"', "«", "‘", "(", "["})
_MARK = re.compile("[,;:.]")
_LOOSE_MARK = re.compile(r"\s+([,;:.])")
_MARKS_TOGETHER = re.compile(r"([,;:])(?:\s*[,;:])+")
_ENDS = " ,;:.–—-•…"
_OPENED = re.compile(r'[,:] "(?=\w)[^"]*$')
_SHORT_FORM = re.compile(r"\b[A-Za-z](?:\.[A-Za-z])+$")  # p.m., U.S.
_IN_ADDRESS = re.compile(r"://|\.[a-z]{2}")  # no address does without
ADDRESS = re.compile(r"\w+://\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")


def render(kept: Sequence[int], scene: Scene, person: str | None) -> str:
    """Words with the white space they had; `person` stands in for “he” at the head."""
    while kept and not (scene.words[kept[0]].is_word or scene.words[kept[0]].text in _OPENINGS):
        kept = kept[1:]
    if not kept:
        return ""
    words = scene.words
    place = place_of_pronoun(kept, scene) if person else None
    if person and place is not None:
        head = _joined(kept[:place], scene) if place else ""
        name = stand_in(words[kept[place]].lower, person, scene)
        text = f"{head} {name} {_joined(kept[place + 1 :], scene)}"
    else:
        text = _joined(kept, scene)
    text = " ".join(text.split())
    if _MARK.search(text):
        text = _LOOSE_MARK.sub(r"\1", text)
        text = _MARKS_TOGETHER.sub(r"\1", text)
    return capital(_ended(balanced(_ended(text))))


def _joined(kept: Sequence[int], scene: Scene) -> str:
    """Words with what stands between them."""
    if not kept:
        return ""
    words = scene.words
    parts = [words[kept[0]].text]
    begin = before = kept[0]
    for index in kept[1:]:
        if index != before + 1:
            parts.append(_between(scene, begin, before))
            parts.append("" if _opens(words[before].text, is_first=before == kept[0]) else " ")
            is_small = index < before and not _may_be_name(words[index].lower, scene)
            parts.append(words[index].lower if is_small else words[index].text)
            begin = index  # “Landed …, the crew”
        before = index
    parts.append(_between(scene, begin, before))
    return "".join(parts)


def _may_be_name(low: str, scene: Scene) -> bool:
    """Whether a word keeps its capital elsewhere: not “Landed in Oslo, the crew …”."""
    return low not in scene.lex.determiners and not is_participle(low, scene.lex)


def _opens(mark: str, *, is_first: bool) -> bool:
    """Whether a mark opens what follows, so that no blank parts them."""
    return mark in _OPENINGS and (is_first or mark != '"')


def _between(scene: Scene, first: int, last: int) -> str:
    """What stands behind one word up to the end of another; a blank for markup between two."""
    words, source = scene.words, scene.text
    text = source[words[first].end : words[last].end]
    if MARKUP.isdisjoint(text):
        return text
    parts: list[str] = []
    for index in range(first, last):
        gap = source[words[index].end : words[index + 1].start]
        parts.append(gap if not gap or gap.isspace() else " ")
        parts.append(words[index + 1].text)
    return "".join(parts)


def _ended(text: str) -> str:
    """Without the marks at both ends; “9 p.m.” keeps the one that is its own."""
    bare = text.strip(_ENDS)
    is_dotted = bare[-2:-1] == "." and text[text.find(bare) + len(bare) :][:1] == "."
    return f"{bare}." if is_dotted and _SHORT_FORM.search(bare) else bare


def balanced(text: str) -> str:
    """No mark without its partner: a quotation cut off is closed, one begun before is opened."""
    for opening, closing in _PAIRS:
        missing = text.count(opening) - text.count(closing)
        if missing > 0:
            text += closing * missing
        elif missing < 0:
            text = text.replace(closing, "", -missing)
    text = _quoted(text)
    if text.count('"') % 2 == 0:
        return text.strip()
    is_opened = _OPENED.search(text) is not None  # “said: "We have waited”
    return f'{text.strip()}"' if is_opened else text.replace('"', "").strip()


def _quoted(text: str) -> str:
    """Quotation marks in pairs; a stray closing one has its partner in the sentence before."""
    if "“" not in text and "”" not in text:
        return text
    depth, out = 0, ""
    for mark in text:
        is_stray = mark == "”" and not depth
        if is_stray and "“" not in out:
            out = "“" + out
        elif is_stray:
            continue
        depth += (mark == "“") - (mark == "”" and not is_stray)
        out += mark
    out += "”" * depth
    return re.sub(r"[,.;:]*”$", "”", out) if out.count("“") == 1 and out[:1] == "“" else out


def between_words(text: str, room: int) -> str:
    """The first words of a text, of fewer than `room` characters; of one word its beginning.

    >>> between_words("The mill, they said, burned", 20), between_words("x" * 30, 5)
    ('The mill, they', 'xxxx')
    """
    return text[:room].rpartition(" ")[0].rstrip(_ENDS) or text[: room - 1]


def capital(text: str) -> str:
    """With a capital, but for what is written its own way: “iPhone”, “example.org”."""
    if ADDRESS.match(text) or text[1:2].isupper() or text[:1] == "[":
        return text
    at = next((n for n, mark in enumerate(text) if mark.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def start_of_address(begin: int, scene: Scene) -> int:
    """The word itself, or the first of the address of the web in whose middle it stands."""
    start = scene.words[begin].start
    spans = _addresses(scene.text, scene.words[0].start, scene.words[-1].end)
    inside = next((span for span in spans if span.start < start < span.end), None)
    return scene.word_at(inside.start) if inside else begin


@lru_cache(maxsize=4)  # several statements of one sentence follow each other
def _addresses(text: str, start: int, end: int) -> tuple[Span, ...]:
    if not _IN_ADDRESS.search(text, start, end):
        return ()
    return tuple(Span(*found.span()) for found in ADDRESS.finditer(text, start, end))
