"""Whether the examples that people read are true: a statement's doctest, and the snippets of the sheet."""

from __future__ import annotations

import ast
import doctest
import traceback
import warnings
from collections.abc import Iterable, Sequence
from types import ModuleType

import numpy as np


def worked_example(starter: str, reference: ModuleType, entry: Sequence[str]) -> str | None:
    """What is wrong with the example in a starter file, run with the reference solution; None if it is true."""
    statement = ast.get_docstring(ast.parse(starter)) or ""
    names = {name: getattr(reference, name) for name in entry}
    examples = doctest.DocTestParser().get_doctest(statement, {"np": np, **names}, "the statement", None, None)
    if not examples.examples:
        return "The statement has no worked example (a doctest)."
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    if runner.run(examples, out=report.append).failed == 0:
        return None
    return "The worked example of the statement is not true:\n" + "".join(map(_without_frame, report)).rstrip()


def _without_frame(text: str) -> str:
    """A report of doctest without its line of asterisks and the file that it does not know."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(("***", "File ")))


def _place(error: Exception, title: str, text: str) -> str:
    """The error, and the line of the snippet that raised it."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == title]
    if isinstance(error, SyntaxError):
        lines = [error.lineno]
    quoted = text.splitlines()[lines[-1] - 1].strip() if lines and lines[-1] else ""
    return f"{type(error).__name__} {error}".strip() + (f" in `{quoted}`" if quoted else "")


def snippets(title: str, blocks: Iterable[str]) -> str | None:
    """What is wrong when a section's Python blocks run in order; None if they do, without a warning."""
    names: dict[str, object] = {"np": np}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in blocks:
            try:
                exec(compile(text, title, "exec"), names)
            except Exception as error:
                return f"A snippet of the sheet's section {title!r} does not run: {_place(error, title, text)}"
    return None
