"""One language's tables, read once a process and typed."""

from __future__ import annotations

from functools import cache, cached_property
from pkgutil import get_data
from typing import Any, NamedTuple

import rtoml

from kztimeline.languages.cues import Cue, CueTable
from kztimeline.languages.grammar import Grammar
from kztimeline.languages.lexicon import Lexicon
from kztimeline.languages.modifiers import (
    Endings,
    Modifier,
    Signals,
    read_modifiers,
    read_signals,
)
from kztimeline.languages.rows import read_row
from kztimeline.languages.rules import read_rules
from kztimeline.languages.runs import Runs
from kztimeline.model.errors import TableError

# Every table of grammar rules; in what order does not matter, since longer readings win and equals
# must say who beats whom.
RULE_TABLES = (
    "calendar_dates",
    "relative_dates",
    "lengths_and_sets",
    "clock_times",
    "named_days",
    "traps",
)


class ClauseWords(NamedTuple):
    """Words that part a time from a verb: wherever they stand, and between a time and a later verb.

    “He resigned and left on Tuesday”, but “He resigned on Tuesday and will be tried”. Those
    `beside` a time part it from none: “said late on Tuesday he will be tried”. Behind an
    `infinitive` word follows another verb: “told him to go on Tuesday”. One of `asides` behind a
    comma opens one: “, first drawn up in 1971,”. One of `joining` goes on with another verb, which
    has a time of its own: “was shut in 2020 and opened in May”. Behind a time, one of `on_which`
    opens what happened on it: “until Friday, when shots fell”.
    """

    anywhere: frozenset[str]
    behind: frozenset[str]
    beside: frozenset[str]
    infinitive: frozenset[str]
    asides: frozenset[str]
    joining: frozenset[str]
    on_which: frozenset[str]


class Language:
    """The tables of one language; each is read when first asked for.

    `code` is ISO 639-1.
    """

    def __init__(self, code: str) -> None:
        """Name the language; nothing is read yet."""
        self.code = code
        self._cues: dict[str, CueTable] = {}

    def cues(self, name: str) -> CueTable:
        """The cue table `name`.toml: ``tense``, ``modality``, ``attribution``, …."""
        if name not in self._cues:
            self._cues[name] = _read_cues(self.code, name)
        return self._cues[name]

    @cached_property
    def grammar(self) -> Grammar:
        """All rules of `RULE_TABLES`, folded."""
        rules = [
            rule
            for name in RULE_TABLES
            for rule in read_rules(self.code, name, read_toml(self.code, name))
        ]
        return Grammar(rules, Lexicon(self.code, read_toml(self.code, "lexicon")))

    @cached_property
    def runs(self) -> Runs:
        """Where a sentence is worth a walk through the grammar."""
        grammar, signals = self.grammar, self.signals
        around = self.modifier_endings.words | signals.endings.words | signals.connectors
        around |= signals.zones | {"(", ")"}
        phrases = [phrase for rule in grammar.rules for phrase in rule.left_phrases]
        around = around.union(*(words for phrase in phrases for words in phrase[1:]))
        return Runs(grammar.words | around, grammar.triggers, grammar.lexicon)

    @cached_property
    def modifiers(self) -> tuple[Modifier, ...]:
        """Words that bend a time."""
        return read_modifiers(read_toml(self.code, "modifiers"))

    @cached_property
    def modifier_endings(self) -> Endings[Modifier]:
        """The modifiers, found by the words before a time."""
        return Endings((modifier.phrase, modifier) for modifier in self.modifiers)

    @cached_property
    def signals(self) -> Signals:
        """Words before a time, and between the ends of a range."""
        return read_signals(read_toml(self.code, "signals"))

    @cached_property
    def clause_words(self) -> ClauseWords:
        """Words that begin a clause with a verb of its own."""
        table = read_toml(self.code, "tense")
        anywhere = frozenset(table.get("clause_words", ()))
        behind = anywhere | set(table.get("coordinators", ()))
        others = (
            frozenset(table.get(key, ()))
            for key in ("beside_times", "infinitive", "asides", "joining", "on_which")
        )
        return ClauseWords(anywhere, behind, *others)

    def table(self, name: str) -> dict[str, Any]:
        """A table as it stands in its file, for the rooms whose rows are words alone."""
        return read_toml(self.code, name)


@cache
def read_toml(code: str, name: str) -> dict[str, Any]:
    """A language's TOML file, parsed; `TableError` where it is broken or missing."""
    try:
        written = get_data("kztimeline.languages", f"{code}/{name}.toml") or b""
        return rtoml.loads(written.decode("utf-8"))
    except (OSError, rtoml.TomlParsingError) as error:
        message = f"cannot read {code}/{name}.toml: {error}"
        raise TableError(message) from error


def _read_cues(code: str, name: str) -> CueTable:
    table = read_toml(code, name)
    where = f"{code}/{name}.toml"
    cues = [read_row(Cue, row, where) for row in table.get("cue", ())]
    return CueTable(cues, table.get("classes", {}), where)


@cache
def load_language(code: str) -> Language:
    """The language with this ISO 639-1 code; one object a process."""
    return Language(code)
