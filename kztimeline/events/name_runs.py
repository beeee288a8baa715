"""Runs of capitals, before anyone knows what they name; and which capitals are only a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kztimeline.events.lexis import Lexis
from kztimeline.events.name_lists import NameLists
from kztimeline.events.nicknames import LENGTH, is_nickname, nickname_words
from kztimeline.model.record import Record
from kztimeline.textual.tokens import Token

_LONGEST_RUN = 11
_LONGEST_LINK = 2  # “of the”
_OPENING_MARKS = {"“", '"', "‘", "'", "`", ":", "•", "*", "—", "–", "-", "|", ">", "(", "…", "."}
_FEWEST_TITLE_WORDS = 4  # of a line in which most words are capitals
_SHOUTED = 4  # letters: “THIS” is shouted, “WHO” may be a name
_OF = "of"


class Run(NamedTuple):
    """Capitals at tokens `[first, last)` and the word `before` them.

    `is_office` marks a title alone, `opens` a sentence's head, `had_title` that titles before were
    left out: “Danish Minister Lind” is “Lind”.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    before: str
    had_title: bool
    opens: bool
    is_office: bool = False


def find_runs(
    sentences: Sequence[Sequence[Token]], lists: NameLists, lex: Lexis
) -> list[list[Run]]:
    """The runs of each sentence, without words that are capitals only for where they stand."""
    runs = [list(_runs(words, lists)) for words in sentences]
    is_shouted = [is_title_case(words, lists) for words in sentences]
    plain = [run for found, loud in zip(runs, is_shouted, strict=True) if not loud for run in found]
    surnames = {run.parts[-1] for run in plain if len(run.parts) > 1}
    known = {part for run in plain if not run.opens for part in run.parts}
    known |= {part for run in plain for part in run.parts[1:]}
    small = {word.text for words in sentences for word in words if word.text[0].islower()}
    opening = _Opening(known, small, lists, lex)
    return [
        [
            kept
            for run in found
            if (kept := opening.known_part(run) if loud else opening.without(run))
            and not _is_generic(kept, lists)
            and (not run.is_office or run.parts[0] in surnames)
        ]
        for found, loud in zip(runs, is_shouted, strict=True)
    ]


def _is_generic(run: Run, lists: NameLists) -> bool:
    """“the Ministry”, “52nd Street”, “New Year”, “Central Asian”: a kind, and nobody's name."""
    if " ".join(run.parts) in lists.places or run.had_title:
        return False
    if all(part.lower() in lists.common for part in run.parts) and not run.parts[0].isupper():
        return True
    if len(run.parts) == 1:
        has_digit = any(letter.isdigit() for letter in run.parts[0])  # “M8”, “VA0897”
        return (
            has_digit
            or run.parts[0].lower() in lists.kinds
            or run.parts[0].lower() in lists.never_alone
        )
    is_people = run.parts[-1] in lists.peoples
    return is_people and all(part.lower() in lists.directions for part in run.parts[:-1])


def is_title_case(words: Sequence[Token], lists: NameLists) -> bool:
    """Whether the telling words of a line are capitals, so that a capital tells nothing."""
    capitals = small = 0
    for _, _, text, low in words:
        if text[0].isalpha() and low not in lists.common:
            capitals += text[0].isupper()
            small += not text[0].isupper()
            if small * 9 >= len(words):
                return False  # most lines: seen in their first words
    return capitals + small >= _FEWEST_TITLE_WORDS and capitals > small * 9


def _runs(words: Sequence[Token], lists: NameLists) -> Iterator[Run]:
    end = 0
    for index in [n for n, word in enumerate(words) if word.text[0].isupper()]:
        if index < end or not can_open(words, index, lists):
            continue
        end = _run_end(words, index, lists)
        if run := _trimmed(words, index, end, lists):
            yield run


def can_open(words: Sequence[Token], index: int, lists: NameLists) -> bool:
    """Whether a word may be part of a name: a capital, no “Russian-led”, no weekday."""
    word = words[index]
    if not word.is_capital:
        return False
    last = word.text.rpartition("-")[2]
    if last[:1].islower() and "-" in word.text:
        follows_name = index > 0 and words[index - 1].is_capital
        if not follows_name or last in lists.compound_endings or last.endswith(("ed", "ing")):
            return False
    if word.lower in lists.month_names:
        return _is_named_so(words, index, lists)
    return word.lower not in lists.never


def _is_named_so(words: Sequence[Token], index: int, lists: NameLists) -> bool:
    """Whether a month's name is part of another: “May Trelask”, “the April Dawn”."""
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or not (after.is_capital or after.text in lists.particles):
        return False
    if after.lower in lists.never or after.lower in lists.month_names:
        return False
    if after.lower in lists.office_words:
        return False
    return before is None or not (before.text[0].isdigit() or before.lower in lists.month_cues)


def _run_end(words: Sequence[Token], start: int, lists: NameLists) -> int:
    index = start + 1
    limit = min(len(words), start + _LONGEST_RUN)
    while index < limit:
        if can_open(words, index, lists):
            if words[index].lower in lists.articles:  # “Help for the Poor The AFP reports”
                break
            index += 1
            continue
        if is_nickname(words, index):
            index += LENGTH
            continue
        ahead = _over_joint(words, start, index, lists)
        if ahead == index or ahead >= limit or not can_open(words, ahead, lists):
            break
        index = ahead + 1
    return index


def _over_joint(words: Sequence[Token], start: int, index: int, lists: NameLists) -> int:
    """The token behind what joins two parts of a name: “of the”, the dot of “J.” or “Gov.”."""
    here, before = words[index], words[index - 1]
    if here.text == "." and (len(before.text) == 1 or before.lower in lists.titles):
        return index + 1
    if here.lower in lists.possessives:
        is_office = index + 1 < len(words) and words[index + 1].lower in lists.organisations
        return index + 1 if is_office else index
    ahead = index
    limit = min(len(words), index + _LONGEST_LINK)
    while ahead < limit and words[ahead].text in lists.connectors:
        ahead += 1
    binds = any(word.text in lists.binders for word in words[index:ahead])
    if here.text not in lists.particles and index - start > 1:  # “Ole Vik of Norway”
        is_kind = any(word.lower in lists.kinds for word in words[start:index])
        binds = binds or not (is_kind or before.lower in lists.titles)
    return index if binds and not _holds(words, start, index, ahead, lists) else ahead


def _holds(words: Sequence[Token], start: int, index: int, ahead: int, lists: NameLists) -> bool:
    """“and” and “for” hold an organisation's name together, never two persons."""
    follows = words[ahead].lower if ahead < len(words) else ""
    return _names_office(words, start, index, lists) and follows not in lists.titles


def _trimmed(words: Sequence[Token], first: int, last: int, lists: NameLists) -> Run | None:
    """A run without what stands before a name: “US Foreign Minister Lind” is “Lind”."""
    start, had_title = first, False
    titled = _behind_titles(words, first, last, lists)
    is_alone = last - first == 1 and titled == last  # “King”: an office, or Ann King's surname
    if titled > first and not is_alone:
        start, had_title = titled, True
    while start < last and words[start].text in lists.peoples:
        start += 1
        while start < last and words[start].text in lists.connectors | {"."}:
            start += 1
    is_country = words[start].text in lists.places if start < last else False
    if is_country and last - start > 1 and words[start].text.isupper():
        start += not _names_office(words, start, last, lists)
    silent = nickname_words(words, start, last)
    parts = tuple(
        word.text
        for n, word in enumerate(words[start:last], start)
        if n not in silent and word.text != "." and word.text not in "’'"
    )
    while len(parts) > 1 and parts[-1].lower() in lists.suffixes:
        parts, last = parts[:-1], last - 1
    if not parts or (len(parts) == 1 and len(parts[0]) == 1):
        return None
    before = words[start - 1].lower if start else ""
    if before == _OF and start > 1:
        before = f"{words[start - 2].lower} {_OF}"
    opens = not had_title and (start == 0 or words[start - 1].text in _OPENING_MARKS)
    return Run(start, last, parts, before, had_title, opens=opens, is_office=is_alone)


def _behind_titles(words: Sequence[Token], first: int, last: int, lists: NameLists) -> int:
    """The token behind the last title of a run; the end of a run that is but an office."""
    behind = first
    for index in range(first, last):
        word = words[index].lower.rstrip(".")
        if word not in lists.titles:
            continue
        following = index + 1
        if following < last and words[following].text == ".":
            following += 1
        if following == last:
            behind = last if _is_office(words, first, index, lists) else behind
        elif words[following].text in lists.connectors:
            behind = _behind_portfolio(words, following, last, lists)
        elif not _names_office(words, following, last, lists):
            behind = following
    return behind


def _is_office(words: Sequence[Token], first: int, title: int, lists: NameLists) -> bool:
    """Whether a run that ends in a title names an office, “US President”, and not “Ann King”."""
    before = words[first:title]
    if " ".join(word.text for word in before) in lists.places:
        return True
    return all(
        word.lower in lists.office_words
        or word.text in lists.places
        or word.text in lists.peoples
        or word.text.isupper()
        for word in before
    )


def _behind_portfolio(words: Sequence[Token], index: int, last: int, lists: NameLists) -> int:
    """“Secretary of State Ann Lind” is “Ann Lind”; “President of the Republic” names nobody."""
    while index < last and words[index].text in lists.connectors:
        index += 1
    return index + 1 if index < last else last


def _names_office(words: Sequence[Token], first: int, last: int, lists: NameLists) -> bool:
    """“Foreign Ministry”, “General Assembly”: no title, but part of the name."""
    return any(word.lower in lists.organisations for word in words[first:last])


class _Opening(Record, frozen=True):
    """What an article tells of words at the head of a sentence: names there, small words there."""

    known: set[str]
    small: set[str]
    lists: NameLists
    lex: Lexis

    def without(self, run: Run) -> Run | None:
        """A run less the first words that are capitals only for standing there."""
        if " ".join(run.parts) in self.lists.places:
            return run
        at = 0
        while at < len(run.parts) and self._is_plain(run, at):
            at += 1
        while at < len(run.parts) and run.parts[at] in self.lists.connectors:
            at += 1
        return _later(run, at)

    def _is_plain(self, run: Run, at: int) -> bool:
        """Whether a word at the front of a run is no part of a name."""
        word = run.parts[at]
        low = word.lower()
        is_acronym = word.isupper() and len(word) > 1
        if word in self.lists.peoples:
            return True
        is_short = is_acronym and len(word) < _SHOUTED
        if self._is_place(run.parts[at:]) or (is_short and not run.opens):
            return False
        if low in self.lists.empty_openers:
            return True
        return run.opens and at == 0 and not is_acronym and self._is_small(run.parts)

    def _is_small(self, parts: tuple[str, ...]) -> bool:
        """Whether the word that opens a sentence would be small elsewhere."""
        word, low = parts[0], parts[0].lower()
        if len(parts) == 1:
            return word not in self.known or low in self.small or low in self.lists.no_openers
        if word in self.known or low in self.lists.month_names:
            return False
        if parts[1] in self.lex.of:  # “Friends of Vik”
            return low not in self.lists.kinds
        return low in self.lists.small or low in self.small or low.endswith(("ing", "ly"))

    def _is_place(self, parts: tuple[str, ...]) -> bool:
        """Whether a run begins with a place that is known: “New York Times”."""
        return any(" ".join(parts[:end]) in self.lists.places for end in (1, 2, 3))

    def known_part(self, run: Run) -> Run | None:
        """Of a run in a line of capitals the longest part that the article names elsewhere."""
        if all(map(self._is_named, run.parts)):
            return run
        if len(run.parts) != run.last - run.first:  # marks between them
            return None
        ends = [0, *(n + 1 for n, part in enumerate(run.parts) if not self._is_named(part))]
        length, start = max(
            (end - start - 1, -start) for start, end in pairwise([*ends, len(run.parts) + 1])
        )
        parts = run.parts[-start : length - start]
        while parts and parts[-1] in self.lists.connectors:
            parts = parts[:-1]
        first = run.first - start
        return (
            Run(first, first + len(parts), parts, "", had_title=False, opens=False)
            if parts
            else None
        )

    def _is_named(self, part: str) -> bool:
        return part in self.known or part in self.lists.places or part in self.lists.connectors


def _later(run: Run, at: int) -> Run | None:
    """The run from its part `at` on; `None` if nothing is left."""
    if not at:
        return run
    parts = run.parts[at:]
    if not parts:
        return None
    before = run.parts[at - 1].lower()
    return Run(run.last - len(parts), run.last, parts, before, run.had_title, opens=False)
