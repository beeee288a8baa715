"""One document after another, as the rooms want them; memory holds one file at a time."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from kztimeline.model import DateOrder, Declaration, Document, InputError, Note, OutputError
from kztimeline.sources.decode import AUTO, Decoded, NotTextError, check_encoding, decode
from kztimeline.sources.discover import Found, conversion, discover
from kztimeline.sources.files import LARGEST_ARTICLE, read_file, read_stdin, remedy, said, too_large
from kztimeline.sources.manifest import Manifest, read_manifest
from kztimeline.sources.mojibake import Repaired, repair
from kztimeline.sources.own_output import HEAD, is_own_output
from kztimeline.sources.sidecar import Sidecars, read_mtime

_VISIBLE = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufeff\ufffd]")
_EMPTY = ("empty", "is empty", "nothing to read in it")


class IntakeRequest(Struct, frozen=True):
    """What to read and how.

    `paths` as typed, `-` for standard input, which is called `stdin_name`; `output` is a file about
    to be written, never read.
    """

    paths: tuple[str, ...]
    manifest: str | None = None
    encoding: str = AUTO
    stdin_name: str = "stdin.txt"
    use_mtime: bool = False
    output: str | None = None
    language: str = "en"
    date_order: DateOrder = DateOrder.MDY
    read_stdin: Callable[[], bytes] = read_stdin


class Intake:
    """The documents of a request; iterate once.

    `count` files are to be read at most; `notes` grow while reading, notes on a document that is
    read lie in the document. If nothing at all could be read, iteration ends with an `InputError`.
    """

    def __init__(self, request: IntakeRequest) -> None:
        """Find the files and read the manifest; no article is opened yet."""
        check_encoding(request.encoding)
        self._request = request
        self._manifest = _open_manifest(request)
        _spare_articles(request)
        apart = [Path(path) for path in (request.manifest, request.output) if path]
        discovery = discover(request.paths, stdin_name=request.stdin_name, apart=apart)
        self._files = discovery.files
        self._notes = [*self._manifest.notes, *discovery.notes]
        self._sidecars = Sidecars()
        self._used: set[str] = set()
        self._read_before: Counter[tuple[str, str]] = Counter()
        self.count = len(self._files)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that the files stand in, in order of discovery."""
        return tuple(dict.fromkeys(found.path.parent for found in self._files if found.path))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was left out so far, and what is wrong with the manifest."""
        return tuple(self._notes)

    def __iter__(self) -> Iterator[Document]:
        """Documents in order of discovery."""
        read = 0
        for found in self._files:
            if (document := self._read(found)) is not None:
                read += 1
                yield document
        self._notes.extend(self._manifest.unused(self._used))
        if not read:
            raise _nothing_read(self._notes)

    def _read(self, found: Found) -> Document | None:
        claims = self._manifest_claims(found)
        try:
            raw = self._bytes_of(found)
            trouble = _not_an_article(raw)
            decoded = None if trouble else decode(raw, self._request.encoding)
        except OSError as error:
            hint = remedy(error) if found.path else "pipe an article in, or name a file"
            self._skip(found, "unreadable", f"cannot be read: {said(error)}", hint)
        except NotTextError as error:
            hint = (conversion(found.path) if found.path else None) or "only text files can be read"
            self._skip(found, "binary", f"is no text: {error}", hint)
        else:
            if decoded and _VISIBLE.search(decoded.text):
                return self._document(found, raw, decoded, claims)
            self._skip(found, *(trouble or _EMPTY))
        return None

    def _bytes_of(self, found: Found) -> bytes:
        if found.path is not None:
            return read_file(found.path, largest=LARGEST_ARTICLE)
        raw = self._request.read_stdin()
        if len(raw) > LARGEST_ARTICLE:
            raise too_large(LARGEST_ARTICLE)
        return raw

    def _skip(self, found: Found, code: str, text: str, hint: str) -> None:
        self._notes.append(Note(code, f"`{found.locator}` {text}", found.locator, hint=hint))

    def _document(
        self, found: Found, raw: bytes, decoded: Decoded, claims: tuple[Declaration, ...]
    ) -> Document:
        repaired = repair(decoded.text)
        digest = hashlib.sha256(raw).hexdigest()
        notes = [*_decoding_notes(decoded, found.locator), *_repair_notes(repaired, found.locator)]
        if found.path is not None:
            sidecar, trouble = self._sidecars.read(found.path, found.locator)
            mtime = read_mtime(found.path) if self._request.use_mtime else ()
            claims = (*claims, *sidecar, *mtime)
            notes.extend(trouble)
        return Document(
            locator=found.locator,
            text=repaired.text,
            sha256=digest,
            declared=claims,
            notes=tuple(notes),
            twin=self._twin(found.locator.rpartition("/")[2], digest),
        )

    def _twin(self, name: str, digest: str) -> int:
        before = self._read_before[name, digest]
        self._read_before[name, digest] = before + 1
        return before

    def _manifest_claims(self, found: Found) -> tuple[Declaration, ...]:
        self._used.add(found.real)
        return self._manifest.claims.get(found.real, ())


def _spare_articles(request: IntakeRequest) -> None:
    """`OutputError` where the result would take the place of an article."""
    if request.output is None or not os.path.isfile(request.output):  # noqa: PTH113
        return
    output = Path(request.output)
    try:
        with output.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return
    if not head.strip() or is_own_output(head):
        return
    apart = [Path(request.manifest)] if request.manifest else []
    found = discover(request.paths, stdin_name=request.stdin_name, apart=apart)
    if os.path.realpath(output) in found.seen - {os.path.realpath(path) for path in apart}:
        message = f"cannot write to `{output.as_posix()}`: it is one of the articles"
        raise OutputError(message, hint="choose another place with -o")


def _open_manifest(request: IntakeRequest) -> Manifest:
    if request.manifest is None:
        return Manifest()
    return read_manifest(
        Path(request.manifest), language=request.language, order=request.date_order
    )


def _not_an_article(raw: bytes) -> tuple[str, str, str] | None:
    """Code, reason and hint for bytes that hold no article."""
    if not raw.strip():
        return _EMPTY
    if is_own_output(raw):
        return "own-output", "was written by kztimeline", "keep results out of the articles' folder"
    return None


def _decoding_notes(decoded: Decoded, locator: str) -> Iterator[Note]:
    if decoded.is_guess:
        text = f"read as {decoded.encoding}, judging by its bytes"
        yield Note(
            "encoding-guessed", text, locator, hint="say `--encoding` if not", is_problem=False
        )
    if decoded.lost:
        number = "1 character" if decoded.lost == 1 else f"{decoded.lost} characters"
        text = f"{number} cannot be read as {decoded.encoding}"
        yield Note("encoding-lost", text, locator, hint="try another `--encoding`")


def _repair_notes(repaired: Repaired, locator: str) -> Iterator[Note]:
    if repaired.repairs:
        places = "1 place" if repaired.repairs == 1 else f"{repaired.repairs} places"
        text = f"broken characters repaired in {places}"
        yield Note("mojibake-repaired", text, locator, is_problem=False)
    if repaired.undecided:
        text = f"{repaired.undecided} lone “â” left as they are: what they stood for is unclear"
        yield Note("mojibake-left", text, locator, is_problem=False)


def _nothing_read(notes: list[Note]) -> InputError:
    """The first trouble, put as the reason why there is nothing."""
    problems = [note for note in notes if note.is_problem] or notes
    if not problems:
        return InputError("nothing to read", hint="name files or folders")
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return InputError(f"nothing to read: {problems[0].text}{more}", hint=problems[0].hint)
