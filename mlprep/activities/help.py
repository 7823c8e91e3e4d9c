"""Help for an exercise: its hints, one tier after the other, and its reference. What was seen is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import DEBUG, TESTS, Exercise
from mlprep.content.reference_solution import Reference, code_of, reference
from mlprep.errors import NothingToDo
from mlprep.grading.frameworks import TORCH
from mlprep.learner.record import Progress

if TYPE_CHECKING:
    from mlprep.activities.session import Session


_SOLUTION_TIERS = ("a nudge", "the formula", "the steps in words")
_ROUND_TIERS = ("what fails", "the function", "the line")
_TIERS = len(_ROUND_TIERS)


class Hints(NamedTuple):
    """The hints seen so far, the last one just now if ``new``, of so many in all."""

    exercise: str
    seen: tuple[str, ...]
    total: int
    new: bool
    tiers: tuple[str, ...] = _SOLUTION_TIERS


def next_hint(session: Session, exercise: Exercise, *, again: bool = False) -> Hints:
    """The next tier, recorded as seen; ``again`` shows only what was seen before."""
    _refuse_tests(exercise)
    is_round = exercise.kind == DEBUG
    total = _TIERS if is_round else len(exercise.hints)
    seen = min(session.progress.hints(exercise.id), total)
    new = seen < total and not again
    seen += new
    shown = _on_the_round(session, exercise, seen) if is_round else exercise.hints[:seen]
    if not is_round and session.framework(exercise) == TORCH:
        from mlprep.grading.torch_wording import in_torch

        shown = tuple(map(in_torch, shown))
    if new:
        now, tier = session.now, seen
        session.note(lambda progress: progress.see_hint(exercise.id, tier, now))
    return Hints(exercise.id, shown, total, new, _ROUND_TIERS if is_round else _SOLUTION_TIERS)


def _on_the_round(session: Session, exercise: Exercise, tiers: int) -> tuple[str, ...]:
    from mlprep.activities import debug_help

    return debug_help.hints(session, exercise, tiers)


def spoils(session: Session, exercise: Exercise) -> bool:
    """Whether seeing the reference now would give away what is still to be found."""
    _refuse_tests(exercise)
    return not session.progress.solved(exercise.id) or session.progress.running(exercise.id)


def _refuse_tests(exercise: Exercise) -> None:
    if exercise.kind == TESTS:
        raise NothingToDo(
            "There are no hints and no solution for tests: a check says what gets away.",
            "To see the input that catches wrong solution 3, run `mlprep write-tests --why 3`.",
        )


def see_reference(session: Session, exercise: Exercise) -> Reference:
    """The reference, in what the file is written in, recorded as seen."""
    if exercise.kind == DEBUG:
        found = _repaired(session, exercise)
    else:
        found = reference(session.catalogue, exercise, session.framework(exercise))
    now = session.now
    session.note(lambda progress: progress.see_solution(exercise.id, now))
    return found


def see_code(session: Session, names: Iterable[str]) -> None:
    """Record the solutions of these exercises as seen: the cheat sheet has shown their code."""
    now, seen = session.now, sorted(names)

    def change(progress: Progress) -> None:
        for name in seen:
            progress.see_solution(name, now)

    if seen:
        session.note(change)


def _repaired(session: Session, exercise: Exercise) -> Reference:
    """The file of a debugging round without its bugs, and what they are."""
    from mlprep.learner import rounds

    begun = rounds.begun(session.workspace, exercise)
    told = [f"Line {bug.line}: {bug.why}" for bug in begun.bugs]
    return Reference(exercise.id, "\n\n".join(told), code_of(begun.fixed)[0], "", "fixed file")
