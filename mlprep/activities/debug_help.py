"""The bugs of a debugging round: hints while they are there, and what was changed once they are gone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from mlprep.content import statement
from mlprep.content.catalogue import Exercise
from mlprep.grading.frameworks import framework_of
from mlprep.learner import rounds
from mlprep.learner.answer_file import read_source
from mlprep.learner.rounds import Bug, Round

if TYPE_CHECKING:
    from mlprep.activities.session import Session

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_ALL_CHANGED = "Every line that had a bug was changed, and the check still fails. Look again"


class Repair(NamedTuple):
    """What a round that passes comes to: its bugs, those whose lines are as they were, and how much was changed."""

    seconds: int | None
    bugs: tuple[Bug, ...]
    untouched: tuple[int, ...]
    changed: int
    fewest: int
    hints: int

    def as_json(self) -> dict[str, Any]:
        """For `--json`: plain data."""
        bugs = [{**bug._asdict(), "changed": number not in self.untouched} for number, bug in enumerate(self.bugs)]
        return {
            "seconds": self.seconds, "bugs": bugs, "lines_changed": self.changed, "lines_needed": self.fewest,
            "hints": self.hints,
        }  # fmt: skip


# The repair


def repair(session: Session, exercise: Exercise, source: str, seconds: int | None) -> Repair | None:
    """What a passing source of a round comes to; None if it is not known any more what the round began with."""
    round_ = rounds.read(session.workspace, exercise.id)
    if round_ is None:
        return None
    changed, fewest = _lines_changed(round_.text, source), _lines_changed(round_.text, round_.fixed)
    untouched = tuple(number for number, line in enumerate(_places(round_, source)) if line is not None)
    hints = session.progress.hints(exercise.id)
    return Repair(seconds, round_.bugs, untouched, changed, min(changed, fewest), hints)


def _lines_changed(before: str, after: str) -> int:
    """How many lines of code differ, whatever became of comments and blank lines."""
    one, other = (_code_lines(source) for source in (before, after))
    return sum(max(b - a, d - c) for a, b, c, d in _blocks(one, other, same=False))


def _code_lines(source: str) -> list[str]:
    lines = (line.rstrip() for line in source.splitlines())
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _blocks(one: list[str], other: list[str], *, same: bool) -> list[tuple[int, int, int, int]]:
    """The lines that are the same in two sources, or those that are not."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [block[1:] for block in blocks if (block[0] == "equal") == same]


def _places(round_: Round, source: str) -> Iterator[int | None]:
    """The line on which each bug is now; None if it was changed."""
    before, fixed, now = (text.splitlines() for text in (round_.text, round_.fixed, source))
    wrong = [range(a, b) for a, b, _, _ in _blocks(before, fixed, same=False)]
    kept = {a + i: c + i for a, b, c, _ in _blocks(before, now, same=True) for i in range(b - a)}
    for bug in round_.bugs:
        at = bug.line - 1
        lines = next((block for block in wrong if at in block), range(at, at + 1))
        is_kept = all(line in kept for line in lines)
        if not bug.wrong and is_kept:  # something is to be written before the line
            is_kept = at - 1 in kept and kept[at] == kept[at - 1] + 1
        yield kept[lines[0]] + 1 if is_kept else None


# Hints


def hints(session: Session, exercise: Exercise, tiers: int) -> tuple[str, ...]:
    """The first so many hints on the file as it is now: what fails, in which function, on which line."""
    round_ = rounds.begun(session.workspace, exercise)
    path = session.workspace.answer(exercise.id)
    source = read_source(path, f"Run `mlprep debug {exercise.base}` to start a round.")
    here = zip(round_.bugs, _places(round_, source), strict=True)
    bug, line = next(((bug, line) for bug, line in here if line is not None), (round_.bugs[0], None))
    text, at = (round_.text, bug.line) if line is None else (source, line)
    found: list[str] = []
    if tiers > 0:
        found.append(_what_fails(session, exercise, source))
    if tiers > 1:
        name = _function_at(text, at)
        where = f"in `{name}`" if name else "at the top level of the file"
        found.append(f"{_ALL_CHANGED} {where}." if line is None else f"The first bug is {where}.")
    if tiers > 2:
        code = text.splitlines()[at - 1].strip()
        first = f"A statement is missing before line {at}" if not bug.wrong else f"The first bug is on line {at}"
        found.append(f"{_ALL_CHANGED} at what was `{code}`." if line is None else f"{first}: `{code}`")
    return tuple(found)


def _what_fails(session: Session, exercise: Exercise, source: str) -> str:
    """Which part of the verdict fails, and what its failing test case is about."""
    request = session.request(exercise, session.workspace.answer(exercise.id), None, source)
    (report,) = session.check_all([request])
    failure = report["failure"]
    if failure is None:
        return f"Your file passes now. Run `mlprep check {exercise.id}`."
    label = failure["part"] or ""
    failing = [part for part in report["parts"] if part["passed"] < part["total"]]
    part = next((part for part in failing if part["name"] == label), None)
    said = [report["summary"]]
    if part and report["outcome"] == "failed":
        others = f", and so do {len(failing) - 1} other parts" if len(failing) > 2 else ""
        said = [f"{part['total'] - part['passed']} of {part['total']} test cases of {label} fail{others}."]
    if failure["case"]:
        said.append(f"Work through the smallest one, “{failure['case'].removeprefix('simplified from: ')}”, by hand.")
    if clause := statement.edges(statement.statement(session.catalogue, exercise, framework_of(source))).get(label):
        said.append(f"The statement says about {label}: {clause.rstrip('.')}.")
    said.append(report["diagnosis"] or failure["reason"])
    return " ".join(said)


def _function_at(source: str, line: int) -> str:
    """The function that a line is in, with its class."""
    try:
        nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, _DEFINITIONS)]
    except SyntaxError:
        return ""
    around = [node for node in nodes if node.lineno <= line <= (node.end_lineno or 0)]
    return ".".join(node.name for node in sorted(around, key=lambda node: node.lineno))
