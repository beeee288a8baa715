"""One form for each name of the corpus: spellings of one meet, surnames find their bearer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace
from rapidfuzz.distance import OSA

from kztimeline.model import Account, Event
from kztimeline.textual.similarity import folded

_PART = re.compile(r"[^\W\d_]+")
_ACRONYM = 3  # initials; two are too often those of something else
_BLOCK = 2  # letters that two spellings of a surname begin with alike
_LONG = 6  # letters from which one may differ
_LONGER = 10  # letters from which two may
_MORE = 2  # times as often as any namesake a bearer is named, to whom a surname alone points
_FORMS_KEPT = 65_536
_BLOCK_LOOKED_AT = 200  # commonest names of a block that a name is held against


def one_spelling(accounts: Iterable[Account]) -> Callable[[Account], Account]:
    """What gives names their most frequent full form in these accounts, persons beside places."""
    names, places = _counts(accounts)
    fixed = frozenset(name for name, count in places.items() if count >= names[name])
    form = canonical_forms(names + places, fixed)
    is_place = _places(names, places, form)
    return _Respelling(form, is_place)


def _counts(accounts: Iterable[Account]) -> tuple[Counter[str], Counter[str]]:
    names: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for account in accounts:
        for event in account.events:
            names.update(event.names)
            places.update(event.places)
    return names, places


def _places(
    names: Mapping[str, int], places: Mapping[str, int], form: Mapping[str, str]
) -> frozenset[str]:
    """Forms that more events have as a place than as a name."""
    signs: Counter[str] = Counter()
    for name, count in places.items():
        signs[form[name]] += count
    for name, count in names.items():
        signs[form[name]] -= count
    return frozenset(name for name, count in signs.items() if count > 0)


class _Respelling:
    """Gives accounts the forms of their names; what some names become is worked out once."""

    def __init__(self, form: Mapping[str, str], is_place: frozenset[str]) -> None:
        self._form = form
        self._is_place = is_place
        self._become = lru_cache(maxsize=_FORMS_KEPT)(self._told)

    def __call__(self, account: Account) -> Account:
        """The account; each name of an event is a person's, or a place's."""
        return replace(account, events=tuple(map(self._event, account.events)))

    def _event(self, event: Event) -> Event:
        names, places = self._become(event.names, event.places)
        is_same = names == event.names and places == event.places
        return event if is_same else replace(event, names=names, places=places)

    def _told(
        self, names: tuple[str, ...], places: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        told = tuple(dict.fromkeys(self._form[name] for name in (*names, *places)))
        return (
            tuple(name for name in told if name not in self._is_place),
            tuple(name for name in told if name in self._is_place),
        )


def canonical_forms(
    counts: Mapping[str, int], fixed: frozenset[str] = frozenset()
) -> dict[str, str]:
    """For each name the form it goes by: of all spellings of it the one most often used.

    Two full names are one where each part is spelled alike (`are_alike`), middle initials aside;
    a long form goes by its initials where these are a name of their own; a surname alone, unless it
    is one of the `fixed`, goes to the one bearer of it, or to the one named far more often than his
    namesakes. Ties: the longer, then the first in the alphabet. Names are compared only within
    blocks of like surnames.

    >>> forms = canonical_forms({"Ole Wik": 3, "Ole Wiik": 1, "Wiik": 2, "Lund": 1})
    >>> forms["Ole Wiik"], forms["Wiik"], forms["Lund"]
    ('Ole Wik', 'Ole Wik', 'Lund')
    """
    ranked = sorted(counts, key=lambda name: (-counts[name], -len(name), name))
    full = [name for name in ranked if len(_parts(name)) > 1]
    blocks = _Blocks()
    form = {name: _full_form(name, blocks, counts) for name in full}
    weight: Counter[str] = Counter()
    for name, meant in form.items():
        weight[meant] += counts[name]
    spelled: dict[str, str] = {}
    for name in ranked:
        if name in form:
            continue
        (surname,) = _parts(name)
        first = spelled.setdefault(surname, name)
        is_surname = name not in fixed and not name.isupper()
        bearers = blocks.bearers(surname) if is_surname else []
        form[name] = _dominant(bearers, weight) or first
    return form


def _full_form(name: str, blocks: _Blocks, counts: Mapping[str, int]) -> str:
    """The form of a name of several words: an acronym, a spelling told more often, or its own."""
    initials = "".join(part[0] for part in _PART.findall(name) if part[0].isupper())
    if len(initials) >= _ACRONYM and initials in counts:
        return initials
    return blocks.found(name) or blocks.taken(name)


class _Blocks:
    """Full names told so far, by the beginning of their surname; no more than so many in each."""

    def __init__(self) -> None:
        self._surnames: dict[str, list[tuple[str, str]]] = defaultdict(list)
        # Of a block, those of as many words that begin with the same letter: no others are alike.
        self._shapes: dict[tuple[str, int, str], list[tuple[str, tuple[str, ...]]]] = defaultdict(
            list
        )

    def found(self, name: str) -> str | None:
        """The first name told more often that this one is a spelling of."""
        parts = _without_initials(_parts(name))
        alike = self._shapes[self._shape(parts)]
        return next((one for one, its in alike if all(map(are_alike, parts, its))), None)

    def taken(self, name: str) -> str:
        """The name itself, from now on a form that others may go by while its block has room."""
        parts = _without_initials(_parts(name))
        block = self._surnames[parts[-1][:_BLOCK]]
        if len(block) < _BLOCK_LOOKED_AT:
            block.append((name, parts[-1]))
            self._shapes[self._shape(parts)].append((name, parts))
        return name

    def bearers(self, surname: str) -> list[str]:
        """Those whose surname is spelled so, or nearly so."""
        block = self._surnames[surname[:_BLOCK]]
        return [one for one, last in block if are_alike(last, surname) and _is_plain(one)]

    @staticmethod
    def _shape(parts: tuple[str, ...]) -> tuple[str, int, str]:
        return parts[-1][:_BLOCK], len(parts), parts[0][:1]


def _is_plain(full: str) -> bool:
    """Whether all words of a name are capitals: no “Bank of Norway”, no “Police and Courts”."""
    return all(word[0].isupper() for word in full.split())


def _dominant(bearers: Sequence[str], weight: Mapping[str, int]) -> str | None:
    """The only bearer, or the one named far more often than the next."""
    ranked = sorted(bearers, key=lambda name: (-weight[name], name))
    if not ranked:
        return None
    is_clear = len(ranked) == 1 or weight[ranked[0]] >= _MORE * weight[ranked[1]]
    return ranked[0] if is_clear else None


def _without_initials(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A middle initial may be left out."""
    kept = tuple(part for part in parts[1:-1] if len(part) > 1)
    return (parts[0], *kept, parts[-1])


def are_alike(left: str, right: str) -> bool:
    """Whether two folded words may be spellings of one name: a letter apart if they are long.

    >>> are_alike("nazarbaiev", "nazarbayev"), are_alike("berg", "borg"), are_alike("lind", "lind")
    (True, False, True)
    """
    if left == right:
        return True
    shorter = min(len(left), len(right))
    if shorter < _LONG or left[0] != right[0]:
        return False
    most = 2 if shorter >= _LONGER else 1
    return OSA.distance(left, right, score_cutoff=most) <= most


@lru_cache(maxsize=_FORMS_KEPT)
def _parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens being gaps."""
    return tuple(folded(part) for part in _PART.findall(name)) or (folded(name),)
