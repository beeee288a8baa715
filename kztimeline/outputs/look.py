"""How a screen is set: its width, colours and signs, and rows that wrap under their own column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from io import StringIO
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROWEST = 40
READABLE = 108  # longer lines are hard to follow back to their start
HELD = "\u00a0"  # a space that does not break; written as a plain one
_GUTTER = 4
_GAP = 2
_PLAIN = str.maketrans(
    {
        "●": "*", "✓": "+", "○": "o", "◇": ">", "≠": "!", "·": "-", "–": "-", "—": "-", "−": "-",
        "…": "...",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "→": "->",
        "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip


class Look(Struct, frozen=True, dict=True):
    """A screen: `width` in cells, `colour` or none at all, what its `encoding` can show.

    `everything` shows what would be folded.
    """

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"
    everything: bool = False

    @property
    def measure(self) -> int:
        """Cells that are written in."""
        return max(NARROWEST, min(self.width, READABLE))

    @cached_property
    def console(self) -> Console:
        """What lays text out; it writes to nowhere of itself."""
        from rich.console import Console

        return Console(
            file=StringIO(),
            width=self.measure,
            force_terminal=self.colour,
            color_system="standard" if self.colour else None,
            no_color=not self.colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def text(self, words: str, style: str = "") -> Text:
        """Words as the encoding can show them; never markup."""
        from rich.text import Text

        return Text(self._shown(words), style=style if self.colour else "")

    def _shown(self, words: str) -> str:
        try:
            words.encode(self.encoding)
        except UnicodeEncodeError:
            plain = words.translate(_PLAIN)
            return plain.encode(self.encoding, "replace").decode(self.encoding)
        return words

    def lines(self, rows: Iterable[Text]) -> Iterator[str]:
        """Rows as strings that end their line, with escape codes only where there is colour."""
        for row in rows:
            row.rstrip()
            with self.console.capture() as captured:
                self.console.print(row, soft_wrap=True)
            yield captured.get().replace(HELD, " ")


def row(look: Look, mark: Text, words: Text, label: Text, indent: int = 0) -> list[Text]:
    """A mark, words that wrap under themselves, a label at the right edge of the last line.

    The first `indent` characters of `words` stand out to the left of the lines below.
    """
    from rich.text import Text

    space = look.measure - _GUTTER
    wrapped = _wrapped(look, words, space, indent)
    free = space - wrapped[-1].cell_len - label.cell_len
    if free >= _GAP or not label:
        wrapped[-1] = Text.assemble(wrapped[-1], " " * free, label)
    elif label.cell_len <= space:
        wrapped.append(Text.assemble(" " * (space - label.cell_len), label))
    else:
        wrapped.extend(label.wrap(look.console, space, overflow="fold"))
    heads = [Text.assemble("  ", mark, " "), *[Text(" " * _GUTTER)] * (len(wrapped) - 1)]
    return [Text.assemble(head, line) for head, line in zip(heads, wrapped, strict=True)]


def _wrapped(look: Look, words: Text, space: int, indent: int) -> list[Text]:
    """Words in lines; all but the first are set in by `indent`."""
    from rich.text import Text

    opening, rest = words[:indent], words[indent:]
    lines = list(rest.wrap(look.console, space - indent, overflow="fold")) or [Text()]
    for line in lines:
        line.rstrip()
    return [Text.assemble(opening if line is lines[0] else " " * indent, line) for line in lines]


def hanging(look: Look, lead: Text, words: Text, indent: int) -> list[Text]:
    """A lead-in, then words in a column of their own that starts at `indent`."""
    from rich.text import Text

    space = look.measure - indent
    wrapped = list(words.wrap(look.console, space, overflow="fold")) or [Text()]
    gap = max(1, indent - lead.cell_len)
    rows = [Text.assemble(lead, " " * gap, wrapped[0])]
    return rows + [Text.assemble(" " * indent, line) for line in wrapped[1:]]
