"""One expression being placed: what it knows, the steps it takes, and how sure they leave it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, field

from kztimeline.model import (
    Article,
    Certainty,
    Citation,
    DateOrder,
    Mod,
    Operand,
    Reason,
    Side,
    Step,
    TimeExpression,
)
from kztimeline.temporal import DateKind, Granularity, Interval, apply
from kztimeline.times.context import Context, Focus
from kztimeline.times.layout import is_entry, opens_paragraph


class Unplaced(Exception):  # noqa: N818 - not an error: the honest answer “no place on the calendar”
    """Carries why a meaning has no place, and what TIMEX3 value it has, out of nested terms."""

    def __init__(self, reason: Reason, value: str | None = None) -> None:
        """Keep both."""
        super().__init__(reason)
        self.reason = reason
        self.value = value


_applied = lru_cache(maxsize=8192)(apply)  # a text says “Monday” a dozen times, an archive more


class Scene(Struct):
    """One expression being placed; filled with steps as its meaning is evaluated."""

    expression: TimeExpression
    context: Context
    slots: Mapping[str, str | int]
    article: Article
    order: DateOrder = DateOrder.MDY
    range_year: int | None = None  # stated at the other end: “Jan. 5 to Jan. 7, 2023”
    steps: list[Step] = field(default_factory=list)
    certainty: Certainty = Certainty.STATED
    is_relative: bool = False
    kind: DateKind = DateKind.INSTANT
    has_stated_year: bool = False
    looks_back: bool = False  # “the previous day”: counted back from what is told
    is_comparison: bool = False  # “a year ago”: named beside the time told, not told of

    @property
    def phrase(self) -> str:
        """The words of the expression."""
        return self.expression.span.of(self.article.text)

    @property
    def opens_paragraph(self) -> bool:
        """Whether next to nothing stands before it in its paragraph."""
        return opens_paragraph(self.article, self.expression)

    @property
    def is_entry(self) -> bool:
        """Whether it heads an entry of a chronology."""
        return is_entry(self.article, self.expression)

    def take(self, operator: str, inputs: tuple[Operand, ...], reason: Reason) -> Interval:
        """Apply an operator and keep the step; `Unplaced` where the calendar has no outcome."""
        outcome = _applied(operator, inputs)
        if outcome is None or outcome.end is None:  # the last unit of the calendar has no end
            raise Unplaced(Reason.NO_PLACE)
        article, cue = self.expression.article_id, self.expression.side_cue
        cites = [Citation(article, self.expression.span)]
        if cue and reason in (Reason.TENSE_PAST, Reason.TENSE_FUTURE):
            cites.append(Citation(article, cue))
        self.steps.append(Step(operator, inputs, outcome, reason, tuple(cites)))
        return outcome

    def told_from_no_side(self) -> Scene:
        """Itself, deaf to the verbs: “Bills for April will be sent out” leaves open which April.

        What is told is told of no such month.
        """
        self.is_comparison = True
        self.expression = self.expression._replace(side=Side.UNKNOWN, side_cue=None)
        return self

    def narrowed(self, interval: Interval, mod: Mod) -> Interval:
        """What a modifier makes of the interval; a step only where it changes it."""
        outcome = apply("narrow", (mod.value, interval))
        if outcome is None or outcome == interval:
            return interval
        return self.take("narrow", (mod.value, interval), Reason.NARROWED)

    def weaken(self, certainty: Certainty) -> None:
        """Know the result no better than this."""
        self.certainty = min(self.certainty, certainty)

    def anchor(self, *, for_day: bool = False) -> Interval:
        """The day the article speaks from; whatever hangs on it is known no better than it.

        `for_day`: a day is to be found from it, which a month or a year cannot give.
        """
        self.is_relative = True
        anchor = self.context.anchor
        if anchor is None or (for_day and anchor.granularity > Granularity.DAY):
            raise Unplaced(Reason.NEEDS_ANCHOR)
        self.weaken(min(Certainty.DERIVED, self.context.anchor_certainty))
        return anchor

    def focus(
        self, unit: Granularity, *, with_plans: bool = False, looking_back: bool = False
    ) -> Interval:
        """What the text last spoke of, if fine enough to count from; else the article's own day."""
        self.is_relative = True
        focus = self.story_focus(unit, with_plans=with_plans, looking_back=looking_back)
        if focus is None:
            self.weaken(Certainty.INFERRED)
            return self.anchor()
        self.weaken(self._nearness(focus))
        self.has_stated_year = focus.has_stated_year
        return focus.interval

    def story_focus(
        self,
        unit: Granularity,
        *,
        with_plans: bool = False,
        looking_back: bool = False,
        with_asides: bool = True,
    ) -> Focus | None:
        """The latest focus as fine as `unit`; a plan is none, but for sentences that tell plans."""
        is_plan = with_plans or self.expression.side is Side.FUTURE
        return self.context.focus(
            unit,
            with_plans=is_plan,
            looking_back=looking_back,
            with_asides=with_asides,
            is_earlier=self.expression.is_earlier,
        )

    def _nearness(self, focus: Focus) -> Certainty:
        near = focus.paragraph == self.context.paragraph
        return Certainty.DERIVED if near else Certainty.INFERRED
