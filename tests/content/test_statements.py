"""Every statement names the edges that its grader tries, in the same order, and fits a terminal of 80 columns."""

from __future__ import annotations

import pytest
from support import catalogue, grader

from mlprep.authoring.statements import problems
from mlprep.content.statement import edges, statement
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.model import ANY_ARRAY, CORE

EXERCISES = list(catalogue.exercises.values())


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_the_statement_and_the_grader_name_the_same_edges(exercise):
    judge = grader(exercise.id)
    case_plan.plan(judge, 1)
    labels = [label for label in case_plan.labels(judge) if label not in (CORE, ANY_ARRAY)]
    assert list(problems(statement(catalogue, exercise), labels, sorted(judge.quiet))) == []


def test_edges_are_read_from_the_list():
    text = "Title\n\nEdge cases\n- ties: equal scores,\n  the lower index first\n- one row: works\n\nEverywhere: x\n"
    assert edges(text) == {"ties": "equal scores, the lower index first", "one row": "works"}


@pytest.mark.parametrize(
    ("text", "labels", "quiet", "said"),
    [
        ("x" * 80, [], [], "80 columns"),
        ("\nEdge cases\n- ties: a\n", [], [], "no case tries it"),
        ("", ["ties"], [], "does not name it"),
        ("\nEdge cases\n- a: x\n- b: x\n", ["b", "a"], [], "another order"),
        ("\nEdge cases\n- a: x\n", ["a"], ["a"], "does not rule out a warning"),
        ("\nEdge cases\n- a: no warning\n", ["a"], [], "QUIET does not have it"),
        ("\nEdge cases\n- core: x\n", ["core"], [], "means something else"),
    ],
)
def test_what_does_not_fit_is_said(text, labels, quiet, said):
    assert any(said in each for each in problems(text, labels, quiet))
