"""Starting a debugging round: which exercise, how many bugs, and what becomes of the file that is there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from mlprep.activities.engine_faults import said_of
from mlprep.activities.practice import Begun, is_untouched
from mlprep.content import statement
from mlprep.content.catalogue import DEBUG, NUMPY_ONLY, PLAIN, VALUES, Exercise, round_of
from mlprep.content.search import known_level
from mlprep.errors import EngineBroke, MlprepError, NothingToDo
from mlprep.grading.client import ROUNDS, Engine, EngineDied
from mlprep.grading.frameworks import INSTALL_TORCH, NUMPY, TORCH, is_installed
from mlprep.learner import rounds
from mlprep.learner.record import Progress
from mlprep.learner.rounds import Bug, Round

if TYPE_CHECKING:
    from mlprep.activities.session import Session

MOST_BUGS = 5
_LATELY = 14 * 86400  # seconds after which an exercise may be debugged again
_CHOICES = 5  # exercises that are tried where none is named


def begin(
    session: Session,
    name: str | None,
    *,
    count: int | None = None,
    level: str | None = None,
    seed: int | None = None,
    fresh: bool = False,
    framework: str | None = None,
) -> Begun:
    """Start a round, or go on with one that is not fixed yet. Without a name, choose the exercise.

    A new round is in that framework, or in that of the workspace where it can be.
    """
    if count is not None and not 1 <= count <= MOST_BUGS:
        raise MlprepError(f"{count} is not a number of bugs.", f"Give a number from 1 to {MOST_BUGS}: `--bugs 2`.")
    level = level and known_level(level)
    if name is not None:
        chosen = [session.catalogue.find(name)]
    elif (current := _in_progress(session, level)) is not None:
        chosen = [current]
    else:
        chosen = choose(session, level)[:_CHOICES]
    session.create_workspace()
    problem: MlprepError | None = None
    for exercise in chosen:
        base = session.catalogue.find(exercise.base)
        kept = None if fresh else _kept(session, round_of(base, DEBUG))
        if kept is not None:
            return kept
        try:
            return _begin(session, base, count, seed, _framework(session, base, framework))
        except MlprepError as error:
            if not isinstance(error, NoRound) and not (base.pack and name is None):
                raise
            problem = error
    assert problem is not None
    raise problem


def choose(session: Session, level: str | None) -> list[Exercise]:
    """What to debug, the best first: solved, not debugged lately, asked often, solved last. Raises NothingToDo."""
    progress = session.progress
    solved = [each for each in session.catalogue.exercises.values() if progress.solved(each.id)]
    fitting = [each for each in solved if level in (None, each.level)]
    if not fitting:
        which = f"{level} exercises" if solved and level else "exercises"
        raise NothingToDo(f"There are no {which} that you have solved.", "Name one to debug: `mlprep debug softmax`.")
    return sorted(fitting, key=lambda each: _rank(progress, each, session.now))


class NoRound(MlprepError):
    """The exercise is too short for so many bugs."""


def _rank(progress: Progress, exercise: Exercise, now: float) -> tuple[bool, int, float]:
    fixed = progress.last(round_of(exercise, DEBUG).id)
    lately = fixed is not None and now - fixed.time < _LATELY
    return lately, VALUES.index(exercise.value), -progress.passes(exercise.id)[-1].time


def _in_progress(session: Session, level: str | None) -> Exercise | None:
    """The round that is in progress."""
    name = session.progress.current
    if name is None or not session.progress.running(name):
        return None
    try:
        current = session.catalogue.find(name)
    except MlprepError:  # this version has no such exercise
        return None
    return current if current.kind == DEBUG and level in (None, current.level) else None


def _kept(session: Session, exercise: Exercise) -> Begun | None:
    """The round that is there and not fixed yet, current again; None if a new one is to be made."""
    path, now = session.workspace.answer(exercise.id), session.now
    begun = rounds.read(session.workspace, exercise.id)
    if begun is None or not os.path.lexists(path):
        return None
    if session.progress.solved(exercise.id) and not session.progress.running(exercise.id):
        return None
    session.change(lambda progress: progress.start(exercise.id, now))
    session.notices.append(
        f"{path} is not fixed yet and was kept. For a new round, run `mlprep debug {exercise.base} --fresh`."
    )
    return Begun(exercise, path, False, None)


def _framework(session: Session, base: Exercise, asked: str | None) -> str:
    """What a new round is in. Raises MlprepError where PyTorch was asked for and cannot be had."""
    framework = asked or session.progress.framework
    if framework != TORCH or base.framework == PLAIN:
        return NUMPY
    unmet = None
    if base.framework == NUMPY_ONLY:
        unmet = f"{base.id} is about NumPy itself."
    elif not session.catalogue.torch_solution(base).exists():
        unmet = f"There is no solution of {base.id} in PyTorch yet to put bugs in."
    elif not is_installed(TORCH):
        unmet = f"PyTorch is not installed. Install it: {INSTALL_TORCH}"
    if unmet and asked:
        raise MlprepError(unmet, f"For a round in NumPy, run `mlprep debug {base.id} --in numpy`.")
    return NUMPY if unmet else TORCH


def _begin(session: Session, base: Exercise, count: int | None, seed: int | None, framework: str) -> Begun:
    """Make a round, write its file, and restart the clock. The old file is saved first."""
    exercise = round_of(base, DEBUG)
    path, now = session.workspace.answer(exercise.id), session.now
    seed = int.from_bytes(os.urandom(2), "big") if seed is None else seed
    made = _made(session, exercise, count, seed, framework)
    old = rounds.read(session.workspace, exercise.id)
    keep = old is None or not is_untouched(path, old.text)
    rounds.write(session.workspace, exercise.id, made)
    aside = None
    if os.path.lexists(path):
        aside = session.workspace.exchange_answer(exercise.id, made.text.encode(), now, keep=keep)
    else:
        session.workspace.write_answer(exercise.id, made.text)
    if aside is not None:
        session.notices.append(f"Your previous file was saved to {aside}.")
    session.change(lambda progress: _started(progress, exercise, base, now))
    return Begun(exercise, path, True, aside)


def _started(progress: Progress, exercise: Exercise, base: Exercise, now: float) -> None:
    """Start the round. It shows most of a solution, so what was not solved before counts as seen."""
    if not progress.solved(base.id):
        progress.see_solution(base.id, now)
    progress.start(exercise.id, now, restart=True)


def _made(session: Session, exercise: Exercise, count: int | None, seed: int, framework: str) -> Round:
    """A new round. Where no number of bugs is asked for, an easy exercise has one and others two, if there is room."""
    counts = [count] if count is not None else [1] if exercise.level == "easy" else [2, 1]
    catalogue = session.catalogue
    engine = Engine(ROUNDS)
    try:
        for number in counts:
            request: dict[str, Any] = {
                "exercise": exercise.base,
                "entry": list(exercise.entry),
                "grader": str(catalogue.grader(exercise)),
                "solution": str(catalogue.solution(exercise)),
                "head": statement.debug_head(catalogue, exercise, number, framework),
                "bugs": number,
                "seed": seed,
            }
            if framework == TORCH:
                solution = str(catalogue.torch_solution(exercise))
                request["torch"] = {"solution": solution, "shortcuts": list(exercise.shortcuts)}
            answer = engine.ask(request)
            if "text" in answer:
                bugs = tuple(Bug(*bug) for bug in answer["bugs"])
                return Round(seed, answer["text"], answer["fixed"], bugs)
            if "broken" in answer:
                raise EngineBroke(f"The debugging round of {exercise.base} could not be made.", pack=exercise.pack)
    except EngineDied as error:
        raise said_of(error, "The process that makes debugging rounds ended without an answer.") from None
    finally:
        engine.close()
    if counts[-1] > 1:
        message = f"{exercise.base} is too short for {counts[-1]} bugs."
        raise NoRound(message, f"Ask for fewer: `mlprep debug {exercise.base} --bugs 1`.")
    raise NoRound(f"{exercise.base} is too short for a debugging round.", "Name another exercise: `mlprep debug NAME`.")
