import subprocess
import sys

from cli.bench import ROOT

HEAVY = {"dateparser", "rich", "ftfy", "sentencex", "regex", "yaml"}
CODE = "import sys; from kztimeline.cli.problems import run; run(['--help']); print(*sys.modules)"


def test_help_loads_nothing_that_only_work_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert set() == HEAVY & loaded


DATES = CODE.replace("['--help']", "['dates', 'samples', '-f', 'jsonl', '-v']")


def test_dates_load_no_validators_and_nothing_that_tells_or_merges() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DATES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    unasked = {"pydantic", "rich", "dateparser", "kztimeline.events", "kztimeline.clusters"}
    assert set() == unasked & loaded
