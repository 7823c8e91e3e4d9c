"""Writing tests of an exercise: the file to write them in, and why a wrong solution should have failed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mlprep.activities import practice
from mlprep.content.catalogue import TESTS, Exercise, round_of
from mlprep.errors import GraderBroke, MlprepError
from mlprep.grading.frameworks import INSTALL_TORCH, TORCH, is_installed

if TYPE_CHECKING:
    from mlprep.activities.practice import Begun
    from mlprep.activities.session import Session
    from mlprep.grading.contracts import Escaped, Failure

_SEED = 0  # the input that is shown is the same each time


class Catch(NamedTuple):
    """A wrong solution, and the smallest input on which it shows what it is."""

    exercise: str
    wrong: Escaped
    failure: Failure


def start(session: Session, exercise: Exercise, *, fresh: bool = False, framework: str | None = None) -> Begun:
    """Write the file for tests of that exercise, in that framework, and make it current."""
    return practice.start(session, of(session, exercise), fresh=fresh, framework=framework)


def of(session: Session, exercise: Exercise) -> Exercise:
    """The round of tests of that exercise, which may be a round itself."""
    return exercise if exercise.kind == TESTS else round_of(session.catalogue.find(exercise.base), TESTS)


def catch(session: Session, exercise: Exercise, number: int) -> Catch:
    """How to catch the wrong solution of that number, as a check of the tests has given it. Nothing is recorded."""
    tests = of(session, exercise)
    in_torch = session.framework(tests) == TORCH
    if in_torch and not is_installed(TORCH):
        raise MlprepError("The solutions are in PyTorch, which is not installed.", f"Install it: {INSTALL_TORCH}")
    source = "import torch\n" if in_torch else ""  # of the tests, it matters only what they are in
    request = session.request(tests, session.workspace.answer(tests.id), _SEED, source)
    report = session.check({**request, "why": number})
    if report["outcome"] == "grader_error":
        raise GraderBroke(f"The grader of {tests.base} failed: {'; '.join(report['notes'])}", pack=tests.pack)
    if not report["escaped"] or report["failure"] is None:
        raise MlprepError(
            f"There is no wrong solution number {number} of {tests.base}.",
            f"Run `mlprep check {tests.id}` to see the numbers of those that pass your tests.",
        )
    return Catch(tests.id, report["escaped"][0], report["failure"])
