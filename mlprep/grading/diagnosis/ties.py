"""What the source says of wrong results on ties: the first call that does not keep equal values in their order."""

from __future__ import annotations

import ast

from mlprep.grading.judging.conditions import Source

LABELS = frozenset(("ties", "equal scores", "equal distances"))  # the edges in which the order of equal values counts

_CHOOSING = frozenset(("topk", "argpartition"))
_REVERSING = ("flip", "flipud", "fliplr")  # which reverse the order of equal values too, however they are sorted


def advice(source: Source) -> str:
    """How to keep equal values in their order, with the line that does not; empty where none is seen."""
    if source.uses(*_REVERSING) or "[::-1]" in ast.unparse(source.tree):
        return ""
    of_values = {id(part) for node in ast.walk(source.tree) if (part := _sorted_for_values(node)) is not None}
    in_torch = source.uses("torch")
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or id(node) in of_values:
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        given = {each.arg for each in node.keywords}
        code = source.lines[node.lineno - 1].strip()
        if name in _CHOOSING:
            return f"{name} takes any of equal values, so use a stable sort. Line {node.lineno} calls it: {code}"
        if (name == "argsort" or (name == "sort" and in_torch)) and not {"kind", "stable"} & given:
            return f"Pass kind='stable' to keep the order of equal values. Line {node.lineno} sorts without it: {code}"
    return ""


def _sorted_for_values(node: ast.AST) -> ast.expr | None:
    """A sort of which only the values are taken, or nothing, as of a list's own."""
    match node:
        case ast.Attribute(value=part, attr="values") | ast.Subscript(value=part, slice=ast.Constant(value=0)):
            return part
        case ast.Expr(value=part):
            return part
    return None
