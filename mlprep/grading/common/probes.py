"""Running one case: the code path that the reference, the mistakes and the candidate share.

A probe is a function ``probe(module, case)`` that turns a module and a case into an outcome. The default calls
the case's entry; a grader writes its own where the entry is a class, takes a function or returns one. A probe's
source travels alone to the candidate, since its file also holds right answers, so it may use only ``np`` and
what it imports itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mlprep.grading.common.plain_data import Rng, Value

Probe = Callable[[Any, "Call"], Any]


class Call:
    """What a probe sees of a case."""

    __slots__ = ("args", "entry", "kwargs")

    def __init__(self, entry: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.entry = entry
        self.args = args
        self.kwargs = kwargs


def default_probe(module: Any, case: Call) -> Any:
    """Call the entry with the case's arguments."""
    return getattr(module, case.entry)(*case.args, **case.kwargs)


def compile_probe(source: str | None) -> Probe:
    """The probe of that source, with ``np`` and nothing else of ours in reach."""
    if source is None:
        return default_probe
    namespace: dict[str, Any] = {"np": np, "__name__": "probe"}
    exec(compile(source, "<probe>", "exec", dont_inherit=True), namespace)
    probe: Probe = namespace["probe"]
    return probe


def argument_names(source: str, count: int) -> list[str]:
    """What a probe calls a case's ``count`` arguments, by its first line that unpacks so many; [] if none does."""
    import ast

    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Assign) and ast.unparse(node.value) == "case.args"):
            continue
        names: list[str] = []
        targets = node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else []
        for target in targets:
            if isinstance(target, ast.Starred):
                several = count - len(targets) + 1
                names += (f"{ast.unparse(target.value)}[{i}]" for i in range(several))
            else:
                names.append(ast.unparse(target))
        if names and len(names) == count:
            return names
    return []


def materialize(value: Value) -> Any:
    """The value with every ``Rng`` replaced by a generator of that seed."""
    if isinstance(value, Rng):
        return np.random.default_rng(value.seed)
    if type(value) is list:
        return [materialize(item) for item in value]
    if type(value) is tuple:
        return tuple(materialize(item) for item in value)
    if type(value) is dict:
        return {key: materialize(item) for key, item in value.items()}
    return value


def dematerialize(now: Any, sent: Value) -> Any:
    """The arguments as they are now, with the seeds back in the place of the generators made from them."""
    if isinstance(sent, Rng):
        return sent
    if type(now) in (list, tuple) and type(sent) in (list, tuple) and len(now) == len(sent):
        return type(now)(dematerialize(a, b) for a, b in zip(now, sent, strict=True))
    if type(now) is dict and type(sent) is dict:
        return {key: dematerialize(item, sent.get(key)) for key, item in now.items()}
    return now
