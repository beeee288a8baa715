"""Which class of a language table a word belongs to, by exact words and by beginnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from msgspec import Struct

from kztimeline.languages.language import Language


class WordClasses:
    """Words and beginnings of words with their classes; the longest beginning that fits wins."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """Sort pairs of word and class; a word in several rows has several classes."""
        self._known: dict[str, frozenset[str]] = {}
        self._starts: dict[str, frozenset[str]] = {}
        for word, name in rows:
            known = self._starts if word.endswith("*") else self._known
            bare = word.removesuffix("*")
            known[bare] = known.get(bare, frozenset()) | {name}

    def of(self, word: str) -> frozenset[str]:
        """The classes of a caseless word; none for one that is in no row.

        >>> classes = WordClasses([("kill*", "kill"), ("fired", "shoot"), ("fired", "dismiss")])
        >>> sorted(classes.of("killing")), sorted(classes.of("fired"))
        (['kill'], ['dismiss', 'shoot'])
        """
        if word not in self._known:
            starts = (word[:end] for end in range(len(word), 1, -1))
            found = (self._starts[start] for start in starts if start in self._starts)
            self._known[word] = next(found, frozenset())
        return self._known[word]

    def together(self, words: Iterable[str]) -> tuple[frozenset[str], ...]:
        """The classes of each of some words that stand together.

        A word of several has those that a neighbour has alone (one sense for one collocation,
        Yarowsky 1993), where there is one.

        >>> classes = WordClasses([("shots", "shoot"), ("fired", "shoot"), ("fired", "dismiss")])
        >>> [sorted(each) for each in classes.together(["shots", "fired"])]
        [['shoot'], ['shoot']]
        """
        each = tuple(map(self.of, words))
        sure = frozenset().union(*(names for names in each if len(names) == 1))
        return tuple((names & sure) or names for names in each)

    def found(self, words: Iterable[str]) -> frozenset[str]:
        """The classes of some words that stand together."""
        return frozenset().union(*self.together(words))


class Acts(Struct, frozen=True, eq=False, dict=True):
    """Classes of act of a language, and those with a role of their own.

    `frames` count as words but not as an act: that two things begin does not make them alike.
    `speech` counts as neither: everyone in the news says something. `personal` acts are done to or
    by one person. `kin` joins classes that tell one happening from two sides (shot, killed).
    `another` are no acts: what is told with them is not what was told just before. `stages`
    follow each other in the course of a case: a charge, a plea and a verdict are no one happening.
    """

    classes: WordClasses
    frames: frozenset[str]
    speech: frozenset[str]
    personal: frozenset[str]
    kin: Mapping[str, str]
    another: frozenset[str]
    stages: frozenset[str] = frozenset()

    @cached_property
    def silent(self) -> frozenset[str]:
        """Classes that do not even count as words."""
        return self.speech | self.another

    @cached_property
    def untold(self) -> frozenset[str]:
        """Classes that tell no act of their own."""
        return self.frames | self.silent

    def told_by(self, word: str) -> frozenset[str]:
        """The class of act that a caseless word tells, kin under one name.

        None for speech, and none for what may be either of two: “fired” a gun or a manager.
        """
        found = self.classes.of(word) - self.untold
        kin = {self.kin.get(name, name) for name in found}
        return frozenset(kin) if len(kin) == 1 else frozenset()


@cache
def load_acts(language: Language) -> Acts:
    """The classes of act that a language's words tell (``acts.toml``)."""
    rows = language.table("acts")["act"]
    pairs = ((word, row["name"]) for row in rows for word in row["words"])
    roles = {
        role: frozenset(row["name"] for row in rows if row.get("role") == role)
        for role in ("frame", "speech", "person", "another")
    }
    kin = {row["name"]: row["kin"] for row in rows if "kin" in row}
    stages = frozenset(row["name"] for row in rows if row.get("stage"))
    frames, speech, personal, another = roles.values()
    return Acts(WordClasses(pairs), frames, speech, personal, kin, another, stages)
