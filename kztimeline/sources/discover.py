"""Which files are meant: files, folders, patterns and `-`, in a stable order, each once.

A file that is named is read whatever it is called; from a folder only text files are articles.
"""

from __future__ import annotations

import difflib
import glob
import os
import shlex
import stat
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from operator import attrgetter
from pathlib import Path, PurePath
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from kztimeline.model import Note
from kztimeline.sources.files import PERMISSIONS, RealPaths, said
from kztimeline.textual import sound

STDIN = "-"
ARTICLE_SUFFIXES = (".txt", ".text", ".md")
_CONVERTERS = {
    ".pdf": "pdftotext -layout {source} {target}",
    ".docx": "pandoc -t plain -o {target} {source}",
    ".odt": "pandoc -t plain -o {target} {source}",
    ".rtf": "pandoc -t plain -o {target} {source}",
    ".epub": "pandoc -t plain -o {target} {source}",
    ".html": "pandoc -t plain -o {target} {source}",
    ".htm": "pandoc -t plain -o {target} {source}",
    ".xhtml": "pandoc -t plain -o {target} {source}",
    ".doc": "soffice --headless --convert-to txt:Text {source}",
}
EDITS_NAME = "kztimeline.toml"  # ours: people's corrections, beside the articles
_README = "readme"
_PATTERN_MARKS = "*?["
_ANY_DEPTH = "**"
_Others: TypeAlias = dict[str, list[str]]  # file names by suffix


class Found(Struct, frozen=True):
    """A file to read: where it is (`None` for standard input), what the user calls it.

    A locator is text, whatever bytes a name is made of. `real` is the path without links, by which
    a manifest knows it.
    """

    path: Path | None
    locator: str
    real: str


class Discovery(Struct):
    """Files in order, and notes on what was left out."""

    files: list[Found] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    real_paths: RealPaths = field(default_factory=RealPaths)

    def take(self, path: Path, locator: str, *, is_link: bool | None = None) -> None:
        """Add a file unless it was named before; `is_link` if it is known whether it is one."""
        real = self.real_paths.of(str(path), is_link=is_link)
        if real not in self.seen:
            self.seen.add(real)
            self.files.append(Found(path, sound(locator), real))

    def leave(
        self, code: str, text: str, locator: str, *, hint: str = "", named: bool = False
    ) -> None:
        """Note what is not read; only what the user named is a problem."""
        self.notes.append(Note(code, text, locator, hint=hint, is_problem=named))


def discover(paths: Iterable[str], *, stdin_name: str, apart: Iterable[Path] = ()) -> Discovery:
    """All files that the paths mean; `apart` are never articles (the manifest, the output)."""
    discovery = Discovery()
    discovery.seen.update(os.path.realpath(path) for path in apart)
    for typed in paths:
        if typed == STDIN:
            if not any(found.path is None for found in discovery.files):
                discovery.files.append(Found(None, sound(stdin_name), os.path.realpath(stdin_name)))
        else:
            _discover_path(typed, discovery)
    return discovery


def _discover_path(typed: str, discovery: Discovery) -> None:
    path = Path(typed)
    if not typed:
        hint = "name a file or folder, `.` for this one"
        discovery.leave("no-such-path", "a path is empty", "", hint=hint, named=True)
        return
    if os.path.lexists(path):
        _discover_existing(path, discovery)
    elif any(mark in typed for mark in _PATTERN_MARKS):
        _discover_pattern(typed, discovery)
    else:
        discovery.leave(
            "no-such-path",
            f"`{path.as_posix()}` {'cannot be reached' if _is_barred(path) else 'does not exist'}",
            path.as_posix(),
            hint=_near_miss(path),
            named=True,
        )


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 — `Path.is_dir` raises where it may not look


def _discover_existing(path: Path, discovery: Discovery) -> None:
    if _is_folder(path):
        _discover_folder(path, discovery)
    else:
        _discover_named(path, discovery)


def _discover_pattern(typed: str, discovery: Discovery) -> None:
    """A pattern that spells a suffix means those files, one without means articles only."""
    names = sorted(_matches(typed, discovery), key=PurePath.as_posix)
    locator = PurePath(typed).as_posix()
    if not names:
        text, hint = f"no file matches `{typed}`", "`**` matches folders at any depth"
        discovery.leave("no-such-path", text, locator, hint=hint, named=True)
    suffix = PurePath(typed).suffix
    is_suffix_spelled = bool(suffix) and not any(mark in suffix for mark in _PATTERN_MARKS)
    others: _Others = {}
    for path in names:
        if _is_folder(path):
            if not is_suffix_spelled and "**" not in typed:
                _discover_folder(path, discovery)
        elif is_suffix_spelled:
            _discover_named(path, discovery)
        else:
            _discover_in_folder(path, discovery, others)
    _leave_others(others, locator, discovery)


def _matches(typed: str, discovery: Discovery) -> set[Path]:
    """What a pattern matches; below a `**` only files, each folder entered once."""
    marks = PurePath(typed).parts
    if _ANY_DEPTH not in marks:
        return set(map(Path, glob.glob(typed)))  # noqa: PTH207 — the pattern may be absolute
    head = marks[: marks.index(_ANY_DEPTH)]
    tops = map(Path, glob.glob(str(PurePath(*head)))) if head else [Path()]  # noqa: PTH207
    return {
        path
        for top in tops
        for path, _ in (_walk(top, discovery) if _is_folder(top) else ())
        if _fits(path.relative_to(top).parts, marks[len(head) :])
    }


def _fits(parts: Sequence[str], marks: Sequence[str]) -> bool:
    """Whether a path fits a pattern; a `**` stands for any number of folders, or none.

    >>> _fits(("a", "b.md"), ("**", "*.md")), _fits(("a", "b", "c.md"), ("**", "a", "*.md"))
    (True, False)
    """
    places = _reached({0}, marks)
    for part in parts:
        ahead = {n for n in places if n < len(marks) and fnmatch(part, marks[n])}
        places = _reached({n + (marks[n] != _ANY_DEPTH) for n in ahead}, marks)
    return len(marks) in places


def _reached(places: set[int], marks: Sequence[str]) -> set[int]:
    """The places in a pattern, and those behind each `**` that follows them."""
    reached = set(places)
    for n, mark in enumerate(marks):
        if n in reached and mark == _ANY_DEPTH:
            reached.add(n + 1)
    return reached


def _discover_named(path: Path, discovery: Discovery) -> None:
    locator = path.as_posix()
    if trouble := _not_a_file(path):
        discovery.leave(trouble.code, trouble.text, locator, hint=trouble.hint, named=True)
    elif converter := conversion(path):
        text = f"`{locator}` is no text file"
        discovery.leave("convert-first", text, locator, hint=converter, named=True)
    else:
        discovery.take(path, locator)


def _discover_folder(folder: Path, discovery: Discovery) -> None:
    before = len(discovery.files)
    others: _Others = {}
    for path, is_plain in sorted(_walk(folder, discovery), key=lambda met: met[0].as_posix()):
        _discover_in_folder(path, discovery, others, is_plain=is_plain)
    _leave_others(others, folder.as_posix(), discovery)
    if len(discovery.files) == before:
        text = f"no articles in `{folder.as_posix()}`"
        hint = f"articles are {', '.join(ARTICLE_SUFFIXES)} files"
        discovery.leave("no-articles", text, folder.as_posix(), hint=hint, named=True)


def _discover_in_folder(
    path: Path, discovery: Discovery, others: _Others, *, is_plain: bool = False
) -> None:
    locator = path.as_posix()
    if trouble := None if is_plain else _not_a_file(path):
        is_lost = trouble.code == "unreadable"
        discovery.leave(trouble.code, trouble.text, locator, hint=trouble.hint, named=is_lost)
    elif converter := conversion(path):
        discovery.leave("convert-first", f"`{locator}` is no text file", locator, hint=converter)
    elif path.name == EDITS_NAME:
        return
    elif path.suffix.lower() not in ARTICLE_SUFFIXES:
        if discovery.real_paths.of(str(path)) not in discovery.seen:
            others.setdefault(path.suffix.lower(), []).append(path.name)
    elif path.stem.lower() == _README:
        text = f"`{locator}` is a README, not an article"
        discovery.leave("not-an-article", text, locator, hint="name it to have it read")
    else:
        discovery.take(path, locator, is_link=False if is_plain else None)


def _leave_others(others: _Others, locator: str, discovery: Discovery) -> None:
    """One note a kind of file: a folder may hold a thousand pictures."""
    for suffix, names in sorted(others.items()):
        kind = f"`{suffix}` " if suffix else ""
        files = f"{kind}file `{names[0]}`"
        if len(names) > 1:
            files = f"{len(names)} {kind}files such as `{names[0]}`"
        text = f"{files} left out: articles in a folder are {', '.join(ARTICLE_SUFFIXES)}"
        discovery.leave("not-an-article", text, locator, hint="name a file to have it read")


def _walk(folder: Path, discovery: Discovery) -> Iterator[tuple[Path, bool]]:
    """All files below a folder, and whether each is a plain one, neither link nor device.

    A folder seen before (a loop of links) is not entered again.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        identity = _identity(here)
        if identity in entered:
            text = f"`{here.as_posix()}` links to a folder already read"
            discovery.leave("skipped", text, here.as_posix())
            continue
        entered.update({identity} if identity else ())
        for entry in _entries(here, discovery):
            path = here / entry.name
            if entry.name.startswith("."):
                discovery.leave("hidden", f"`{path.as_posix()}` is hidden", path.as_posix())
            elif _is_plain(entry):
                yield path, True
            elif _is_folder(path):
                waiting.append(path)
            else:
                yield path, False


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Whether the listing of its folder tells that it is a file, which spares asking for each."""
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def _identity(folder: Path) -> tuple[int, int] | None:
    """What a folder is the same by, however it is reached; the way to it may be long."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _entries(folder: Path, discovery: Discovery) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            # a stack: last in, first out
            return sorted(entries, key=attrgetter("name"), reverse=True)
    except OSError as error:
        text = f"cannot read folder `{folder.as_posix()}`: {said(error)}"
        discovery.leave("unreadable", text, folder.as_posix(), hint=PERMISSIONS, named=True)
        return []


class _Trouble(NamedTuple):
    code: str
    text: str
    hint: str


def _not_a_file(path: Path) -> _Trouble | None:
    """Why this is no plain file, and what now; `None` if it is one."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if os.path.islink(path):  # noqa: PTH114 — `Path.is_symlink` raises where it may not look
            text = f"`{path.as_posix()}` is a broken link"
            return _Trouble("skipped", text, "mend or remove the link")
        text = f"`{path.as_posix()}` cannot be read: {said(error)}"
        return _Trouble("unreadable", text, PERMISSIONS)
    if stat.S_ISREG(mode):
        return None
    pipe = "pipe its contents in: `… | kztimeline build -`"
    return _Trouble("skipped", f"`{path.as_posix()}` is a pipe or device, not a file", pipe)


def conversion(path: Path) -> str | None:
    """The one line that makes text of such a file; `None` for what may be text.

    >>> conversion(Path("a b.pdf"))
    "pdftotext -layout 'a b.pdf' 'a b.txt'"
    """
    template = _CONVERTERS.get(path.suffix.lower())
    if template is None:
        return None
    target = path.with_suffix(".txt").as_posix()
    return template.format(source=shlex.quote(path.as_posix()), target=shlex.quote(target))


def _is_barred(path: Path) -> bool:
    """Whether a folder on the way does not let us look what is in it."""
    try:
        path.lstat()
    except OSError as error:
        return isinstance(error, PermissionError)
    return False


def _near_miss(path: Path) -> str:
    """The nearest existing name beside a path that does not exist."""
    folder = path.parent
    if _is_barred(path):
        return f"look at the permissions of `{folder.as_posix()}`"
    if not _is_folder(folder):
        is_there = os.path.lexists(folder)
        reason = "is no folder" if is_there else "does not exist either"
        return f"{'' if is_there else 'folder '}`{folder.as_posix()}` {reason}"
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return PERMISSIONS
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f"did you mean `{(folder / close[0]).as_posix()}`?" if close else "check the spelling"
