"""Spot the bug: the code of a known mistake, and four explanations of which one fits.

The others belong to other known mistakes of the exercise. Each is false of the code shown: the mistake that it explains
fails a test case that the code passes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from mlprep.grading.engine.time_limit import Late, at_most
from mlprep.grading.judging.case_plan import size
from mlprep.grading.judging.grader import Grader, Variant
from mlprep.grading.judging.judge import expected, judge, run_here
from mlprep.grading.judging.model import Case
from mlprep.grading.questions import standalone
from mlprep.grading.questions.quiz.drawn import Drawn, choice

_LINES = 26  # of code that can be read in a minute
_CASES, _ENTRIES = 40, 400  # that are tried, and how large they may be
_SECONDS = 1.0  # for one mistake
_OTHERS = 3
_TRIES = 8  # mistakes of one exercise, before the next is tried

Exercise = Mapping[str, Any]  # id, entry, grader and solution, as a request has them


def draw(rng: Random, exercises: Sequence[Exercise]) -> Drawn | None:
    """A question about one of these exercises, or None where none of them has one."""
    for exercise in rng.sample(exercises, len(exercises)):
        try:
            grader = Grader(exercise["id"], exercise["entry"], exercise["grader"], exercise["solution"])
            found = next(_questions(rng, grader), None)
        except Exception:
            if "/" not in exercise["id"]:
                raise
            continue  # a grader that is broken in somebody's pack: `mlprep check` tells of it
        if found is not None:
            return found
    return None


def _questions(rng: Random, grader: Grader) -> Iterator[Drawn]:
    """The questions of one exercise, in random order."""
    sources = {each.key: each.source for each in standalone.mistakes(grader)}
    usable = [each for each in grader.mistakes if each.kind is None]
    short = [each for each in usable if sources[each.key].count("\n") <= _LINES]
    shown = [each for each in short if _is_natural(sources[each.key], grader.entry)] or short
    trials = _Trials(grader)
    for variant in rng.sample(shown, min(len(shown), _TRIES)):
        passed = trials.passed(variant)
        if len(passed) == len(trials.cases):  # it fails only where nothing is tried here
            continue
        others: dict[str, str] = {}
        for other in rng.sample(usable, len(usable)):
            is_new = other.name != variant.name and other.message not in (variant.message, *others.values())
            if is_new and other.name not in others and passed - trials.passed(other):
                others[other.name] = other.message
            if len(others) == _OTHERS:
                text = f"This code for {grader.exercise} is wrong. Which comment fits it?"
                options = [variant.message, *others.values()]
                told = "The other comments explain code that fails a test case which this code passes."
                facts = {"exercise": grader.exercise, "key": variant.key, "others": list(others)}
                yield choice(rng, text, options, told, code=sources[variant.key].rstrip(), **facts)
                break


def _is_natural(source: str, entry: tuple[str, ...]) -> bool:
    """Whether it reads as if somebody wrote it: no helpers that the grader shares, no tests of constants."""
    tree = ast.parse(source)
    helpers = [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name not in entry]
    return not helpers and not any(_is_constant_test(node) for node in ast.walk(tree))


def _is_constant_test(node: ast.AST) -> bool:
    """Whether it compares constants, or asks whether one is true: what is left of a helper's parameters."""
    if isinstance(node, ast.Compare):
        return all(isinstance(each, ast.Constant) for each in (node.left, *node.comparators))
    if isinstance(node, ast.BoolOp):
        return any(isinstance(each, ast.Constant) for each in node.values)
    return isinstance(node, ast.IfExp | ast.If) and isinstance(node.test, ast.Constant)


class _Trials:
    """Which of a grader's own cases each known mistake passes."""

    def __init__(self, grader: Grader) -> None:
        self._grader = grader
        small = [case for case in grader.cases(0) if case.part != "beyond" and not case.lone and size(case) <= _ENTRIES]
        self.cases: list[Case] = small[:_CASES]
        self._passed: dict[str, frozenset[int]] = {}

    def passed(self, variant: Variant) -> frozenset[int]:
        """The numbers of those cases; all of them where it takes too long, so that nothing follows from it."""
        if variant.key not in self._passed:
            try:
                with at_most(_SECONDS, of_computing=True):
                    found = frozenset(number for number, case in enumerate(self.cases) if self._passes(variant, case))
            except Late:
                found = frozenset(range(len(self.cases)))
            self._passed[variant.key] = found
        return self._passed[variant.key]

    def _passes(self, variant: Variant, case: Case) -> bool:
        got = run_here(self._grader, variant.module, case)
        return judge(self._grader, case, got, expected(self._grader, case)) is None
