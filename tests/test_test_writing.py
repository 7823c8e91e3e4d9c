"""Rounds of writing tests: the command, the score on the screen, the record, and the way to a wrong solution."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from learner import MINUTE
from support import catalogue, grader

from mlprep.content.catalogue import TESTS, round_of
from mlprep.content.statement import asked_of_tests
from mlprep.content.statement import test_starter as starter_of_tests
from mlprep.grading.questions.lineup import Lineup
from mlprep.views.text import make_console
from mlprep.views.verdict import show_verdict

LAZY = "import numpy as np\ndef test(accuracy):\n    assert accuracy(np.ones(2), np.ones(2)) == 1\n"
WRONG = "import numpy as np\ndef test(accuracy):\n    assert accuracy(np.ones(2), np.arange(2)) == 0.25\n"


@pytest.fixture
def begun(learner):
    """A learner whose current exercise is a round of tests."""
    assert learner("write-tests", "accuracy").code == 0
    learner.now += MINUTE
    return learner


def write(learner, text: str) -> None:
    learner.file("test_accuracy").write_text(text, encoding="utf-8")


def test_a_round_begins_with_a_file_and_what_it_asks(learner):
    said = learner("write-tests", "accuracy")
    assert said.code == 0
    assert said.out.startswith("Write tests that every correct solution of accuracy passes")
    assert f"Your file: {learner.file('test_accuracy')}" in said.out
    assert learner.file("test_accuracy").read_text(encoding="utf-8").endswith("def test(accuracy):\n    ...\n")
    assert learner.progress.current == "test_accuracy"


def test_the_current_exercise_is_taken_if_none_is_named(learner):
    learner("start", "accuracy")
    assert json.loads(learner("write-tests", "--json").out)["exercise"] == "test_accuracy"
    assert json.loads(learner("write-tests", "--json").out)["exercise"] == "test_accuracy"


def test_an_existing_file_is_kept_and_fresh_saves_it(begun):
    write(begun, LAZY)
    assert json.loads(begun("write-tests", "accuracy", "--json").out)["written"] is False
    assert begun.file("test_accuracy").read_text(encoding="utf-8") == LAZY
    saved = json.loads(begun("write-tests", "accuracy", "--fresh", "--json").out)["saved"]
    assert Path(saved).read_text(encoding="utf-8") == LAZY


def test_the_starter_file_is_unfinished(begun):
    said = begun("check")
    assert said.code == 1
    assert said.out == "· test_accuracy not finished yet\n\n  Your tests assert nothing yet.\n"


def test_a_check_says_what_gets_away_and_how_to_catch_it(begun):
    write(begun, LAZY)
    said = begun("check")
    assert said.code == 1
    assert said.out.startswith("✗ test_accuracy   caught ")
    assert "wrong solutions pass your tests." in said.out
    command = said.out.splitlines()[-1].split()
    assert command[:3] == ["mlprep", "write-tests", "--why"]
    caught = begun(*command[1:])
    assert caught.code == 0
    assert caught.out.startswith(f"test_accuracy: wrong solution {command[-1]}\n")
    assert "An input that catches it" in caught.out
    assert "expected" in caught.out
    assert [each.outcome for each in begun.progress.attempts("test_accuracy")] == ["failed"]


def test_the_way_to_catch_one_is_plain_data_too(begun):
    caught = json.loads(begun("write-tests", "--why", "1", "--json").out)
    assert caught["exercise"] == "test_accuracy"
    assert caught["wrong"]["number"] == 1
    assert caught["failure"]["inputs"]


def test_of_a_changed_argument_the_reason_is_shown_and_no_values(learner):
    number = next(each.number for each in Lineup(grader("softmax")).wrong() if each.name == "in_place")
    said = learner("write-tests", "softmax", "--why", str(number))
    assert "the first argument was modified" in said.out
    assert "it gives" not in said.out


def test_a_number_that_no_wrong_solution_has_is_an_error(begun):
    said = begun("write-tests", "--why", "99")
    assert said.code == 2
    assert "There is no wrong solution number 99 of accuracy." in said.err


def test_a_test_that_fails_a_correct_solution_is_shown_with_its_line_and_values(begun):
    write(begun, WRONG)
    said = begun("check")
    assert said.code == 1
    assert "test fails the reference solution" in said.out
    assert "test_accuracy.py:3   assert accuracy(np.ones(2), np.arange(2)) == 0.25" in said.out
    assert "accuracy(np.ones(2), np.arange(2)) = 0.5" in said.out
    assert begun.progress.last("test_accuracy").diagnosis == "rejects"


def test_a_test_that_breaks_down_by_itself_is_not_said_to_ask_too_much(begun):
    write(begun, "def test(accuracy):\n    assert accurcy is accuracy\n")
    said = begun("check").out
    assert "test fails the reference solution.\n" in said
    assert "NameError: name 'accurcy' is not defined" in said


def test_a_pass_counts_to_no_exercise_and_has_no_review(begun):
    write(begun, GOOD)
    said = begun("check")
    assert said.code == 0, said.out
    first = said.out.splitlines()[0]
    assert first.startswith("✓ test_accuracy")
    assert "caught " in first
    assert f" of {len(catalogue.exercises)}" not in first
    assert "Review on" not in said.out
    assert "An interviewer asks next" in said.out
    assert begun.progress.solved("test_accuracy")
    assert not begun.progress.solved("accuracy")
    again = begun("check").out
    assert "You had passed it before." in again
    begun.sleep(400)
    assert "No exercise is due for review." in begun("review").out
    assert json.loads(begun("progress", "--json").out)["solved"] == 0


def test_history_knows_a_round(begun):
    write(begun, LAZY)
    begun("check")
    assert "failed" in begun("history").out


@pytest.mark.parametrize("command", [["hint"], ["solution"], ["solution", "--yes"], ["hint", "test_accuracy"]])
def test_there_are_no_hints_and_no_solution(begun, command):
    said = begun(*command)
    assert said.code == 0
    assert "There are no hints and no solution for tests" in said.out
    assert begun.progress.hints("test_accuracy") == 0


@pytest.mark.parametrize("exercise", list(catalogue.exercises.values()), ids=lambda each: each.id)
def test_the_task_fits_the_page_and_names_what_is_tested(exercise):
    lines = asked_of_tests(round_of(exercise, TESTS)).splitlines()
    assert max(map(len, lines)) <= 79
    text = starter_of_tests(catalogue, round_of(exercise, TESTS), "numpy")
    assert all(entry in text for entry in exercise.entry)


@pytest.mark.parametrize("width", [50, 80])
def test_a_score_fits_a_narrow_window(width):
    escaped = [
        {"number": n, "kind": "mistake", "name": "", "text": "You count rows " * 8} for n in (3, 14, 15, 16, 17, 18)
    ]
    report = {
        "exercise": "test_accuracy", "outcome": "failed", "summary": "", "cases_passed": 9, "cases_total": 15,
        "parts": [{"name": "known mistakes", "part": "core", "passed": 4, "total": 10},
                  {"name": "small changes", "part": "edge", "passed": 5, "total": 5}],
        "beyond": [], "diagnosis": "6 wrong solutions pass your tests.", "diagnoses": [], "mistake": None,
        "failure": None, "notes": [], "output": "", "seed": 7, "seconds": 0.1, "escaped": escaped, "rejected": None,
    }  # fmt: skip
    stream = io.StringIO()
    show_verdict(make_console(stream, width=width), report)
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert lines[-3:] == ["  and 1 more", "", "  mlprep write-tests --why 3"]


GOOD = """
import numpy as np


def test(accuracy):
    cases = [
        ([1, 1], [1, 1]), ([1, 0, 2], [1, 1, 2]), ([0, 0], [1, 1]), ([0, 1, 1, 0], [0, 1, 0, 1]), ([3], [3]),
        ([3], [0]),
        ([2, 2, 2, 0, 0], [2, 2, 1, 1, 0]), ([10**6, 256], [10**6 + 1, 0]),
    ]
    for truth, said in cases:
        want = sum(a == b for a, b in zip(truth, said)) / len(truth)
        for a, b in ((truth, said), (said, truth)):
            got = accuracy(np.array(a), np.array(b))
            assert np.ndim(got) == 0
            assert abs(got - want) < 1e-12
"""
