"""What an article's text declares about itself: title, author, place, and above all its day."""

from __future__ import annotations

from dataclasses import dataclass

from kztimeline.languages import Language
from kztimeline.model import Declaration, Note
from kztimeline.textual import Span


@dataclass(frozen=True, slots=True)
class Declared:
    """The claims of a text about itself, best first.

    `body_start` is where the article proper starts; `header_spans` are stretches that are not to be read
    as article, in order of place. `notes` know no locator.
    """

    declarations: tuple[Declaration, ...] = ()
    body_start: int = 0
    header_spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()


def read_declarations(text: str, language: Language) -> Declared:
    """Nothing yet."""
    del text, language
    return Declared()
