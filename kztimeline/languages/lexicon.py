"""What single words and numbers mean: lexemes with the word classes they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from kztimeline.languages.kinds import Classes, Kinds, Value
from kztimeline.languages.numerals import NUMBER_JOINTS, number_run
from kztimeline.languages.words import vocabulary
from kztimeline.textual.lexemes import LONGEST_KEPT, PIECES_KEPT, Lexeme, cut, form

_FIRST_YEAR, _LAST_YEAR = 1000, 2199  # what a bare four-digit number may be
_FIRST_OLD_YEAR = 100
_TWO, _THREE, _FOUR, _EIGHT = 2, 3, 4, 8  # figures: a day or 22, AD 527, a year, 20220105
_LAST_MINUTE, _MONTHS = 59, 12
_LONGEST_NUMBER = 15  # characters; more figures count nothing
_DIGITS_KEPT = 16_384
_NOTHING = Lexeme(0, 0, "", is_glued=False, is_capital=False)
_MULTIPLIERS = (12, 100, 1000)
_LONGEST_DOTTED = 6  # characters: “sept.”


class Lexicon:
    """The words of one language, by class."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        """Take the vocabulary of dateparser's locale and add the words of `lexicon.toml`."""
        classes: dict[str, dict[str, Value]] = {
            name: dict(words) for name, words in vocabulary(code).items()
        }
        for name, words in table.get("words", {}).items():
            classes.setdefault(name, {}).update(words)
        for name, dropped in table.get("dropped", {}).items():
            for word in dropped:
                classes[name].pop(word, None)
        self.classes = classes
        self._words: dict[str, frozenset[str]] = {}
        self.abbreviations = frozenset(table.get("abbreviations", ()))
        self.trigger_classes = frozenset(table.get("trigger_classes", ()))
        self.year_openers = frozenset(table.get("year_openers", ()))
        self.telling_words = frozenset(table.get("telling_words", ())).union(
            *(self.words_of(name) for name in self.trigger_classes if name in classes)
        )
        self.capitalised = frozenset(table.get("capitalised_classes", ()))
        self.names = frozenset().union(
            *(self.words_of(name) for name in self.capitalised if name in classes)
        )
        self._lowercase = frozenset(table.get("lowercase_classes", ()))
        spelled = frozenset(table.get("spelled_classes", ()))
        self._ordinal_endings = frozenset(table.get("ordinal_endings", ()))
        self._decade_endings = frozenset(table.get("decade_endings", ()))
        self._numbers = {word: int(value) for word, value in classes.get("number", {}).items()}
        self._units = frozenset(classes.get("unit", {}))
        self._abbreviated = frozenset(word.split(".")[0] for word in self.abbreviations)
        words = self._by_word(spelled)
        self._dotted_words = words
        self._number_articles = frozenset(table.get("number_articles", ()))
        self.numbers = frozenset(self._numbers)
        openers = self._abbreviated | self._number_articles | self.numbers
        self._kinds = Kinds()
        self._forms = _Forms(words, openers, self._kinds)
        endings = self._ordinal_endings | self._decade_endings
        self.words = set(words) | openers | self.abbreviations | endings | NUMBER_JOINTS

    def _by_word(self, spelled: AbstractSet[str]) -> dict[str, _Cases]:
        """For each word its classes as it is written; an abbreviation may be somebody's initials.

        Those have none of the classes `spelled`.
        """
        found: dict[str, dict[str, Value]] = {}
        for name, words in self.classes.items():
            for word, value in words.items():
                found.setdefault(word, {})[name] = value
        return {
            word: _Cases(
                _keys(_without(self.capitalised, classes)),
                _keys(_without(self._lowercase, classes)),
                _keys(
                    _without(
                        self._lowercase | (spelled if word in self._abbreviated else set()), classes
                    )
                ),
            )
            for word, classes in found.items()
        }

    def number(self, kinds: Kinds) -> None:
        """Give each lexeme the number by which a grammar knows it; a lexicon serves one."""
        self._kinds = self._forms.kinds = kinds
        self._forms.clear()

    def words_of(self, word_class: str) -> frozenset[str]:
        """The words of a class, without the dots of abbreviations."""
        if word_class not in self._words:
            words = frozenset(word.rstrip(".") for word in self.classes[word_class])
            self._words[word_class] = words
        return self._words[word_class]

    def read(self, pieces: Iterable[str], place: int, start: int) -> list[Lexeme]:
        """The lexemes of pieces with their classes, some joined (“twenty-three”, “Jan.”, “5th”).

        The pieces follow one another from `place` on, in a stretch of text from `start` on.
        """
        found: list[Lexeme] = []
        openers: list[int] = []
        forms, new = self._forms, tuple.__new__  # half the time of calling the class
        read = map(forms.__getitem__, pieces)
        for low, is_capital, gap, length, sticks, classes, kind, opens in read:
            end = place + length
            if opens:
                openers.append(len(found))
            is_glued = sticks and place > start
            values = place + gap, end, low, is_glued, is_capital, classes, kind
            found.append(new(Lexeme, values))
            place = end
        return self._with_joined(found, openers) if openers else found

    def tokens(self, text: str, start: int, end: int) -> list[Lexeme]:
        """The lexemes of `text[start:end]`, with their classes and joined."""
        return self.read(cut(text, start, end), start, start)

    def _with_joined(self, lexemes: list[Lexeme], openers: Sequence[int]) -> list[Lexeme]:
        tokens: list[Lexeme] = []
        position = 0
        for at in openers:
            joined = self._join(lexemes, at) if at >= position else None
            if joined is not None:
                tokens += lexemes[position:at]
                tokens.append(joined[0])
                position = joined[1]
        return tokens + lexemes[position:] if position else lexemes

    def _join(self, lexemes: Sequence[Lexeme], at: int) -> tuple[Lexeme, int] | None:
        """The token of several lexemes that begins at one, and the index after it."""
        first = lexemes[at]
        if first.low[0].isdecimal():
            return self._digits(lexemes, at)
        begin = at + 1 if self._is_number_article(lexemes, at) else at
        if lexemes[begin].low in self._numbers:
            run = number_run(lexemes, begin, self._numbers)
            if run and run[1] > at + 1:
                return self._joined(lexemes, at, run[1], _spoken_classes(run[0])), run[1]
        after = self._dotted(lexemes, at) if first.low in self._abbreviated else at + 1
        if after == at + 1:
            return None
        classes = first.classes + self._dotted_classes(lexemes, at, after)
        return self._joined(lexemes, at, after, classes), after

    def _joined(self, lexemes: Sequence[Lexeme], at: int, after: int, classes: Classes) -> Lexeme:
        first, last = lexemes[at], lexemes[after - 1]
        low = "".join([lexeme.low for lexeme in lexemes[at:after]])
        is_glued, is_capital, kind = first.is_glued, first.is_capital, self._kinds[low, classes]
        return Lexeme(first.start, last.end, low, is_glued, is_capital, classes, kind)

    def _is_number_article(self, lexemes: Sequence[Lexeme], at: int) -> bool:
        """Whether an article stands before a number that multiplies: “a hundred”, not “a two”."""
        if lexemes[at].low not in self._number_articles or at + 1 >= len(lexemes):
            return False
        return self._numbers.get(lexemes[at + 1].low, 0) in _MULTIPLIERS

    def _dotted(self, lexemes: Sequence[Lexeme], at: int) -> int:
        """Index after an abbreviation with its dots (“Jan.”, “p.m.”); `at + 1` for none.

        A text cut into words has it in pieces: “p . m .”.
        """
        run, position = lexemes[at].low, at + 1
        best = position
        while position < len(lexemes) and len(run) < _LONGEST_DOTTED:
            dot = lexemes[position - 1]
            is_apart = dot.low == "." and dot.start > lexemes[position - 2].end
            if not (lexemes[position].is_glued or is_apart):
                break
            run += lexemes[position].low
            position += 1
            if run in self.abbreviations:
                best = position
        return best

    def _dotted_classes(self, lexemes: Sequence[Lexeme], at: int, after: int) -> Classes:
        word = "".join(lexeme.low for lexeme in lexemes[at:after])
        cases = self._dotted_words.get(word, _NO_CLASS)
        return cases.capital if lexemes[at].is_capital else cases.small  # “The court sat.”

    def _digits(self, lexemes: Sequence[Lexeme], at: int) -> tuple[Lexeme, int] | None:
        following = lexemes[at + 1] if at + 1 < len(lexemes) else None
        if following is None or not following.is_glued:  # so mostly, and a comma or stop always is
            return None
        first = lexemes[at]
        if following.low in self._ordinal_endings and "." not in first.low:
            return self._joined(lexemes, at, at + 2, _ordinal_classes(first.low)), at + 2
        if following.low in self._decade_endings:
            return self._joined(lexemes, at, at + 2, _decade_classes(first.low)), at + 2
        if after := self._decimal_before_unit(lexemes, at):
            value = "".join(lexeme.low for lexeme in lexemes[at:after])
            return self._joined(lexemes, at, after, _keys({"decimal": value})), after
        return None

    def _decimal_before_unit(self, lexemes: Sequence[Lexeme], at: int) -> int:
        """Index after “3.5” of “3.5 weeks” and “3.5-week”, else 0: “5.30” may be a clock time."""
        if at + 1 == len(lexemes) or lexemes[at + 1].low != ".":
            return 0
        dot, figures, *rest = [*lexemes[at + 1 : at + 5], _NOTHING, _NOTHING]
        unit = next((lexeme.low for lexeme in rest if lexeme.low != "-"), "")
        if not figures.low.isdecimal() or unit not in self._units:
            return 0
        is_index = lexemes[at].is_glued and at > 0 and lexemes[at - 1].low == "."  # 1.2.3
        is_one = dot.is_glued and figures.is_glued and not is_index
        return at + 3 if is_one and figures.end - lexemes[at].start <= _LONGEST_NUMBER else 0


class _Cases(NamedTuple):
    """The classes of a word in small letters, with a capital, and in capitals alone."""

    small: Classes = ()
    capital: Classes = ()
    initials: Classes = ()


_NO_CLASS = _Cases()


def _without(names: AbstractSet[str], classes: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in classes.items() if name not in names}


# What a piece of text says by itself: `low`, `is_capital`, the `gap` before its word, the `length`
# of all of it, whether it `sticks` to what is before it (a comma does so anyway: “15 , 2011”), its
# `classes`, its `kind`, and whether it `opens` what may be one token with what follows. A plain
# tuple, since it is taken apart in a third of the time.
_Form: TypeAlias = tuple[str, bool, int, int, bool, Classes, int, bool]


class _Forms(dict[str, _Form]):
    """Forms of pieces as they stand in a text; a piece met often is judged once."""

    def __init__(self, words: Mapping[str, _Cases], openers: frozenset[str], kinds: Kinds) -> None:
        super().__init__()
        self._classes, self._openers, self.kinds = words, openers, kinds

    def __missing__(self, piece: str) -> _Form:
        low, is_capital, length = form(piece)
        is_number = low[0].isdecimal()
        cases = self._classes.get(low, _NO_CLASS)
        classes = digit_classes(low) if is_number else cases[is_capital + piece.isupper()]
        gap = len(piece) - length
        sticks, opens = not gap or low in ",.", is_number or low in self._openers
        kind = self.kinds[low, classes]
        made = low, is_capital, gap, len(piece), sticks, classes, kind, opens
        if len(piece) <= LONGEST_KEPT and len(self) < PIECES_KEPT:
            self[piece] = made
        return made


def _keys(classes: Mapping[str, Value]) -> Classes:
    return tuple((f"{{{name}}}", value) for name, value in classes.items())


@lru_cache(maxsize=_DIGITS_KEPT)
def digit_classes(low: str) -> Classes:
    """What a run of digits may be: a number, by length and size a day, a month, a year.

    >>> dict(digit_classes("05"))["{day}"]
    5
    >>> "{year}" in dict(digit_classes("2,030"))
    False
    """
    if "." in low or len(low) > _LONGEST_NUMBER:
        return ()
    number = int(low.replace(",", ""))
    found: dict[str, Value] = {"number": number}
    if len(low) <= _TWO:
        found |= {
            name: number for name, (least, most) in _RANGES.items() if least <= number <= most
        }
    if len(low) == _TWO:
        found |= {"yy": number} | ({"minute": number} if number <= _LAST_MINUTE else {})
        found |= {"end_year": number} if number > _MONTHS else {}
    if len(low) == _FOUR and _FIRST_YEAR <= number <= _LAST_YEAR:
        found["year"] = number
    if len(low) == _FOUR and number // 100 <= _LAST_HOUR and number % 100 <= _LAST_MINUTE:
        found["hhmm"] = number
    if len(low) == _THREE and number >= _FIRST_OLD_YEAR:
        found["old_year"] = number
    if len(low) == _EIGHT:
        found["compact"] = low
    return _keys(found)


_LAST_HOUR = 23
_RANGES = {"day": (1, 31), "month_number": (1, 12), "hour": (0, 24)}


def _spoken_classes(number: int) -> Classes:
    """A number in words; between 1300 and 2099, but for round hundreds, it may be a year."""
    is_year = _FIRST_SPOKEN <= number <= _LAST_SPOKEN and number % 100 >= _FEWEST_YEARS
    return _keys({"number": number} | ({"year": number} if is_year else {}))


_FIRST_SPOKEN, _LAST_SPOKEN, _FEWEST_YEARS = 1300, 2099, 20


def _ordinal_classes(low: str) -> Classes:
    if len(low) > _LONGEST_NUMBER:
        return ()
    number = int(low.replace(",", ""))
    days = {"day": number, "nth_day": number} if 1 <= number <= _RANGES["day"][1] else {}
    return _keys({"ordinal": number} | days)


def _decade_classes(low: str) -> Classes:
    if len(low) == _FOUR and low.endswith("0"):
        return _keys({"decade": int(low)})
    if len(low) == _TWO and low.endswith("0"):
        return _keys({"short_decade": int(low)})
    return ()
