"""Where in the code a failure comes from, as far as reading its source can tell: the loop, the line that writes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from mlprep.grading.judging.conditions import Source, is_loop

# They change what they are called on, or what they are given first.
_WRITING_METHODS = frozenset(("sort", "fill", "put", "partition", "resize", "itemset"))
_WRITING_FUNCTIONS = frozenset(("copyto", "put", "place", "putmask", "fill_diagonal", "at", "shuffle"))

_FLOAT32 = frozenset(("float32", "single", "FloatTensor"))


class Loop(NamedTuple):
    """A loop: how many loops it is nested in, itself included, and its line."""

    depth: int
    line: int


def deepest_loop(source: Source) -> str:
    """A sentence on the most deeply nested loop of what is called; empty without loops.

    A loop in a class's ``__init__`` runs once, so it is not what makes a call slow.
    """
    loops = [loop for body in source.entry_bodies() for loop in _loops(body, 0)]
    if not loops:
        return ""
    depth, line = max(loops, key=lambda loop: (loop.depth, -loop.line))
    which = "Your innermost loop" if depth > 1 else "Your loop"
    return f"{which} is in line {line}: {source.lines[line - 1].strip()}"


def writing_line(source: Source) -> str:
    """A sentence on the first line that writes into a parameter of its function; empty where none is seen to."""
    functions = [each for each in ast.walk(source.tree) if isinstance(each, ast.FunctionDef)]
    lines = []
    for function in functions:
        given = {each.arg for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)}
        lines += [
            node.lineno for node in ast.walk(function) if isinstance(node, ast.stmt | ast.expr) and _writes(node, given)
        ]
    if not lines:
        return ""
    return f"Line {min(lines)} writes into it: {source.lines[min(lines) - 1].strip()}"


def narrowing_line(source: Source) -> str:
    """A sentence on the first line that converts to float32; empty where none is seen to."""
    compared = {id(each) for node in ast.walk(source.tree) if isinstance(node, ast.Compare) for each in ast.walk(node)}
    in_torch = source.uses("torch")
    lines = [
        node.lineno
        for node in ast.walk(source.tree)
        if isinstance(node, ast.expr) and id(node) not in compared and _names_float32(node, in_torch=in_torch)
    ]
    return f"Line {min(lines)} converts to float32: {source.lines[min(lines) - 1].strip()}" if lines else ""


def what_differs(source: Source) -> str:
    """A sentence on why the same input may give another result the second time."""
    unset = ", or it reads entries that empty leaves unset" if source.uses("empty", "empty_like", "new_empty") else ""
    return drawing_line(source) or f"Your function keeps something between calls{unset}."


def drawing_line(source: Source) -> str:
    """A sentence on the first line that draws from another generator than rng; empty where none is seen to."""
    lines = [node.lineno for node in source.other_draws()]
    if not lines:
        return ""
    return f"Line {min(lines)} uses a random generator other than rng: {source.lines[min(lines) - 1].strip()}"


def as_called(said: str, source: Source) -> str:
    """ "You call torch.softmax", or no more than that something does, where the code does not name it."""
    found = re.match(r"You call (torch\.[\w.]+\w)", said)
    if found is None:
        return said
    words = {word.strip("_").lower() for word in source.words}
    is_named = found[1].rpartition(".")[2].strip("_").lower() in words
    return said if is_named else f"Something that your code uses calls {said.removeprefix('You call ')}"


def _names_float32(node: ast.expr, *, in_torch: bool) -> bool:
    """Whether the node is float32 by one of its names, in PyTorch also torch.float and x.float()."""
    match node:
        case ast.Attribute(value=value, attr=name):
            is_float = in_torch and name == "float" and not (isinstance(value, ast.Name) and value.id == "np")
            return name in _FLOAT32 or is_float
        case ast.Name(id=name):
            return name in _FLOAT32
        case ast.Constant(value="float32" | "f4"):
            return True
    return False


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
    if method.endswith("_") and not method.endswith("__") and method != "requires_grad_":  # as PyTorch's in place
        return isinstance(node.func, ast.Attribute) and _name(node.func.value) in given
    return method in _WRITING_FUNCTIONS and bool(node.args) and _name(node.args[0]) in given


def _name(node: ast.AST) -> str:
    """The name that is written to: x in x, x[0], x[0][1] and x.T[0]."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _loops(node: ast.AST, depth: int) -> Iterator[Loop]:
    if isinstance(node, ast.FunctionDef) and node.name == "__init__":
        return
    inside = depth + (len(node.generators) if hasattr(node, "generators") else int(is_loop(node)))
    if inside > depth:
        yield Loop(inside, getattr(node, "lineno", 1))
    for child in ast.iter_child_nodes(node):
        yield from _loops(child, inside)
