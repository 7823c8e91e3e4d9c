"""The tests in `tests/content` that concern one exercise: its oracle, and what else is held of each by itself.

`pytest tests/content --exercise ID` runs them all; here are those that nothing else in `dev check` covers.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from mlprep.authoring.places import Places
from mlprep.grading.frameworks import is_installed

_OF_EACH = ("test_a_little_off.py", "test_odd_results.py")


def is_there(where: Places) -> bool:
    """Whether the topic's file of oracles has one for this exercise."""
    path = where.oracle
    return path.is_file() and f"def test_{where.name}_agrees_with_" in path.read_text(encoding="utf-8")


def can_run() -> bool:
    """Whether pytest and what the oracles need are installed."""
    return all(map(is_installed, ("pytest", "hypothesis", "scipy", "sklearn")))


def failures(root: Path, where: Places) -> Iterator[str]:
    """Run the tests that concern the exercise; what fails, a line each."""
    files = [where.oracle, *(where.oracle.with_name(name) for name in _OF_EACH)]
    options = ["-q", "--tb=no", "-rfE", "-p", "no:cacheprovider", "--exercise", where.name]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *map(str, files)],
        cwd=root,
        env={**os.environ, "COLUMNS": "300"},  # else pytest cuts off what is wrong
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in ended.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    yield from lines
    if ended.returncode and not lines:
        yield f"pytest could not run the tests of {where.name}: {(ended.stderr or ended.stdout).strip()}"
