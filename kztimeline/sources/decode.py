"""Bytes to text: which encoding a file is in, and what is no text at all.

Sure things first (a byte order mark, valid UTF-8), then what the bytes themselves give away, and
only then a guess by frequency.
"""

from __future__ import annotations

import codecs
import difflib
import re
from encodings.aliases import aliases

from msgspec import Struct

from kztimeline.model import UsageError

AUTO = "auto"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container (DOCX, EPUB, ODT, …)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_SAMPLE_BYTES = 65_536  # enough for statistics, small enough for any file
_WIDE_SHARE = (
    0.9  # of UTF-16's high bytes that are 00, 04 (Cyrillic) or 20 (quotation marks, dashes)
)
_WIDE_HIGH_BYTES = b"\x00\x04\x20"
_CONTROL_SHARE = 0.01  # of characters; a text has form feeds at most
_MOST_CONTROLS = 3  # a brief of a few lines may hold some line breaks of a word processor
_CONTROLS = bytes({*range(0x01, 0x20)} - {*b"\t\n\f\r\x1b"})
_CYRILLIC_SHARE = 0.3  # of letters that are in 0xC0–0xFF; no Latin language has as many accents
_LATIN_LETTER = re.compile(rb"[A-Za-z]")
_LOW_HALF = re.compile(rb"[\xc0-\xdf]")
_HIGH_HALF = re.compile(rb"[\xe0-\xff]")
_STRAY = "kztimeline-stray"


class Decoded(Struct, frozen=True):
    """Text with LF line ends and no byte order mark.

    `is_guess` where nothing in the file proves the encoding; `lost` counts characters that could
    not be read and now are U+FFFD.
    """

    text: str
    encoding: str
    is_guess: bool = False
    lost: int = 0


class NotTextError(Exception):
    """The bytes are no text but `kind`."""

    def __init__(self, kind: str) -> None:
        """Keep what they are instead."""
        super().__init__(kind)
        self.kind = kind


def decode(raw: bytes, encoding: str = AUTO) -> Decoded:
    """The text of a file; `NotTextError` for what is none.

    >>> decode("Алматы".encode("windows-1251")).encoding
    'windows-1251'
    """
    if kind := next((name for start, name in _SIGNATURES if raw.startswith(start)), None):
        raise NotTextError(kind)
    found = _find(raw) if encoding == AUTO else _forced(raw, encoding)
    _refuse_binary(found.text)
    return Decoded(_lf(found.text), found.encoding, found.is_guess, found.lost)


def check_encoding(name: str) -> None:
    """`UsageError` for a name that is no encoding."""
    if name == AUTO:
        return
    try:
        b"ab".decode(name, "replace")  # lookup alone takes base64 for one
    except (LookupError, ValueError) as error:
        close = difflib.get_close_matches(name.lower().replace("-", "_"), aliases, n=1, cutoff=0.5)
        hint = "use `auto`, `utf-8`, `windows-1251`, `windows-1252` or another name Python knows"
        message = f"unknown encoding `{name}`"
        raise UsageError(message, hint=f"did you mean `{close[0]}`?" if close else hint) from error


def _find(raw: bytes) -> Decoded:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _lossy(raw[len(mark) :], name)
    if wide := _unmarked_utf16(raw[:_SAMPLE_BYTES]):
        return _lossy(raw, wide)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        _refuse_binary(raw[:_SAMPLE_BYTES].decode("latin-1"))
        return _not_utf8(raw)


def _forced(raw: bytes, encoding: str) -> Decoded:
    for mark, name in _MARKS:
        if raw.startswith(mark) and codecs.lookup(name).name.startswith(
            codecs.lookup(encoding).name
        ):
            return _lossy(raw[len(mark) :], name)
    return _lossy(raw, encoding)


def _lossy(raw: bytes, encoding: str) -> Decoded:
    """Decode whatever comes, counting what cannot be read."""
    try:
        return Decoded(_whole(raw.decode(encoding)), encoding)
    except UnicodeDecodeError:
        return _replacing(raw, encoding)
    except UnicodeError as error:
        raise _not_in(encoding) from error


def _replacing(raw: bytes, encoding: str) -> Decoded:
    try:
        text = _whole(raw.decode(encoding, errors="replace"))
    except UnicodeError as error:  # from codecs that know no replacement
        raise _not_in(encoding) from error
    return Decoded(text, encoding, lost=text.count("\ufffd"))


def _not_in(encoding: str) -> NotTextError:
    return NotTextError(f"not in {encoding}")


def _whole(text: str) -> str:
    """Halves of surrogate pairs, which UTF-7 and escapes let through, are no characters."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark shows by its high bytes: nearly all the same few, all on one side."""
    if len(sample) < 4 or b"\x00" not in sample:  # noqa: PLR2004 — two characters at least
        return None
    even = sample[0 : len(sample) & ~1 : 2]
    odd = sample[1::2]
    if _is_high(odd) and not _is_high(even):
        return "utf-16-le"
    if _is_high(even) and not _is_high(odd):
        return "utf-16-be"
    return None


def _is_high(side: bytes) -> bool:
    return sum(map(side.count, _WIDE_HIGH_BYTES)) >= _WIDE_SHARE * len(side)


def _not_utf8(raw: bytes) -> Decoded:
    """UTF-8 with a few broken places, else a code page."""
    text = raw.decode("utf-8", errors=_STRAY)
    lost = text.count("\ufffd")
    sound = sum(1 for character in text[:_SAMPLE_BYTES] if character >= "\x80")
    strays = _count_strays(raw[:_SAMPLE_BYTES])
    if sound - strays > strays:
        return Decoded(text, "utf-8", is_guess=True, lost=lost)
    return _code_page(raw)


def _count_strays(sample: bytes) -> int:
    return sample.decode("utf-8", errors="replace").count("\ufffd")


def _code_page(raw: bytes) -> Decoded:
    sample = raw[:_SAMPLE_BYTES]
    low, high = len(_LOW_HALF.findall(sample)), len(_HIGH_HALF.findall(sample))
    letters = len(_LATIN_LETTER.findall(sample)) + low + high
    if low + high >= _CYRILLIC_SHARE * letters and high > low:
        names = ["windows-1251"]
    elif low + high < _CYRILLIC_SHARE * letters or not letters:
        names = ["windows-1252"]
    else:
        names = []
    for name in names:
        try:
            return Decoded(raw.decode(name), name, is_guess=True)
        except UnicodeDecodeError:
            continue
    return _by_frequency(raw)


def _by_frequency(raw: bytes) -> Decoded:
    """The last resort."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 — rarely needed, slow to import

    best = from_bytes(raw[:_SAMPLE_BYTES]).best()
    if best is None:
        kind = "in no known encoding"
        raise NotTextError(kind)
    found = _lossy(raw, best.encoding)
    return Decoded(found.text, found.encoding, is_guess=True, lost=found.lost)


def _refuse_binary(text: str) -> None:
    head = text[:_SAMPLE_BYTES]
    plain = head.encode("ascii", "replace")
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    is_controlled = controls > max(_MOST_CONTROLS, _CONTROL_SHARE * len(head))
    if is_controlled or "\x00" in text:
        kind = "binary, with control bytes" if is_controlled else "binary, with NUL bytes"
        raise NotTextError(kind)


def _lf(text: str) -> str:
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8: a pasted windows-1252 mark where it can be one, else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    first = error.object[error.start : error.start + 1]
    is_mark = b"\x80" <= first <= b"\xbf"
    text = first.decode("windows-1252", errors="replace") if is_mark else "\ufffd"
    return text, error.start + 1 if is_mark else error.end


codecs.register_error(_STRAY, _read_stray)
