"""Every statement names the edges that its grader tries and what holds of all, in order, and fits 80 columns."""

from __future__ import annotations

import pytest
from support import catalogue, grader

from mlprep.authoring.statements import problems
from mlprep.content.statement import edges, everywhere, starter, statement
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


def test_what_holds_everywhere_is_under_every_statement_and_in_every_starter_file():
    for exercise in catalogue.exercises.values():
        text, said = starter(catalogue, exercise), everywhere(catalogue.starter(exercise).read_text(encoding="utf-8"))
        assert text.count(said) == 1
        compile(text, "starter", "exec")
        assert statement(catalogue, exercise).endswith(said)


def test_what_holds_everywhere_speaks_of_arrays_and_objects_only_where_there_are_any():
    said = {name: statement(catalogue, catalogue.find(name)) for name in ("softmax", "kv_cache", "conv_output_size")}
    assert "keep nothing between calls" in said["softmax"]
    assert "let no object share its state" in said["kv_cache"]
    assert "Any array may be" in said["kv_cache"]
    assert "array" not in said["conv_output_size"].rpartition("Everywhere:")[2]
