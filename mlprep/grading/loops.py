"""Where a slow answer spends its time, as far as reading it can tell: in the loop that lies deepest."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

# They look like NumPy and call a Python function for every item.
_DISGUISED = frozenset(("vectorize", "frompyfunc", "apply_along_axis", "apply_over_axes", "fromfunction", "map"))
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Loop(NamedTuple):
    """A loop: how many it lies in, itself included, and its line."""

    depth: int
    line: int


def deepest(source: str) -> str:
    """A sentence on the innermost loop of the source, the first of those that lie deepest; empty without loops."""
    try:
        loops = list(_loops(ast.parse(source), 0))
    except RecursionError:  # nested beyond what is written by hand
        return ""
    if not loops:
        return ""
    depth, line = max(loops, key=lambda loop: (loop.depth, -loop.line))
    which = "Your innermost loop" if depth > 1 else "Your loop"
    return f"{which} is in line {line}: {source.splitlines()[line - 1].strip()}"


def _loops(node: ast.AST, depth: int) -> Iterator[Loop]:
    inside = depth + _levels(node)
    if inside > depth:
        yield Loop(inside, getattr(node, "lineno", 1))
    for child in ast.iter_child_nodes(node):
        yield from _loops(child, inside)


def _levels(node: ast.AST) -> int:
    """How many loops the node opens."""
    if isinstance(node, ast.For | ast.While):
        return 1
    if isinstance(node, _COMPREHENSIONS):
        return len(node.generators)
    if isinstance(node, ast.Call):
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
        return int(name in _DISGUISED)
    return 0
