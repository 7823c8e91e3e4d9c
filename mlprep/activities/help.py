"""Help for an exercise: its hints, one tier after the other, and its reference. What was seen is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import TESTS, Exercise
from mlprep.content.reference_solution import Reference, reference
from mlprep.errors import NothingToDo
from mlprep.learner.record import Progress

if TYPE_CHECKING:
    from mlprep.activities.session import Session


class Hints(NamedTuple):
    """The hints seen so far, the last one just now if ``new``, of so many in all."""

    exercise: str
    seen: tuple[str, ...]
    total: int
    new: bool


def next_hint(session: Session, exercise: Exercise, *, again: bool = False) -> Hints:
    """The next tier, recorded as seen; ``again`` shows only what was seen before."""
    _refuse_tests(exercise)
    seen = min(session.progress.hints(exercise.id), len(exercise.hints))
    new = seen < len(exercise.hints) and not again
    if new:
        seen += 1
        now, tier = session.now, seen
        session.note(lambda progress: progress.see_hint(exercise.id, tier, now))
    return Hints(exercise.id, exercise.hints[:seen], len(exercise.hints), new)


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
    """The reference, recorded as seen."""
    found = reference(session.catalogue, exercise)
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
