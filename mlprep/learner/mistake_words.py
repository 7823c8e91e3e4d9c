"""What an attempt's diagnosis means in words. It is the name of a known mistake, or else the kind of the failure."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from mlprep.content.catalogue import Catalogue
from mlprep.phrases import listed

_NAMED = 3  # values of a constant that are named; more would be a list
_KINDS = {
    "values": "wrong values",
    "shape": "wrong shape",
    "type": "wrong type",
    "dtype": "wrong dtype",
    "none": "nothing returned",
    "raised": "an exception",
    "not-raised": "no error where one is required",
    "crashed": "an exception",
    "ended": "the process ended",
    "changed": "an argument changed",
    "warning": "a NumPy warning",
    "slow": "too slow",
    "memory": "too much memory",
    "calls": "a call that is not allowed",
    "state": "something kept between calls",
    "shared": "a view instead of a copy",
    "peeked": "mlprep's own files read",
    "timeout": "timed out",
    "unfinished": "not finished",
    "missing": "a function is missing",
    "signature": "wrong parameters",
    "syntax": "a syntax error",
    "imports": "an import that is not allowed",
    "rejects": "tests that fail a correct solution",
    "property": "a property does not hold",
}


def is_kind(diagnosis: str) -> bool:
    """Whether it is the kind of a failure and not a mistake with a name."""
    return diagnosis.partition(":")[0] in _KINDS


def kind_in_words(diagnosis: str) -> str:
    """What went wrong, in a few words."""
    kind, _, name = diagnosis.partition(":")
    words = _KINDS.get(kind, kind.replace("_", " ").replace("-", " "))
    return f"{words}: {name}" if name else words


def mistake_in_words(catalogue: Catalogue, exercise: str, name: str) -> str:
    """The message of a known mistake, or its name in plain words if the grader does not know it any more."""
    found = catalogue.exercises.get(exercise)
    messages = _messages(catalogue.grader(found)) if found else {}
    return messages.get(name, name.replace("_", " "))


@cache
def _messages(grader: Path) -> dict[str, str]:
    """The mistakes of a grader, read and not run: a grader needs NumPy."""
    try:
        tree = ast.parse(grader.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError):
        return {}
    found = {}
    for node in tree.body:
        for mark in getattr(node, "decorator_list", ()):
            if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "mistake":
                message = mark.args[0] if mark.args else None
                if isinstance(message, ast.Constant) and isinstance(message.value, str):
                    found[node.name] = _filled(message.value, mark)  # type: ignore[attr-defined]
    return found


def _filled(message: str, mark: ast.Call) -> str:
    """The message with the values that its constants may have: which one it was, the record does not hold."""
    for keyword in mark.keywords:
        if keyword.arg == "constants" and isinstance(keyword.value, ast.Dict):
            for name, values in zip(keyword.value.keys, keyword.value.values, strict=True):
                if isinstance(name, ast.Constant) and isinstance(name.value, str) and isinstance(values, ast.Tuple):
                    said = [re.sub(r"e-0+", "e-", ast.unparse(each).strip("'\"")) for each in values.elts]
                    message = message.replace(f"{{{name.value}}}", _either(said))
    return message


def _either(words: list[str]) -> str:
    if len(words) > _NAMED:
        return f"{words[0]} or similar"
    return listed(words, "or")
