"""Wheels in which the busiest modules are compiled by mypyc; plain Python wherever that fails.

Only a wheel is compiled: an editable install stays plain, and nothing is left in the checkout.
The modules stand in `pyproject.toml`. What was compiled is tried before it is packed: it has to
say of the samples what plain Python says of them. The .py files are packed as well.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILERS = ("mypy>=1.19", "setuptools>=77")  # mypyc comes with mypy, and has setuptools call the C
PACKAGE = "kztimeline"
PLAIN = "KZTIMELINE_PURE"  # set to 1: no compiling


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
            made = compiled(Path(self.root), Path(place.name), self.config["modules"])
        except Exception as error:  # noqa: BLE001 - whatever it is, plain Python does the same
            self.app.display_warning(f"plain Python, not compiled: {_told(error)}")
            return
        build_data["force_include"].update({str(file): name for name, file in made.items()})
        build_data.update(pure_python=False, infer_tag=True)


def compiled(root: Path, place: Path, modules: list[str]) -> dict[str, Path]:
    """The extensions of a copy of the package, by their paths in the wheel; raises if any fails."""
    if not _has_compiler():
        message = "no C compiler"
        raise FileNotFoundError(message)
    shutil.copytree(root / PACKAGE, place / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    told = _dates(root, place)
    flags = ("--config-file=", "--ignore-missing-imports")
    _run(place, "-m", "mypyc", *flags, *modules, MYPYC_OPT_LEVEL="2", MYPYC_DEBUG_LEVEL="0")
    shutil.rmtree(place / "build")
    made = {
        path.relative_to(place).as_posix(): path
        for path in place.rglob("*")
        if path.name.endswith(tuple(EXTENSION_SUFFIXES))
    }
    if len(made) <= len(modules) or _dates(root, place) != told:  # one more holds all their code
        message = f"compiled ({len(made)} files), the samples read otherwise"
        raise ValueError(message)
    return made


def _dates(root: Path, place: Path) -> bytes:
    asked = ("dates", str(root / "samples"), "--format", "jsonl")
    return _run(place, "-m", PACKAGE, *asked, KZTIMELINE_CACHE="0")


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
    said = getattr(error, "stderr", b"").decode(errors="replace").strip() or repr(error)
    return str(said.splitlines()[-1])
