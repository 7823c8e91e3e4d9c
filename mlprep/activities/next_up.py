"""What comes next, started: by the study plan, by a learning path, or because it is due for review."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mlprep.activities import practice
from mlprep.content.catalogue import DEBUG, TESTS, Exercise, LearningPath
from mlprep.errors import NothingToDo

if TYPE_CHECKING:
    from mlprep.activities.practice import Begun
    from mlprep.activities.session import Session


def most_pressing(session: Session) -> Exercise:
    """What is due for review, the most pressing first. Raises NothingToDo if nothing is."""
    from mlprep.learner import schedule, state

    names = state.due_now(session.catalogue, session.progress, session.now)
    if names:
        return session.catalogue.exercises[names[0]]
    targets = state.targets(session.catalogue)
    coming = schedule.upcoming(session.progress, targets, session.now) if session.progress.exercises() else []
    when = f" The next one is {coming[0].exercise}, on {coming[0].on:%a %b} {coming[0].on.day}." if coming else ""
    raise NothingToDo(f"No exercise is due for review.{when}", "Run `mlprep next` for something new.")


def begin_next(session: Session) -> Begun:
    """Start what comes next: a review or something new. Raises NothingToDo if all is done."""
    from mlprep.learner import study_plan

    step = study_plan.choose(session.catalogue, session.progress, session.now)
    if step is None:
        raise NothingToDo(
            "Every other exercise is solved, and none is due for review.",
            "Run `mlprep progress`, or solve one again: `mlprep review NAME`.",
        )
    left = session.progress.current
    if left and left in session.catalogue.exercises and not session.progress.solved(left):
        session.notices.append(f"{left} is not solved yet. To go back to it, run `mlprep start {left}`.")
    exercise = session.catalogue.exercises[step.exercise]
    if step.kind in (DEBUG, TESTS):
        return begin_round(session, exercise, step.kind)
    return practice.review(session, exercise) if step.kind == study_plan.REVIEW else practice.start(session, exercise)


def begin_round(session: Session, exercise: Exercise, kind: str) -> Begun:
    """Start a round of an exercise, or go on with one that is in progress. What is too short to debug is tested."""
    from mlprep.activities import debugging, test_writing

    if kind == DEBUG:
        try:
            return debugging.begin(session, exercise.id)
        except debugging.NoRound:
            pass
    return test_writing.start(session, exercise)


def follow(session: Session, name: str) -> LearningPath | None:
    """Have `next` follow that learning path from now on; ``none`` for none. Raises UnknownName."""
    path = None if name.strip().lower() == "none" else session.catalogue.find_path(name)
    session.create_workspace()
    session.change(lambda progress: progress.follow(path.id if path else None))
    return path


def take_up(session: Session, name: str | None) -> tuple[Exercise, Path]:
    """What to watch: the named exercise or the current one, started if need be; without either, what comes next."""
    if name is None and session.progress.current is None:
        begun = begin_next(session)
        return begun.exercise, begun.path
    exercise = session.exercise(name)
    path = session.workspace.answer(exercise.id)
    if not os.path.lexists(path):
        practice.start(session, exercise)
    elif session.progress.current != exercise.id:
        untouched, now = practice.is_untouched(path, session.starter(exercise)), session.now
        session.note(lambda progress: progress.start(exercise.id, now, fresh=untouched))
    practice.tell_apart(session, path)
    return exercise, path
