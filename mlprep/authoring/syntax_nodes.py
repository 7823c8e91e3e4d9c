"""Nodes of a syntax tree: quoted as a person would, read and written as numbers, copied with other fields."""

from __future__ import annotations

import ast
import copy
from ast import unparse
from typing import Any


def brief(node: ast.AST, limit: int = 48) -> str:
    """A node as a person would quote it: whole when short, else with its long parts as an ellipsis."""
    words = unparse(_shortened(node, limit)).replace("\n", " ")
    return words if len(words) <= 2 * limit else words[: 2 * limit] + "…"


def _shortened(node: Any, limit: int) -> Any:
    """The node with long operands and arguments replaced, so that its operators stay visible."""
    if len(unparse(node)) <= limit or isinstance(node, ast.JoinedStr):
        return node
    ellipsis = ast.Name("…")
    if isinstance(node, ast.Call):
        return ast.Call(_shortened(node.func, limit), [ellipsis], [])
    if isinstance(node, ast.Subscript):
        return with_fields(node, value=_shortened(node.value, limit), slice=ellipsis)
    parts = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    if not parts:
        return ellipsis if isinstance(node, ast.expr) and limit < 48 else node
    room = {id(part): max(limit // len(parts), 12) for part in parts}
    shell = copy.copy(node)
    for field, value in ast.iter_fields(node):
        items = value if isinstance(value, list) else [value]
        short = [_shortened(item, room[id(item)]) if id(item) in room else item for item in items]
        setattr(shell, field, short if isinstance(value, list) else short[0])
    return shell


def literal_value(node: ast.AST) -> int | float | None:
    """The number that a literal such as `2`, `1e-5` or `-1` stands for; None when it is something else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = literal_value(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return None if isinstance(node.value, bool) else node.value
    return None


def literal(value: int | float) -> ast.expr:
    """As the parser writes it: a negative number is a minus sign and a constant."""
    return ast.UnaryOp(ast.USub(), literal(-value)) if value < 0 else ast.Constant(value)


def with_fields(node: Any, **fields: Any) -> Any:
    """A shallow copy with some fields replaced."""
    changed = copy.copy(node)
    for field, value in fields.items():
        setattr(changed, field, value)
    return changed
