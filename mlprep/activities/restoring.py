"""Bringing saved code back; the present code is saved first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mlprep.activities import practice
from mlprep.content.catalogue import Exercise
from mlprep.errors import MlprepError
from mlprep.learner import history
from mlprep.learner.answer_file import read_bytes
from mlprep.learner.history import Kept
from mlprep.learner.record import Progress

if TYPE_CHECKING:
    from mlprep.activities.session import Session


class Restored(NamedTuple):
    """Which code was brought back, where the present code went, and whether that counts as help."""

    kept: Kept
    path: Path
    aside: Path | None
    counts: bool


def restore(session: Session, exercise: Exercise, number: int) -> Restored:
    """Bring saved code back; the present code is saved first. Code that passed is help in a review."""
    session.create_workspace()
    kept = history.find(session.workspace, exercise.id, number)
    source, path, now = read_bytes(kept.path, _GONE), session.workspace.answer(exercise.id), session.now
    if _holds(path, source):
        raise MlprepError(f"Your file already holds number {number}.", f"Check it: `mlprep check {exercise.id}`.")
    aside = practice.exchange(session, exercise, source)
    counts = kept.passed and session.progress.running(exercise.id)

    def change(progress: Progress) -> None:
        if counts:
            progress.see_solution(exercise.id, now)
        else:
            progress.touch(exercise.id, now)

    session.note(change)
    return Restored(kept, path, aside, counts)


_GONE = "Its file was moved or deleted. Restore another one."


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_bytes(path) == content
    except MlprepError:
        return False
