"""How a right statement and a wrong one differ: how likely somebody is to write the wrong one, and what is wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cached_property

from mlprep.authoring.syntax_nodes import literal_value
from mlprep.grading.questions.code_tokens import Taste, one_line

_SHORT = 44  # characters of a statement that is shown whole
_TELLING = 10  # of a part that is shown alone
_OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in", ast.And: "and", ast.Or: "or",
}  # fmt: skip
_OBVIOUS = (ast.Is, ast.IsNot, ast.Eq, ast.NotEq, ast.In, ast.NotIn)
_LIKELY_KEYWORDS = {
    "axis": 3.0, "keepdims": 1.5, "ddof": 2.0, "dtype": 0.5, "kind": 1.0, "dim": 3.0, "keepdim": 1.5, "correction": 2.0,
}  # fmt: skip
_LIKELY_CALLS = {"sqrt": 2.0, "copy": 2.0, "log": 1.0, "exp": 0.7, "abs": 1.5, "array": 0.5}


class Change:
    """A right statement and a wrong one, and the smallest part in which they differ. Heads of blocks end in a colon."""

    def __init__(self, right: str, wrong: str) -> None:
        self._right, self._wrong = right.strip(), wrong.strip()
        self._path: list[tuple[ast.AST, ast.AST]] = [(parsed(right), parsed(wrong))]
        while (inner := _only_difference(*self._path[-1])) is not None:
            self._path.append(inner)
        self.right, self.wrong = self._path[-1]
        self._around = self._path[-2][0] if len(self._path) > 1 else self.right

    @cached_property
    def likelihood(self) -> float:
        """How likely a decent programmer is to write this; 0 for nonsense."""
        right, wrong = self.right, self.wrong
        if _says_nothing(self._path[0][1]):
            return 0.0
        match right, wrong:
            case ast.expr(), ast.Constant(value=bool()) if not isinstance(right, ast.Constant):
                return 0.0
            case ast.Constant(value=bool()), ast.Constant(value=bool()):
                return 1.0
            case ast.expr(), ast.expr() if literal_value(right) is not None and literal_value(wrong) is not None:
                return self._likelihood_of_number()
            case ast.cmpop(), ast.cmpop():
                return 0.3 if isinstance(right, _OBVIOUS) else 1.2
            case (ast.Div(), ast.FloorDiv()) | (ast.FloorDiv(), ast.Div()):
                return 0.3
            case ast.Call(), ast.Call() if _missing(right, wrong) or _missing(wrong, right):
                return max(_LIKELY_KEYWORDS.get(each.arg or "", 1.0) for each in _both(right, wrong))
            case ast.Call(), ast.expr() if _holds(right, wrong):
                return _LIKELY_CALLS.get(_name(right.func).rpartition(".")[2], 0.8)
            case ast.expr(), ast.Constant():
                return 0.1
            case ast.BinOp(op=ast.Sub()), ast.expr() if _holds(right, wrong):
                return 1.5
            case ast.BinOp(op=ast.Pow()), ast.BinOp():
                return 0.3
            case ast.IfExp(), _:
                return 0.5
            case ast.Attribute() | ast.Name(), ast.Attribute() | ast.Name():
                return 1.2
        return 1.0

    def _likelihood_of_number(self) -> float:
        """Of one number in the place of another: an axis or an index is mixed up, a factor hardly ever."""
        before, after = literal_value(self.right), literal_value(self.wrong)
        assert before is not None
        assert after is not None
        around = self._around
        if isinstance(around, ast.keyword):
            return 3.0 if around.arg in ("axis", "dim") else 0.3
        if isinstance(before, float) or isinstance(after, float):
            is_power = isinstance(around, ast.BinOp) and isinstance(around.op, ast.Pow)
            return 0.0 if is_power or after == 0 or abs(before) < 1e-2 or isinstance(around, ast.arguments) else 0.2
        if isinstance(around, ast.BinOp):
            is_offset = isinstance(around.op, ast.Add | ast.Sub) and around.right is self.right
            return 0.05 if not is_offset else 0.0 if after in (0, -1) else 0.8 if before == 1 else 0.3
        if after < 0 and isinstance(around, ast.Compare | ast.Assign | ast.Call):
            return 0.1
        return 0.8 if isinstance(around, ast.Subscript | ast.Slice | ast.Call | ast.Compare) else 0.3

    @cached_property
    def told(self) -> str:
        """What is wrong, in a sentence."""
        right, wrong = self.right, self.wrong
        if type(right) in _OPERATORS and type(wrong) in _OPERATORS:
            return f"`{_OPERATORS[type(wrong)]}` needs to be `{_OPERATORS[type(right)]}` here."
        if isinstance(right, ast.comprehension) and isinstance(wrong, ast.comprehension):
            kept = [ast.dump(each) for each in wrong.ifs]
            for each in right.ifs:
                if ast.dump(each) not in kept:
                    return f"The condition `if {_brief(each)}` is missing."
        if not isinstance(right, ast.expr) or not isinstance(wrong, ast.expr):
            return "This statement is wrong."
        if isinstance(self._around, ast.arguments):
            return f"The default {_quoted(wrong)} needs to be {_quoted(right)}."
        if isinstance(self._around, ast.keyword):
            return f"`{self._around.arg}` is {_quoted(wrong)} here, and needs to be {_quoted(right)}."
        if isinstance(right, ast.Call) and isinstance(wrong, ast.Call):
            if lost := _missing(right, wrong):
                return f"{_quoted(lost[0])} is missing."
            if added := _missing(wrong, right):
                return f"{_quoted(added[0])} does not belong here."
            if sorted(map(ast.unparse, right.args)) == sorted(map(ast.unparse, wrong.args)):
                return f"Two arguments of `{_name(right.func)}` are swapped."
        tuples = isinstance(right, ast.Tuple) and isinstance(wrong, ast.Tuple)
        if tuples and _parts(right) == _parts(wrong):
            return "Two of the values are swapped."
        if not _is_number(right) and _holds(right, wrong) and (lost_part := _what_is_lost(right, wrong)):
            return f"{lost_part} is missing."
        if isinstance(right, ast.BinOp) and isinstance(wrong, ast.BinOp) and _swapped(right, wrong):
            return f"The two sides of `{_OPERATORS[type(right.op)]}` are swapped."
        return f"{_quoted(wrong)} needs to be {_quoted(right)}."

    def excerpts(self, taste: Taste) -> tuple[str, str]:
        """The wrong part and the right one, as short as still tells where it is."""
        whole = one_line(self._wrong, taste), one_line(self._right, taste)
        if max(map(len, whole)) <= _SHORT:
            return whole
        for right, wrong in reversed(self._path):
            if isinstance(right, ast.expr | ast.keyword) and isinstance(wrong, ast.expr | ast.keyword):
                texts = one_line(ast.unparse(wrong), taste), one_line(ast.unparse(right), taste)
                if min(map(len, texts)) >= _TELLING:
                    return texts
        return whole


def parsed(statement: str) -> ast.stmt:
    """A statement of one line; the head of a block gets a body."""
    text = statement.strip()
    if text.endswith(":") and not text.startswith("lambda"):
        text = re.sub(r"^elif\b", "if", text) + " pass"
    (node,) = ast.parse(text).body
    return node


def _only_difference(right: ast.AST, wrong: ast.AST) -> tuple[ast.AST, ast.AST] | None:
    """The parts in which two nodes of a kind differ, if it is one part of each."""
    if type(right) is not type(wrong) or _is_number(right) or _is_number(wrong):
        return None
    found: list[tuple[ast.AST, ast.AST]] = []
    for field in right._fields:
        one, other = getattr(right, field, None), getattr(wrong, field, None)
        ones, others = (each if isinstance(each, list) else [each] for each in (one, other))
        if len(ones) != len(others):
            return None
        for a, b in zip(ones, others, strict=True):
            if isinstance(a, ast.AST) and isinstance(b, ast.AST):
                if ast.dump(a) != ast.dump(b):
                    found.append((a, b))
            elif a != b:
                return None
    return found[0] if len(found) == 1 else None


def _parts(node: ast.AST) -> list[str]:
    """What a node consists of, in whatever order."""
    return sorted(map(ast.dump, ast.iter_child_nodes(node)))


def _is_number(node: ast.AST) -> bool:
    """Whether it is a number with a sign, which is read as one."""
    return isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)


def _says_nothing(statement: ast.AST) -> bool:
    """Whether it is `x = x`."""
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == ast.unparse(statement.value)


def _missing(whole: ast.Call, part: ast.Call) -> list[ast.keyword]:
    """The keywords of a call that another call of the same function does not have."""
    if ast.dump(whole.func) != ast.dump(part.func):
        return []
    names = {each.arg for each in part.keywords}
    return [each for each in whole.keywords if each.arg not in names]


def _both(right: ast.Call, wrong: ast.Call) -> list[ast.keyword]:
    return [*_missing(right, wrong), *_missing(wrong, right)]


def _holds(whole: ast.AST, part: ast.AST) -> bool:
    """Whether a node is a part of another."""
    text = ast.dump(part)
    return any(ast.dump(each) == text for each in ast.iter_child_nodes(whole)) or (
        isinstance(whole, ast.Call) and isinstance(whole.func, ast.Attribute) and ast.dump(whole.func.value) == text
    )


def _what_is_lost(right: ast.expr, wrong: ast.expr) -> str:
    """What a part of an expression lacks of the whole."""
    text = ast.dump(wrong)
    match right:
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if ast.dump(value) == text:
            return f"`.{name}(...)`"
        case ast.Call(func=func):
            return f"`{_name(func)}`" if _name(func) else ""
        case ast.Attribute(attr=name):
            return f"`.{name}`"
        case ast.UnaryOp(op=ast.USub()):
            return "The minus sign"
        case ast.UnaryOp(op=ast.Not()):
            return "`not`"
        case ast.UnaryOp(op=ast.Invert()):
            return "`~`"
        case ast.BinOp(left=left, op=op, right=other) if ast.dump(left) == text:
            return f"`{_OPERATORS[type(op)]} {_brief(other)}`"
        case ast.BinOp(left=left, op=op):
            return f"`{_brief(left)} {_OPERATORS[type(op)]}`"
        case ast.IfExp(test=test):
            return f"The choice by `{_brief(test)}`"
    return ""


def _swapped(right: ast.BinOp, wrong: ast.BinOp) -> bool:
    return (ast.dump(right.left), ast.dump(right.right)) == (ast.dump(wrong.right), ast.dump(wrong.left))


def _name(func: ast.expr) -> str:
    return ast.unparse(func) if isinstance(func, ast.Name | ast.Attribute) else ""


def _quoted(node: ast.AST) -> str:
    return f"`{_brief(node)}`"


def _brief(node: ast.AST) -> str:
    text = one_line(ast.unparse(node), Taste())
    return text if len(text) <= 60 else text[:57].rstrip() + "..."


def names_read(statement: str) -> Iterator[str]:
    """The names that a statement reads."""
    for node in ast.walk(parsed(statement)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
