"""Rounds of an exercise: their names, their files, and what a debugging round began with."""

from __future__ import annotations

import ast

import pytest
from support import catalogue

from mlprep.content.catalogue import DEBUG, SOLVE, TESTS, round_of
from mlprep.content.statement import test_starter as starter_of_tests
from mlprep.errors import UnknownName
from mlprep.learner import rounds
from mlprep.learner.rounds import Bug, Round
from mlprep.learner.workspace import Workspace


@pytest.mark.parametrize("name", ["softmax_debug", "SOFTMAX-DEBUG", "softmax_debug.py"])
def test_a_debugging_round_is_found_by_its_name(name):
    found = catalogue.find(name)
    assert (found.id, found.base, found.kind) == ("softmax_debug", "softmax", DEBUG)


def test_a_round_of_tests_is_found_by_its_name():
    found = catalogue.find("test_layer_norm.py")
    assert (found.id, found.base, found.kind) == ("test_layer_norm", "layer_norm", TESTS)


def test_a_round_has_the_solution_and_the_grader_of_its_exercise():
    softmax = catalogue.find("softmax")
    for kind in (DEBUG, TESTS):
        each = round_of(softmax, kind)
        assert catalogue.solution(each) == catalogue.solution(softmax)
        assert catalogue.grader(each) == catalogue.grader(softmax)
        assert each.topic == softmax.topic
    assert softmax.kind == SOLVE


@pytest.mark.parametrize("name", ["nothing_debug", "test_nothing", "debug", "test"])
def test_no_round_is_found_without_its_exercise(name):
    with pytest.raises(UnknownName):
        catalogue.find(name)


@pytest.mark.parametrize("exercise", list(catalogue.exercises.values()), ids=lambda each: each.id)
def test_no_exercise_has_the_name_of_a_round_and_its_file_of_tests_is_python(exercise):
    assert not exercise.id.endswith("_debug")
    assert not exercise.id.startswith("test_")
    text = starter_of_tests(catalogue, round_of(exercise, TESTS), "numpy")
    function = ast.parse(text).body[-1]
    assert isinstance(function, ast.FunctionDef)
    assert [each.arg for each in function.args.args] == list(exercise.entry)


def test_a_round_is_read_as_it_was_written(tmp_path):
    workspace = Workspace(tmp_path, "test")
    workspace.create()
    begun = Round(3, "x = 1\n", "x = 2\n", (Bug(1, "x = 1", "x = 2", "It is two."),))
    assert rounds.read(workspace, "softmax_debug") is None
    rounds.write(workspace, "softmax_debug", begun)
    assert rounds.read(workspace, "softmax_debug") == begun


@pytest.mark.parametrize("content", ["", "[]", '{"seed": 1}', '{"seed": 1, "text": "", "fixed": "", "bugs": [1]}'])
def test_a_damaged_round_is_none(tmp_path, content):
    workspace = Workspace(tmp_path, "test")
    workspace.create()
    workspace.rounds_dir.mkdir()
    (workspace.rounds_dir / "softmax_debug.json").write_text(content, encoding="utf-8")
    assert rounds.read(workspace, "softmax_debug") is None
