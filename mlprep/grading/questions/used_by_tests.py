"""What the user's tests use, as their source tells: what they import, and whether they can fail at all."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence

from mlprep.grading.frameworks import NUMPY, TORCH, framework_of

_RUNNER = "mlprep.grading.candidate.user_tests"
_FOR_TORCH = "mlprep.grading.candidate.torch_tests"
_FOR_ASSERT_CLOSE = "mlprep.grading.candidate.torch_testing"
_COMMON = {NUMPY, TORCH, "pytest", *sys.stdlib_module_names}
_TORCH = re.compile(r"\btorch\b")


class Used:
    """What tests use; of what is no Python, nothing is known but the framework that it seems to be in."""

    def __init__(self, source: str, own: Sequence[str]) -> None:
        """``own`` are the names of what is tested."""
        self.framework = framework_of(source)
        self.modules = [_RUNNER]
        if self.framework == TORCH:
            self.modules += [_FOR_TORCH, *([_FOR_ASSERT_CLOSE] if "assert_close" in source else [])]
        self.is_empty, self.asserts = False, True
        self._imported: set[str] = set()
        self._is_about_torch = self._names_torch = False
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return
        bodies = [node.body for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        self._imported = set(_imported(tree))
        self.is_empty = bool(bodies) and all(map(_is_placeholder, (each for body in bodies for each in body)))
        self.asserts = any(map(_may_fail, ast.walk(tree))) or not self._imported <= {*_COMMON, *own}
        self.modules += [f"numpy.{each}" for each in ("random", "testing") if each in source]
        self._is_about_torch = _TORCH.search(ast.get_docstring(tree) or "") is not None
        self._names_torch = TORCH in _read_and_not_set(tree)

    @property
    def lacks_torch(self) -> str | None:
        """What is missing in tests that seem to be in PyTorch and do not import it; None of others."""
        if self.framework == TORCH:
            return None
        if self._names_torch:
            return "Your tests use torch but do not import it. Add `import torch`."
        if self._is_about_torch and NUMPY not in self._imported:
            return "Your tests import neither torch nor NumPy. To test solutions in PyTorch, add `import torch`."
        return None

    def notes(self, *, in_torch: bool, passed: bool) -> list[str]:
        """Which solutions the tests run on, where that may not be what was meant."""
        said = []
        if in_torch and not passed and NUMPY in self._imported:
            said.append("Your tests import torch, so they run on solutions in PyTorch. Those take and return tensors.")
        if not in_torch and self._is_about_torch and NUMPY in self._imported:
            said.append("Your tests do not import torch, so they run on solutions in NumPy.")
        return said


def _is_placeholder(node: ast.stmt) -> bool:
    """Nothing, a docstring, or NotImplementedError."""
    if isinstance(node, ast.Raise):
        return "NotImplementedError" in ast.unparse(node)
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _may_fail(node: ast.AST) -> bool:
    """An assert, an exception, or something that is called so: `np.testing.assert_allclose`, `pytest.raises`."""
    if isinstance(node, (ast.Assert, ast.Raise)):
        return True
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name.startswith("assert") or name in ("raises", "fail")


def _imported(tree: ast.Module) -> Iterator[str]:
    """The modules that are imported, by their first names. What is none of these frameworks or Python's may hold the
    asserts.
    """
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        yield from (name.partition(".")[0] for name in names)


def _read_and_not_set(tree: ast.Module) -> set[str]:
    """The names that are read somewhere and set nowhere."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    bound = {node.id for node in names if not isinstance(node.ctx, ast.Load)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return {node.id for node in names} - bound
