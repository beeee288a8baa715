"""An article's headline as a telling of its leading event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kztimeline.events.carry import Telling
from kztimeline.events.fitting import LONGEST_TITLE
from kztimeline.events.names import Name
from kztimeline.events.reading import Reading
from kztimeline.events.rendering import between_words
from kztimeline.events.statement import Statement
from kztimeline.events.verbs import Tense
from kztimeline.textual.spans import Span

_VERBAL = re.compile(r"\w+ed|\w*[^\Ws]s")  # resigned, resigns: press headlines speak in these
_FEWEST_WORDS = 4  # besides a time; “Analysis”, “Live updates”: headings that tell nothing


def is_headline(reading: Reading, title: str) -> bool:
    """Whether a heading tells something: no label, no question; below the title, a verb."""
    words, scene = reading.scene.words, reading.scene
    told = [
        word
        for word in words
        if word.is_word and not any(span.start <= word.start < span.end for span in reading.busy)
    ]
    if len(told) < _FEWEST_WORDS or words[-1].text == "?":
        return False
    if told[0].lower in scene.lex.questions:
        return False  # “How the fire spread”
    if words[-1].text == ".":
        return True  # a deck that is a sentence
    is_title = reading.sentence.span.of(scene.text).strip() == title.strip()
    is_first = reading.number == 0
    return is_title or is_first or _may_have_verb(reading)


def _may_have_verb(reading: Reading) -> bool:
    """Whether some word behind the first could be a verb, were headlines not all in capitals."""
    lex = reading.scene.lex
    words = [word.lower for word in reading.scene.words if word.is_word]
    if words[0] in lex.prepositions:
        return False
    forms = lex.past | lex.present | lex.modals | lex.be
    return any(word in forms or _VERBAL.fullmatch(word) for word in words[1:])


def whole(reading: Reading) -> Statement:
    """The headline as one statement, with the first time that dates it."""
    time = next((statement.time for statement in reading.statements if statement.time), None)
    clauses = reading.scene.clauses
    main = next((n for n, clause in enumerate(clauses) if clause.host is None), 0)
    return Statement(tuple(range(len(clauses))), main, time)


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
    """The headline itself, cut between two words where it is too long."""
    text = " ".join(reading.sentence.span.of(reading.scene.text).split()).rstrip(".")
    if len(text) <= LONGEST_TITLE:
        return text
    return between_words(text, LONGEST_TITLE + 1)
