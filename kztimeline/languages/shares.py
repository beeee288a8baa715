"""How common the words of a language are in the news, whatever an article tells of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kztimeline.languages.language import Language


@cache
def load_shares(language: Language) -> Mapping[str, float]:
    """Words in small letters and the share of articles that have each; rare words have none."""
    rows = language.table("common_words")["shares"]
    found = {word: float(row["share"]) for row in rows for word in row["words"].split()}
    return MappingProxyType(found)
