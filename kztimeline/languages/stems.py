"""The stemmer of a language: its endings and its words without content."""

from __future__ import annotations

from functools import cache

from kztimeline.languages.language import Language
from kztimeline.textual.tokens import Stemmer


@cache
def load_stemmer(language: Language) -> Stemmer:
    """Stems under the endings of ``stopwords.toml``, its stop words left out."""
    common = language.table("stopwords")
    endings = [(old, new) for old, new in common["endings"]]
    return Stemmer(endings, frozenset(common["stop"].split()))
