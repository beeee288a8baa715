"""One number in one event, and whether two of them speak of one thing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from kztimeline.clusters.grades import terms_grade
from kztimeline.clusters.profiles import Corpus, Profile, Sources
from kztimeline.clusters.things import Thing, counted, is_measure
from kztimeline.languages import Language, load_language
from kztimeline.model import Article, Event, Modality, Quantity
from kztimeline.model.record import Record
from kztimeline.textual import Span
from kztimeline.textual.similarity import words

SAME_STORY_DAYS = 31  # claims further apart are of two stories, unless one looks back
SAME_STORY_NAMES = 2  # names that two articles on one story share at least
LOOKING_BACK_NAMES = 5  # names that an article shares with the story it looks back on
_PAIRS_KEPT = 262_144  # of articles, whose names in common are remembered
_NONE: frozenset[str] = frozenset()
_TELLING_NUMBER = 13  # smaller numbers agree by chance
_ALIKE = 0.45  # cosine of two clauses from which another number disagrees
_AKIN = 0.11  # cosine from which an equal number agrees


class Claim(Record, frozen=True):
    """A number, what it counts and where it is told.

    `rank`, `teller`, `sentence` and `mention` are those of the event that gives it, `cluster` its
    merged event; `speaker` says it there, `names` are those in capitals. `day` is the day its
    article speaks from, `year` the one that it looks back on, `None` for what its article tells of
    its own days. `first` and `last` are the days, as numbers, of the story it belongs to: those of
    its article, or of the event where the article looks back on it. `countries` are those its
    clause names, but for who says it.
    """

    thing: Thing
    quantity: Quantity
    rank: int
    teller: int
    sentence: Span
    mention: str
    cluster: int
    speaker: str | None
    names: frozenset[str]
    day: date | None
    year: int | None
    first: int
    last: int
    looks_back: bool
    countries: frozenset[str]
    places: frozenset[str]
    measures: bool


def claims_of(
    corpus: Corpus, sources: Sources, clusters: Sequence[Sequence[int]]
) -> Iterator[Claim]:
    """Every number that any event gives, in the order of the events."""
    cluster_of = array("i", bytes(4 * len(corpus.profiles)))
    for at, ranks in enumerate(clusters):
        for rank in ranks:
            cluster_of[rank] = at
    for member in corpus.profiles:
        if member.event.negated or member.event.modality is Modality.HYPOTHETICAL:
            continue
        if member.amounts:
            yield from _claims(member, sources, cluster_of[member.rank])


def _claims(member: Profile, sources: Sources, cluster: int) -> Iterator[Claim]:
    event, teller = sources.events[member.rank], sources.accounts[member.teller]
    article = teller.article
    language = load_language(article.language)
    interval = teller.anchor.interval
    day = interval.first_day if interval else None
    first, last, looks_back = _period(member, day)
    countries = _countries(event, article, language) or _NONE
    places = frozenset(event.places) - frozenset(_country_names(language).values()) or _NONE
    names = frozenset(name for name in event.names if name.isupper()) or _NONE
    since = event.when.first_day if event.when else None
    for quantity in event.quantities:
        yield Claim(
            thing=counted(quantity, article.text, language),
            quantity=quantity,
            rank=member.rank,
            teller=member.teller,
            sentence=event.span,
            mention=event.id,
            cluster=cluster,
            speaker=event.attribution.speaker if event.attribution else None,
            names=names,
            day=day,
            year=since.year if looks_back and since else None,
            first=first,
            last=last,
            looks_back=looks_back,
            countries=countries,
            places=places,
            measures=is_measure(quantity, language),
        )


def _period(member: Profile, spoken: date | None) -> tuple[int, int, bool]:
    day = spoken.toordinal() if spoken else None
    if day is None or (member.has_date and member.last < day - SAME_STORY_DAYS):
        return member.first, member.last, day is not None
    return day, day, False


def _countries(event: Event, article: Article, language: Language) -> frozenset[str]:
    """Countries and peoples of the clause, those of the speaker left out."""
    known = _country_names(language)
    said = (event.attribution.speaker or "") if event.attribution else ""
    told = words(event.clause.of(article.text))
    return frozenset(known[w] for w in told if w in known) - {
        known[w] for w in words(said) if w in known
    }


@cache
def _country_names(language: Language) -> Mapping[str, str]:
    """Caseless names of countries and peoples → the country."""
    table: Mapping[str, str] = language.table("names")["countries"]
    return {
        word.casefold(): name
        for name, peoples in table.items()
        for word in (name, *peoples.split())
    }


class Stories:
    """Which claims belong to one story, and which of them speak of one thing in it."""

    def __init__(self, corpus: Corpus, claims: Iterable[Claim]) -> None:
        """Collect what each article counts more than once; its names are read when first asked."""
        self._names: dict[int, frozenset[str]] = {}
        self._common: dict[tuple[int, int], int] = {}
        self._corpus = corpus
        self._is_many = _counted_apart(claims)

    def are_one(self, left: Claim, right: Claim) -> bool:
        """Whether two claims may be of one story: near in time, merged or with names in common."""
        is_in_order = (left.first, left.rank) <= (right.first, right.rank)
        early, late = (left, right) if is_in_order else (right, left)
        one, other = early.teller, late.teller
        if late.first - early.last > SAME_STORY_DAYS:
            is_old = early.looks_back or one == other
            return not is_old and self._shared(one, other) >= LOOKING_BACK_NAMES
        if one == other or left.cluster == right.cluster:
            return True  # two reports of one happening, though its names be told elsewhere in them
        few = min(SAME_STORY_NAMES, len(self._names_of(one)), len(self._names_of(other)))
        return self._shared(one, other) >= few

    def _shared(self, one: int, other: int) -> int:
        """How many names two articles have in common; each two are compared once."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._common:
            if len(self._common) >= _PAIRS_KEPT:
                self._common.clear()
            self._common[pair] = len(self._names_of(one) & self._names_of(other))
        return self._common[pair]

    def _names_of(self, teller: int) -> frozenset[str]:
        """The names and places that an article tells of."""
        names = self._names.get(teller)
        if names is None:
            firsts, profiles = self._corpus.firsts, self._corpus.profiles
            told = map(profiles.__getitem__, range(firsts[teller], firsts[teller + 1]))
            names = frozenset().union(*(each.names | each.places for each in told))
            self._names[teller] = names
        return names

    def bond(self, left: Claim, right: Claim) -> int:
        """How surely two claims on one thing are of one: 0 not, 1 they differ, 2 agree, 3 merged.

        A thing that the table knows has one number in a story, unless an article counts several
        of its kind (“12 died in Lund, four in Vik”); any other one only where the clauses are
        alike too.
        """
        one, other = left.quantity.value, right.quantity.value
        if max(one, other) > left.thing.most_times * min(one, other):
            return 0
        if _are_elsewhere(left.countries, right.countries) or not self.are_one(left, right):
            return 0
        is_same, is_merged = do_agree((left, right)), left.cluster == right.cluster
        if not is_same and _are_elsewhere(left.places, right.places):
            return 0
        is_one_of_many = not is_same and not self._is_many.isdisjoint((_kind(left), _kind(right)))
        is_doubtful = is_one_of_many or not left.thing.is_known
        if is_doubtful and not self._is_backed(left, right, is_same=is_same):
            return 0
        return 3 if is_merged else 1 + is_same

    def _is_backed(self, left: Claim, right: Claim, *, is_same: bool) -> bool:
        """Whether the words around two numbers for an unlisted thing bear out that it is one."""
        profiles = self._corpus.profiles
        alike = terms_grade(profiles[left.rank], profiles[right.rank], self._corpus)
        if not is_same:
            is_merged = left.cluster == right.cluster and not left.measures
            return not left.thing.is_part and (is_merged or alike >= _ALIKE)
        is_telling = left.quantity.value == right.quantity.value >= _TELLING_NUMBER
        return alike >= (_AKIN if is_telling and not left.measures else _ALIKE)


def _kind(claim: Claim) -> tuple[int, str]:
    return claim.teller, claim.thing.name


def _counted_apart(claims: Iterable[Claim]) -> frozenset[tuple[int, str]]:
    """Articles and the things of which each of them by itself counts several."""
    first: dict[tuple[int, str], Claim] = {}
    apart = set()
    for claim in claims:
        if not claim.looks_back:
            told = first.setdefault(_kind(claim), claim)
            if is_of_one_mouth(told, claim) and not do_agree((told, claim)):
                apart.add(_kind(claim))
    return frozenset(apart)


def _are_elsewhere(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not left & right


def is_of_one_mouth(left: Claim, right: Claim) -> bool:
    """Whether an article says both by itself, or lets one speaker say both, in two sentences."""
    if left.teller != right.teller or left.sentence == right.sentence:
        return False
    return left.speaker == right.speaker


def do_agree(claims: Sequence[Claim]) -> bool:
    """Whether one number could be what all of them mean."""
    low = max((c.quantity.low for c in claims if c.quantity.low is not None), default=None)
    high = min((c.quantity.high for c in claims if c.quantity.high is not None), default=None)
    return low is None or high is None or low <= high
