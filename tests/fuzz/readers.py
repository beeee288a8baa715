"""Targets: what reads bytes, before anything is an article."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path

from fuzz import laws
from fuzz.draw import Draw
from fuzz.words import DATES, ODD, article_bytes, phrase, story
from kztimeline.articles import mark_quotes, read_article
from kztimeline.cli.intake import read_day
from kztimeline.languages import load_language
from kztimeline.model import DateOrder, Document, InputError, ReadingSettings, UsageError
from kztimeline.sources.claims import is_date
from kztimeline.sources.decode import NotTextError, decode
from kztimeline.sources.manifest import read_manifest
from kztimeline.sources.mojibake import repair
from kztimeline.sources.own_output import is_own_output
from kztimeline.sources.sidecar import Sidecars

_ENCODINGS = ["auto", "auto", "auto", "utf-8", "utf-16", "windows-1251", "utf-7", "punycode", "idna",
              "utf-8-sig", "unicode_escape", "raw_unicode_escape", "hz", "iso2022_jp", "mbcs"]  # fmt: skip
_COLUMNS = [
    "path",
    "file",
    "Date",
    "published",
    "title",
    "",
    "certainty",
    "source",
    "author",
    "url",
]


@cache
def folder() -> Path:
    """One for all inputs of a run: files in it are written over."""
    shared = Path("/dev/shm")  # noqa: S108 — memory where there is one: a million files
    return Path(
        tempfile.mkdtemp(prefix="kztimeline-fuzz-", dir=shared if shared.is_dir() else None)
    )


def bytes_to_text(draw: Draw) -> None:
    """Decode and repair: a text without carriage returns and halves of pairs, or no text."""
    raw = article_bytes(draw) if draw.below(4) else draw.raw(600)
    try:
        decoded = decode(raw, draw.one(_ENCODINGS))
    except (NotTextError, LookupError):
        return
    decoded.text.encode()
    assert "\r" not in decoded.text
    repaired = repair(decoded.text)
    assert repaired.text.count("\n") == decoded.text.count("\n")
    repaired.text.encode()
    is_own_output(raw)


def text_to_article(draw: Draw) -> None:
    """Front matter, headers, archives, datelines, layout, paragraphs, sentences, quotations."""
    text = story(draw).encode("utf-8", "replace").decode()
    name = draw.one(["a.txt", "2024-03-15.txt", f"{phrase(draw)}.txt", "x_99999999_1.txt"])
    article = read_article(Document(name, text, "0" * 64), load_language("en"), ReadingSettings())
    laws.article_holds(article, text)
    before = 0
    for quote in mark_quotes(article).quotes:
        laws.span_holds(quote, text)
        assert quote.start >= before, "quotations overlap"
        before = quote.end


def manifest(draw: Draw) -> None:
    """CSV, JSONL, JSON or something else: rows and notes, or one `InputError`."""
    path = folder() / "m.csv"
    path.write_bytes(draw.one([_csv, _jsonl, _json, article_bytes])(draw))
    try:
        found = read_manifest(path, language="en", order=draw.one(list(DateOrder)))
        list(found.unused(set()))
    except InputError:
        return
    assert set(found.claims) == set(found.lines)


def sidecar(draw: Draw) -> None:
    """A scraper's JSON: claims in words, or a note."""
    (folder() / "s.json").write_bytes(draw.one([_json, _jsonl, article_bytes])(draw))
    claims, _ = Sidecars().read(folder() / "s.txt", "n/s.txt")
    for claim in claims:
        claim.value.encode()
        assert claim.value.strip()


def options(draw: Draw) -> None:
    """A day that somebody types: an interval, or `UsageError`."""
    words = draw.one(DATES) if draw.below(3) else phrase(draw)
    order = draw.one(list(DateOrder))
    is_date(words, "en", order)
    try:
        read_day(words, "--anchor", order)
    except UsageError:
        return


def _cell(draw: Draw) -> str:
    return draw.one(["", "a.txt", "../a.txt", "2024-03-15", draw.one(DATES), draw.one(ODD), "x" * 5000,
                     '"', "\\", phrase(draw)])  # fmt: skip


def _csv(draw: Draw) -> bytes:
    separator = draw.one([",", ",", ";", "\t"])
    rows = [["path", "date", *draw.some(lambda: draw.one(_COLUMNS), 3)]]
    rows += draw.some(lambda: draw.some(lambda: _cell(draw), 5), 8)
    text = draw.one(["\n", "\r\n", "\r"]).join(separator.join(row) for row in rows)
    return text.encode(draw.one(["utf-8", "utf-8-sig", "utf-16"]), "surrogatepass")


def value(draw: Draw, depth: int = 3) -> object:
    """Any JSON value, now and then one that no program writes."""
    kind = draw.below(9 if depth else 6)
    if kind <= 2:
        return _cell(draw)
    if kind <= 5:
        return draw.one([None, True, 0, -1, 1.5, 10**30, -0.0, 1e308, 2**63, 20240315, 1710460800])
    if kind == 6:
        return [value(draw, depth - 1) for _ in range(draw.below(4))]
    return {
        draw.one([*_COLUMNS, "schema", "datePublished", _cell(draw)]): value(draw, depth - 1)
        for _ in range(draw.below(5))
    }


def _json(draw: Draw) -> bytes:
    text = json.dumps(value(draw), ensure_ascii=draw.chance(2))
    if draw.chance(6):
        text = draw.one(["[", "{", '{"a":', "[[", "1e999", "NaN", "-", '"\\ud800"', "9" * 5000])
        text *= draw.one([1, 3, 100, 20_000])
    at = draw.below(len(text) + 1)
    return (text[:at] + draw.one(["", "", "", *ODD]) + text[at:]).encode("utf-8", "surrogatepass")


def _jsonl(draw: Draw) -> bytes:
    return b"\n".join(draw.some(lambda: _json(draw), 6))
