"""What stands in the wheel is compiled, or plain Python; nothing is compiled here."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from subprocess import CalledProcessError
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from msgspec import Struct

from kztimeline.clusters.figures import figures_of
from kztimeline.clusters.pairs import surest
from kztimeline.clusters.salience import weighed
from kztimeline.events.amounts import Amount
from kztimeline.languages import expressions
from kztimeline.pipeline import draft_article, first_reading, second_reading

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LISTS = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
METADATA = SimpleNamespace(core=SimpleNamespace(dependencies=PROJECT["project"]["dependencies"]))


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.delenv("KZTIMELINE_PURE", raising=False)
    monkeypatch.setenv("CC", sys.executable)  # a compiler that is there
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Build:
    """A wheel being made of a package of one line."""

    def __init__(self, script: ModuleType, root: Path, line: str) -> None:
        (root / "kztimeline").mkdir()
        (root / "kztimeline" / "__init__.py").touch()
        (root / "kztimeline" / "__main__.py").write_text(line, encoding="utf-8")
        self.warnings: list[str] = []
        self.data: dict[str, Any] = {"force_include": {}}
        app = SimpleNamespace(display_warning=self.warnings.append)
        config = {"modules": ["kztimeline/*.py"], "plain": ["kztimeline/__init__.py"]}
        self.hook = script.CompiledWheel(str(root), config, None, METADATA, "", "wheel", app)


@pytest.mark.parametrize("name", ["modules", "plain"])
def test_each_pattern_names_something_and_stands_in_order(name: str) -> None:
    assert [each for each in LISTS[name] if not list(ROOT.glob(each))] == []
    assert sorted(set(LISTS[name])) == LISTS[name]


def test_what_stays_plain_is_not_compiled(script: ModuleType) -> None:
    compiled = script.listed(ROOT, LISTS["modules"], LISTS["plain"])

    assert "kztimeline/events/tell.py" in compiled
    assert not {*compiled} & {*LISTS["plain"]}


def test_names_in_capitals_are_final(script: ModuleType) -> None:
    """The compiled code reads them where they stand, and not from a dict each time."""
    code = "from __future__ import annotations\n\n_MOST = 3\nfew = 2\nLEAST: int = 1\n    IN = 1\n"

    assert script.constant(code) == (
        "from __future__ import annotations\nfrom typing import Final\n\n"
        "_MOST: Final = 3\nfew = 2\nLEAST: int = 1\n    IN = 1\n"
    )


def test_a_module_with_constants_can_take_the_word(script: ModuleType) -> None:
    compiled = script.listed(ROOT, LISTS["modules"], LISTS["plain"])
    final = [script.constant((ROOT / path).read_text(encoding="utf-8")) for path in compiled]

    assert any(": Final" in code for code in final)
    assert not [code for code in final if ": Final" in code and "import Final" not in code]


def test_no_function_for_other_processes_is_compiled(script: ModuleType) -> None:
    """What comes back from one is read by the type that the function says: mypyc drops it."""
    compiled = script.listed(ROOT, LISTS["modules"], LISTS["plain"])
    sent = {surest, figures_of, weighed, first_reading, second_reading, draft_article}

    assert not {f"{each.__module__.replace('.', '/')}.py" for each in sent} & {*compiled}


class Bare(Struct):
    """As a class is that says nothing."""


def made(kind: type[Struct]) -> dict[str, object]:
    config = (Bare if kind is Struct else kind).__struct_config__
    return {name: getattr(config, name) for name in dir(config) if not name.startswith("_")}


def records_of(path: str) -> list[type[Struct]]:
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    kinds = [
        kind for kind in vars(importlib.import_module(name)).values() if isinstance(kind, type)
    ]
    return [kind for kind in kinds if issubclass(kind, Struct) and kind.__module__ == name]


def test_no_record_that_says_more_than_its_base_is_compiled(script: ModuleType) -> None:
    """The words in a class's head mypyc drops as well: `Record` and `Unique` keep them."""
    compiled = script.listed(ROOT, LISTS["modules"], LISTS["plain"])
    kinds = [kind for path in compiled for kind in records_of(path)]

    assert Amount in kinds
    assert [kind for kind in kinds if made(kind) != made(kind.__base__)] == []


def test_mypyc_understands_all_that_is_compiled(script: ModuleType, tmp_path: Path) -> None:
    """What it does not, mypy may well pass, and the wheel would be plain: `pip` hides the line."""
    modules = script.listed(ROOT, LISTS["modules"], LISTS["plain"])

    script.write_c(ROOT, tmp_path, modules)

    assert len(list((tmp_path / "build").glob("__native_*.c"))) > len(modules)


def test_what_mypyc_does_not_understand_is_told(script: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "kztimeline").mkdir()
    module = tmp_path / "kztimeline" / "nothing.py"
    module.write_text("def none() -> int:\n    return None\n", encoding="utf-8")

    with pytest.raises(CalledProcessError) as caught:
        script.write_c(tmp_path, tmp_path / "copy", ["kztimeline/nothing.py"])

    assert "nothing.py:2: error: Incompatible return value" in caught.value.stdout.decode()


def test_what_fails_leaves_a_plain_wheel_and_one_line(script: ModuleType, tmp_path: Path) -> None:
    build = Build(script, tmp_path, "print('much')\nraise SystemExit('first\\nno such compiler')")

    build.hook.initialize("standard", build.data)

    assert build.warnings == ["plain Python, not compiled: no such compiler"]
    assert build.data == {"force_include": {}}


def test_without_a_compiler_nothing_is_asked_for(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler -m64")
    build = Build(script, tmp_path, "raise SystemExit('tried')")

    build.hook.initialize("standard", build.data)

    [warning] = build.warnings
    assert "no C compiler" in warning
    assert build.hook.dependencies() == []


@pytest.mark.parametrize(("version", "pure"), [("editable", ""), ("standard", "1")])
def test_nothing_is_tried_where_nothing_is_wanted(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, pure: str
) -> None:
    monkeypatch.setenv("KZTIMELINE_PURE", pure)
    build = Build(script, tmp_path, "raise SystemExit('tried')")

    build.hook.initialize(version, build.data)

    assert (build.warnings, build.data) == ([], {"force_include": {}})
    assert any(each.startswith("mypy") for each in build.hook.dependencies()) is not bool(pure)


def pretend(script: ModuleType, monkeypatch: pytest.MonkeyPatch, after: bytes) -> None:
    """Have mypyc leave what it does, and the samples read `after` when it has."""
    said = iter([b"before", after])

    def run(place: Path, *arguments: str, **_: str) -> bytes:
        if script.PACKING in arguments:
            (place / script.EXPRESSIONS).parent.mkdir()
            (place / script.EXPRESSIONS).touch()
            return b""
        if "build_ext" not in arguments:
            return next(said)
        (place / "build").mkdir()
        for name in ("build/kz", "kz__mypyc", "kztimeline/__main__"):
            (place / f"{name}{EXTENSION_SUFFIXES[0]}").touch()
        return b""

    monkeypatch.setattr(script, "_run", run)


def test_extensions_lie_beside_their_modules(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(script, monkeypatch, after=b"before")
    build = Build(script, tmp_path, "")

    build.hook.initialize("standard", build.data)

    names = {f"{name}{EXTENSION_SUFFIXES[0]}" for name in ("kz__mypyc", "kztimeline/__main__")}
    assert set(build.data["force_include"].values()) == {*names, script.EXPRESSIONS}
    assert all(Path(file).exists() for file in build.data["force_include"])
    assert (build.data["pure_python"], build.data["infer_tag"]) == (False, True)


def test_expressions_lie_where_they_are_looked_for(script: ModuleType) -> None:
    assert (ROOT / script.EXPRESSIONS).parent == Path(expressions.__file__).parent
    assert script.EXPRESSIONS.endswith(f"/{expressions.FILE}")
    compile(script.PACKING, "packing", "exec")


def test_a_wheel_that_reads_otherwise_is_not_packed(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(script, monkeypatch, after=b"after")
    build = Build(script, tmp_path, "")

    build.hook.initialize("standard", build.data)

    [warning] = build.warnings
    assert "the samples read otherwise" in warning
    assert build.data == {"force_include": {}}
