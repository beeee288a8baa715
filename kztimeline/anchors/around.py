"""What the articles around an undated one tell that bears on its day: ages, counted days, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kztimeline.anchors.age_clues import AgeClue, Voice
from kztimeline.anchors.ages import Age
from kztimeline.anchors.folder import Folder
from kztimeline.anchors.mentions import Kind
from kztimeline.anchors.running_day_clues import Counted
from kztimeline.anchors.solutions import Known
from kztimeline.anchors.tellings import Tellings, tellings_of
from kztimeline.model import Citation


class Around(NamedTuple):
    """The articles around one, by their place, and what is known of the day of each."""

    folder: Folder
    known: Mapping[int, Known]
    places: tuple[int, ...]

    def age_clues(self, at: int) -> Iterator[AgeClue]:
        """Persons of whom one of them tells the age, as the draft `at` does."""
        told: dict[str, list[Voice]] = {}
        for other, day in self._dated():
            article_id = self.folder.drafts[other].article.id
            for its in self.folder.ages(other):
                if its.is_named:
                    voice = Voice(day, its.years, Citation(article_id, its.span))
                    told.setdefault(its.names[0], []).append(voice)
        found: dict[tuple[str, int], Age] = {}
        for age in sorted(self.folder.ages(at), key=lambda each: not each.is_named):
            if name := next((name for name in age.names if name in told), None):
                found.setdefault((name, age.years), age)
        for (name, _), age in found.items():
            yield AgeClue.of(age, told[name])

    def counted(self) -> Iterator[Counted]:
        """Days of something that goes on, as they count them."""
        for other, day in self._dated():
            article_id = self.folder.drafts[other].article.id
            for its in self.folder.counts(other):
                yield Counted(day, its.number, Citation(article_id, its.span))

    def tellings(self) -> Tellings:
        """When they name a date, each article once a date; of those undated, who recall it."""
        told: set[tuple[date, date | None, int]] = set()
        for other in self.places:
            dates = [day for day in self.folder.mentions(other).days if day.kind is Kind.DATE]
            if known := self.known.get(other):
                named = {each.on(known.day) for each in dates}
                told |= {(each, known.day, other) for each in named if each}
            else:
                recalled = {each.in_year(each.year or 0) for each in dates if each.is_recalled}
                told |= {(each, None, other) for each in recalled if each}
        return tellings_of((named, day) for named, day, _ in told)

    def _dated(self) -> Iterator[tuple[int, date]]:
        return ((at, self.known[at].day) for at in self.places if at in self.known)
