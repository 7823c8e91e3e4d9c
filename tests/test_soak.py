"""The soak in benchmarks/ runs, finds nothing in a few commands, and does find what it looks for."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

SOAK = Path(__file__).parent.parent / "benchmarks" / "soak.py"
pytestmark = pytest.mark.skipif(sys.platform != "linux" or not SOAK.exists(), reason="looks into /proc")


def soak_module():
    spec = importlib.util.spec_from_file_location("soak", SOAK)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["soak"] = module
    spec.loader.exec_module(module)
    return module


def test_a_few_commands_leave_nothing_and_break_nothing():
    command = [sys.executable, str(SOAK), "--commands", "12", "--minutes", "1", "--seed", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "12 commands" in done.stdout


@pytest.fixture
def soak(tmp_path):
    found = soak_module().Soak(tmp_path, random.Random(1))
    yield found
    found.close()


def kinds(soak) -> set[str]:
    return {trouble.split()[0] for trouble in soak.troubles}


def test_a_pass_that_was_shown_and_is_not_in_the_progress_file_is_seen(soak):
    ended = soak_module().Ended(["check", "softmax"], "undisturbed", 0, "All 49 test cases passed.", "", False)
    soak._judge(ended)
    assert kinds(soak) == {"LOST"}
    soak.troubles.clear()
    record = soak.workspace / ".mlprep" / "progress.json"
    record.parent.mkdir(parents=True)
    record.write_text(json.dumps({"exercises": {"softmax": {"attempts": [[1, "passed", 0, 0, False, None]]}}}))
    soak._judge(ended)
    assert kinds(soak) == set()
    soak._judge(ended)
    assert kinds(soak) == {"LOST"}


def test_tracebacks_faults_and_leftovers_are_seen(soak):
    module = soak_module()
    soak._judge(
        module.Ended(
            ["list"], "undisturbed", 1, "", 'Traceback (most recent call last):\n File "/x/mlprep/cli.py"', False
        )
    )
    assert kinds(soak) == {"FAULT"}
    soak._judge(module.Ended(["list"], "undisturbed", 3, "", "", False))
    assert kinds(soak) == {"FAULT", "EXIT"}
    (soak.temporary / "left").touch()
    soak._judge(module.Ended(["list"], "undisturbed", 0, "", "", False))
    assert kinds(soak) == {"FAULT", "EXIT", "TEMPORARY"}
    (soak.workspace / ".mlprep").mkdir(parents=True)
    (soak.workspace / ".mlprep" / "progress.json.tmp").touch()
    soak._judge(module.Ended(["list"], "undisturbed", 0, "", "", False))
    assert kinds(soak) == {"FAULT", "EXIT", "TEMPORARY", "STATE"}
