"""Runs the user's tests on one solution, in a candidate process that sees no other, until the first one fails.

The tests may call the solution and nothing else of it is shown: it is given under the exercise's own names, without
comments, in a module whose source no tool finds. What Python lets every caller read of a function, such as its
bytecode, can be read; whoever compares that instead of results has tested nothing, and is told no secret either.
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from mlprep.grading.candidate import pytest_stand_in
from mlprep.grading.candidate.loading import Loading, compile_source
from mlprep.grading.common import wire
from mlprep.grading.common.plain_data import Foreign

_MOST_VALUES = 4  # of a failing assert
_MOST_TEXT = 200
_SEEN = "@seen"  # no name of the user's can be this

Test = tuple[str, Callable[[], object]]


class Tester:
    """One file of tests and one solution; ``explained`` has a failing assert tell its values, which takes longer."""

    def __init__(self, order: dict[str, Any], scratch: str) -> None:
        self._loading = Loading(order, scratch)
        self._asserts = _Asserts() if order["explained"] else None
        self._entries: list[str] = order["entry"]
        self._uses_pytest = "pytest" in order["source"]
        self._bridge, self._numbers = _bridge(order), order.get("numbers")
        names: list[str] = order["tested_as"]
        self._solution = types.ModuleType(names[0])
        # Where a test looks for what it tests: it may import it too, as it would in a project.
        sys.modules.update(dict.fromkeys(names, self._solution))
        self._code = compile(order.pop("tested"), f"<{names[0]}>", "exec", dont_inherit=True)

    def load(self) -> dict[str, Any]:
        """Run all tests: which one failed and how, if one did."""
        try:
            exec(self._code, vars(self._solution))
            if self._bridge is not None:
                self._bridge.prepare(self._solution, self._entries, self._numbers)
        except Exception as error:
            return {"raised": self._loading.describe(error), "test": "", "values": []}
        if self._uses_pytest:
            sys.modules["pytest"] = _stand_in()
        try:
            if self._asserts is None:
                module = self._loading.run(compile_source)
            else:
                module = self._loading.run(self._asserts.compiled, **{_SEEN: self._asserts.seen})
        except BaseException as error:
            return {"failed": self._loading.describe(error)}
        count, at = 0, [""]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for at[0], run in self._tests(module):
                    count += 1
                    run()
        except BaseException as error:
            sys.settrace(None)
            sys.setprofile(None)
            described = self._loading.describe(error)
            values = self._asserts.values(error, self._loading.path, self._plain) if self._asserts is not None else []
            return {"raised": described, "test": at[0][:_MOST_TEXT], "values": values}
        finally:
            with suppress(Exception):  # the tests closed or replaced it
                sys.stdout.flush()
        return {"tests": count}

    def _plain(self, value: Any) -> Any:
        return value if self._bridge is None else self._bridge.plain(value)

    def _tests(self, module: types.ModuleType) -> Iterator[Test]:
        """The functions `test` and `test_...`, and the methods of classes `Test...`, in order."""
        for name, thing in list(vars(module).items()):
            if isinstance(thing, types.FunctionType) and (name == "test" or name.startswith("test_")):
                yield from self._runs(name, thing)
            elif isinstance(thing, type) and name.startswith("Test") and thing.__module__ == module.__name__:
                for inner, method in list(vars(thing).items()):
                    if isinstance(method, types.FunctionType) and inner.startswith("test"):
                        yield from self._runs(f"{name}.{inner}", method, thing)

    def _runs(self, name: str, function: types.FunctionType, owner: type | None = None) -> Iterator[Test]:
        """A test once, or once for each of its parameters."""
        for parameters in getattr(function, "test_parameters", [{}]):
            yield name, lambda: self._run(name, function, owner, parameters)  # noqa: B023 (it is run at once)

    def _run(self, name: str, function: types.FunctionType, owner: type | None, parameters: Mapping[str, Any]) -> None:
        if inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function):
            raise TypeError(f"{name} is async or has a yield, so nothing in it runs. Write a plain function.")
        wanted = list(inspect.signature(function).parameters.values())
        given: list[Any] = [owner()] if owner is not None else []
        named: dict[str, Any] = {}
        unnamed = [each for each in self._entries if each not in {parameter.name for parameter in wanted}]
        for parameter in wanted[len(given) :]:
            if parameter.name in parameters:
                values = [parameters[parameter.name]]
            elif parameter.name in self._entries:
                values = [getattr(self._solution, parameter.name)]
            elif parameter.kind is parameter.VAR_POSITIONAL:
                values = [getattr(self._solution, each) for each in unnamed]
            elif parameter.default is not parameter.empty or parameter.kind is parameter.VAR_KEYWORD:
                continue
            elif name == "test" and unnamed:
                values = [getattr(self._solution, unnamed.pop(0))]
            else:
                raise TypeError(f"{name} takes {parameter.name}. A test is given {', '.join(self._entries)}.")
            if parameter.kind is parameter.KEYWORD_ONLY:
                named[parameter.name] = values[0]
            else:
                given += values
        function(*given, **named)


class _Asserts(ast.NodeTransformer):
    """Compiles the tests so that each assert remembers the values that it looked at."""

    def __init__(self) -> None:
        self._watched_nodes: list[list[ast.expr]] = []
        self._at: dict[int, int] = {}  # the line of an assert, and its number
        self._seen: dict[int, dict[int, Any]] = {}
        self._source = ""

    def compiled(self, source: str, path: str) -> types.CodeType:
        """The code of the tests. Raises SyntaxError as `compile` does."""
        self._source = source
        tree = compile(source, path, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        return compile(ast.fix_missing_locations(self.visit(tree)), path, "exec", dont_inherit=True)

    def seen(self, number: int, position: int, value: Any) -> Any:
        """Called in the place of each value of an assert."""
        if position == 0:
            self._seen[number] = {}
        self._seen.setdefault(number, {})[position] = value
        return value

    def values(self, error: BaseException, path: str, plain: Callable[[Any], Any]) -> list[tuple[str, Any]]:
        """What the failing assert looked at: each expression and its value, as far as it is plain data."""
        trace, line = vars(BaseException)["__traceback__"].__get__(error), 0
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == path:
                line = trace.tb_lineno
            trace = trace.tb_next
        number = self._at.get(line)
        if number is None or not isinstance(error, AssertionError):
            return []
        told = [(self._text(number, at), plain(value)) for at, value in self._seen.get(number, {}).items()]
        return [(text, value) for text, value in told if not isinstance(wire.copy(value), Foreign)][:_MOST_VALUES]

    def _text(self, number: int, position: int) -> str:
        return (ast.get_source_segment(self._source, self._watched_nodes[number][position]) or "")[:_MOST_TEXT]

    def visit_Assert(self, node: ast.Assert) -> ast.Assert:
        """The same assert, with its values passed through ``seen``."""
        number = len(self._watched_nodes)
        self._watched_nodes.append([])
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
            self._at[line] = number
        node.test = self._watched(node.test, number)
        return node

    def _watched(self, node: ast.expr, number: int) -> ast.expr:
        """The expression with what a person wants to see of it passed through ``seen``."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            node.operand = self._watched(node.operand, number)
        elif isinstance(node, ast.BoolOp):
            node.values = [self._watched(each, number) for each in node.values]
        elif isinstance(node, ast.Compare):
            node.left = self._passed(node.left, number)
            node.comparators = [self._passed(each, number) for each in node.comparators]
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and not isinstance(node.func.value, ast.Name):
                node.func.value = self._watched(node.func.value, number)  # (a < b).all()
            node.args = [self._passed(each, number) for each in node.args]
        else:
            return self._passed(node, number)
        return node

    def _passed(self, node: ast.expr, number: int) -> ast.expr:
        literal = node.operand if isinstance(node, ast.UnaryOp) else node
        if isinstance(literal, (ast.Constant, ast.Starred, ast.GeneratorExp)):
            return node
        if isinstance(node, ast.Compare):  # np.all(a < b)
            return self._watched(node, number)
        nodes = self._watched_nodes[number]
        nodes.append(node)
        arguments: list[ast.expr] = [ast.Constant(number), ast.Constant(len(nodes) - 1), node]
        return ast.copy_location(ast.Call(ast.Name(_SEEN, ast.Load()), arguments, []), node)


def _bridge(order: Mapping[str, Any]) -> Any:
    """Where tests are in PyTorch, what they need to call the solution. It loads PyTorch, unless that is there."""
    if order.get("torch") is None:
        return None
    from mlprep.grading.candidate.torch_tests import Bridge

    return Bridge()


def _stand_in() -> types.ModuleType:
    module = types.ModuleType("pytest", "A stand-in for pytest.")
    exec(_STAND_IN, vars(module))
    return module


def _stand_in_code() -> types.CodeType:
    loader: Any = pytest_stand_in.__spec__.loader
    return compile(loader.get_source(pytest_stand_in.__name__), "<pytest>", "exec", dont_inherit=True)


_STAND_IN = _stand_in_code()
