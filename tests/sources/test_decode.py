"""Which encoding a file is in, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.model import UsageError
from kztimeline.sources.decode import Decoded, NotTextError, check_encoding, decode

ENGLISH = "The minister’s office said “no” – again.\nIt rained on Friday.\n"
FRENCH = "Le président a annoncé à l’Élysée un été très sec, déjà évoqué.\n"
RUSSIAN = "В пятницу в Алматы шёл дождь.\nМинистр ушёл в отставку.\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (RUSSIAN, "utf-8", "utf-8"),
        (ENGLISH, "utf-16", "utf-16-le"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32-le"),
        (ENGLISH, "windows-1252", "windows-1252"),
        (FRENCH, "windows-1252", "windows-1252"),
        (RUSSIAN, "windows-1251", "windows-1251"),
    ],
)
def test_encodings_are_found(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (text, found) == (decoded.text, decoded.encoding)


def test_a_big_endian_mark_is_read_and_dropped() -> None:
    raw = codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be")
    assert Decoded(ENGLISH, "utf-16-be") == decode(raw)


@pytest.mark.parametrize(
    ("raw", "is_guess"),
    [(ENGLISH.encode(), False), (FRENCH.encode("windows-1252"), True), (b"plain", False)],
)
def test_only_what_is_not_proved_is_a_guess(raw: bytes, *, is_guess: bool) -> None:
    assert is_guess == decode(raw).is_guess


def test_cyrillic_in_another_code_page_is_left_to_frequency() -> None:
    assert RUSSIAN.strip() == decode((RUSSIAN * 5).encode("koi8-r")).text[: len(RUSSIAN)].strip()


def test_a_broken_byte_does_not_turn_utf8_into_mojibake() -> None:
    decoded = decode(ENGLISH.encode() + b"\x93so\x94 \xff")
    assert (decoded.text, decoded.encoding, decoded.lost) == (ENGLISH + "“so” \ufffd", "utf-8", 1)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_lf(ends: str) -> None:
    assert decode(f"a{ends}b{ends}{ends}c".encode()).text == "a\nb\n\nc"


def test_spaces_and_hyphens_that_cannot_be_seen_stay() -> None:
    text = "11\xa0January, Al\xadmaty\n"
    assert text == decode(text.encode()).text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a ZIP container (DOCX, EPUB, ODT, …)"),
        (b"\x89PNG....", "a PNG image"),
        (b"text with a \x00 in it", "binary, with NUL bytes"),
        (bytes(range(1, 32)) * 10, "binary, with control bytes"),
        (bytes(range(256)), "binary, with control bytes"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, kind: str) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(raw)
    assert kind == caught.value.kind


def test_an_encoding_can_be_forced() -> None:
    assert decode("дождь".encode("koi8-r"), "koi8-r").text == "дождь"


def test_a_forced_encoding_that_does_not_fit_says_how_much_it_lost() -> None:
    assert decode(b"caf\xe9", "utf-8").lost == 1


def test_a_forced_encoding_drops_the_mark() -> None:
    assert decode(codecs.BOM_UTF8 + b"a", "utf8").text == "a"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("windows-1521", "did you mean"), ("qqqq", "use `auto`, `utf-8`")],
)
def test_an_unknown_encoding_is_a_usage_error(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_encoding(name)
    assert (f"unknown encoding `{name}`", True) == (caught.value.message, hint in caught.value.hint)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=200))
def test_sound_utf8_is_the_text_itself(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert text == decode(b"x" + text.encode()).text[1:]


@given(st.binary(max_size=300))
def test_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        decoded = decode(raw)
    except NotTextError:
        return
    assert "\r" not in decoded.text


@pytest.mark.parametrize("name", ["base64", "rot13", "hex", "undefined", "", "a\x00b"])
def test_what_decodes_no_text_is_no_encoding(name: str) -> None:
    with pytest.raises(UsageError):
        check_encoding(name)


@pytest.mark.parametrize("raw", [b"It rained - on Friday.", b"caf\xe9", b"caf\xe9 - \xff"])
def test_a_codec_that_knows_no_replacement_refuses(raw: bytes) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(raw, "punycode")
    assert caught.value.kind == "not in punycode"


@pytest.mark.parametrize(("raw", "name"), [(b"a+2AA-b", "utf-7"), (rb"a\ud800b", "unicode_escape")])
def test_half_a_surrogate_pair_is_no_character(raw: bytes, name: str) -> None:
    assert decode(raw, name).text == "a\ufffdb"


def test_a_brief_may_hold_line_breaks_of_a_word_processor() -> None:
    assert decode(b"It rained.\x0bIt snowed.\x0b").text == "It rained.\x0bIt snowed.\x0b"
