import subprocess
import sys

from cli.bench import ROOT

HEAVY = {"dateparser", "rich", "msgspec", "ftfy", "sentencex", "regex", "yaml"}
CODE = "import sys; from kztimeline.cli.problems import run; run(['--help']); print(*sys.modules)"


def test_help_loads_nothing_that_only_work_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert set() == HEAVY & loaded
