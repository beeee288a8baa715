"""Expressions of tables as a wheel brings them: the same as compiled where they are asked for."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator

import pytest

from kztimeline.languages import as_regex, expressions

WRITTEN = [
    (r"(?P<day>\d\d?) (?:May|June)", re.NOFLAG),
    (r"(?P<day>\d\d?) (?:May|June)", re.IGNORECASE),
    (r"(?i:[^\W\d_]{3,}+)(?<!é)\b(x)?", re.NOFLAG),
    (r"(a)(?P<b>b(?P<c>c))?(?(b)d|e)", re.NOFLAG),
]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    expressions._packed.cache_clear()
    yield
    expressions._packed.cache_clear()


def brought(monkeypatch: pytest.MonkeyPatch, data: bytes | None) -> None:
    """A wheel with these bytes beside the module, and a `re` that compiles nothing more."""
    monkeypatch.setattr(expressions, "get_data", lambda *_: data)
    expressions._packed.cache_clear()


def test_what_was_packed_is_what_re_makes_and_is_not_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = [as_regex(*written) for written in WRITTEN]
    brought(monkeypatch, expressions.packed())
    monkeypatch.setattr(re, "compile", None)

    again = [as_regex(*written) for written in WRITTEN]

    assert again == made
    assert [each.groupindex for each in again] == [each.groupindex for each in made]
    assert [each.groups for each in again] == [each.groups for each in made]


def other_release() -> bytes:
    release, known = marshal.loads(expressions.packed())  # noqa: S302 - made here
    return marshal.dumps((("another", *release[1:]), dict.fromkeys(known, ("broken",))))


@pytest.mark.parametrize(
    "data", [None, b"", b"\xff\xfe", marshal.dumps(3), marshal.dumps((1, 2, 3)), other_release()]
)
def test_without_a_packed_file_of_this_python_they_are_compiled(
    monkeypatch: pytest.MonkeyPatch, data: bytes | None
) -> None:
    brought(monkeypatch, data)

    assert as_regex(*WRITTEN[1]) == re.compile(*WRITTEN[1])


def test_a_broken_expression_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        as_regex("(a")
