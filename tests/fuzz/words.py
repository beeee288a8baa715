"""Articles that look real and are wrong somewhere: sentences of ours, cut, bent and filled."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from fuzz.draw import Draw
from kztimeline.languages import load_language, load_shapes

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CUES = ("attribution", "memories", "modality", "quantities", "tense")
SHAPES = (
    "ages",
    "anniversaries",
    "datelines",
    "file_names",
    "furniture",
    "header_dates",
    "inner_stamps",
    "labels",
    "published_lines",
    "running_days",
)

DATES = [
    "on Monday", "last Tuesday", "next week", "yesterday", "today, Friday,", "on 31 February",
    "on 30 February 2023", "February 29", "on 29 February 1900", "in 99999999999", "in year 0",
    "day 0", "on the 0th", "on the 32nd", "10000000 years ago", "in 10000000 years",
    "99999999999999999999 days later", "in 9999", "on 31 December 9999", "1 January 1", "0000-00-00",
    "9999-12-31", "0001-01-01", "2024-13-45", "2024-02-30", "31/31/2024", "00/00/0000", "1/2/3",
    "24:00", "at 25:61", "12:00 a.m.", "at 12 midnight on 31 December 9999", "in the 0th century",
    "the 99th century", "the 1990s", "the 9990s", "the 0000s", "’90s", "mid-99999",
    "in the fifth quarter of 2022", "in H9 2021", "week 54 of 2020", "2020-W54", "2020-W53-7",
    "from 3 to 7 June", "from 7 to 3 June", "between 1999 and 1066", "31-1 June", "5/6 January",
    "since 9999", "until 0001", "two weeks ago", "minus three days ago", "a day earlier",
    "a century later", "five millennia before", "1e400 days ago", "half a day ago",
    "every other Tuesday", "once every 0 days", "Easter 9999", "Easter 1", "Ramadan 2600",
    "Eid al-Fitr 1300", "Christmas Eve", "the night of 31 December", "20240315", "19000229",
    "1709251200", "2024-03-15T25:00:00Z", "2024-03-15T10:00:00+99:99", "Jan. 5", "Sept. 31",
    "Thursday 12 March", "Sunday, March 12, 2024", "March 2024", "early next decade",
    "the year before last", "in 7975 years", "8,000 years ago", "2 030 years ago", "that same day",
    "3.5 years ago", "in -5 days", "a fortnight ago", "by the end of the day", "over the weekend",
]  # fmt: skip
ODD = [
    "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u00a0", "\u2028",
    "\u2029", "\u0085", "\x0b", "\x0c", "\x1b[31m", "\x00", "\x07", "\x7f", "\x9b", "\ud800",
    "\udfff", "\udc80", "\uffff", "\ufffd", "\U0010ffff", "\U000e0041", "e\u0301", "\u0301" * 40,
    "İ", "ı", "ß", "ﬁ", "ǰ", "ΐ", "ŉ", "K", "Å", "²", "³", "¹", "½", "⅓", "①", "Ⅻ", "一", "〇",
    "٢٠٢٤", "۵", "५ मार्च", "１５", "𝟙𝟚", "៣", "१९९०", "²⁰²⁴", "५", "٣ March", "March ²", "1²",
    "²/³/2024", "Ⅻ March", "½ March", "5५ days ago", "१२:३०", "２０２４-０３-１５", "’", "“", "”",
    "‘", "«", "»", "„", '"', "'", "``", "(", ")", "[", "]", "{", "}", "<b>", "&amp;", "—", "–",
    "-", "…", "...", "•", "№", "$", "%", "€", "\t", "\r", "\r\n", "\n", "\n\n", "---\n", "***",
    "😀", "👩‍👩‍👧", "🇰🇿", "Ꮖ", "ꜛ", "ﷺ", "ʼ", "Ǆ", "İstanbul’da",
]  # fmt: skip
FRAME = [
    "Date: 2024-03-15\n\n", "Date: \n", "Published: 31/12/9999\n", "Updated 15 March 2024 at 25:00",
    "---\ndate: 2024-03-15\ntitle: x\n---\n", "---\ndate: !!python/none\n---\n",
    "---\ndate: 99999-01-01\n---\n", "---\na: &a [*a]\n---\n", "---\ntitle: [[[[\n---\n",
    "---\ndate: 2024-02-30\n---\n", "---\ndate: 1e999\n---\n", "---\n? \n---\n", "---\n",
    "---\ndate: 0001-01-01T00:00:00+23:59\n---\n", "---\ndate: {2024: 3}\n---\n",
    "ALMATY, March 15 (Reuters) - ", "WESTPORT (AP) — ", "By Ann Lee\n", "Title\n=====\n", "# Head\n",
    "Source: Herald\nLanguage: EN\nDocument 3 of 9\n", "Copyright 2024\n", "Load-Date: March 15\n",
    "BYLINE: x\nBODY:\n", "LENGTH: 99999999999 words\n", "End of Document\n", "- item\n- item\n",
    "> quoted\n", "| a | b |\n|---|---|\n", "Read more: https://x.example\n", "Advertisement\n",
    "14:30 Police arrive\n14:61 They leave\n", "1. One\n2. Two\n", "2023/05/12/", "_20240315",
]  # fmt: skip
GLUE = [" ", " ", ", ", ". ", ".\n", "\n\n", " and ", " but ", "; ", " he said. ", "” ", " “", "-"]


@cache
def sentences() -> tuple[str, ...]:
    """What the rules' own examples and the samples say."""
    language = load_language("en")
    told = [text for rule in language.grammar.rules for text, _ in rule.examples]
    for table in CUES:
        told += [text for cue in language.cues(table).cues for text, _ in cue.examples]
    for table in SHAPES:
        told += [text for shape in load_shapes("en", table).shapes for text, _ in shape.examples]
    for path in sorted(SAMPLES.rglob("*.*")):
        told += re.findall(r"[^\n]+", path.read_text(encoding="utf-8"))
    return tuple(text.replace("[", "").replace("]", "") for text in told)


@cache
def samples() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.*")))


def phrase(draw: Draw) -> str:
    """A sentence, a date, an oddity, a piece of layout, or free characters."""
    kind = draw.below(8)
    if kind <= 1:
        return draw.one(sentences())
    if kind <= 3:
        return draw.one(DATES)
    if kind == 4:
        return draw.one(ODD)
    if kind == 5:
        return draw.one(FRAME)
    if kind == 6:
        return f"{draw.one(DATES)}{draw.one(ODD)}{draw.one(DATES)}"
    return draw.raw(12).decode("utf-8", "replace")


def story(draw: Draw, most: int = 12) -> str:
    """A text to be read: phrases glued together, or a sample, then bent a little."""
    if draw.chance(6):
        text = draw.one(samples())
    else:
        text = "".join(f"{phrase(draw)}{draw.one(GLUE)}" for _ in range(1 + draw.below(most)))
    for _ in range(draw.below(6)):
        text = bent(draw, text)
    return text


def bent(draw: Draw, text: str) -> str:
    """The text with one thing wrong."""
    first, last = sorted((draw.below(len(text) + 1), draw.below(len(text) + 1)))
    part = text[first:last][:400]
    changed = draw.one(BENDS)(draw, part)
    return text[:first] + changed + text[first + len(part) :]


def _redigit(draw: Draw, part: str) -> str:
    zero = draw.one([0x0660, 0x06F0, 0x0966, 0xFF10, 0x1D7D8, 0x17E0])
    return re.sub("[0-9]", lambda found: chr(zero + int(found.group())), part)


BENDS = [
    lambda draw, part: phrase(draw),
    lambda draw, part: draw.one(ODD) + part,
    lambda draw, part: part + draw.one(DATES),
    lambda draw, part: "",
    lambda draw, part: part * (1 + draw.below(8)),
    lambda draw, part: draw.one(["(", "[", "“", '"', "‘", "«"]) * (1 + draw.below(60)) + part,
    lambda draw, part: part.upper(),
    lambda draw, part: part.swapcase(),
    lambda draw, part: part[::-1],
    lambda draw, part: part.replace(" ", draw.one(ODD)),
    lambda draw, part: part.replace(" ", "\n"),
    lambda draw, part: re.sub("[0-9]", str(draw.below(10)), part),
    lambda draw, part: re.sub("[0-9]+", str(draw.below(10**6) ** (1 + draw.below(4))), part),
    _redigit,
    lambda draw, part: re.sub("[0-9]", "²", part),
]


def article_bytes(draw: Draw) -> bytes:
    """A story as a file holds it, in some encoding, or bytes that are none."""
    text = story(draw)
    coding = draw.one(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251",
                       "cp1252", "koi8-r", "utf-7", "shift_jis", "cp037"])  # fmt: skip
    errors = "surrogatepass" if coding.startswith("utf") and coding != "utf-7" else "replace"
    raw = text.encode(coding, errors)
    for _ in range(draw.below(4)):
        at = draw.below(len(raw) + 1)
        raw = raw[:at] + draw.raw(8) + raw[at + draw.below(3) :]
    return raw
