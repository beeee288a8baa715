"""The ground: calendar arithmetic that has never heard of text.

An `Interval` is half-open civil time with a granularity; a `Length` and a `Recurrence` are no
places on the calendar. Everything else here is a function from these to these.
"""

from kztimeline.temporal.days import DaySet, days_around, days_off
from kztimeline.temporal.edtf import date_fields, to_edtf
from kztimeline.temporal.edtf_reading import from_edtf
from kztimeline.temporal.granularity import Granularity, advance, truncate
from kztimeline.temporal.interval import DateKind, Interval, Qualifier, calendar_day
from kztimeline.temporal.lengths import PARTS, Length, Recurrence
from kztimeline.temporal.operators import OPERATORS, UNITS, apply
from kztimeline.temporal.timex3 import length_value, recurrence_value, timex3_value

__all__ = [
    "OPERATORS",
    "PARTS",
    "UNITS",
    "DateKind",
    "DaySet",
    "Granularity",
    "Interval",
    "Length",
    "Qualifier",
    "Recurrence",
    "advance",
    "apply",
    "calendar_day",
    "date_fields",
    "days_around",
    "days_off",
    "from_edtf",
    "length_value",
    "recurrence_value",
    "timex3_value",
    "to_edtf",
    "truncate",
]
