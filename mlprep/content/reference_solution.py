"""A reference solution taken apart: why it is so, the code, and what an interviewer asks next."""

from __future__ import annotations

import ast
import io
import re
from typing import NamedTuple

from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.grading.frameworks import NUMPY, TORCH

_QUESTION = re.compile(r"(.+?\?)\s+(.+)|(.+?\.)\s+(.+)", re.DOTALL)


class Reference(NamedTuple):
    """A reference solution in three parts: why it is so, the code, and what an interviewer asks next."""

    exercise: str
    explanation: str
    code: str
    questions: str
    title: str = "reference solution"


class FollowUp(NamedTuple):
    """A question that an interviewer asks next, and its answer."""

    text: str
    answer: str


def reference(catalogue: Catalogue, exercise: Exercise, framework: str = NUMPY) -> Reference:
    """The reference solution of an exercise. In PyTorch, only its code is PyTorch's, where there is any."""
    source = catalogue.solution(exercise).read_text(encoding="utf-8")
    explanation = ast.get_docstring(ast.parse(source)) or exercise.title
    code, after = code_of(source)
    questions = [line.removeprefix("#").removeprefix(" ") for line in after if line.startswith("#")]
    found = Reference(exercise.id, explanation, code, "\n".join(questions).strip())
    if framework != TORCH:
        return found
    path = catalogue.torch_solution(exercise)
    if not path.exists():
        return found._replace(title=f"{found.title} in NumPy")
    return found._replace(code=code_of(path.read_text(encoding="utf-8"))[0], title=f"{found.title} in PyTorch")


def follow_ups(catalogue: Catalogue, exercise: Exercise) -> list[FollowUp]:
    """What an interviewer asks next about an exercise, as its reference solution tells."""
    _, _, text = reference(catalogue, exercise).questions.partition("\n")
    found = (_QUESTION.fullmatch(" ".join(paragraph.split())) for paragraph in text.strip().split("\n\n"))
    return [FollowUp(each[1] or each[3], each[2] or each[4]) for each in found if each]


def source_lines(source: str) -> list[str]:
    """As Python counts them: ``str.splitlines`` also splits at form feeds and the like."""
    return [line.rstrip("\n") for line in io.StringIO(source, newline=None)]


def code_of(source: str) -> tuple[str, list[str]]:
    """From the first statement after the docstring to the last, and the lines after it."""
    tree, lines = ast.parse(source), source_lines(source)
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    if not body:
        return "", lines
    first = min(node.lineno for node in [body[0], *getattr(body[0], "decorator_list", [])])
    last = body[-1].end_lineno or len(lines)
    return "\n".join(lines[first - 1 : last]), lines[last:]
