"""Other spellings of the same expressions: `x.sum(axis=0)` and `np.sum(x, axis=0)`, `a @ b` and `np.matmul(a, b)`."""

from __future__ import annotations

import ast
import random
from typing import NamedTuple

_REDUCTIONS = {"sum", "mean", "max", "min", "std", "var", "prod", "argmax", "argmin", "cumsum"}
_SYMMETRIC = {"maximum", "minimum"}
_AXIS_SECOND = {*_REDUCTIONS, "sort", "argsort"}


class Spelling(NamedTuple):
    """How one programmer spells what can be spelled in several ways. Empty: as it is."""

    reductions: str = ""  # "function" or "method"
    squares: str = ""  # "square" or "product"
    roots: str = ""  # "sqrt" or "power"
    products: str = ""  # "matmul" for np.matmul instead of @
    new_axes: str = ""  # "named" for np.newaxis instead of None
    lengths: str = ""  # "len" for len(x) instead of x.shape[0]
    transposes: str = ""  # "function" for np.transpose(x)
    steps: str = ""  # "long" for x = x + 1
    factors: str = ""  # "last" for x * 2
    limits: str = ""  # "swapped" for np.maximum(0, x)


_CHOICES = {
    "reductions": ("", "function", "method"),
    "squares": ("", "", "square", "product"),
    "roots": ("", "sqrt", "power"),
    "products": ("", "", "matmul"),
    "new_axes": ("", "named"),
    "lengths": ("", "len"),
    "transposes": ("", "", "function"),
    "steps": ("", "", "long"),
    "factors": ("", "last"),
    "limits": ("", "swapped"),
}


def drawn(chance: random.Random) -> Spelling:
    """The spelling of some programmer."""
    return Spelling(**{field: chance.choice(choices) for field, choices in _CHOICES.items()})


def spelled(tree: ast.Module, spelling: Spelling) -> ast.Module:
    """The module in that spelling. Where it has no `np`, what needs it is left alone."""
    has_numpy = any(isinstance(node, ast.Name) and node.id == "np" for node in ast.walk(tree))
    found = _Speller(spelling if has_numpy else Spelling(steps=spelling.steps, factors=spelling.factors)).visit(tree)
    assert isinstance(found, ast.Module)
    return found


def with_named_axes(tree: ast.Module) -> ast.Module:
    """The module with `axis=0` wherever it says just `0`; one in PyTorch, where it is called dim, is left alone."""
    if any(isinstance(node, ast.Name) and node.id == "torch" for node in ast.walk(tree)):
        return tree
    found = _NamesAxes().visit(tree)
    assert isinstance(found, ast.Module)
    return found


class _NamesAxes(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        at = _axis_position(node)
        if at is not None and len(node.args) == at + 1 and _is_axis(node.args[at]):
            return ast.Call(node.func, node.args[:at], [ast.keyword("axis", node.args[at]), *node.keywords])
        return node


def _axis_position(node: ast.Call) -> int | None:
    """Which argument is the axis, of a call that takes one there."""
    func = node.func
    if not isinstance(func, ast.Attribute):
        return None
    if _is_numpy(func.value):
        return 1 if func.attr in {*_AXIS_SECOND, "concatenate", "stack"} else None
    return 0 if func.attr in _AXIS_SECOND else None


def _is_axis(node: ast.expr) -> bool:
    number = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(number, ast.Constant) and type(number.value) is int


def _is_numpy(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "np"


def _numpy(name: str, *args: ast.expr, keywords: list[ast.keyword] | None = None) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load()), list(args), keywords or [])


def _number(node: ast.expr) -> float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return None if isinstance(value, bool) or not isinstance(value, (int, float)) else value


class _Speller(ast.NodeTransformer):
    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        func = node.func
        if not isinstance(func, ast.Attribute):
            return node
        wanted = self._spelling
        if _is_numpy(func.value):
            if wanted.reductions == "method" and func.attr in _REDUCTIONS and node.args and _is_array(node.args[0]):
                return ast.Call(ast.Attribute(node.args[0], func.attr, ast.Load()), node.args[1:], node.keywords)
            if wanted.roots == "power" and func.attr == "sqrt" and len(node.args) == 1:
                return ast.BinOp(node.args[0], ast.Pow(), ast.Constant(0.5))
            if wanted.limits and func.attr in _SYMMETRIC and len(node.args) == 2 and not node.keywords:
                return ast.Call(func, node.args[::-1], [])
            return node
        if wanted.reductions == "function" and func.attr in _REDUCTIONS and not _is_self(func.value):
            return _numpy(func.attr, func.value, *node.args, keywords=node.keywords)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        wanted, power = self._spelling, _number(node.right)
        if isinstance(node.op, ast.Pow) and power == 2 and isinstance(power, int):
            if wanted.squares == "square" and not _is_self(node.left):
                return _numpy("square", node.left)
            if wanted.squares == "product" and isinstance(node.left, ast.Name):
                return ast.BinOp(node.left, ast.Mult(), node.left)
        if isinstance(node.op, ast.Pow) and power == 0.5 and wanted.roots == "sqrt":
            return _numpy("sqrt", node.left)
        if isinstance(node.op, ast.MatMult) and wanted.products == "matmul":
            return _numpy("matmul", node.left, node.right)
        if isinstance(node.op, ast.Mult) and wanted.factors and _number(node.left) is not None:
            return ast.BinOp(node.right, ast.Mult(), node.left)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        wanted, value = self._spelling, node.value
        if wanted.new_axes and isinstance(node.slice, ast.Tuple):
            node.slice.elts = [_named(each) for each in node.slice.elts]
        is_shape = isinstance(value, ast.Attribute) and value.attr == "shape" and isinstance(node.ctx, ast.Load)
        if wanted.lengths and is_shape and _number(node.slice) == 0:
            assert isinstance(value, ast.Attribute)
            return ast.Call(ast.Name("len", ast.Load()), [value.value], [])
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if self._spelling.transposes and node.attr == "T" and not _is_self(node.value):
            return _numpy("transpose", node.value)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        self.generic_visit(node)
        if self._spelling.steps and isinstance(node.target, ast.Name):
            read = ast.Name(node.target.id, ast.Load())
            return ast.Assign([node.target], ast.BinOp(read, node.op, node.value), lineno=node.lineno)
        return node


def _named(node: ast.expr) -> ast.expr:
    is_none = isinstance(node, ast.Constant) and node.value is None
    return ast.Attribute(ast.Name("np", ast.Load()), "newaxis", ast.Load()) if is_none else node


def _is_self(node: ast.expr) -> bool:
    """Whether it may be no array: the object itself, a generator of random numbers."""
    return isinstance(node, ast.Name) and node.id in ("self", "rng", "math", "cls")


def _is_array(node: ast.expr) -> bool:
    """Whether it looks like an array: a name, an element-wise result, or what NumPy gave."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and _is_numpy(node.func.value)
    return isinstance(node, (ast.Name, ast.BinOp))
