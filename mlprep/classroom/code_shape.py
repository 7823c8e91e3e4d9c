"""The structure of a program, blind to names, comments, docstrings and layout: a sequence of words with their lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

GRAM = 12  # words in a row that are compared: about one line of NumPy


class Word(NamedTuple):
    """One step through the syntax tree."""

    text: str
    line: int


# What two programs are compared by: each run of words as a number, with its first and last line.
Shape = dict[int, tuple[int, int]]


def shape_of(source: str) -> Shape | None:
    """The shape of a source; None if it is not Python."""
    try:
        words = [*_words(ast.parse(source), 1)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return _shape(words)


def shapes_of_parts(source: str) -> list[Shape]:
    """A shape for each function and class of a source."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return []
    parts = [each for each in tree.body if isinstance(each, ast.FunctionDef | ast.ClassDef)]
    return [_shape([*_words(each, 1)]) for each in parts]


def _shape(words: list[Word]) -> Shape:
    grams: Shape = {}
    for start in range(len(words) - GRAM + 1):
        run = words[start : start + GRAM]
        digest = blake2b(" ".join(word.text for word in run).encode(), digest_size=8).digest()
        lines = [word.line for word in run]
        grams.setdefault(int.from_bytes(digest, "big"), (min(lines), max(lines)))
    return grams


def _words(node: ast.AST, line: int) -> Iterator[Word]:
    """The tree from the top: kinds of nodes, operators, what is called by an attribute, numbers. No name of theirs."""
    line = getattr(node, "lineno", line)
    if isinstance(node, ast.Import | ast.ImportFrom | ast.expr_context):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        return
    name = type(node).__name__
    if isinstance(node, ast.Attribute):
        yield Word(f".{node.attr}", line)
    elif isinstance(node, ast.Constant):
        value = node.value
        yield Word(f"={value!r}" if isinstance(value, int | float | complex | None) else "=text", line)
    elif isinstance(node, ast.keyword):
        yield Word(f"{node.arg}:", line)
    elif isinstance(node, ast.Name):
        yield Word("name", line)
    elif isinstance(node, ast.arguments):
        yield Word(f"takes {len(node.args) + len(node.kwonlyargs)}", line)
        for default in [*node.defaults, *(each for each in node.kw_defaults if each is not None)]:
            yield from _words(default, line)
        return
    elif not isinstance(node, ast.Module):
        yield Word(name, line)
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_params", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _words(child, line)
