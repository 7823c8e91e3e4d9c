"""Small changes to a reference solution, one at a time: what a grader must notice to deserve trust.

`operators` says how an expression may change; this module walks a source, makes each change once, and drops
statements. `mutant_names` names every result by the statement that changes, so that an excuse written by name
survives edits elsewhere in the file.

Only the changed statement, or the header expression of a compound one, is rewritten, in the original
text. That keeps a mutant a readable diff away from its source, and three hundred of them cheap.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from mlprep.authoring.mutant_names import QUOTED, Edit, Place, headline, names_of
from mlprep.authoring.operators import OPERATORS
from mlprep.authoring.syntax_nodes import brief, literal_value

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, ast.ClassDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")
# Around a constant these say nothing: `1 -> 2 in x[1:, 0]` helps, `1 -> 2 in 1:` does not.
_TRANSPARENT = (ast.Tuple, ast.List, ast.Slice, ast.UnaryOp, ast.Starred)


@dataclass(frozen=True)
class Mutant:
    """One changed source. The name is unique within the original and holds no line number."""

    name: str
    line: int
    source: str


@dataclass(frozen=True)
class _Unit:
    """A piece of source in a holder of its own, what stands around its nodes, and the statement as it is quoted."""

    holder: ast.Module | ast.Expression
    context: ast.AST
    statement: str


@dataclass(frozen=True)
class _Site:
    """A node, where it hangs, and the expression that tells a person which one it is."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST
    context: ast.AST

    def put(self, node: ast.AST) -> None:
        """Hangs another node in this one's place."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module's source, in source order. Raises SyntaxError when it is not Python."""
    tree = ast.parse(source)
    data = source.encode()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    seen: set[str] = set()
    kept: list[tuple[Edit, str]] = []
    for edit in _edits(tree.body, tree, "module", set()):
        node = edit.replaced
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        mutated = (data[:start] + edit.text.encode() + data[end:]).decode()
        if mutated in seen or (edit.text == "pass" and "nonlocal" in source and not _compiles(mutated)):
            continue
        seen.add(mutated)
        kept.append((edit, mutated))
    for name, (edit, mutated) in zip(names_of([edit for edit, _ in kept]), kept, strict=True):
        yield Mutant(name, edit.line, mutated)


def _compiles(source: str) -> bool:
    """Dropping the statement that binds a `nonlocal` name is the one change that Python may refuse."""
    try:
        compile(source, "<mutant>", "exec")
    except SyntaxError:
        return False
    return True


def _edits(body: list[ast.stmt], owner: ast.AST, scope: str, bound: set[str]) -> Iterator[Edit]:
    """The edits of one block. `bound` holds the names assigned so far, and learns those of this block.

    The only statement of a loop or an `if` is not dropped, since dropping its owner, or its condition made
    false, says the same.
    """
    alone = len(body) == 1 and isinstance(owner, (ast.If, *_LOOPS)) and not owner.orelse
    under = headline(owner) if isinstance(owner, ast.stmt) and not isinstance(owner, _SCOPES) else ""
    if under and body is getattr(owner, "orelse", None):
        under = f"the else of {under}"
    for before, statement in zip([None, *body], body, strict=False):
        if _is_exempt(statement):
            continue
        place = Place(under, headline(before) if before else "")
        if not alone and _is_droppable(statement, owner, scope, bound):
            yield Edit(scope, f"drop {headline(statement)}", statement.lineno, statement, "pass", place)
        if isinstance(statement, ast.If):
            yield from _forced(statement, scope, alone, place)
        inner = scope
        if isinstance(statement, _SCOPES):
            inner = f"{scope}.{statement.name}".removeprefix("module.")
        for unit in _units(statement):
            yield from _substitutions(unit, inner, place)
        bound |= _names_bound(statement)
        yield from _nested(statement, inner, bound)


def _nested(statement: ast.stmt, scope: str, bound: set[str]) -> Iterator[Edit]:
    """The edits in a statement's own blocks; a function or class opens a new scope of names."""
    if isinstance(statement, _SCOPES):
        header = [] if isinstance(statement, ast.ClassDef) else ast.walk(statement.args)
        arguments = {node.arg for node in header if isinstance(node, ast.arg)}
        yield from _edits(statement.body, statement, scope, arguments)
        return
    learned: set[str] = set()
    for field in _BLOCKS:
        block = getattr(statement, field, [])
        for part in [each.body for each in block] if field in ("handlers", "cases") else [block]:
            names = set(bound)  # what one branch assigns, the next has not
            yield from _edits(part, statement, scope, names)
            learned |= names
    bound |= learned


def _is_exempt(statement: ast.stmt) -> bool:
    """Imports, and what runs only as a script."""
    if isinstance(statement, ast.If):
        return any(isinstance(node, ast.Name) and node.id == "__name__" for node in ast.walk(statement.test))
    return isinstance(statement, (ast.Import, ast.ImportFrom))


def _names_bound(statement: ast.stmt) -> set[str]:
    """The names that a statement itself assigns, those inside its blocks left out."""
    if isinstance(statement, (ast.Global, ast.Nonlocal)):
        return set(statement.names)
    if isinstance(statement, _SCOPES):
        return {statement.name}
    values = [value for field, value in ast.iter_fields(statement) if field not in _BLOCKS]
    nodes = [node for value in values for node in (value if isinstance(value, list) else [value])]
    inside = [each for node in nodes if isinstance(node, ast.AST) for each in ast.walk(node)]
    return {node.id for node in inside if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _is_droppable(statement: ast.stmt, owner: ast.AST, scope: str, bound: set[str]) -> bool:
    """Whether the code without the statement is a plausible mistake, not merely a NameError."""
    match statement:
        case ast.Expr(value=value):
            return not isinstance(value, ast.Constant)
        case ast.Assign(targets=targets):
            return all(_keeps_a_value(target, scope, bound) for target in targets)
        case ast.AnnAssign(target=target, value=ast.expr()):
            return _keeps_a_value(target, scope, bound)
        case ast.If(orelse=orelse):
            is_elif = isinstance(owner, ast.If) and statement.col_offset == owner.col_offset
            return bool(orelse) and not is_elif
        case ast.While(test=test):
            return not isinstance(test, ast.Constant)
        case ast.Raise(exc=exc):
            return exc is None or "NotImplementedError" not in ast.unparse(exc)
        case _:
            return isinstance(statement, (ast.AugAssign, ast.Break, ast.Continue, ast.For, ast.AsyncFor))


def _keeps_a_value(target: ast.expr, scope: str, bound: set[str]) -> bool:
    """Whether an assignment's target would still have a value were the assignment not there."""
    match target:
        case ast.Name(id=name):
            return name in bound
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return all(_keeps_a_value(part, scope, bound) for part in parts)
        case ast.Starred(value=value):
            return _keeps_a_value(value, scope, bound)
        case ast.Attribute():
            return not scope.endswith("__init__")
        case _:
            return True


def _forced(statement: ast.If, scope: str, alone: bool, place: Place) -> Iterator[Edit]:
    """A condition that always holds, and one that never does: so an early return is taken away."""
    for value in ("True", "False"):
        if value == "True" or statement.orelse or not alone:
            description = f"if {brief(statement.test)} -> if {value}"
            yield Edit(scope, description, statement.test.lineno, statement.test, value, place)


def _units(statement: ast.stmt) -> Iterator[_Unit]:
    """What is rewritten when something inside it changes.

    A simple statement is one unit; of a compound one, each expression in the header, so that its blocks,
    comments and docstring stay as they are. Decorators, base classes and what is raised are not touched.
    """
    match statement:
        case ast.FunctionDef(args=args) | ast.AsyncFunctionDef(args=args):
            names = [arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
            defaults = [*args.defaults, *args.kw_defaults]  # they belong to the last of the names
            for name, default in zip(names[len(names) - len(defaults) :], defaults, strict=True):
                if default is not None:
                    keyword = ast.keyword(name, default)
                    yield _Unit(ast.Expression(default), keyword, brief(keyword))
        case ast.If(test=header) | ast.While(test=header) | ast.Match(subject=header):
            yield _Unit(ast.Expression(header), header, headline(statement))
        case ast.For(iter=header) | ast.AsyncFor(iter=header):
            yield _Unit(ast.Expression(header), header, headline(statement))
        case ast.With(items=items) | ast.AsyncWith(items=items):
            for item in items:
                yield _Unit(ast.Expression(item.context_expr), item.context_expr, headline(statement))
        case ast.ClassDef() | ast.Raise():
            return
        case _:
            if not hasattr(statement, "body"):
                yield _Unit(ast.Module([statement], []), statement, headline(statement))


def _substitutions(unit: _Unit, scope: str, place: Place) -> Iterator[Edit]:
    """Every operator at every node of a unit. Each replacement hangs in the tree only while it is written."""
    holder = unit.holder
    whole = holder.body[0] if isinstance(holder, ast.Module) else holder.body
    original = ast.unparse(holder)
    for site in _sites(holder, unit.context):
        line = getattr(site.node, "lineno", whole.lineno)
        for operator in OPERATORS.get(type(site.node), ()):
            for description, new in operator(site.node):
                if isinstance(site.parent, ast.Expr) and not isinstance(new, ast.Call):
                    continue  # a statement such as `x.sort()` cut to `x` is the statement dropped
                site.put(new)
                text = ast.unparse(holder)
                site.put(site.node)
                if text != original:
                    statement = "" if site.node is whole and isinstance(whole, ast.AugAssign) else unit.statement
                    at = (brief(site.node, QUOTED), brief(site.context, QUOTED))
                    # `1 -> 2` says less than what the 1 stands in
                    is_literal = isinstance(site.node, ast.Constant) or literal_value(site.node) is not None
                    told = at[1] if is_literal else at[0]
                    is_seen = told in statement or (not is_literal and description.startswith(brief(site.node)))
                    yield Edit(scope, description, line, whole, text, place, statement, "" if is_seen else told, at)


def _sites(parent: ast.AST, context: ast.AST) -> Iterator[_Site]:
    """Every node below the parent that may change, outer ones first."""
    for field, value in ast.iter_fields(parent):
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.AST) and not _is_off_limits(parent, field, node):
                yield _Site(parent, field, index, node, context)
                yield from _sites(node, context if isinstance(node, _TRANSPARENT) else node)


def _is_off_limits(parent: ast.AST, field: str, node: ast.AST) -> bool:
    """Annotations, messages, and the literals that the operator of the node around them already changes."""
    match parent:
        case ast.AnnAssign() | ast.arg():
            return field == "annotation"
        case ast.JoinedStr():
            return True
        case ast.UnaryOp():
            return literal_value(parent) is not None
        case ast.BinOp(op=ast.Pow()):
            return field == "right" and literal_value(node) is not None
        case ast.Slice():
            return field == "step"
        case ast.keyword(arg="axis" | "dim"):
            return literal_value(node) is not None
        case ast.keyword(arg="keepdims" | "keepdim" | "strict"):
            return isinstance(node, ast.Constant)
        case _:
            return False
