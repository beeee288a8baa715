"""What a number counts: the noun behind it, and what befell the counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kztimeline.events.lexis import lexis
from kztimeline.languages import Language
from kztimeline.model.record import Record, Unique
from kztimeline.textual.tokens import Token

_UNIT_REACH = 7  # words between a number and what it counts
_FATE_REACH = 9  # words around the counted in which the verb says what befell it
_ASIDE_REACH = 14  # words of an aside: “, all from Osh, Jalal-Abad and Uzgen,”
_OBJECT_REACH = 7  # words between a verb and the number that is its object
_SUBJECT_REACH = 12  # words of a subject that tells what its number counts
_FORETOLD_REACH = 5  # words before a count that may say it is only expected
_SHORTEST_NOUN = 3
PEOPLE = "people"
_SINGULAR = ("ss", "us", "is")  # press, suspicious, crisis
_BREAKS = {";", "(", ")", "“", ".", ":"}


class Fate(Record, frozen=True):
    """A row of ``[[fate]]``: the words that tell what befell the counted."""

    name: str
    done: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]
    leads: frozenset[str]
    holding: frozenset[str]
    holders: frozenset[str]
    places: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """All words that tell it, whoever did it."""
        return self.done | self.states | self.nouns | self.leads


class CountWords(Unique, frozen=True, eq=False):
    """The language's words behind numbers; `borders` are words that no noun phrase goes beyond."""

    fates: tuple[Fate, ...]
    fate_words: frozenset[str]
    plurals: frozenset[str]
    modifiers: frozenset[str]
    people: frozenset[str]
    peoples: frozenset[str]
    never_units: frozenset[str]
    passed_over: frozenset[str]
    rest: frozenset[str]
    of: frozenset[str]
    of_what: frozenset[str]
    objects: frozenset[str]
    be: frozenset[str]
    verbs: frozenset[str]
    borders: frozenset[str]
    leading: frozenset[str]
    by: frozenset[str]
    from_: frozenset[str]
    stops: frozenset[str]
    coordinators: frozenset[str]
    nouns_in_ed: frozenset[str]
    nouns_in_ing: frozenset[str]
    relatives: frozenset[str]
    counts: frozenset[str]
    foretold: frozenset[str]


class Noun(NamedTuple):
    """What is counted: its head, the token behind it, whether it is a part of something told."""

    unit: str
    end: int
    is_part: bool


@cache
def count_words(language: Language) -> CountWords:
    """A language's words behind numbers (``quantities.toml``)."""
    table, lex = language.table("quantities"), lexis(language)
    fates = tuple(_fate(row) for row in table["fate"])
    listed = (
        "plurals",
        "modifiers",
        "people",
        "never_units",
        "passed_over",
        "rest",
        "of",
        "of_what",
        "objects",
        "by",
        "from_",
        "counts",
        "foretold",
    )
    countries = language.table("names")["countries"].values()
    return CountWords(
        fates=fates,
        fate_words=frozenset().union(*(fate.words for fate in fates)),
        peoples=frozenset(word.lower() for words in countries for word in words.split()),
        be=lex.be,
        verbs=lex.be | lex.have | lex.modals | lex.past | lex.participles,
        borders=lex.modals | lex.be | lex.have | lex.do | lex.past | lex.participles
        | lex.prepositions | lex.subordinators | lex.relatives | lex.coordinators | lex.adverbs
        | lex.pronouns | lex.determiners | lex.that | lex.possessives | lex.of | lex.infinitive,
        leading=frozenset(table["leading"].split()),
        stops=lex.subordinators | frozenset(table["doubt"].split()),
        coordinators=lex.coordinators,
        nouns_in_ed=lex.not_ed,
        nouns_in_ing=lex.not_ing,
        relatives=lex.relatives,
        **{key: frozenset(table[key].split()) for key in listed},
    )  # fmt: skip


def _fate(row: dict[str, str]) -> Fate:
    keys = ("done", "states", "nouns", "leads", "holding", "holders", "places")
    return Fate(row["name"], **{key: frozenset(row.get(key, "").split()) for key in keys})


def noun_behind(words: Sequence[Token], end: int, known: CountWords) -> Noun:
    """The noun phrase behind a number; no unit where there is none (“12 died”, “12 others”)."""
    is_part = False
    index = end
    if index + 1 < len(words) and words[index].lower in known.of:
        if words[index + 1].lower not in known.of_what:
            return Noun("", end, is_part=False)
        is_part, index = True, index + 2
    best = Noun("", end, is_part)
    limit = min(len(words), index + _UNIT_REACH)
    while index < limit:
        word = words[index]
        if not best.unit and word.lower in known.passed_over:
            is_part = is_part or word.lower in known.rest
            index += 1
            best = Noun("", index if word.is_word else best.end, is_part)
            continue
        if _ends_phrase(word, best.unit, known):
            break
        if best.unit and best.unit not in known.modifiers:
            break
        index += 1
        if is_plural(word, known):
            best = Noun(word.lower, index, is_part)
        elif best.unit:
            break
    if not best.unit and best.end < len(words) and words[best.end].lower in known.peoples:
        return Noun(words[best.end].lower, best.end + 1, is_part)
    return best


def _ends_phrase(word: Token, unit: str, known: CountWords) -> bool:
    if not word.is_word or word.text[0].isdigit():
        return word.text != "-" or bool(unit)
    low = word.lower
    if low in known.borders or (low in known.fate_words and low not in known.plurals):
        return not (is_plural(word, known) and low not in known.borders)
    is_verb_form = (low.endswith("ed") and low not in known.nouns_in_ed) or (
        low.endswith("ing") and low not in known.nouns_in_ing
    )
    return is_verb_form and bool(unit)


def is_plural(word: Token, known: CountWords) -> bool:
    """Whether a word looks like a counted noun: in -s, or one of the listed."""
    low = word.lower
    if low in known.plurals:
        return True
    is_noun = low.endswith("s") and not low.endswith(_SINGULAR) and len(low) > _SHORTEST_NOUN
    return is_noun and low not in known.borders and word.text[0].isalpha()


def fate_of(words: Sequence[Token], first: int, noun: Noun, known: CountWords) -> str:
    """What befell the counted: told by the noun itself, behind it, or before the number."""
    own = next((fate.name for fate in known.fates if noun.unit in fate.nouns), "")
    if own:
        return own
    behind, before = _behind(words, noun, known), _before(words, first, noun, known)
    if not (behind or before or noun.unit):
        before = _counted_before(words, first, known)
    near = [found for found in (behind, before) if found]
    return min(near)[1] if near else ""


def _behind(words: Sequence[Token], noun: Noun, known: CountWords) -> tuple[int, str] | None:
    """The fate told behind the counted, and how far off: “were killed”, “died”, “in custody”.

    A number alone (“300 were killed”, not “those over 65 are likely to die”) has its verb at once.
    """
    end = noun.end
    if not noun.unit and end + 1 < len(words) and words[end].lower in known.relatives:
        end += 1  # “of the 12 who died”
    following = words[end].lower if end < len(words) else ","
    is_verb = following in known.verbs or following in known.fate_words
    if not (noun.unit or is_verb or following.endswith(("ed", ","))):
        return None
    has_be = False
    skipping = False
    index, limit = end, min(len(words), end + _FATE_REACH)
    while index < limit:
        word = words[index]
        if word.text == ",":
            index = behind_aside(words, index, known)
            limit = min(len(words), index + _FATE_REACH)
            continue
        if (word.text[0].isdigit() and not skipping) or _is_break(word, known):
            return None
        skipping = skipping or (index > end and word.lower in known.coordinators)
        has_be = has_be or word.lower in known.be
        for fate in known.fates:
            if word.lower in fate.places and _befalls(words, index + 1, known):
                continue
            if word.lower in fate.states or (word.lower in fate.nouns and index == end):
                return index - end, fate.name
            if word.lower in fate.done:
                is_borne = has_be or (index == end and not _has_object(words, index, known))
                return (index - end, fate.name) if is_borne else None
        index += 1
    return None


def _is_break(word: Token, known: CountWords) -> bool:
    return word.lower in known.stops or word.text in _BREAKS


def behind_aside(words: Sequence[Token], comma: int, known: CountWords) -> int:
    """The token behind “, two of them guards,” where a verb follows; else the end of the words."""
    for index in range(comma + 1, min(len(words), comma + _ASIDE_REACH)):
        if words[index].text == "," and _goes_on(words, index + 1, known):
            return index + 1
    return len(words)


def _goes_on(words: Sequence[Token], index: int, known: CountWords) -> bool:
    """Whether a verb, or what befell somebody, follows."""
    following = words[index].lower if index < len(words) else ""
    return following in known.verbs or following in known.fate_words


def _befalls(words: Sequence[Token], index: int, known: CountWords) -> bool:
    """Whether what befell somebody follows: “died”, “were killed”; not “struck a reef”."""
    following = [word.lower for word in words[index : index + 2]]
    if following and following[0] in known.verbs and following[0] not in known.fate_words:
        following = following[1:]
    return bool(following) and following[0] in known.fate_words


def _has_object(words: Sequence[Token], verb: int, known: CountWords) -> bool:
    following = words[verb + 1] if verb + 1 < len(words) else None
    if following is None or not following.is_word:
        return False
    return following.lower in known.objects or following.is_capital or following.text[0].isdigit()


def _before(
    words: Sequence[Token], first: int, noun: Noun, known: CountWords
) -> tuple[int, str] | None:
    """The fate told before a number: “killed 12”, “the toll rose to 12”, “the arrest of 12”."""
    if first and words[first - 1].lower in known.by:
        return None
    leads_on = bool(first) and words[first - 1].lower in (
        known.leading | known.be if noun.unit else known.leading
    )
    for index in range(first - 1, max(-1, first - 1 - _OBJECT_REACH), -1):
        word = words[index]
        if word.text[0].isdigit() and words[index - 1].lower in known.by | known.from_:
            continue
        if word.text in _BREAKS or word.text in {",", "”"} or word.text[0].isdigit():
            return None
        for fate in known.fates:
            if word.lower in (fate.leads if leads_on else fate.done):
                is_none_yet = (
                    _is_foretold(words, index, first, known)
                    if leads_on
                    else bool(index) and words[index - 1].lower in known.be
                )
                return None if is_none_yet else (first - index, fate.name)
            if word.lower in fate.holding and not leads_on:
                held = any(other.lower in fate.holders for other in words[:index])
                return (first - index, fate.name) if held else None
        if word.lower in known.stops:
            return None
    return None


def _counted_before(
    words: Sequence[Token], first: int, known: CountWords
) -> tuple[int, str] | None:
    """The fate of “the number of people killed in the blasts is 12”."""
    if not first or words[first - 1].lower not in known.leading | known.be:
        return None
    found = ""
    for index in range(first - 1, max(-1, first - 1 - _SUBJECT_REACH), -1):
        word = words[index]
        if word.text in _BREAKS or word.text[0].isdigit():
            return None
        if word.lower in known.counts:
            is_told = found and not _is_foretold(words, index, first, known)
            return (first - index, found) if is_told else None
        for fate in known.fates:
            if word.lower in fate.words:
                found = fate.name
    return None


def _is_foretold(words: Sequence[Token], lead: int, first: int, known: CountWords) -> bool:
    """Whether a count is yet to be: “is expected to rise to 12”, “fear that it will reach 12”."""
    around = words[max(0, lead - _FORETOLD_REACH) : first]
    return any(word.lower in known.foretold for word in around)
