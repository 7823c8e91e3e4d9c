"""Intermediate results with and without a name of their own: the same function in more or fewer statements.

What is done to a statement depends on its function and on what it assigns, not on what it computes. So a solution and
the same solution with another expression in one place are treated alike.
"""

from __future__ import annotations

import ast
import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

Block = list[ast.stmt]
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_OWN_SCOPE = (*_FUNCTIONS, ast.ClassDef, ast.Lambda)
_REPEATED = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_CONDITIONAL = (*_REPEATED, ast.IfExp, ast.BoolOp)
_NAMES = {
    "sum": "total", "mean": "mean", "max": "peak", "min": "lowest", "exp": "exps", "log": "logs", "sqrt": "denom",
    "square": "squares", "dot": "dots", "matmul": "product", "einsum": "combined", "where": "chosen",
    "abs": "magnitudes", "cumsum": "running", "argsort": "order", "concatenate": "joined", "maximum": "clipped",
    "minimum": "clipped", "clip": "clipped", "arange": "positions", "var": "var", "std": "std", "reshape": "flat",
    "transpose": "flipped", "zeros": "zeros", "len": "n", "argmax": "best", "unique": "uniq",
}  # fmt: skip
_RESULTS = ("out", "result", "output", "res")


class Temporaries(NamedTuple):
    """How one programmer uses them. ``key`` decides case by case."""

    key: str = ""
    inline: float = 0.0
    extract: float = 0.0
    named_result: float = 0.0
    split_tuples: bool = True
    result: str = "out"


def drawn(chance: random.Random) -> Temporaries:
    """The habit of some programmer."""
    key = f"{chance.random()}"
    inline, extract = chance.choice(((0.0, 0.0), (0.6, 0.0), (0.0, 0.7), (0.4, 0.4)))
    return Temporaries(
        key, inline, extract, chance.choice((0.0, 0.0, 0.6)), chance.random() < 0.7, chance.choice(_RESULTS)
    )


def rearranged(tree: ast.Module, habit: Temporaries) -> ast.Module:
    """The module as somebody with that habit writes it."""
    for function in [node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)]:
        _Function(function, habit).rearrange()
    return tree


class _Function:
    def __init__(self, node: ast.FunctionDef | ast.AsyncFunctionDef, habit: Temporaries) -> None:
        self._node, self._habit = node, habit
        self._names = _names_in(node)
        self._generates = any(isinstance(each, (ast.Yield, ast.YieldFrom)) for each in ast.walk(node))
        self._keeps = any(isinstance(each, (ast.Global, ast.Nonlocal)) for each in ast.walk(node))

    def rearrange(self) -> None:
        steps: list[Callable[[Block], Block]] = []
        if self._habit.split_tuples:
            steps.append(self._without_tuples)
        if self._habit.inline and not self._keeps:
            steps.append(self._with_fewer)
        if self._habit.extract:
            steps.append(self._with_more)
        if self._habit.named_result and not self._generates:
            steps.append(self._with_result)
        for step in steps:
            self._names = _names_in(self._node)
            _over_blocks(self._node, step)

    def _is_chosen(self, what: str, name: str, share: float) -> bool:
        return random.Random(f"{self._habit.key} {what} {self._node.name} {name}").random() < share

    def _without_tuples(self, block: Block) -> Block:
        """`a, b = x, y` as two statements, where y does not need a."""
        found: Block = []
        for statement in block:
            found += _one_by_one(statement)
        return found

    def _with_fewer(self, block: Block) -> Block:
        """Without names that only the next statement uses, once."""
        found = list(block)
        for at in reversed(range(len(found) - 1)):
            name = _assigned(found[at])
            if name is None or self._names[name] != 2 or not self._is_chosen("inline", name, self._habit.inline):
                continue
            value = found[at].value  # type: ignore[attr-defined]
            if _uses(found[at + 1], name) and _is_short(value) and not isinstance(value, _CONDITIONAL):
                found[at : at + 2] = [_Put(name, value).visit(found[at + 1])]
        return found

    def _with_more(self, block: Block) -> Block:
        """With a name for a part of a long expression."""
        found: Block = []
        for statement in block:
            part = _part_of(statement)
            if part is not None and len(ast.unparse(statement)) > 50:
                name = _NAMES[_called(part)]
                target = _assigned(statement) or "return"
                if self._names[name] == 0 and self._is_chosen("extract", target, self._habit.extract):
                    self._names[name] += 1
                    found.append(ast.Assign([ast.Name(name, ast.Store())], part, lineno=statement.lineno))
                    _Swap(part, ast.Name(name, ast.Load())).visit(statement)
            found.append(statement)
        return found

    def _with_result(self, block: Block) -> Block:
        """With a name for what the function returns at its end."""
        last = block[-1] if block is self._node.body else None
        name = self._habit.result
        if not isinstance(last, ast.Return) or last.value is None or self._names[name] > 0 or len(block) < 2:
            return block
        value = last.value
        if isinstance(value, (ast.Name, ast.Constant, ast.Tuple)) or not self._is_chosen(
            "result", "", self._habit.named_result
        ):
            return block
        self._names[name] += 1
        assign = ast.Assign([ast.Name(name, ast.Store())], value, lineno=last.lineno)
        return [*block[:-1], assign, ast.Return(ast.Name(name, ast.Load()))]


class _Put(ast.NodeTransformer):
    """Puts an expression in the place of a name."""

    def __init__(self, name: str, value: ast.expr) -> None:
        self._name, self._value = name, value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._value if node.id == self._name and isinstance(node.ctx, ast.Load) else node


class _Swap(ast.NodeTransformer):
    """Puts a node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._old:
            return self._new
        found: ast.AST = self.generic_visit(node)
        return found


def _over_blocks(node: ast.AST, step: Callable[[Block], Block]) -> None:
    """Rearrange each block below a node, but for those of functions inside, which have their own turn."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
            for statement in block:
                if not isinstance(statement, _OWN_SCOPE):
                    _over_blocks(statement, step)
            block[:] = step(block)
    for handler in getattr(node, "handlers", ()):
        _over_blocks(handler, step)


def _names_in(node: ast.AST) -> Counter[str]:
    """How often each name occurs, as a parameter too."""
    found = Counter(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
    found.update(each.arg for each in ast.walk(node) if isinstance(each, ast.arg))
    found.update(each.name for each in ast.walk(node) if isinstance(each, (*_FUNCTIONS, ast.ClassDef)))
    return found


def _assigned(statement: ast.stmt) -> str | None:
    """The one name that a plain assignment gives a value."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return None


def _one_by_one(statement: ast.stmt) -> Iterator[ast.stmt]:
    if (
        not isinstance(statement, ast.Assign)
        or len(statement.targets) != 1
        or not isinstance(targets := statement.targets[0], ast.Tuple)
        or not isinstance(values := statement.value, ast.Tuple)
        or len(targets.elts) != len(values.elts)
        or any(isinstance(each, ast.Starred) for each in (*targets.elts, *values.elts))
    ):
        yield statement
        return
    stored = {ast.unparse(each) for each in targets.elts}
    plain = all(isinstance(each, (ast.Name, ast.Attribute)) for each in targets.elts)
    read = {ast.unparse(each) for value in values.elts for each in ast.walk(value)}
    if not plain or stored & read:
        yield statement
        return
    for target, value in zip(targets.elts, values.elts, strict=True):
        yield ast.Assign([target], value, lineno=statement.lineno)


def _uses(statement: ast.stmt, name: str) -> bool:
    """Whether a simple statement reads the name where it is computed once, and nothing comes in between."""
    if not isinstance(statement, (ast.Assign, ast.Return, ast.AugAssign)):
        return False
    if isinstance(statement, ast.AugAssign) or not _is_plain_target(statement):
        return False
    return any(isinstance(each, ast.Name) and each.id == name for each in _always(statement.value))


def _is_plain_target(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Return):
        return statement.value is not None
    return isinstance(statement, ast.Assign) and all(
        isinstance(each, ast.Name) for target in statement.targets for each in getattr(target, "elts", [target])
    )


def _is_short(value: ast.expr) -> bool:
    return len(ast.unparse(value)) <= 48 and not isinstance(value, (ast.Constant, ast.Tuple, ast.List, ast.Dict))


def _always(node: ast.AST | None) -> Iterator[ast.AST]:
    """The nodes that are computed once, whatever the values are."""
    if node is None:
        return
    yield node
    if not isinstance(node, _CONDITIONAL):
        for child in ast.iter_child_nodes(node):
            yield from _always(child)


def _part_of(statement: ast.stmt) -> ast.Call | None:
    """A part that deserves a name: the longest call of a function of NumPy below the value itself."""
    if not isinstance(statement, (ast.Assign, ast.Return)) or not _is_plain_target(statement):
        return None
    value = statement.value
    parts = [each for each in _always(value) if isinstance(each, ast.Call) and each is not value]
    parts = [each for each in parts if _called(each) in _NAMES and _is_pure(each)]
    return max(parts, key=lambda each: len(ast.unparse(each)), default=None)


def _called(node: ast.Call) -> str:
    func = node.func
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _is_pure(node: ast.Call) -> bool:
    """Whether it asks no random generator, the order of whose draws counts."""
    return not any(isinstance(each, ast.Name) and each.id in ("rng", "next") for each in ast.walk(node))
