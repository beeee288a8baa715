"""Grammar rules as rows of a language's tables, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct

from kztimeline.languages.meanings import read_meaning
from kztimeline.model.errors import TableError
from kztimeline.model.expressions import Meaning, Mod, Side, TimexType

_REQUIRED = {"name", "type", "patterns", "meaning", "examples"}
_Word = TypeVar("_Word", bound=StrEnum)
Phrase: TypeAlias = tuple[frozenset[str], ...]
_OPTIONAL = {
    "mod",
    "left",
    "right",
    "not_left",
    "not_right",
    "not_side",
    "never",
    "pending",
    "beats",
    "once",
    "successive",
}


class Rule(Struct, frozen=True):
    """One way to name a time.

    `left`, `right`: one of these words or marks (or ``{class}``) must stand there; `not_left`
    and `not_right` must not stand there (``+-``: a hyphen that touches; ``{name}``: a word with
    a capital that is no word of time; ``{address}``: the name of a street); where they name
    several words (“time in”), these are `left_phrases`, `right_phrases`, `not_left_phrases` and
    `not_right_phrases`. On the side `not_side` the rule is silent. `examples` are (sentence
    with the extent in brackets, TIMEX3 value), `pending` the same for what is known to fail,
    `never` sentences in which the rule stays silent. `successive`: of two years the second, by
    its last two figures, must follow the first. `beats` names rules that read the same words
    and give way. `once` names rules of which one must have spoken earlier in the article.
    """

    name: str
    type: TimexType
    patterns: tuple[str, ...]
    meaning: Meaning
    examples: tuple[tuple[str, str], ...]
    mod: Mod | None = None
    left: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    not_left: frozenset[str] = frozenset()
    not_right: frozenset[str] = frozenset()
    left_phrases: tuple[Phrase, ...] = ()
    right_phrases: tuple[Phrase, ...] = ()
    not_left_phrases: tuple[Phrase, ...] = ()
    not_right_phrases: tuple[Phrase, ...] = ()
    not_side: Side | None = None
    never: tuple[str, ...] = ()
    pending: tuple[tuple[str, str], ...] = ()
    beats: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    successive: bool = False


def read_rules(code: str, name: str, table: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of one table; the public rule name is ``<code>/<name>``."""
    return tuple(_rule(code, row, f"{code}/{name}.toml") for row in table.get("rule", ()))


def _rule(code: str, row: Mapping[str, Any], file: str) -> Rule:
    where = f"{file} › {row.get('name', '?')}"
    if missing := sorted(_REQUIRED - set(row)):
        message = f"missing key `{missing[0]}` in {where}"
        raise TableError(message)
    if unknown := sorted(set(row) - _REQUIRED - _OPTIONAL):
        message = f"unknown key `{unknown[0]}` in {where}"
        raise TableError(message, hint=f"keys are {', '.join(sorted(_REQUIRED | _OPTIONAL))}")
    return Rule(
        name=f"{code}/{row['name']}",
        type=_word(TimexType, row, "type", where),
        patterns=tuple(row["patterns"]),
        meaning=read_meaning(row["meaning"], where),
        examples=_pairs(row["examples"]),
        mod=_word(Mod, row, "mod", where) if "mod" in row else None,
        left=_singles(row, "left"),
        right=_singles(row, "right"),
        not_left=_singles(row, "not_left"),
        not_right=_singles(row, "not_right"),
        left_phrases=_phrases(row, "left"),
        right_phrases=_phrases(row, "right"),
        not_left_phrases=_phrases(row, "not_left"),
        not_right_phrases=_phrases(row, "not_right"),
        not_side=_word(Side, row, "not_side", where) if "not_side" in row else None,
        never=tuple(row.get("never", ())),
        pending=_pairs(row.get("pending", ())),
        beats=frozenset(f"{code}/{name}" for name in row.get("beats", ())),
        once=frozenset(f"{code}/{name}" for name in row.get("once", ())),
        successive=bool(row.get("successive", False)),
    )


def _singles(row: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(words for words in row.get(key, ()) if " " not in words)


def _phrases(row: Mapping[str, Any], key: str) -> tuple[Phrase, ...]:
    """What names several words, as classes of one word each."""
    named = (words.split() for words in row.get(key, ()) if " " in words)
    return tuple(tuple(frozenset({word}) for word in words) for words in named)


def _word(words: type[_Word], row: Mapping[str, Any], key: str, where: str) -> _Word:
    """The member of a closed list that a row names."""
    try:
        return words(row[key])
    except ValueError as error:
        message = f"unknown {key} `{row[key]}` in {where}"
        raise TableError(message, hint=f"one of {', '.join(words)}") from error


def _pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((text, value) for text, value in rows)
