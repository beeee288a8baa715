"""The ground: spans, lexemes and likeness of texts; has never heard of dates."""

from kztimeline.textual.lexemes import Lexeme, lexemes
from kztimeline.textual.soundness import sound
from kztimeline.textual.spans import Span

__all__ = ["Lexeme", "Span", "lexemes", "sound"]
