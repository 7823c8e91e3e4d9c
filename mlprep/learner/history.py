"""What was done on one exercise: its attempts, and the code that was saved."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

from mlprep.errors import MlprepError
from mlprep.learner.answer_file import read_source
from mlprep.learner.attempt_rows import Attempt
from mlprep.learner.record import Progress
from mlprep.learner.workspace import Workspace

_STAMP = re.compile(r"\.(\d{4}-\d{2}-\d{2}-\d{6})(?:-(\d+))?\.py$")


class Kept(NamedTuple):
    """Code that was saved: ``number`` is its place in time, and stays so as later ones are added."""

    number: int
    when: float
    passed: bool
    lines: int
    path: Path


class History(NamedTuple):
    """All about one exercise, oldest first."""

    exercise: str
    attempts: list[Attempt]
    kept: list[Kept]


def of(workspace: Workspace, progress: Progress, exercise: str) -> History:
    """The history of an exercise."""
    return History(exercise, progress.attempts(exercise), _kept(workspace, exercise))


def find(workspace: Workspace, exercise: str, number: int) -> Kept:
    """The saved code of that number. Raises MlprepError."""
    kept = _kept(workspace, exercise)
    for each in kept:
        if each.number == number:
            return each
    if not kept:
        message = f"No code of {exercise} was saved yet."
        raise MlprepError(message, "Code is saved when it passes, and before a reset.")
    raise MlprepError(f"There is no number {number}.", f"Run `mlprep history {exercise}` to see 1 to {len(kept)}.")


def _kept(workspace: Workspace, exercise: str) -> list[Kept]:
    found = [(_when(path), True, path) for path in workspace.passed_sources(exercise)]
    found += [(_when(path), False, path) for path in workspace.asides(exercise)]
    found.sort(key=lambda each: (each[0], not each[1], len(each[2].name), each[2].name))
    return [Kept(i, when[0], passed, _lines(path), path) for i, (when, passed, path) in enumerate(found, 1)]


def _when(path: Path) -> tuple[float, int]:
    """The moment in the file's name, and its number within that second."""
    match = _STAMP.search(path.name)
    if match is None:
        return path.stat().st_mtime, 0
    return time.mktime(time.strptime(match[1], "%Y-%m-%d-%H%M%S")), int(match[2] or 1)


def _lines(path: Path) -> int:
    try:
        return len(read_source(path).splitlines())
    except MlprepError:
        return 0
