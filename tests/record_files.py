"""A progress file for tests: attempts that can be told apart, what is kept of them, and processes that write it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any, NoReturn

import mlprep
from mlprep.learner.record import Progress
from mlprep.learner.record_file import update

NOW = 1_700_000_000.0


def add(path: Path, number: int, known: Progress | None = None) -> None:
    """Records an attempt that can be told apart from the others."""
    update(path, lambda progress: progress.record("softmax", "failed", NOW, f"number {number}"), known)


def numbers(progress: Progress) -> list[int]:
    return [int((each.diagnosis or "").split()[1]) for each in progress.attempts("softmax")]


def good_copy(path: Path) -> Path:
    return path.with_name("progress.last-good.json")


def names(folder: Path) -> set[str]:
    return set(os.listdir(folder))


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A process that runs the script with `mlprep` at hand; its arguments are in `sys.argv`."""
    environ = os.environ | {"PYTHONPATH": str(Path(mlprep.__file__).parents[1])}
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


ADD = """
    import os, sys
    from pathlib import Path
    from mlprep.errors import MlprepError
    from mlprep.learner.record_file import load, update
    path = Path(sys.argv[1])
    def add(number):
        update(path, lambda progress: progress.record("softmax", "failed", 1.7e9, f"number {number}"))
"""


def fails(number: int) -> Any:
    def failing(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return failing


def with_attempt(attempt: object) -> bytes:
    return json.dumps({"version": 1, "exercises": {"softmax": {"attempts": [attempt]}}}).encode()
