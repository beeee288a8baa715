"""YAML and TOML front matter: the block of fields that writing tools set above a text."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from kztimeline.articles.head import HEAD_CHARACTERS, Found
from kztimeline.model import Declaration, Note
from kztimeline.textual import Span

_BLOCK: Final = re.compile(
    r"\s*^(?P<fence>---|\+\+\+)[ \t]*\n(?P<inner>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_FENCE: Final = re.compile(r"\s*(?:---|\+\+\+)")
_FOLDED: Final = str.maketrans("", "", " -_")


def read_front_matter(text: str, keys: dict[str, list[str]]) -> Found:
    """Its fields by the table `keys`, as written and unconverted; nothing without such a block.

    A block that opens and closes but cannot be parsed is text, and leaves a note.
    """
    block = _BLOCK.match(text, 0, HEAD_CHARACTERS) if _FENCE.match(text) else None
    if block is None:
        return Found()
    try:
        fields = _parse(block["fence"], block["inner"])
        if not isinstance(fields, dict):
            return Found()
        told = [(key, _words(value)) for key, value in fields.items()]
    except (RecursionError, ValueError):  # ValueError: a number of more digits than can be said
        return Found(notes=(_broken(block["fence"]),))
    inner = Span(*block.span("inner"))
    claims = tuple(
        Declaration(f"front-matter:{what}", words, _place(text, inner, key, words))
        for key, words in told
        if (what := _meaning(key, keys)) and words
    )
    return Found(claims, (Span(block.start("fence"), block.end()),), block.end())


def _parse(fence: str, inner: str) -> Any:  # noqa: ANN401 - what a file holds is not known before
    if fence == "+++":
        import tomllib

        return tomllib.loads(inner)
    import yaml

    try:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the same, ten times as fast
        return yaml.load(inner, Loader=loader)  # noqa: S506 - base loaders make strings only
    except yaml.YAMLError as error:
        raise ValueError from error


def _meaning(key: str, keys: dict[str, list[str]]) -> str | None:
    folded = key.casefold().translate(_FOLDED)
    return next((what for what, names in keys.items() if folded in names), None)


def _words(value: object) -> str:
    """A field as one string; a list of authors is joined, what is nested deeper is nothing."""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if not isinstance(item, (list, dict)))
    if isinstance(value, date):
        return value.isoformat().replace("+00:00", "Z")
    return "" if isinstance(value, dict) else str(value).strip()


def _place(text: str, inner: Span, key: str, words: str) -> Span | None:
    """Where the value stands, or its whole line with those folded below it where that hides it."""
    folded = r"(?:\n[ \t]+\S.*)*"
    line = re.compile(rf"^[\"']?{re.escape(key)}[\"']?[ \t]*[:=](.*{folded})$", re.MULTILINE)
    found = line.search(text, inner.start, inner.end)
    if found is None:
        return None
    at = text.find(words, found.start(1), found.end(1))
    return Span(at, at + len(words)) if at >= 0 else Span(*found.span())


def _broken(fence: str) -> Note:
    kind = "TOML" if fence == "+++" else "YAML"
    return Note(
        "broken-front-matter",
        f"the front matter is not valid {kind}, so it was read as text",
        line=1,
        hint="quote values that hold a colon",
    )
