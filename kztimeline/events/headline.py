"""An article's headline as a telling of its leading event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kztimeline.events.carry import Telling
from kztimeline.events.clauses import Kind
from kztimeline.events.fitting import LONGEST_TITLE
from kztimeline.events.names import Name
from kztimeline.events.reading import Reading
from kztimeline.events.rendering import between_words
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.verbs import Tense
from kztimeline.languages import Acts
from kztimeline.textual.spans import Span
from kztimeline.textual.tokens import Token

_VERBAL = re.compile(r"\w+ed|\w*[^\Ws]s")  # resigned, resigns: press headlines speak in these
_BORDERS = frozenset({":", "–", "—", "|", "•"})
_FEWEST_WORDS = 4  # besides a time; “Analysis”, “Live updates”: headings that tell nothing


def is_headline(reading: Reading, title: str, acts: Acts) -> bool:
    """Whether a heading tells something: no label, no question; below the title, a verb.

    A short one is a headline if it is the title and its verb tells an act: “Mayor resigns”.
    """
    words, scene = reading.scene.words, reading.scene
    parts = list(_parts(words))
    telling = [part for part in parts if not _is_label(part, scene)]
    told = [
        word
        for part in telling
        for word in part
        if not any(span.start <= word.start < span.end for span in reading.busy)
    ]
    is_title = reading.sentence.span.of(scene.text).strip() == title.strip()
    is_short = len(told) < _FEWEST_WORDS
    if words[-1].text == "?" or (is_short and not (is_title and _tells_act(told, acts, scene))):
        return False
    if told[0].lower in scene.lex.questions:
        return False  # “How the fire spread”
    if words[-1].text == ".":
        return True  # a deck that is a sentence
    is_first = reading.number == 0
    is_whole = len(telling) == len(parts)
    return ((is_title or is_first) and is_whole) or _may_have_verb(told, scene)


def _parts(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The words between colons, dashes and bars: “Explainer: why the dam broke”."""
    for is_border, part in groupby(words, key=lambda word: word.text in _BORDERS):
        inner = [word for word in part if word.is_word]
        if inner and not is_border:
            yield inner


def _is_label(part: Sequence[Token], scene: Scene) -> bool:
    """Whether a part of a heading says what kind of text follows, or asks: “as it happened”."""
    said = tuple(word.lower for word in part)
    return said[0] in scene.lex.questions or said in scene.lex.labels


def _tells_act(words: Sequence[Token], acts: Acts, scene: Scene) -> bool:
    """“Fired in Osh”, “Mayor resigns”: a verb that tells an act, and who or where."""
    lows = [word.lower for word in words]
    forms = scene.lex.past | scene.lex.present
    verbs = [low for low in lows if low in forms or _VERBAL.fullmatch(low)]
    return len(lows) > 1 and any(acts.told_by(low) for low in verbs)


def _may_have_verb(told: Sequence[Token], scene: Scene) -> bool:
    """Whether some word behind the first could be a verb, were headlines not all in capitals."""
    lex = scene.lex
    words = [word.lower for word in told]
    if words[0] in lex.prepositions:
        return False
    forms = lex.past | lex.present | lex.modals | lex.be
    return any(word in forms or _VERBAL.fullmatch(word) for word in words[1:])


def whole(reading: Reading) -> Statement:
    """The headline as one statement, with the first time that dates it."""
    time = next((statement.time for statement in reading.statements if statement.time), None)
    clauses = reading.scene.clauses
    main = next((n for n, clause in enumerate(clauses) if clause.host is None), 0)
    told = (n for n, clause in enumerate(clauses) if clause.verb and clause.kind is Kind.COORD)
    head = main if clauses[main].verb else next(told, main)  # “Fire in Osh: man denies arson”
    return Statement(tuple(range(len(clauses))), head, time)


def leading(reading: Reading) -> Telling:
    """How a headline speaks: “Minister resigns” is a thing of the past, whatever its tense."""
    return Telling(
        sentence=reading.number,
        paragraph=reading.sentence.paragraph,
        section=reading.section,
        tense=Tense.PAST,
        is_speech=False,
        is_quoted=False,
        leans_back=False,
    )


def names_in(reading: Reading, told: Sequence[Reading]) -> tuple[Name, ...]:
    """The names of the text that a headline mentions; its own capitals show nothing."""
    words = {word.text: word for word in reading.scene.words}
    found: dict[str, Name] = {}
    for other in told:
        for name in other.names:
            last = words.get(name.full.rpartition(" ")[2])
            if last is not None and name.full not in found:
                span = Span(last.start, last.end)
                found[name.full] = Name(span, last.text, name.full, name.sort)
    return tuple(sorted(found.values(), key=lambda name: name.span))


def headline_title(reading: Reading) -> str:
    """The headline without its labels, cut between two words where it is too long."""
    scene, own = reading.scene, reading.sentence.span
    parts = list(_parts(scene.words))
    telling = [part for part in parts if not _is_label(part, scene)]
    start = own.start if telling[0] is parts[0] else telling[0][0].start
    end = own.end if telling[-1] is parts[-1] else telling[-1][-1].end
    text = " ".join(scene.text[start:end].split()).rstrip(".")
    return text if len(text) <= LONGEST_TITLE else between_words(text, LONGEST_TITLE + 1)
