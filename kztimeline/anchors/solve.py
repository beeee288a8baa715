"""The days of undated articles, solved together: cuts, then clues, until nothing moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import MAXYEAR, date
from functools import partial

from msgspec.structs import replace

from kztimeline.anchors.anniversary_clues import AnniversaryClue, is_remembered
from kztimeline.anchors.around import Around
from kztimeline.anchors.circles import NOTHING_TOLD, Circles, Told, members_of
from kztimeline.anchors.closeness import Bend, year_together
from kztimeline.anchors.clues import Clue, Softened
from kztimeline.anchors.cuts import allowed_days
from kztimeline.anchors.date_clues import DatesClue, SidesClue
from kztimeline.anchors.folder import Folder
from kztimeline.anchors.length_clues import LengthsClue
from kztimeline.anchors.links import Link, LinksClue, can_link, is_same
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.anchors.month_clues import MonthsClue
from kztimeline.anchors.neighbours import Neighbour, NeighboursClue
from kztimeline.anchors.odds import weigh
from kztimeline.anchors.office_clues import OfficesClue
from kztimeline.anchors.peers import Member, Peer, PeersClue, years_of, years_told
from kztimeline.anchors.phase_clues import PhasesClue
from kztimeline.anchors.running_day_clues import RunningDaysClue
from kztimeline.anchors.solutions import Known, Solution, Undated
from kztimeline.anchors.stated import known_days, years_stated
from kztimeline.anchors.tellings import Tellings, tellings_of
from kztimeline.anchors.weekday_clues import weekday_clues
from kztimeline.anchors.year_clues import YearsClue
from kztimeline.model import Anchor, AnchorSettings, Citation, Draft, Infer
from kztimeline.temporal import days_around

_RELATIVES = 30  # likest articles that are asked
_NEAREST = 12  # of which those whose statements, or whose years, are compared
_LEAST_LIKENESS = 0.002  # nothing in common
_KIN_SHARE = 0.3  # of the likest: an article of another story is less like it than that
_PEERS = 6  # of which those that have no day either
_YEAR_BITS = 4.0  # a year sixteen times less likely than another is out of play
_ROUNDS = 6  # each carries what was found one article farther
_LEFT_OPEN = 0.75  # weight of clues that leave a day open: they hang together, or one misleads
_FEW_YEARS = 6  # in play: more say nothing of an article that names no date
_YEARS_OPEN = 50  # after the floor, where the caller names no last day


def solve(
    drafts: Sequence[Draft], anchors: Sequence[Anchor], settings: AnchorSettings
) -> dict[int, Solution]:
    """For each draft without a day, by its place: what the clues of all of them leave.

    Every round weighs all undated articles against what was known before it, so the result does
    not depend on their order; what is found sure enough is known in the next.
    """
    found = _Solving(drafts, anchors, settings)
    return found.solved()


class _Solving:
    """All drafts, what is known of their days, and what is asked again and again."""

    def __init__(
        self, drafts: Sequence[Draft], anchors: Sequence[Anchor], settings: AnchorSettings
    ) -> None:
        self.settings = settings
        self.known = dict(known_days(anchors))
        self.stated = dict(years_stated(anchors))
        self.years_found: dict[int, Known] = {}  # by the likeliest day in them
        self.folder = Folder(drafts, {at: known.day for at, known in self.known.items()})
        self._years_told: dict[int, Mapping[int, float]] = {}
        self.circles = Circles(self.folder)
        self.undated = self._undated(anchors)

    def solved(self) -> dict[int, Solution]:
        """Rounds until no more is known.

        What is sure stays as it was found: were it asked again, it would hear its own echo.
        """
        solutions: dict[int, Solution] = {}
        asked: AbstractSet[int] = self.undated.keys()
        for _ in range(_ROUNDS):
            found = {at: self._solution(self.undated[at]) for at in asked}
            solutions |= found
            news = self._learn(found)
            if not news:
                break
            asked = {
                at
                for at, one in self.undated.items()
                if at not in self.known and not news.isdisjoint(other for _, other in one.relatives)
            }
        if self.settings.infer is Infer.ALL:
            return {at: self._widened(at, solution) for at, solution in solutions.items()}
        return solutions

    def _widened(self, at: int, solution: Solution) -> Solution:
        """With a guess by all articles at all like it, where its kin leave the day open."""
        one = self.undated[at]
        if solution.odds and solution.odds.sure_day:
            return solution
        wide = replace(one, relatives=self.folder.nearest(at, _RELATIVES), twins={}, are_kin=False)
        self._pair(wide)
        return solution._replace(guess=self._solution(wide))

    def _learn(self, solutions: Mapping[int, Solution]) -> set[int]:
        """Take over days and years that are sure; the articles of which more is known."""
        news: set[int] = set()
        for at, solution in solutions.items():
            if solution.odds is None:
                continue
            best = solution.odds.best
            if solution.odds.sure_day:
                self.known[at] = Known(best, solution.odds.near(best))
                news.add(at)
            elif at not in self.years_found and solution.odds.sure_year:
                self.years_found[at] = Known(best, solution.odds.in_year(best.year))
                news.add(at)
        return news

    def _undated(self, anchors: Sequence[Anchor]) -> dict[int, Undated]:
        places = [at for at, anchor in enumerate(anchors) if anchor.interval is None]
        floor, last = self.settings.floor, self._last
        found = {}
        for at in places:
            article, mentions = self.folder.drafts[at].article, self.folder.mentions(at)
            allowed = allowed_days(article, mentions, floor, last)
            is_story = bool(self.circles.of(at))
            ask = self.folder.circle if is_story else self.folder.kin
            kin = ask(at, _RELATIVES)
            found[at] = Undated(at, article.id, mentions, allowed, kin)
            self._pair(found[at])
        return found

    @property
    def _last(self) -> date:
        first = self.settings.floor.year
        return self.settings.latest or date(min(first + _YEARS_OPEN, MAXYEAR), 12, 31)

    def _pair(self, one: Undated) -> None:
        """Its statements told in the same words by articles like it."""
        asked = [other for _, other in one.relatives[:_NEAREST]]
        rarities = self.folder.rarities(one.at, asked)
        for other in asked:
            pairs = [
                (likeness, own, its)
                for own in self.folder.statements(one.at)
                if own.mention.kind is not Kind.DATE  # no link rests on one
                for its in self.folder.statements(other)
                if is_same(likeness := rarities.likeness(own, its))
            ]
            if pairs:
                one.twins[other] = pairs

    def _solution(self, one: Undated) -> Solution:
        clues = tuple(self._clues(one))
        days = {day for clue in clues for day in clue.days()}
        # Where one must be named.
        days = days or {known.day for known in self.known.values()} or set(_any_days(clues, one))
        return Solution(one.allowed, clues, weigh(clues, days, one.allowed))

    def _clues(self, one: Undated) -> Iterator[Clue]:
        alike = [*self._likeness_clues(one)]
        others = [*self._year_clues(one), *self._pair_clues(one)]
        years = self._years(one, [*alike, *others])
        is_late = bool(self.folder.anniversaries(one.at))
        told = self._around(one).tellings()
        own = self._day_clues(one, years, told, told_of_years=is_late)
        yield from alike
        heard = [*own, *others]
        yield from heard if one.are_kin else (Softened(clue, _LEFT_OPEN) for clue in heard)

    def _likeness_clues(self, one: Undated) -> Iterator[Clue]:
        """What follows from how like other articles are, of whatever day they tell."""
        if neighbours := self._neighbours(one):
            yield NeighboursClue.of(neighbours, self._bend(one))
        if peers := self._peers(one):
            yield PeersClue(peers)
        if not one.are_kin:  # articles of all kinds are asked
            yield from self.folder.common_clues(one.at)

    def _pair_clues(self, one: Undated) -> Iterator[Clue]:
        """What other articles tell of the same things."""
        if links := tuple(self._links(one)):
            yield LinksClue(links)
        around = self._around(one)
        yield from around.age_clues(one.at)
        if (years := self.folder.anniversaries(one.at)) and (
            falls := AnniversaryClue.of(
                one.article_id, years, around.tellings(), one.mentions.days, one.allowed.years
            )
        ):
            yield falls
        told = self.folder.counts(one.at)
        if told and (counted := RunningDaysClue.of(told, tuple(around.counted()))):
            yield counted

    def _around(self, one: Undated) -> Around:
        return Around(self.folder, self.known, tuple(at for _, at in self._kin(one)))

    @staticmethod
    def _day_clues(
        one: Undated, years: Sequence[int], told: Tellings, *, told_of_years: bool = False
    ) -> Iterator[Clue]:
        """What an article's own words say; a date without its year is one of `years`.

        `told_of_years`: of an anniversary, so that a date told with its year is what it is of.
        """
        article_id, days = one.article_id, one.mentions.days
        yield from weekday_clues(article_id, days)
        dates = [day for day in days if day.kind is Kind.DATE]
        if told_of_years:
            dates = [day for day in dates if not is_remembered(day)]
        if named := DatesClue.of(article_id, dates, years, told):
            yield named
        sides = [(each.year, each.side) for each in one.mentions.years]
        if sided := SidesClue.of(article_id, dates, sides):
            yield sided
        if months := MonthsClue.of(article_id, one.mentions.months):
            yield months
        if phases := PhasesClue.of(article_id, one.mentions.phases):
            yield phases
        if lengths := LengthsClue.of(article_id, days, one.mentions.lengths, years):
            yield lengths

    def _year_clues(self, one: Undated, told: Told = NOTHING_TOLD) -> Iterator[Clue]:
        if latest := YearsClue.of(one.article_id, one.mentions.years):
            yield latest
        offices = [it for it in self.folder.offices(one.at) if it.holding not in told.offices]
        if held := OfficesClue.of(one.article_id, offices):
            yield held

    def _neighbours(self, one: Undated) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(
                round(likeness, 3),
                self.known[at].day,
                self.known[at].trust,
                self.folder.title(at),
            )
            for likeness, at in self._dated_kin(one)
        )

    def _dated_kin(self, one: Undated) -> list[tuple[float, int]]:
        return [(likeness, at) for likeness, at in self._kin(one) if at in self.known]

    def _bend(self, one: Undated) -> Bend:
        """How close the dated articles around it lie to those likest to them."""
        closest = partial(self.folder.closest, is_kin=one.are_kin)
        pairs = (closest(at) for _, at in self._dated_kin(one))
        bend = Bend.of([pair for pair in pairs if pair])
        return bend._replace(is_story=one.are_kin and bool(self.circles.of(one.at)))

    def _peers(self, one: Undated) -> tuple[Peer, ...]:
        """The articles like it but for the near ones of a day, which tell more than a year.

        In a crowd none where one near has a day.
        """
        near = self._kin(one)[:_NEAREST]
        dated = {at for _, at in near if at in self.known}
        if story := self._story(one.at):
            return tuple(self._told_by([it for it in story if it.at not in dated], one.at))
        if dated:
            return ()
        return tuple(
            Peer(year_together(likeness), self._own_years(at), self.folder.title(at))
            for likeness, at in near[:_PEERS]
            if at in self.undated  # not one of which a month or a year is stated
        )

    def _told_by(self, story: Sequence[Member], at: int) -> Iterator[Peer]:
        span = range(self.settings.floor.year, self._last.year + 1)
        if told := years_told(story, at, span):
            loudest, together, years = told
            yield Peer(together, years, self.folder.title(loudest))

    def _story(self, at: int) -> list[Member]:
        """All articles of a small story, this one among them, and what each says of its year."""
        return members_of(self.circles.of(at), self.folder, self._says)

    def _says(self, at: int, told: Told) -> Mapping[int, float]:
        """How likely each year is by the words of an article, but for what was told before."""
        if year := self.stated.get(at):
            return {year: float(self._last.year - self.settings.floor.year + 1)}
        one = self.undated.get(at)
        if one is None:
            return {}
        return self._years_of(replace(one, mentions=one.mentions.without(told.years)), told)

    @staticmethod
    def _kin(one: Undated) -> list[tuple[float, int]]:
        """Its relatives, but for those far less like it than the likest, dated or not."""
        likest = max((likeness for likeness, _ in one.relatives), default=0.0)
        least = max(_LEAST_LIKENESS, likest * _KIN_SHARE)
        return [(likeness, at) for likeness, at in one.relatives if likeness >= least]

    def _own_years(self, at: int) -> Mapping[int, float]:
        if at not in self._years_told:
            self._years_told[at] = self._years_of(self.undated[at])
        return self._years_told[at]

    def _years_of(self, one: Undated, told: Told = NOTHING_TOLD) -> Mapping[int, float]:
        """How much likelier each year is by the words of an article, but for offices `told`."""
        years = tuple(one.allowed.years)
        own = (*self._day_clues(one, years, tellings_of(())), *self._year_clues(one, told))
        return years_of(own, one.allowed)

    def _links(self, one: Undated) -> Iterator[Link]:
        for other, pairs in one.twins.items():
            article_id = self.folder.drafts[other].article.id
            for likeness, own, its in pairs:
                told = self._told(other, its.mention)
                if told and can_link(own.mention, told.day):
                    yield Link(
                        likeness * told.trust,
                        own.mention,
                        told.day,
                        Citation(one.article_id, own.mention.span),
                        Citation(article_id, its.mention.span),
                    )

    def _told(self, at: int, mention: DayMention) -> Known | None:
        """The day a mention means, as far as its article's day or its story's year is known."""
        if known := self.known.get(at):
            day = mention.on(known.day)
            return Known(day, known.trust) if day else None
        if mention.kind is not Kind.DATE:
            return None
        sure = self.years_found.get(at)
        year = mention.year or (sure and sure.day.year)
        day = mention.in_year(year) if year else None
        return Known(day, sure.trust if sure and not mention.year else 1.0) if day else None

    def _years(self, one: Undated, others: Sequence[Clue]) -> tuple[int, ...]:
        """Years in play for a date that states none: those that the other clues leave likely."""
        floors = {year: sum(clue.floor(year) for clue in others) for year in one.allowed.years}
        likeliest = max(floors.values(), default=0.0)
        return tuple(year for year, bits in floors.items() if bits > likeliest - _YEAR_BITS)


def _any_days(clues: Sequence[Clue], one: Undated) -> Iterator[date]:
    """All days of the few years that are likely, where clues say only that."""
    floors = {year: sum(clue.floor(year) for clue in clues) for year in one.allowed.years}
    likeliest = max(floors.values(), default=0.0)
    years = [year for year, bits in floors.items() if bits > likeliest - _YEAR_BITS]
    if len(years) <= _FEW_YEARS:
        for year in years:
            yield from days_around(date(year, 1, 1), 0, 365)
