"""A verdict for editors: one line per finding, which they turn into a mark beside the code."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mlprep.errors import MlprepError
from mlprep.escapes import safe
from mlprep.views import verdict_words

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report

FORMS = ("gnu", "github")


class Place(NamedTuple):
    """Where a finding is; lines and columns count from 1."""

    path: str
    line: int
    column: int


def known(form: str) -> str:
    """The form of that name. Raises MlprepError where there is none."""
    if form not in FORMS:
        raise MlprepError(f"There is no format called {form!r}.", f"Use {' or '.join(FORMS)}: `--format {FORMS[0]}`.")
    return form


def lines(report: Report, source: str, entry: Sequence[str], form: str) -> Iterator[str]:
    """A line that opens, one for each finding, and one with the outcome. ``entry`` is what the code defines."""
    yield f"{report['exercise']}: checking"
    place = _place(report, source, entry)
    for severity, text in _findings(report):
        yield (_gnu if form == "gnu" else _github)(place, severity, safe(" ".join(text.split())))
    yield f"{report['exercise']}: done. {report['summary']}"


def _findings(report: Report) -> Iterator[tuple[str, str]]:
    if report["outcome"] == "passed":
        for each in report["beyond"]:
            yield "warning", f"Beyond the task: {each['text']}"
        return
    failure = report["failure"]
    told = verdict_words.diagnoses(report) or ([failure["reason"]] if failure else [])
    for text in told or [report["summary"]]:
        yield "error", text


def _gnu(place: Place, severity: str, text: str) -> str:
    return f"{safe(place.path)}:{place.line}:{place.column}: {severity}: {text}"


def _github(place: Place, severity: str, text: str) -> str:
    path = safe(place.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    where = f"file={path},line={place.line},col={place.column},title=mlprep"
    return f"::{severity} {where}::{text.replace('%', '%25')}"


def _place(report: Report, source: str, entry: Sequence[str]) -> Place:
    """The innermost line of the user's that failed, where the source is not Python, or else the entry's definition."""
    path, failure = report.get("path", ""), report["failure"]
    if failure is not None and failure.get("frames"):
        line, _, code, file = failure["frames"][-1]
        return Place(os.path.join(os.path.dirname(path), file), line, len(code) - len(code.lstrip()) + 1)
    syntax = failure.get("syntax") if failure is not None else None
    if syntax:
        return Place(path, syntax["line"] or 1, syntax["column"] or 1)
    return Place(path, *_definition(source, entry))


def _definition(source: str, entry: Sequence[str]) -> tuple[int, int]:
    """Where the first of these names is defined, or else the first function or class."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return 1, 1
    made = [node for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    found = [node for node in made if node.name in entry] or made
    return (found[0].lineno, found[0].col_offset + 1) if found else (1, 1)
