"""What tests share: the catalogue of this checkout, its references and graders."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from mlprep.catalogue import Catalogue
from mlprep.grading.grader import Grader, load

catalogue = Catalogue()


@cache
def reference(name: str) -> ModuleType:
    """The reference solution of that exercise, as a module."""
    return load(catalogue.solution(catalogue.find(name)), f"reference_{name}")


@cache
def grader(name: str) -> Grader:
    """The grader of that exercise."""
    exercise = catalogue.find(name)
    return Grader(exercise.id, exercise.entry, catalogue.grader(exercise), catalogue.solution(exercise))
