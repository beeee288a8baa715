"""All articles of a run: what they mention, and which of them are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from kztimeline.anchors.ages import Age, ages_told
from kztimeline.anchors.anniversaries import Anniversary, anniversaries_told
from kztimeline.anchors.closeness import Pair
from kztimeline.anchors.clues import Clue
from kztimeline.anchors.crowd import Crowd
from kztimeline.anchors.mentions import Mentions, mentions_of
from kztimeline.anchors.novelties import novelties_told
from kztimeline.anchors.offices import OfficeMention, offices_told
from kztimeline.anchors.phrases import Phrases
from kztimeline.anchors.running_days import RunningDay, running_days
from kztimeline.anchors.statements import Rarities, Statement, statements_of, stem_shares
from kztimeline.anchors.typography import Typography, marks_of
from kztimeline.languages import Language, load_language, load_shares
from kztimeline.model import Citation, Draft
from kztimeline.textual import Span
from kztimeline.textual.related import Related, Relatives, terms_of

_ASKED_FOR_A_DAY = 6  # likest articles among which one with a stated day is sought


class Folder:
    """Drafts by their place; everything is worked out once, when it is first asked for."""

    def __init__(self, drafts: Sequence[Draft], stated: Mapping[int, date]) -> None:
        """All drafts, and the days that are stated of some."""
        self.drafts = drafts
        self._stated = dict(stated)
        self._mentions: dict[int, Mentions] = {}
        self._statements: dict[int, tuple[Statement, ...]] = {}
        self._closest: dict[tuple[int, bool], Pair | None] = {}
        self._ages: dict[int, tuple[Age, ...]] = {}
        self._offices: dict[int, tuple[OfficeMention, ...]] = {}
        self._counts: dict[int, tuple[RunningDay, ...]] = {}

    def mentions(self, at: int) -> Mentions:
        """The days, months and years that a draft names."""
        if at not in self._mentions:
            draft = self.drafts[at]
            self._mentions[at] = mentions_of(draft, _language(draft))
        return self._mentions[at]

    def statements(self, at: int) -> tuple[Statement, ...]:
        """The statements of a draft that name a day."""
        if at not in self._statements:
            draft, days = self.drafts[at], self.mentions(at).days
            self._statements[at] = statements_of(draft.article, days, _language(draft))
        return self._statements[at]

    def rarities(self, at: int, others: Iterable[int]) -> Rarities:
        """How telling words are among the statements of a draft and of others."""
        told = (each for it in sorted({at, *others}) for each in self.statements(it))
        return Rarities(told, stem_shares(_language(self.drafts[at])))

    def ages(self, at: int) -> tuple[Age, ...]:
        """How old the persons are whom a draft names."""
        if at not in self._ages:
            draft = self.drafts[at]
            self._ages[at] = ages_told(draft.article, _language(draft))
        return self._ages[at]

    def offices(self, at: int) -> tuple[OfficeMention, ...]:
        """The holders of offices whom a draft names, and the latest thing to come up."""
        if at not in self._offices:
            draft = self.drafts[at]
            language = _language(draft)
            holders = offices_told(draft.article, language)
            self._offices[at] = (*holders, *novelties_told(draft.article, language))
        return self._offices[at]

    def anniversaries(self, at: int) -> tuple[Anniversary, ...]:
        """Which anniversaries a draft tells of; it is asked once or twice."""
        draft = self.drafts[at]
        return anniversaries_told(draft.article, _language(draft))

    def counts(self, at: int) -> tuple[RunningDay, ...]:
        """Which day of something that goes on a draft tells of."""
        if at not in self._counts:
            draft = self.drafts[at]
            self._counts[at] = running_days(draft.article, _language(draft))
        return self._counts[at]

    def kin(self, at: int, count: int) -> list[Related]:
        """Up to `count` other drafts with their likeness, the likest first: none by chance."""
        return self._relatives.kin(at, count)

    def circle(self, at: int, count: int) -> list[Related]:
        """As `kin`, with those too that are as like as two desks' reports of one thing."""
        return self._relatives.circle(at, count)

    def nearest(self, at: int, count: int) -> list[Related]:
        """Up to `count` other drafts with their likeness, the likest first, be it by chance."""
        return self._relatives.nearest(at, count)

    def closest(self, at: int, *, is_kin: bool = True) -> Pair | None:
        """How like a draft of a stated day is its likest such other, and how many days lie between.

        `None` where it has none among the likest, or among its kin.
        """
        key = (at, is_kin)
        if key not in self._closest:
            day = self._stated.get(at)
            ask = self.kin if is_kin else self.nearest
            near = ask(at, _ASKED_FOR_A_DAY) if day else []
            self._closest[key] = next(
                (
                    (round(likeness, 3), abs((day - self._stated[other]).days))
                    for likeness, other in near
                    if day and other in self._stated
                ),
                None,
            )
        return self._closest[key]

    def title(self, at: int) -> Citation:
        """The first sentence of a draft."""
        article = self.drafts[at].article
        span = article.sentences[0].span if article.sentences else Span(0, 1)
        return Citation(article.id, span)

    def common_clues(self, at: int) -> Iterator[Clue]:
        """What all articles of stated days tell of one of which its kin tell too little."""
        article = self.drafts[at].article
        set_alike = self._typography.clue(article)
        found = (self._crowd.clue(), self._phrases.clue(article, at), set_alike)
        yield from (clue for clue in found if clue)

    @cached_property
    def _crowd(self) -> Crowd:
        return Crowd(self._stated.values())

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases({at: day.year for at, day in self._stated.items()}, self._relatives)

    @cached_property
    def _typography(self) -> Typography:
        stated = sorted(self._stated.items())
        return Typography((day.year, marks_of(self.drafts[at].article.text)) for at, day in stated)

    @cached_property
    def _relatives(self) -> Relatives:
        languages = sorted({draft.article.language for draft in self.drafts})
        shares = {
            word: share
            for code in languages
            for word, share in load_shares(load_language(code)).items()
        }
        return Relatives([_terms(draft) for draft in self.drafts], shares)


def _language(draft: Draft) -> Language:
    return load_language(draft.article.language)


def _terms(draft: Draft) -> dict[str, float]:
    """Of what is read of an article: no notices, no lists of other stories."""
    article = draft.article
    stop = frozenset(_language(draft).table("stopwords")["stop"].split())
    text = "\n".join(sentence.span.of(article.text) for sentence in article.sentences)
    return terms_of(text, stop)
