"""Wheels in which the busiest modules are compiled by mypyc; plain Python wherever that fails.

Only a wheel is compiled: an editable install stays plain, and nothing is left in the checkout.
The modules stand in `pyproject.toml`. What was compiled is tried before it is packed: it has to
say of the samples what plain Python says of them. The .py files are packed as well.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILERS = (
    "mypy>=1.19",  # mypyc comes with it
    "setuptools>=77",  # which mypyc has call the C compiler
    "pybind11>=2.13",  # whose setup_helpers have it do so on all cores
)
PACKAGE = "kztimeline"
PLAIN = "KZTIMELINE_PURE"  # set to 1: no compiling
# A file of C a module: in one file they take the C compiler twice as long. Little is gained by more
# than -O1: most of the time goes into Python's own sets, tuples and regular expressions.
WRITING = """\
from mypyc.build import mypycify

flags = ["--config-file=", "--ignore-missing-imports"]
made = mypycify([*flags, *{modules!r}], opt_level="1", debug_level="0", multi_file=True)
"""
COMPILING = """\
from pybind11.setup_helpers import ParallelCompile
from setuptools import setup

ParallelCompile().install()
setup(name="compiled", ext_modules=made)
"""
# What regular expressions the samples ask for, laid where the next run finds them compiled.
EXPRESSIONS = "kztimeline/languages/expressions.bin"
PACKING = f"""\
import pathlib, sys
from kztimeline.cli import main
from kztimeline.languages.expressions import packed

try:
    main()
finally:
    pathlib.Path({EXPRESSIONS!r}).write_bytes(packed())
"""


class CompiledWheel(BuildHookInterface[Any]):
    """Puts extension modules beside the modules of the same name."""

    def dependencies(self) -> list[str]:
        """What compiling needs: mypyc, and what we import, for its types and for the trial."""
        is_of_use = _is_wanted() and _has_compiler()
        return [*COMPILERS, *self.metadata.core.dependencies] if is_of_use else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile a copy; where that fails the wheel is plain, and one line says so."""
        if version != "standard" or not _is_wanted():
            return
        place = TemporaryDirectory(ignore_cleanup_errors=True)
        atexit.register(place.cleanup)  # the wheel is packed by then
        try:
            modules = listed(Path(self.root), self.config["modules"], self.config["plain"])
            made = compiled(Path(self.root), Path(place.name), modules)
        except Exception as error:  # noqa: BLE001 - whatever it is, plain Python does the same
            self.app.display_warning(f"plain Python, not compiled: {_told(error)}")
            return
        build_data["force_include"].update({str(file): name for name, file in made.items()})
        build_data.update(pure_python=False, infer_tag=True)


def listed(root: Path, modules: list[str], plain: list[str]) -> list[str]:
    """The files that these patterns name, in order, without those that stay plain."""
    found = {path.relative_to(root).as_posix() for one in modules for path in root.glob(one)}
    return sorted(found - {*plain})


def compiled(root: Path, place: Path, modules: list[str]) -> dict[str, Path]:
    """The extensions of a copy of the package, by their paths in the wheel; raises if any fails."""
    if not _has_compiler():
        message = "no C compiler"
        raise FileNotFoundError(message)
    _copied(root, place)
    told = _built(root, place, "-m", PACKAGE)
    _built(root, place, "-c", PACKING)
    setup = place / "setup.py"
    setup.write_text(_written(place, modules) + COMPILING, encoding="utf-8")
    _run(place, str(setup), "build_ext", "--inplace")
    shutil.rmtree(place / "build")
    made = {
        path.relative_to(place).as_posix(): path
        for path in place.rglob("*")
        if path.name.endswith(tuple(EXTENSION_SUFFIXES))
    }
    is_whole = len(made) > len(modules)  # one more holds all their code
    if not is_whole or _built(root, place, "-m", PACKAGE) != told:
        message = f"compiled ({len(made)} files), the samples read otherwise"
        raise ValueError(message)
    return {**made, EXPRESSIONS: place / EXPRESSIONS}


def write_c(root: Path, place: Path, modules: list[str]) -> None:
    """What mypyc makes of a copy, compiled by nobody; raises if it cannot."""
    _copied(root, place)
    _run(place, "-c", _written(place, modules))


def _copied(root: Path, place: Path) -> None:
    shutil.copytree(root / PACKAGE, place / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))


def _written(place: Path, modules: list[str]) -> str:
    """The modules of a copy made ready, and the words that have mypyc write their C."""
    for name in modules:
        file = place / name
        file.write_text(constant(file.read_text(encoding="utf-8")), encoding="utf-8")
    return WRITING.format(modules=modules)


_FUTURE = "from __future__ import annotations\n"
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*) = ", re.MULTILINE)


def constant(code: str) -> str:
    """A module whose names in capitals are final: else mypyc looks each up whenever it is used."""
    final = _CONSTANT.sub(r"\1: Final = ", code)
    return final.replace(_FUTURE, f"{_FUTURE}from typing import Final\n", 1)


def _built(root: Path, place: Path, *program: str) -> bytes:
    asked = ("build", str(root / "samples"), "--format", "json", "--jobs", "1")
    return _run(place, *program, *asked, KZTIMELINE_CACHE="0")


def _run(place: Path, *arguments: str, **variables: str) -> bytes:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, *arguments],
        cwd=place,
        env={**os.environ, **variables},
        check=True,
        capture_output=True,
    )
    return done.stdout


def _is_wanted() -> bool:
    return sys.implementation.name == "cpython" and os.environ.get(PLAIN, "0") in {"", "0"}


def _has_compiler() -> bool:
    named = os.environ.get("CC") or sysconfig.get_config_var("CC")  # Windows names none
    return not named or shutil.which(named.split()[0]) is not None


def _told(error: Exception) -> str:
    streams = (getattr(error, name, b"").decode(errors="replace") for name in ("stderr", "stdout"))
    said = next((lines[-1] for lines in map(str.splitlines, streams) if lines), repr(error))
    return str(said)
