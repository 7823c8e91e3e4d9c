"""The sources of a grader's right and wrong solutions, each as a file that stands by itself.

Known mistakes and alternatives are written inside the grader, under names of their own and with its helpers at hand.
A debugging round or a test of somebody's tests needs them as a learner's file would hold them: imports, helpers, and
the entries under their names. Comments and docstrings are gone.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mlprep.grading.judging.grader import Grader, Variant

_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)
_OURS = "mlprep"


class Solution(NamedTuple):
    """A whole solution: the reference, or a variant of the grader's; the key tells those of one name apart."""

    name: str
    key: str
    message: str
    source: str


def reference(grader: Grader) -> Solution:
    """The reference solution without comments and docstrings."""
    return from_file(_reference_path(grader))


def from_file(path: Path) -> Solution:
    """The solution in that file, as ``reference`` gives it."""
    return Solution("reference", "reference", "", _written(_read(path).body))


def alternatives(grader: Grader, chosen: Iterable[Variant] | None = None) -> Iterator[Solution]:
    """The right solutions in other styles, all or the chosen ones."""
    return _solutions(grader, grader.alternatives if chosen is None else chosen)


def mistakes(grader: Grader, chosen: Iterable[Variant] | None = None) -> Iterator[Solution]:
    """The known mistakes, all or the chosen ones, each with what is said of it."""
    return _solutions(grader, grader.mistakes if chosen is None else chosen)


def _solutions(grader: Grader, variants: Iterable[Variant]) -> Iterator[Solution]:
    own = _Module(inspect.getsource(grader.module))
    others = _read(_reference_path(grader))
    for variant in variants:
        yield Solution(variant.name, variant.key, variant.message, _whole(grader, variant, own, others))


class _Module:
    """A parsed module, and what each of its names is defined by."""

    def __init__(self, source: str) -> None:
        self.body = [node for node in ast.parse(source).body if not _is_text(node)]
        self.defined = {name: node for node in self.body for name in _names_of(node)}

    def needed(self, nodes: Iterable[ast.stmt], known: set[str]) -> list[ast.stmt]:
        """What these nodes use of the module's own definitions, and what that uses, in the module's order."""
        wanted: list[ast.stmt] = []
        waiting = list(nodes)
        while waiting:
            for name in _globals_of(waiting.pop()) & self.defined.keys() - known:
                node = self.defined[name]
                if node not in wanted:
                    wanted.append(node)
                    waiting.append(node)
        return [node for node in self.body if node in wanted]


def _reference_path(grader: Grader) -> Path:
    return Path(str(grader.reference.__file__))


def _read(path: Path) -> _Module:
    return _Module(path.read_text(encoding="utf-8"))


def _whole(grader: Grader, variant: Variant, own: _Module, others: _Module) -> str:
    """The file of a variant: what it stands for, what that needs, and the entries that it leaves to the reference."""
    thing = own.defined[variant.name]
    assert isinstance(thing, _DEFINITIONS)
    body = _as_entries(thing, variant, grader)
    entries = {name for node in body for name in _names_of(node)}
    helpers = own.needed(body, entries - set(_names_of(thing)))
    clashing = {name for node in helpers for name in _names_of(node)} & set(grader.entry)
    if clashing:  # a helper has an entry's name, and the variant calls it
        body = [_renamed(node, clashing, inside=True) for node in body]
        helpers = [_renamed(node, clashing) for node in helpers]
    missing = [name for name in grader.entry if name not in entries]
    rest = [others.defined[name] for name in missing]
    theirs = [node for node in others.needed(rest, set()) if node not in rest]
    taken = {name for node in helpers for name in _names_of(node)}
    theirs = [node for node in theirs if not taken & set(_names_of(node))]
    nodes = [*theirs, *helpers, *body, *rest]
    return _written([*filter(_is_import, nodes), *(node for node in nodes if not _is_import(node))])


def _as_entries(thing: ast.FunctionDef | ast.ClassDef, variant: Variant, grader: Grader) -> list[ast.stmt]:
    """The definitions that stand for the entries, under the entries' names, without our decorators."""
    entry = variant.entry
    if isinstance(thing, ast.ClassDef) and entry is None:
        unwrapped = _Unwrap(thing.name).visit(_copy(thing))
        return [node for node in unwrapped.body if not _is_text(node)]
    node = _copy(thing)
    assert isinstance(node, _DEFINITIONS)
    node.decorator_list, node.name = [], entry or grader.entry[0]
    if isinstance(node, ast.FunctionDef) and variant.constants:
        node = _with_constants(node, thing, variant)
    return [node]


def _with_constants(node: ast.FunctionDef, thing: ast.FunctionDef | ast.ClassDef, variant: Variant) -> ast.FunctionDef:
    """The function with its constants written in, as our decorator spells them."""
    spelled: dict[str, ast.expr] = {}
    for call in thing.decorator_list:
        for keyword in call.keywords if isinstance(call, ast.Call) else ():
            if keyword.arg == "constants" and isinstance(keyword.value, ast.Dict):
                for name, values in zip(keyword.value.keys, keyword.value.values, strict=True):
                    if isinstance(name, ast.Constant) and isinstance(values, (ast.Tuple, ast.List)):
                        spelled[str(name.value)] = values.elts[variant.constants[str(name.value)]]
    kept = [arg for arg in node.args.kwonlyargs if arg.arg not in spelled]
    defaults = [
        default
        for arg, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        if arg.arg not in spelled
    ]
    node.args.kwonlyargs, node.args.kw_defaults = kept, defaults
    written = _Put(spelled).visit(node)
    assert isinstance(written, ast.FunctionDef)
    return written


class _Put(ast.NodeTransformer):
    """Puts expressions in the place of names."""

    def __init__(self, values: dict[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node) if isinstance(node.ctx, ast.Load) else node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """`6 is None`, which Python warns of, is False."""
        self.generic_visit(node)
        one, other, how = node.left, node.comparators[0], node.ops[0]
        if isinstance(how, (ast.Is, ast.IsNot)) and isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
            return ast.Constant((one.value is other.value) == isinstance(how, ast.Is))
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse
        return node


class _Unwrap(ast.NodeTransformer):
    """Puts `Value` in the place of `Tape.Value`, where `Tape` is a namespace that goes away."""

    def __init__(self, namespace: str) -> None:
        self._namespace = namespace

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == self._namespace:
            return ast.Name(node.attr, node.ctx)
        return node


def _renamed(node: ast.stmt, names: set[str], *, inside: bool = False) -> ast.stmt:
    """The node with those names marked as helpers; ``inside`` leaves what it defines itself."""
    node = _copy(node)
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and each.id in names:
            each.id = f"_{each.id}"
        elif isinstance(each, _DEFINITIONS) and each.name in names and not (inside and each is node):
            each.name = f"_{each.name}"
    return node


def _written(nodes: Iterable[ast.stmt]) -> str:
    """The source of these nodes, without docstrings, decorators of ours and imports of ours."""
    lines, seen = list[str](), set[str]()
    for node in nodes:
        if isinstance(node, _IMPORTS) and _is_of_ours(node):
            continue
        text = ast.unparse(_undressed(_copy(node)))
        if text in seen:
            continue
        seen.add(text)
        if lines and not (isinstance(node, _IMPORTS) and lines[-1].startswith(("import ", "from "))):
            lines += ["", ""] if isinstance(node, _DEFINITIONS) else [""]
        lines += text.splitlines()
    return "\n".join(lines) + "\n"


def _undressed(node: ast.stmt) -> ast.stmt:
    for each in ast.walk(node):
        if isinstance(each, _DEFINITIONS):
            each.body = [part for part in each.body if not _is_text(part)] or [ast.Pass()]
    if isinstance(node, _DEFINITIONS):
        node.decorator_list = [each for each in node.decorator_list if not _marks(each)]
    return node


def _marks(decorator: ast.expr) -> bool:
    """Whether it is one of the decorators that mark a variant."""
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(name, ast.Name) and name.id in ("mistake", "alternative")


def _copy(node: ast.stmt) -> ast.stmt:
    return ast.parse(ast.unparse(node)).body[0]


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _globals_of(node: ast.stmt) -> set[str]:
    """The names that a definition uses and does not bind itself."""
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    bound = {each.id for each in names if not isinstance(each.ctx, ast.Load)}
    bound |= {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
    functions = [each for each in ast.walk(node) if isinstance(each, ast.FunctionDef)]
    inner = (each for outer in functions for each in ast.walk(outer) if each is not outer)
    bound |= {each.name for each in inner if isinstance(each, ast.FunctionDef)}
    headers = [each for each in ast.walk(node) if isinstance(each, ast.arguments)]  # `conv=conv` is not the same name
    defaults = [default for header in headers for default in (*header.defaults, *header.kw_defaults) if default]
    outside = {each.id for default in defaults for each in ast.walk(default) if isinstance(each, ast.Name)}
    return {each.id for each in names} - bound | outside


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, _IMPORTS)


def _is_of_ours(node: ast.Import | ast.ImportFrom) -> bool:
    return isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == _OURS


def _names_of(node: ast.stmt) -> list[str]:
    """The names that a statement of a module defines."""
    if isinstance(node, _DEFINITIONS):
        return [node.name]
    if isinstance(node, _IMPORTS):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    named = (each for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))
    return [each.id for each in named if isinstance(each.ctx, ast.Store)]
