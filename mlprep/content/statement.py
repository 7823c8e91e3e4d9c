"""What an exercise asks: the statement, its list of edge cases, and the starter file that `start` writes."""

from __future__ import annotations

import ast
import re

from mlprep.content.catalogue import Catalogue, Exercise

# Holds in every exercise, so it is written once and printed under every statement.
EVERYWHERE = """\
Everywhere: leave the arguments unchanged, and keep nothing between calls.
Arrays may be float32, in Fortran order or not contiguous ("any array")."""

_EDGES = "Edge cases"
_EDGE = re.compile(r"- ([^:\n]+):\s+(.*(?:\n  +.*)*)", re.MULTILINE)


def statement(catalogue: Catalogue, exercise: Exercise) -> str:
    """What the exercise asks, with what holds everywhere."""
    return f"{_docstring(catalogue, exercise)}\n\n{EVERYWHERE}"


def starter(catalogue: Catalogue, exercise: Exercise) -> str:
    """The text of a new file: a line of facts, and the starter code with the whole statement."""
    head = f"# {exercise.id}: {exercise.level}, {exercise.minutes} min. Check it with: mlprep check {exercise.id}\n"
    text = catalogue.stub(exercise).read_text(encoding="utf-8")
    return head + text.replace('\n"""\n', f'\n\n{EVERYWHERE}\n"""\n', 1)


def edges(statement: str) -> dict[str, str]:
    """The edge cases that a statement lists, in order: each label and what must hold."""
    _, _, listed = statement.partition(f"\n{_EDGES}\n")
    return {label: " ".join(text.split()) for label, text in _EDGE.findall(listed)}


def _docstring(catalogue: Catalogue, exercise: Exercise) -> str:
    return ast.get_docstring(ast.parse(catalogue.stub(exercise).read_text(encoding="utf-8"))) or exercise.title
