"""One regular expression of many: what begins with a known letter is tried only there.

`re` tries the branches of a choice one after another, and passes by at once only those that begin
with a plain letter. So a choice at the head of a branch is taken apart, and branches of one letter
are put together; which of two branches is tried first never changes where both may fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_GROUP = "(?:"
_LETTER = re.compile(r"([^\W\d_]|[’'])(?![?*+{])")
_LOOK_BACK = re.compile(r"(\(\?<[=!])([^()|]+)\)")
_LOOKS_BACK = re.compile(rf"(?:{_LOOK_BACK.pattern})+")
_PIECE = re.compile(r"[^\\\[()|]+|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)

Branch = tuple[str, str]  # the letter it begins with, empty where that is not plain, and the rest


def choice(branches: Iterable[Branch]) -> str:
    """An expression that fits what one of the branches fits, the first of them first."""
    parts: list[str] = []
    by_letter: dict[str, list[str]] = {}
    for letter, rest in (*branches, ("", "")):
        if letter:
            by_letter.setdefault(letter, []).append(rest)
            continue
        parts += [f"{each}(?:{'|'.join(rests)})" for each, rests in by_letter.items()]
        by_letter.clear()
        parts.append(rest)
    return "|".join(parts[:-1])


def opened(expression: str) -> Iterator[Branch]:
    """Branches that together fit what an expression fits, in the order it tries them.

    >>> list(opened("(?:will|wo|shall) be"))
    [('w', '(?:ill|o) be'), ('s', '(?:hall) be')]
    """
    for each in _choices(expression):
        if found := _LETTER.match(each):
            yield found[1], each[1:]
        elif each.startswith(_GROUP):
            yield from _opened_group(each)
        else:
            yield "", each


def _opened_group(expression: str) -> Iterator[Branch]:
    """The same for one that begins with a group."""
    end = _group_end(expression)
    inner, rest = expression[len(_GROUP) : end - 1], expression[end:]
    if rest[:1] in {"*", "+", "{"} or rest[:2] in {"??", "?+"}:
        yield "", expression
        return
    is_optional = rest.startswith("?")
    rest = rest.removeprefix("?")
    yield from _with_rest(opened(inner), rest)
    if is_optional:
        yield from opened(rest)


def _with_rest(heads: Iterable[Branch], rest: str) -> Iterator[Branch]:
    """Alternatives with what follows them all, once a letter where they are many."""
    by_letter: dict[str, list[str]] = {}
    for letter, tail in heads:
        if not letter:
            yield from _put_together(by_letter, rest)
            by_letter = {}
            yield from _behind(tail, rest)
        else:
            by_letter.setdefault(letter, []).append(tail)
    yield from _put_together(by_letter, rest)


def _behind(tail: str, rest: str) -> Iterator[Branch]:
    """What looks back and then fits something: looked back from behind the letter that fits.

    >>> list(_behind("(?<!the )", "(?:start|begin)"))
    [('s', '(?<!(?:the )s)(?:tart)'), ('b', '(?<!(?:the )b)(?:egin)')]
    """
    if not _LOOKS_BACK.fullmatch(tail):
        yield "", f"(?:{tail}){rest}"
        return
    for letter, more in opened(rest):
        looks = _LOOK_BACK.sub(rf"\1(?:\2){letter})", tail) if letter else tail
        yield letter, f"{looks}{more}"


def _put_together(by_letter: dict[str, list[str]], rest: str) -> Iterator[Branch]:
    for letter, tails in by_letter.items():
        yield letter, f"(?:{'|'.join(tails)}){rest}"


def _choices(expression: str) -> Sequence[str]:
    """The expression cut at the bars that stand in no group."""
    out, depth = [""], 0
    for piece in _PIECE.findall(expression):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            out.append("")
        else:
            out[-1] += piece
    return out


def _group_end(expression: str) -> int:
    """Index behind the bracket that closes the group at the start."""
    depth = place = 0
    for piece in _PIECE.findall(expression):
        depth += (piece == "(") - (piece == ")")
        place += len(piece)
        if not depth:
            break
    return place
