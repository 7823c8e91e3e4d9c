"""Where in an answer a failure comes from, as far as reading its source can tell: the loop, the line that writes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

# They look like NumPy and call a Python function for every item.
_DISGUISED = frozenset(("vectorize", "frompyfunc", "apply_along_axis", "apply_over_axes", "fromfunction", "map"))
# They change what they are called on, or what they are given first.
_WRITING_METHODS = frozenset(("sort", "fill", "put", "partition", "resize", "itemset"))
_WRITING_FUNCTIONS = frozenset(("copyto", "put", "place", "putmask", "fill_diagonal", "at", "shuffle"))
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Loop(NamedTuple):
    """A loop: how many it lies in, itself included, and its line."""

    depth: int
    line: int


def deepest_loop(source: str) -> str:
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


def writing_line(source: str) -> str:
    """A sentence on the first line that writes into a parameter of its function; empty where none is seen to."""
    try:
        functions = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef)]
    except RecursionError:
        return ""
    lines = []
    for function in functions:
        given = {each.arg for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)}
        lines += [
            node.lineno for node in ast.walk(function) if isinstance(node, ast.stmt | ast.expr) and _writes(node, given)
        ]
    if not lines:
        return ""
    return f"Line {min(lines)} writes into it: {source.splitlines()[min(lines) - 1].strip()}"


def _writes(node: ast.AST, given: set[str]) -> bool:
    """Whether the node itself writes into an array of one of these names."""
    if isinstance(node, ast.AugAssign):
        return _name(node.target) in given
    if isinstance(node, ast.Assign):
        return any(isinstance(each, ast.Subscript) and _name(each) in given for each in node.targets)
    if not isinstance(node, ast.Call):
        return False
    if any(each.arg == "out" and _name(each.value) in given for each in node.keywords):
        return True
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if method in _WRITING_METHODS and isinstance(node.func, ast.Attribute) and _name(node.func.value) in given:
        return True
    return method in _WRITING_FUNCTIONS and bool(node.args) and _name(node.args[0]) in given


def _name(node: ast.AST) -> str:
    """The name that is written to: x in x, x[0], x[0][1] and x.T[0]."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


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
