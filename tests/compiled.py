"""The compiled wheel beside plain Python: the same of every article, and the rooms' tests hold.

    python tests/compiled.py [FOLDER ...]

Installs this tree in a virtual environment of its own, sees that every module pyproject.toml lists
is compiled there, compares what both say of the samples, of articles that fuzzing makes and of each
FOLDER (with its manifest.csv, if there is one), and runs the tests of the rooms that are compiled.
By hand, for it takes minutes.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    ("dates", "--format", "jsonl"),
    ("anchors", "--format", "json"),
    ("build", "--format", "json"),
)
ROOMS = (
    *("articles", "clusters", "events", "languages", "mappers", "outputs", "textual", "timexes"),
    *("times", "test_pipeline.py", "test_told_days.py"),
)
MADE = 200  # articles by fuzzing
WHERE = "import importlib, sys; print(importlib.import_module(sys.argv[1]).__file__)"


def main(folders: list[str]) -> int:
    """Print one line a step; 1 if any went wrong."""
    with tempfile.TemporaryDirectory() as name:
        bench = Compiled(Path(name))
        samples = Path(name) / "samples"
        shutil.copytree(ROOT / "samples", samples)
        made = fuzzed(Path(name) / "made")
        given = [Path(folder).resolve() for folder in folders]
        is_right = [bench.is_compiled(), *map(bench.agrees, [samples, made, *given]), bench.holds()]
    print("compiled: " + ("all right" if all(is_right) else "WRONG"))
    return 0 if all(is_right) else 1


class Compiled:
    """A virtual environment with the wheel."""

    def __init__(self, place: Path) -> None:
        """Build and install it."""
        self._place = place
        self._python = str(place / "venv" / "bin" / "python")
        subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
        what = [f"{ROOT}[dev]"]
        subprocess.run([self._python, "-m", "pip", "install", "-q", *what], check=True)

    def is_compiled(self) -> bool:
        """Whether every listed module is an extension."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        lists = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
        listed = {path.relative_to(ROOT) for each in lists["modules"] for path in ROOT.glob(each)}
        names = [
            str(each.parent if each.name == "__init__.py" else each.with_suffix(""))
            for each in sorted(listed - set(map(Path, lists["plain"])))
        ]
        plain = [name for name in names if not self._file(name.replace("/", ".")).endswith(ENDS)]
        print(f"{len(names) - len(plain)} of {len(names)} modules compiled", *plain, flush=True)
        return not plain

    def agrees(self, folder: Path) -> bool:
        """Whether both say the same of a folder, byte for byte."""
        manifest = folder / "manifest.csv"
        given = ["--manifest", str(manifest)] if manifest.exists() else []
        differing = [
            command
            for command, *options in COMMANDS
            if self._said(command, str(folder), *given, *options)
            != self._said(command, str(folder), *given, *options, PYTHONPATH=str(ROOT))
        ]
        print(
            f"{folder.name}:", ", ".join(differing) + " DIFFER" if differing else "same", flush=True
        )
        return not differing

    def holds(self) -> bool:
        """Whether the tests of the rooms pass where there is no plain package beside them."""
        for name in ("tests", "pyproject.toml", "README.md"):  # the samples lie there
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self._place / name)
        rooms = [f"tests/{room}" for room in ROOMS]
        command = [self._python, "-m", "pytest", "-q", "-n", "auto", *rooms]
        return subprocess.run(command, cwd=self._place, check=False).returncode == 0

    def _file(self, module: str) -> str:
        command = [self._python, "-c", WHERE, module]
        done = subprocess.run(command, cwd=self._place, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def _said(self, *arguments: str, **variables: str) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [self._python, "-m", "kztimeline", *arguments],
            cwd=self._place,
            env={**os.environ, "KZTIMELINE_CACHE": "0", **variables},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr


ENDS = tuple(EXTENSION_SUFFIXES)


def fuzzed(folder: Path) -> Path:
    """A folder of articles, always the same."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
    from fuzz.draw import Draw  # noqa: PLC0415 - only now can it be found
    from fuzz.words import article_bytes  # noqa: PLC0415

    folder.mkdir()
    draw = random.Random(7)  # noqa: S311 - no secret
    for number in range(MADE):
        article = article_bytes(Draw(draw.randbytes(800)))
        (folder / f"{number:03}.txt").write_bytes(article)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
