"""Help for an exercise: its hints, one tier after the other, and its reference. What was seen is recorded."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import TESTS, Catalogue, Exercise
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


class Reference(NamedTuple):
    """A reference in three parts: why it is so, the code, and what an interviewer asks next."""

    exercise: str
    explanation: str
    code: str
    questions: str


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


def reference(catalogue: Catalogue, exercise: Exercise) -> Reference:
    """The reference taken apart."""
    source = catalogue.solution(exercise).read_text(encoding="utf-8")
    explanation = ast.get_docstring(ast.parse(source)) or exercise.title
    code, after = _code(source)
    questions = [line.removeprefix("#").removeprefix(" ") for line in after if line.startswith("#")]
    return Reference(exercise.id, explanation, code, "\n".join(questions).strip())


def _code(source: str) -> tuple[str, list[str]]:
    """From the first statement after the docstring to the last, and the lines after it."""
    tree, lines = ast.parse(source), source_lines(source)
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    if not body:
        return "", lines
    first = min(node.lineno for node in [body[0], *getattr(body[0], "decorator_list", [])])
    last = body[-1].end_lineno or len(lines)
    return "\n".join(lines[first - 1 : last]), lines[last:]


def source_lines(source: str) -> list[str]:
    """As Python counts them: ``str.splitlines`` also splits at form feeds and the like."""
    return [line.rstrip("\n") for line in io.StringIO(source, newline=None)]
