"""Article text as data: what could act on a terminal, a sheet or a page is taken out."""

from __future__ import annotations

import re

from kztimeline.textual import sound

_ESCAPE_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor moves
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c|$)"  # OSC, DCS
    "|\x1b[ -/]*[0-~]"  # two-character escapes
)
_SPACES = re.compile(r"\s+")
# Direction overrides and isolates reorder what stands beside them; the rest are invisible.
_UNSEEN = dict.fromkeys(
    [
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0x061C,
        0x200B,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        0x00AD,
    ]
)
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TABLE = {**_CONTROLS, **_UNSEEN}


def shown(text: str) -> str:
    r"""As many characters and lines, but none that acts on a terminal.

    >>> shown("red \x1b[31malert\n")
    'red \ufffd[31malert\n'
    """
    return _ACTING.sub("\ufffd", text)


def inert(text: str) -> str:
    r"""One line of plain characters: escapes, control characters and direction marks are gone.

    >>> inert("red \x1b[31malert\x1b[0m\r\nand\tmore")
    'red alert and more'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    bare = sound(_ESCAPE_SEQUENCE.sub("", text)).translate(_TABLE)
    return _SPACES.sub(" ", bare).strip()


_MARKDOWN = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "\\`*_[]#|~$"},
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "@": "&#64;",  # a mention on the sites that know them
    }
)
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")
_LINK = re.compile(r"://|(?<=\bwww)\.", re.IGNORECASE)


def inert_markdown(text: str) -> str:
    r"""The same as Markdown that shows as it stands: no emphasis, no HTML, no list, no link.

    >>> inert_markdown("1. *see* <b>www.example.org</b>")
    '1\\. \\*see\\* &lt;b&gt;www&#46;example.org&lt;/b&gt;'
    """
    escaped = inert(text).translate(_MARKDOWN)
    escaped = _LINK.sub(lambda found: "&#46;" if found[0] == "." else "&#58;//", escaped)
    return _LIST_MARK.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


_FORMULA = tuple("=+-@\t\r")


def inert_cell(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> inert_cell("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
