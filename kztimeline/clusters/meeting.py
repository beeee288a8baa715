"""How the times of two events lie to each other, and how far either of them is to be believed."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import timedelta
from enum import IntEnum

from kztimeline.clusters.profiles import Profile
from kztimeline.temporal import Granularity

MOST_DAYS_APART = 1  # two days that texts give lie apart by a time zone or a night, no further
_FEW_DAYS = 2  # a night lies on two days
_WEEK_DAYS = 7
_MONTH_DAYS = 31
_AN_HOUR = timedelta(hours=1)


class Meeting(IntEnum):
    """How two times lie to each other; the higher, the more it says for one happening."""

    APART = 0
    BEFORE_IT_WAS = 1
    LONG_AFTER = 2
    APART_IN_ARTICLE = 3
    NEXT_DAY_SAID = 4
    UNDATED_IN_UNIT = 5
    WEEK_AFTER = 6
    NEXT_DAY = 7
    UNDATED = 8
    TOUCHING = 9
    IN_UNIT = 10
    IN_LONG = 11
    IN_DAYS = 12
    NAMED_END = 13
    IN_FEW_DAYS = 14
    SAME_UNIT = 15
    SAME_DAY_BOTH_INFERRED = 16
    SAME_DAY_INFERRED = 17
    SAME_DAY = 18


def meeting(left: Profile, right: Profile) -> Meeting:
    """How the two times meet.

    A day that only context gives is weak evidence: the event may be told a day, a week or longer
    after it was. But nobody tells of it before the day that another text gives.
    """
    if left.event.when is None or right.event.when is None:
        # news gives the day of what it leads with: “in 2019” is another time's
        is_coarse = left.is_coarse or right.is_coarse
        return Meeting.UNDATED_IN_UNIT if is_coarse else Meeting.UNDATED
    first, last, its_first, its_last = left.first, left.last, right.first, right.last
    if first == its_first and last == its_last:
        return _same(left, right)
    if last < its_first:
        return _apart(left, right)
    if its_last < first:
        return _apart(right, left)
    if left.is_open or right.is_open:
        return Meeting.NAMED_END if left.named_end == right.named_end else Meeting.TOUCHING
    return _nested(left, right)


def manner(profile: Profile) -> Hashable:
    """When and how an event is told: of two in two articles no more says how their times meet."""
    event = profile.event
    return (
        profile.first, profile.last, profile.told_on, profile.is_open, profile.is_said,
        profile.is_told, profile.is_coarse, event.modality.value, event.negated,
    )  # fmt: skip


def _same(left: Profile, right: Profile) -> Meeting:
    if left.is_coarse and right.is_coarse and not left.is_open:
        return Meeting.SAME_UNIT
    if left.teller == right.teller and _are_hours_apart(left, right):
        return Meeting.APART_IN_ARTICLE
    if left.is_told and right.is_told and (left.is_said or right.is_said):
        return Meeting.SAME_DAY
    is_told = left.is_told or right.is_told
    return Meeting.SAME_DAY_INFERRED if is_told else Meeting.SAME_DAY_BOTH_INFERRED


def _are_hours_apart(left: Profile, right: Profile) -> bool:
    """“Shots fell at 2 a.m. … At 6 a.m. a gun fired”: a writer who tells the hour knows it."""
    one, other = left.event.when, right.event.when
    if one is None or other is None or one.part or other.part:
        return False
    is_clock = one.granularity < Granularity.DAY and other.granularity < Granularity.DAY
    first, second = one.start, other.start
    return is_clock and bool(first and second and abs(first - second) > _AN_HOUR)


def _apart(earlier: Profile, later: Profile) -> Meeting:
    gap = later.first - earlier.last
    is_one_article = earlier.teller == later.teller
    is_one_head = is_one_article and earlier.is_head and later.is_head
    if _know(earlier, later, is_one_head=is_one_head):
        return Meeting.NEXT_DAY_SAID if gap <= MOST_DAYS_APART else Meeting.APART
    is_late = later.is_told and later.first - earlier.told_on > MOST_DAYS_APART
    if is_late and not earlier.is_plan:
        return Meeting.BEFORE_IT_WAS
    if is_one_article and not is_one_head:
        return Meeting.APART_IN_ARTICLE  # a writer knows when it was; headline and lead are one
    if gap <= MOST_DAYS_APART:
        return Meeting.NEXT_DAY
    return Meeting.WEEK_AFTER if gap <= _WEEK_DAYS else Meeting.LONG_AFTER


def _know(earlier: Profile, later: Profile, *, is_one_head: bool) -> bool:
    """Whether their articles say both days; a headline's is not better known than its lead's."""
    if is_one_head:
        return earlier.is_said and later.is_said
    return earlier.is_told and later.is_told


def _nested(left: Profile, right: Profile) -> Meeting:
    longer = left if _holds(left, right) else right
    if not _holds(left, right) and not _holds(right, left):
        return Meeting.TOUCHING
    days = longer.last - longer.first + 1
    if days <= _FEW_DAYS:
        return Meeting.IN_FEW_DAYS
    if longer.is_coarse and days > _WEEK_DAYS:
        return Meeting.IN_UNIT
    return Meeting.IN_DAYS if days <= _MONTH_DAYS else Meeting.IN_LONG


def _holds(long: Profile, short: Profile) -> bool:
    return long.first <= short.first and short.last <= long.last
