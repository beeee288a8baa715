"""The ground: spans, tokens and likeness of texts; has never heard of dates."""

from kztimeline.textual.spans import Span

__all__ = ["Span"]
