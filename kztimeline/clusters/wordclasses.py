"""Which class of a language table a word belongs to, by exact words and by beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from kztimeline.languages import Language


class WordClasses:
    """Words and beginnings of words, each with its class; the longest beginning wins."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        """Sort ``{"kill*": "kill", "died": "kill"}`` into words and beginnings."""
        self._known: dict[str, str | None] = {
            word: name for word, name in rows.items() if not word.endswith("*")
        }
        self._starts = {word[:-1]: name for word, name in rows.items() if word.endswith("*")}

    def of(self, word: str) -> str | None:
        """The class of a caseless word; `None` if it has none.

        >>> classes = WordClasses({"kill*": "kill", "died": "kill"})
        >>> classes.of("killing"), classes.of("died"), classes.of("diet")
        ('kill', 'kill', None)
        """
        if word not in self._known:
            starts = (self._starts.get(word[:end]) for end in range(len(word), 1, -1))
            self._known[word] = next((name for name in starts if name), None)
        return self._known[word]

    def found(self, words: Iterable[str]) -> set[str]:
        """The classes of some words."""
        return {name for word in words if (name := self.of(word)) is not None}


@cache
def load_acts(language: Language) -> WordClasses:
    """The classes of act that a language's words tell (``acts.toml``)."""
    rows = language.table("acts")["act"]
    return WordClasses({word: row["name"] for row in rows for word in row["words"]})
