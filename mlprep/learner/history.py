"""What was done on one exercise: its attempts, and the answers that were kept, any of which can be brought back."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mlprep.activities import practice
from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError
from mlprep.learner.answer_file import read_source
from mlprep.learner.record import Attempt, Progress

if TYPE_CHECKING:
    from mlprep.activities.session import Session

_STAMP = re.compile(r"\.(\d{4}-\d{2}-\d{2}-\d{6})(?:-(\d+))?\.py$")


class Kept(NamedTuple):
    """An answer that was kept: ``number`` is its place in time, and stays so as later ones are added."""

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


class Restored(NamedTuple):
    """Which answer was brought back, where the present one went, and whether that counts as help."""

    kept: Kept
    path: Path
    aside: Path | None
    counts: bool


def of(session: Session, exercise: Exercise) -> History:
    """The history of an exercise."""
    return History(exercise.id, session.progress.attempts(exercise.id), _kept(session, exercise))


def find(session: Session, exercise: Exercise, number: int) -> Kept:
    """The kept answer of that number. Raises MlprepError."""
    kept = _kept(session, exercise)
    for each in kept:
        if each.number == number:
            return each
    if not kept:
        message = f"No answer of {exercise.id} was kept yet."
        raise MlprepError(message, "Answers are kept when they pass, and when they make room for a stub.")
    raise MlprepError(f"There is no answer {number}.", f"Run `mlprep history {exercise.id}` to see 1 to {len(kept)}.")


def restore(session: Session, exercise: Exercise, number: int) -> Restored:
    """Bring a kept answer back; the present one is put aside. One that passed is help in a review under way."""
    session.create_workspace()
    kept = find(session, exercise, number)
    source, path, now = kept.path.read_bytes(), session.workspace.answer(exercise.id), session.now
    if path.is_file() and path.read_bytes() == source:
        raise MlprepError(f"Your answer is the same as number {number}.", f"Check it: `mlprep check {exercise.id}`.")
    if practice.is_untouched(path, practice.stub(session.catalogue, exercise)):
        path.unlink()
    aside = session.workspace.put_aside(exercise.id, now)
    session.workspace.write_answer(exercise.id, source)
    counts = kept.passed and session.progress.running(exercise.id)

    def change(progress: Progress) -> None:
        if counts:
            progress.see_solution(exercise.id, now)
        else:
            progress.touch(exercise.id, now)

    session.note(change)
    return Restored(kept, path, aside, counts)


def _kept(session: Session, exercise: Exercise) -> list[Kept]:
    workspace = session.workspace
    found = [(_when(path), True, path) for path in workspace.kept_answers(exercise.id)]
    found += [(_when(path), False, path) for path in workspace.asides(exercise.id)]
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
