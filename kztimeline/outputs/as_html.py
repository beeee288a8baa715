"""HTML: one page that needs nothing else, filters with a script and reads without one."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kztimeline.outputs.inert import shown
from kztimeline.outputs.page import page_of
from kztimeline.outputs.records import Timeline

_TEMPLATE, _STYLE, _SCRIPT = "timeline.html", "timeline.css", "timeline.js"
_CHUNKS = 256  # pieces of the page that are handed on together


def write_html(timeline: Timeline) -> Iterator[str]:
    """The page; whatever comes from articles is escaped by the template's engine.

    Its Content-Security-Policy (level 3) allows the one style and the one script by their hashes
    and nothing else: no address is fetched, no other script runs.
    """
    environment = Environment(
        loader=PackageLoader("kztimeline", "outputs"),
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, script = _part(_STYLE), _part(_SCRIPT)
    stream = environment.get_template(_TEMPLATE).stream(
        page=page_of(timeline),
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own file
        policy=_policy(style, script),
    )
    stream.enable_buffering(_CHUNKS)
    return iter(stream)


def _finalized(value: object) -> object:
    """The last door: no control character or broken one passes, whichever field it came by."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _part(name: str) -> str:
    """A file of the page, with the line ends a browser hashes."""
    text = files("kztimeline").joinpath("outputs", name).read_text(encoding="utf-8")
    return "\n" + text.replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
