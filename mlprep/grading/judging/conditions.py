"""What must be seen in a source, or in a failure, before a mistake is told that results alone cannot prove."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cached_property

from mlprep.grading.common.lines import lines_of
from mlprep.grading.judging import crashes
from mlprep.grading.judging.model import Failure

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# They look like NumPy and call a Python function for every item.
_HIDDEN_LOOPS = frozenset(("vectorize", "frompyfunc", "apply_along_axis", "apply_over_axes", "fromfunction", "map"))


# What is called otherwise in PyTorch, and stands for the same.
_ALSO = {
    "keepdim=": ("keepdims=",), "dim=": ("axis=",), "stable=": ("kind=",), "correction=": ("ddof=",),
    "unbiased=": ("ddof=",), "topk": ("argpartition", "partition"), "clamp": ("clip", "maximum", "minimum"),
    "clip": ("minimum", "maximum"), "amax": ("max",), "amin": ("min",), "repeat_interleave": ("repeat",),
    "clone": ("copy",), "manual_seed": ("seed",), "to": ("astype",), "type": ("astype",), "float": ("float32",),
    "half": ("float16",), "char": ("int8",), "short": ("int16",), "int": ("int32",), "cat": ("concatenate",),
    "randn": ("normal", "standard_normal"), "rand": ("random", "uniform"), "tensor_split": ("array_split",),
    "chunk": ("array_split",), "pow": ("power",), "permute": ("transpose",), "equal": ("array_equal",),
    "tensor": ("array",), "as_tensor": ("asarray",), "quantile": ("percentile",), "svdvals": ("svd",),
}  # fmt: skip

# PyTorch's functions and methods that draw from its global generator, unless they are given another.
_DRAWS = frozenset(
    ("rand", "rand_like", "randn", "randn_like", "randint", "randint_like", "randperm", "multinomial", "bernoulli",
     "poisson", "normal", "uniform_", "normal_", "bernoulli_", "random_", "exponential_", "geometric_", "cauchy_",
     "log_normal_", "trunc_normal_", "dropout", "sample", "rsample")
)  # fmt: skip
_GLOBAL_DRAW = re.compile(r"\b(np|numpy)\.random\.(?!default_rng|Generator|SeedSequence|PCG64)\w")
_GENERATORS = ("np.random.", "numpy.random.", "random.", "default_rng", "RandomState")


class Source:
    """The user's code, parsed once. ``entry`` are the names that the exercise calls."""

    def __init__(self, text: str, entry: tuple[str, ...] = ()) -> None:
        self.text = text
        self.lines = lines_of(text)
        self._entry = entry

    @cached_property
    def tree(self) -> ast.Module:
        """Empty where the text is no Python, or nested beyond what is written by hand."""
        try:
            return ast.parse(self.text)
        except (SyntaxError, RecursionError, ValueError):
            return ast.Module([], [])

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name and attribute, and every keyword of a call with a ``=`` behind it.

        In a file that imports torch, also what NumPy calls the same, so that one condition serves both.
        """
        words = frozenset(self._words())
        if "torch" not in words:
            return words
        bare = {word.removesuffix("_") for word in words}
        return words | bare | {other for word in bare for other in _ALSO.get(word, ())}

    def uses(self, *names: str) -> bool:
        """Whether one of these occurs: ``np.where`` (or where, under any module's name), ``kind=``."""
        return any(name.rpartition(".")[2] in self.words for name in names)

    def entry_bodies(self) -> Iterator[ast.AST]:
        """The functions and classes that are called, and the functions beside them that they call by name."""
        defined = {node.name: node for node in self.tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        waiting, seen = [name for name in self._entry if name in defined], set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            yield defined[name]
            waiting += [
                node.id for node in ast.walk(defined[name]) if isinstance(node, ast.Name) and node.id in defined
            ]

    def has_loop(self) -> bool:
        """Whether what is called loops in Python, comprehensions and disguised loops included."""
        return any(is_loop(node) for body in self.entry_bodies() for node in ast.walk(body))

    def other_draws(self) -> Iterator[ast.Call]:
        """Calls that draw random numbers from another generator than the one that is given, which is called rng."""
        in_torch = self.uses("torch")
        own = {node.name for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Call) or any(name == "rng" for name in _names(node)):
                continue
            called = ast.unparse(node.func)
            name = called.rpartition(".")[2]
            is_torchs = in_torch and name in _DRAWS and called not in own
            if any(each.arg == "generator" for each in node.keywords):
                continue
            if called.startswith(_GENERATORS) or is_torchs:
                yield node

    def _words(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name
                case ast.keyword(arg=str(name)):
                    yield f"{name}="
                case ast.alias(name=name):
                    yield name.rpartition(".")[2]


Condition = Callable[[Source, Failure | None], bool]


def _names(node: ast.AST) -> Iterator[str]:
    """The names in a part of the code."""
    return (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def is_loop(node: ast.AST) -> bool:
    """Whether the node runs something many times."""
    if isinstance(node, (ast.For, ast.While, *_COMPREHENSIONS)):
        return True
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    return name in _HIDDEN_LOOPS


def uses(*names: str) -> Condition:
    """One of these names occurs in the code: ``uses("np.where")``, ``uses("kind=")``."""
    return lambda source, failure: source.uses(*names)


def lacks(*names: str) -> Condition:
    """None of these names occurs in the code."""
    return lambda source, failure: not source.uses(*names)


def loops() -> Condition:
    """The functions that are called loop in Python."""
    return lambda source, failure: source.has_loop()


def draws_elsewhere() -> Condition:
    """The code draws random numbers from another generator than the ``rng`` that is passed in."""
    return lambda source, failure: any(source.other_draws())


def draws_globally() -> Condition:
    """The code draws from the global generator of its library, and not from one that it makes or is given."""

    def holds(source: Source, failure: Failure | None) -> bool:
        if source.uses("torch"):
            return not source.uses("generator=")
        return _GLOBAL_DRAW.search(source.text) is not None

    return holds


def says(text: str) -> Condition:
    """The failure's reason contains this, as in ``says("first argument")`` for a mistake of kind "changed"."""
    return lambda source, failure: failure is not None and text in failure.reason


def crashes_over(sort: str) -> Condition:
    """The error is of that sort, such as "broadcast", in NumPy's words or PyTorch's: ``crashes`` has the sorts."""
    return lambda source, failure: failure is not None and crashes.is_about(failure.reason, sort)


def both(*conditions: Condition) -> Condition:
    """All of these hold."""
    return lambda source, failure: all(each(source, failure) for each in conditions)
