"""The small changes that `mutants` makes to a reference solution: one table from node type to operators.

An operator takes a node and yields (description, replacement) pairs; it never changes the node it was given,
and it may reuse its children. It knows nothing of where the node stands: the walk in `mutants` does.

Changes that are known to mean the same as the original (swapping the arguments of `np.maximum`, dropping an
`axis` that repeats the default) are left out, because every equivalent mutant costs its author an excuse.
"""

import ast
import re
from ast import unparse
from collections.abc import Callable, Iterator
from typing import Any

from mlprep.authoring.syntax_nodes import brief, literal, literal_value, with_fields

Change = tuple[str, ast.AST]
Operator = Callable[[Any], Iterator[Change]]

ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.BitAnd: (ast.BitOr,),  # how boolean masks say "and"
    ast.BitOr: (ast.BitAnd,),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OTHER_AXES = {-1: (0,), 0: (-1, 1), 1: (0,)}
EPSILON = re.compile(r"(^|[._])(eps|epsilon|tiny)\w*$", re.IGNORECASE)
DTYPES = {"float": "int", "int": "float", "bool": "float", "bool_": "float64", "float64": "float32",
          "float32": "float64", "int64": "float64", "int32": "float64"}  # fmt: skip

_PAIRS = """max min, amax amin, nanmax nanmin, argmax argmin, maximum minimum, sum mean, nansum nanmean,
    std var, zeros ones, zeros_like ones_like, sin cos, floor ceil, triu tril, any all, add subtract,
    multiply divide, logical_and logical_or, hstack vstack"""
PAIRS = {a: b for pair in _PAIRS.split(",") for a, b in (pair.split(), pair.split()[::-1])}
BUILTINS = {"max", "min", "any", "all"}
METHODS = {*BUILTINS, "argmax", "argmin", "sum", "mean", "std", "var"}
UNWRAPPED = {"exp", "log", "log2", "log10", "sqrt", "abs", "absolute", "square", "clip", "cumsum", "cumprod",
             "sort", "sorted", "reversed", "flip", "copy", "deepcopy", "astype", "transpose",
             "swapaxes"}  # fmt: skip
MODULES = {"np", "numpy", "math", "copy", "torch"}

# Keywords worth dropping, each with the value that would make no difference.
DROPPED = {"axis": None, "keepdims": False, "dtype": None, "kind": "quicksort", "side": "left",
           "indexing": "xy", "minlength": 0, "key": None, "dim": None, "keepdim": False, "correction": 1}  # fmt: skip
DEFAULT_AXIS = {"sort": -1, "argsort": -1, "partition": -1, "argpartition": -1, "diff": -1, "fft": -1,
                "stack": 0, "concatenate": 0, "cat": 0, "split": 0, "array_split": 0, "linspace": 0}  # fmt: skip
FLOAT_BY_DEFAULT = {"zeros", "ones", "empty", "eye", "identity"}
# The first two arguments may change places without effect (or, for the last two, without sense).
UNSWAPPABLE = {"maximum", "minimum", "max", "min", "add", "multiply", "logical_and", "logical_or", "hypot",
               "array_equal", "allclose", "isclose", "equal", "not_equal", "logaddexp", "gcd", "swapaxes",
               "isinstance", "hasattr"}  # fmt: skip
SWAP_FROM = {"where": 1, "clip": 1, "einsum": 1}  # clip(lo, x, hi) is clip(x, lo, hi)


def _swapped(items: list[ast.expr], at: int) -> list[ast.expr]:
    return items[:at] + [items[at + 1], items[at]] + items[at + 2 :]


def _instead(node: ast.AST, new: ast.AST) -> Change:
    return f"{brief(node)} -> {brief(new)}", new


def arithmetic(node: ast.BinOp) -> Iterator[Change]:
    """Another operator; operands of @ swapped; a power, a subtraction or an epsilon left out."""
    if isinstance(node.left, ast.Constant) and isinstance(node.left.value, str):
        return  # "%s" % x is formatting
    for other in ARITHMETIC.get(type(node.op), ()):
        yield _instead(node, with_fields(node, op=other()))
    exponent = literal_value(node.right)
    if isinstance(node.op, ast.Pow):
        yield _instead(node, node.left)
        if exponent is not None:
            yield _instead(node, with_fields(node, right=literal(exponent + 1)))
    elif isinstance(node.op, ast.MatMult):
        yield _instead(node, with_fields(node, left=node.right, right=node.left))
    elif isinstance(node.op, ast.Sub) and exponent is None:
        yield _instead(node, node.left)  # among others x - x.max(): the loss of a stable softmax
    elif isinstance(node.op, ast.Add) and EPSILON.search(unparse(node.right)):
        yield _instead(node, node.left)


def augmented(node: ast.AugAssign) -> Iterator[Change]:
    """`+=` becomes `-=`, and plain `=`."""
    for other in ARITHMETIC.get(type(node.op), ()):
        yield _instead(node, with_fields(node, op=other()))
    yield _instead(node, ast.Assign([node.target], node.value, lineno=node.lineno))


def signs(node: ast.UnaryOp) -> Iterator[Change]:
    """A minus, a `not` or a `~` left out; a negative number is a constant as well."""
    if not isinstance(node.op, ast.UAdd):
        yield _instead(node, node.operand)
    yield from numbers(node)


def numbers(node: ast.expr) -> Iterator[Change]:
    """Integers up and down by one; floats doubled and zeroed."""
    value = literal_value(node)
    if value is None:
        return
    near = (value + 1, value - 1) if isinstance(value, int) else (2 * value, 0.0) if value else (1.0,)
    for other in near:
        if other != value:
            yield _instead(node, literal(other))


def truths(node: ast.Constant) -> Iterator[Change]:
    """True and False exchanged."""
    if isinstance(node.value, bool):
        yield _instead(node, ast.Constant(not node.value))


def comparisons(node: ast.Compare) -> Iterator[Change]:
    """The neighboring comparison (< and <=) and the opposite one (< and >)."""
    for at, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            yield _instead(node, with_fields(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]]))


def junctions(node: ast.BoolOp) -> Iterator[Change]:
    """`and` and `or` exchanged."""
    yield _instead(node, with_fields(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And()))


def branches(node: ast.IfExp) -> Iterator[Change]:
    """Always the one value, always the other."""
    yield _instead(node, node.body)
    yield _instead(node, node.orelse)


def filters(node: ast.comprehension) -> Iterator[Change]:
    """A condition inside a comprehension forced true."""
    for at, test in enumerate(node.ifs):
        yield f"if {brief(test)} -> if True", with_fields(node, ifs=node.ifs[:at] + node.ifs[at + 1 :])


def steps(node: ast.Slice) -> Iterator[Change]:
    """`[::-1]` and `[::2]` read straight through."""
    if node.step is not None:
        other = with_fields(node, step=None)
        yield f"[{brief(node)}] -> [{brief(other)}]", other


def returns(node: ast.Return) -> Iterator[Change]:
    """Neighbors in a returned tuple change places."""
    if isinstance(node.value, ast.Tuple):
        for at in range(len(node.value.elts) - 1):
            first, second = (brief(each, 24) for each in node.value.elts[at : at + 2])
            other = with_fields(node.value, elts=_swapped(node.value.elts, at))
            yield f"swap {first} and {second} in return", ast.Return(other)


def attributes(node: ast.Attribute) -> Iterator[Change]:
    """`np.max` for `np.min`, also where it is only passed along; `.T` left out."""
    if _is_module(node.value) and node.attr in PAIRS:
        yield _instead(node, with_fields(node, attr=PAIRS[node.attr]))
    if node.attr == "T" and unparse(node.value) != "self":  # self.T is a number of steps
        yield _instead(node, node.value)


def _is_module(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id in MODULES


def called(node: ast.AST) -> str:
    """The last name of what is called: `max` for `np.max(x)`, `x.max()` and `max(x)`."""
    func = node.func if isinstance(node, ast.Call) else None
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def pairs(node: ast.Call) -> Iterator[Change]:
    """`x.max()` for `x.min()`, and the built-in ones; `attributes` does those of a module."""
    func = node.func
    if isinstance(func, ast.Attribute) and func.attr in METHODS and not _is_module(func.value):
        other: ast.expr = with_fields(func, attr=PAIRS[func.attr])
    elif isinstance(func, ast.Name) and func.id in BUILTINS:
        other = ast.Name(PAIRS[func.id])
    else:
        return
    yield f"{brief(func)} -> {brief(other)}", with_fields(node, func=other)


def unwrapped(node: ast.Call) -> Iterator[Change]:
    """A function left out: `np.exp(x)` and `x.copy()` become `x`; a choice becomes one of its branches."""
    if called(node) in UNWRAPPED:
        if isinstance(node.func, ast.Attribute) and not _is_module(node.func.value):
            yield _instead(node, node.func.value)
        elif node.args and not isinstance(node.args[0], ast.Starred):
            yield _instead(node, node.args[0])
    elif called(node) == "where" and len(node.args) == 3:
        yield _instead(node, node.args[1])
        yield _instead(node, node.args[2])


def naive(node: ast.Call) -> Iterator[Change]:
    """The textbook formula in place of the function that computes it without loss."""
    if not (isinstance(node.func, ast.Attribute) and _is_module(node.func.value) and node.args):
        return
    log, exp = (with_fields(node.func, attr=name) for name in ("log", "exp"))
    one, exponentials = ast.Constant(1), [ast.Call(exp, [each], []) for each in node.args]
    if node.func.attr == "log1p":
        yield _instead(node, ast.Call(log, [ast.BinOp(one, ast.Add(), node.args[0])], []))
    elif node.func.attr == "expm1":
        yield _instead(node, ast.BinOp(exponentials[0], ast.Sub(), one))
    elif node.func.attr == "logaddexp" and len(node.args) == 2:
        yield _instead(node, ast.Call(log, [ast.BinOp(exponentials[0], ast.Add(), exponentials[1])], []))


def swaps(node: ast.Call) -> Iterator[Change]:
    """The first two arguments change places; for `np.where` and its like, those that follow the first."""
    at = SWAP_FROM.get(called(node), 0)
    pair = node.args[at : at + 2]
    if len(pair) < 2 or called(node) in UNSWAPPABLE or any(isinstance(each, ast.Starred) for each in pair):
        return
    first, second, function = (brief(each, 24) for each in (*pair, node.func))
    yield f"swap {first} and {second} in {function}", with_fields(node, args=_swapped(node.args, at))


def keywords(node: ast.Call) -> Iterator[Change]:
    """axis=, keepdims=, dtype= and their like left out or changed; ddof=1 added."""
    for at, keyword in enumerate(node.keywords):
        before, after = node.keywords[:at], node.keywords[at + 1 :]
        if keyword.arg in DROPPED and not _is_default(called(node), keyword):
            yield f"drop {brief(keyword)}", with_fields(node, keywords=before + after)
        for value in _other_values(keyword):
            other = ast.keyword(keyword.arg, value)
            yield _instead(keyword, other)[0], with_fields(node, keywords=[*before, other, *after])
    if called(node) in ("var", "std") and all(keyword.arg not in ("ddof", None) for keyword in node.keywords):
        added = ast.keyword("ddof", ast.Constant(1))
        yield f"add ddof=1 to {brief(node.func)}", with_fields(node, keywords=[*node.keywords, added])


def _is_default(function: str, keyword: ast.keyword) -> bool:
    """Whether leaving the keyword out changes nothing."""
    if keyword.arg in ("axis", "dim") and function in DEFAULT_AXIS:
        return literal_value(keyword.value) == DEFAULT_AXIS[function]
    if keyword.arg == "dtype" and function in FLOAT_BY_DEFAULT:
        return unparse(keyword.value) in ("float", "np.float64")
    return isinstance(keyword.value, ast.Constant) and keyword.value.value == DROPPED[keyword.arg or ""]


def _other_values(keyword: ast.keyword) -> Iterator[ast.expr]:
    value = keyword.value
    axis = literal_value(value)
    if keyword.arg in ("axis", "dim") and isinstance(axis, int):
        yield from map(literal, OTHER_AXES.get(axis, (axis - 1, axis + 1)))
    elif keyword.arg == "dtype" and isinstance(value, ast.Name) and value.id in DTYPES:
        yield ast.Name(DTYPES[value.id])
    elif keyword.arg == "dtype" and isinstance(value, ast.Attribute) and value.attr in DTYPES:
        yield with_fields(value, attr=DTYPES[value.attr])


def subscripts(node: ast.Call) -> Iterator[Change]:
    """The output letters of an einsum in reverse."""
    first = node.args[0] if node.args else None
    if called(node) != "einsum" or not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return
    inputs, arrow, output = first.value.rpartition("->")
    letters = re.findall("[A-Za-z]", output)
    other = inputs + arrow + re.sub("[A-Za-z]", lambda _: letters.pop(), output)
    if arrow and other != first.value:
        yield f"{first.value!r} -> {other!r}", with_fields(node, args=[ast.Constant(other), *node.args[1:]])


OPERATORS: dict[type[ast.AST], tuple[Operator, ...]] = {
    ast.BinOp: (arithmetic,),
    ast.AugAssign: (augmented,),
    ast.UnaryOp: (signs,),
    ast.Constant: (numbers, truths),
    ast.Compare: (comparisons,),
    ast.BoolOp: (junctions,),
    ast.IfExp: (branches,),
    ast.comprehension: (filters,),
    ast.Slice: (steps,),
    ast.Return: (returns,),
    ast.Attribute: (attributes,),
    ast.Call: (pairs, unwrapped, naive, swaps, keywords, subscripts),
}
