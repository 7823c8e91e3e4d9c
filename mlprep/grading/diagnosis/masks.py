"""What is told of code in PyTorch that fails on uint8 alone: as an index, a uint8 tensor is a mask there."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import numpy as np

from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import Judged

_CONVERTING = ("long", "int", "to", "type", "item", "tolist")


def read(grader: Grader, source: Source, judged: Sequence[Judged]) -> str | None:
    """A sentence, if the code indexes with what it was given, and fails nowhere but where that is uint8."""
    failed = [each for each in judged if each.failure is not None]
    if not source.uses("torch") or source.uses(*_CONVERTING) or not any(map(_indexes, ast.walk(source.tree))):
        return None
    named = [_of_uint8(grader, each) for each in failed]
    name = next((name for name in named[0] if all(name in others for others in named)), None) if named else None
    if name is None:
        return None
    return (
        f"It fails only where {name} is uint8. As an index, a uint8 tensor is a mask in PyTorch, so convert it first: "
        f"{name}.long()."
    )


def _of_uint8(grader: Grader, judged: Judged) -> list[str]:
    given = grader.inputs(judged.case)
    return [name for name, value in given if isinstance(value, np.ndarray) and value.dtype == np.uint8]


def _indexes(node: ast.AST) -> bool:
    """Whether something is indexed by a variable or an expression, and not by slices and numbers alone."""
    return isinstance(node, ast.Subscript) and any(
        isinstance(each, ast.Name)
        for index in _parts(node.slice)
        if not isinstance(index, ast.Slice)
        for each in ast.walk(index)
    )


def _parts(index: ast.expr) -> list[ast.expr]:
    return index.elts if isinstance(index, ast.Tuple) else [index]
