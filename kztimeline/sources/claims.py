"""What a record beside the text (a manifest row, a scraper's JSON) claims about an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kztimeline.languages import read_date
from kztimeline.model import DateOrder, Declaration
from kztimeline.temporal import calendar_day
from kztimeline.textual import sound

# our name of a claim → the keys that manifests and scrapers write it under, best first
ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": (
        "date",
        "published",
        "publication_date",
        "published_at",
        "publish_date",
        "publishing_date",
        "date_publish",
        "datepublished",
        "date_published",
        "pubdate",
        "versioncreated",
        "time",
    ),
    "title": ("title", "headline"),
    "publisher": ("publisher", "publication", "sitename", "hostname", "source_domain"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "uri"),
    "language": ("language", "lang", "meta_lang"),
    "certainty": ("certainty",),
    "source": ("source",),
}
_NAMES: Final = {key: name for name, keys in ALIASES.items() for key in keys}
_ISO_PREFIX = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?\Z", re.DOTALL)


def normal_key(key: str) -> str:
    """A header name without case, spaces and hyphens.

    >>> normal_key(" Publication Date ")
    'publication_date'
    """
    return re.sub(r"[\s-]+", "_", key.strip().lower())


def claims_of(record: Mapping[str, object], where: str) -> tuple[Declaration, ...]:
    """The claims of a record with normalised keys, under `<where>:<what>`; empty ones are none."""
    said: dict[str, str] = {}
    for key, name in _NAMES.items():
        if key in record and name not in said and (text := _plain(record[key])):
            said[name] = text
    return tuple(Declaration(f"{where}:{name}", text) for name, text in said.items())


def is_date(value: str, language: str, order: DateOrder) -> bool:
    """Whether a claim to a day states at least a year: an ISO prefix, or words that can be read.

    >>> is_date("2022-02-30", "en", DateOrder.MDY)
    False
    """
    if iso := _ISO_PREFIX.fullmatch(value.strip()):
        return _exists(*(int(part) if part else None for part in iso.groups()))
    return read_date(value, language, order) is not None


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    first = calendar_day(year or 0, 1 if month is None else month, 1 if day is None else day)
    return first is not None


def _plain(value: object) -> str:
    """A record's value as one line of text; a list (of authors) joined with commas."""
    if value is None or isinstance(value, bool | dict):
        return ""
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := _plain(item)))
    return " ".join(sound(str(value)).split())
