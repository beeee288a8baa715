"""The language's names and the words around names (``names.toml``), typed, read once."""

from __future__ import annotations

from functools import cache

from kztimeline.events.lexis import lexis
from kztimeline.languages import Language
from kztimeline.model.record import Unique


class NameLists(Unique, frozen=True, eq=False):
    """The language's names and the words around names, in lower case but for places.

    `kinds` are words of organisations and places, `small` words that are seldom names, of which
    `empty_openers` are never the front of one; `office_words` stand in offices.
    """

    titles: frozenset[str]
    title_openers: frozenset[str]
    organisations: frozenset[str]
    connectors: frozenset[str]
    binders: frozenset[str]
    articles: frozenset[str]
    place_cues: frozenset[str]
    weak_place_cues: frozenset[str]
    place_words: frozenset[str]
    particles: frozenset[str]
    compound_endings: frozenset[str]
    directions: frozenset[str]
    settlements: frozenset[str]
    never: frozenset[str]
    never_alone: frozenset[str]
    suffixes: frozenset[str]
    month_names: frozenset[str]
    month_cues: frozenset[str]
    possessives: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    common: frozenset[str]
    no_openers: frozenset[str]
    empty_openers: frozenset[str]
    small: frozenset[str]
    kinds: frozenset[str]
    office_words: frozenset[str]


_LISTED = (
    "titles",
    "title_openers",
    "organisations",
    "connectors",
    "binders",
    "articles",
    "place_cues",
    "weak_place_cues",
    "place_words",
    "particles",
    "compound_endings",
    "directions",
    "never",
    "never_alone",
    "suffixes",
    "month_names",
    "month_cues",
)


@cache
def name_lists(language: Language) -> NameLists:
    """A language's name lists."""
    table, lex = language.table("names"), lexis(language)
    countries = table["countries"]
    cities = {name.strip() for name in table["cities"]["names"].split("|")}
    (of,) = lex.of
    peoples = {word for words in countries.values() for word in words.split()}
    lists = {key: frozenset(table[key].split()) for key in _LISTED}
    common = frozenset(language.table("stopwords")["stop"].split())
    no_openers = (
        lex.prepositions | lex.subordinators | lex.past | lex.adverbs | lex.determiners
        | lex.pronouns | lex.coordinators | lex.relatives | lex.modals | lex.be | lex.have | lex.do
        | lex.participles | lex.present | lex.fillers
    )  # fmt: skip
    return NameLists(
        **lists,
        settlements=frozenset(f"{word} {of}" for word in table["settlements"].split()),
        possessives=lex.possessives,
        places=frozenset(countries) | cities,
        peoples=frozenset(peoples | {f"{word}s" for word in peoples}),
        common=common,
        no_openers=no_openers,
        empty_openers=common & no_openers - lists["month_names"],
        small=common | no_openers,
        kinds=lists["place_words"] | lists["organisations"],
        office_words=lists["titles"] | lists["title_openers"] | common,
    )
