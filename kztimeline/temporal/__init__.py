"""The ground: calendar arithmetic that has never heard of text.

An `Interval` is half-open civil time with a granularity; a `Length` and a `Recurrence` are no places on
the calendar. Everything else here is a function from these to these.
"""

from kztimeline.temporal.granularity import Granularity, advance, days_in_month, truncate
from kztimeline.temporal.interval import Interval, Qualifier
from kztimeline.temporal.lengths import Length, Recurrence

__all__ = [
    "Granularity",
    "Interval",
    "Length",
    "Qualifier",
    "Recurrence",
    "advance",
    "days_in_month",
    "truncate",
]
