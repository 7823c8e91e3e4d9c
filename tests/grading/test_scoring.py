"""Tests that a user wrote, scored: what they catch, what gets away, and what fails a correct solution."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
from support import Scores, catalogue, grader

from mlprep.grading.questions import standalone
from mlprep.grading.questions.lineup import Lineup

HEAD = "import numpy as np\nimport pytest\n"
SOFTMAX = """
def test(softmax):
    x = np.array([[1.0, 2.0, 4.0], [-1.0, 0.5, 5.0]])
    for axis in (0, 1, -1, -2):
        want = np.exp(x) / np.exp(x).sum(axis=axis, keepdims=True)
        assert np.allclose(softmax(x, axis=axis), want, rtol=1e-9)
"""


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scores]:
    scores = Scores(tmp_path_factory.mktemp("workspace"), HEAD)
    yield scores
    scores.engine.close()


def escaped(report: dict[str, Any]) -> set[str]:
    return {each["name"] for each in report["escaped"]}


# What is caught and what gets away


def test_what_gets_away_is_named_and_explained(score):
    report = score("softmax", SOFTMAX)
    assert report["outcome"] == "failed"
    assert {"global_maximum", "not_shifted"} <= escaped(report)
    assert "ignores_axis" not in escaped(report)
    assert report["cases_passed"] + len(report["escaped"]) == report["cases_total"]
    assert report["diagnosis"] == f"{len(report['escaped'])} wrong solutions pass your tests."
    shown = next(each for each in report["escaped"] if each["name"] == "not_shifted")
    assert shown["text"].startswith("exp overflows on large scores.")


def test_the_same_tests_have_the_same_score(score):
    first, second = score("softmax", SOFTMAX, seed=1), score("softmax", SOFTMAX, seed=2)
    for key in ("outcome", "parts", "escaped", "summary"):
        assert first[key] == second[key]


def test_a_number_leads_to_the_input_that_catches_it(score):
    away = next(each for each in score("softmax", SOFTMAX)["escaped"] if each["name"] == "not_shifted")
    report = score("softmax", "", why=away["number"])
    assert report["escaped"] == [away]
    assert report["failure"]["part"] == "large scores"
    assert report["failure"]["inputs"]
    assert "nan" in str(report["failure"]["comparison"]["got"])


def test_a_number_that_does_not_exist_leads_nowhere(score):
    assert score("softmax", "", why=999)["summary"] == "There is no wrong solution number 999."


def test_tests_that_assert_nothing_catch_nothing(score):
    report = score("softmax", "def test(softmax):\n    softmax(np.zeros(3))\n    print(softmax(np.ones(2)))\n")
    assert (report["outcome"], report["cases_passed"]) == ("failed", 0)
    assert report["diagnosis"] == "Your tests assert nothing yet."
    assert "[0.5 0.5]" in report["output"]


@pytest.mark.parametrize("body", ["...", "pass", '"""To do."""', "raise NotImplementedError"])
def test_an_empty_test_is_unfinished(score, body):
    assert score("softmax", f"def test(softmax):\n    {body}\n")["outcome"] == "unfinished"


# How tests are written


@pytest.mark.parametrize(
    "source",
    [
        "def test_sums(softmax):\n    assert np.isclose(softmax(TWO).sum(), 1)\n",
        "def test(f):\n    assert f(TWO).sum() == pytest.approx(1)\n",
        "def test(*functions):\n    (f,) = functions\n    assert f(TWO).sum() == pytest.approx(1)\n",
        "from softmax import softmax\ndef test_it():\n    assert softmax(TWO).sum() == pytest.approx(1)\n",
        "import softmax as s\ndef test():\n    np.testing.assert_allclose(s.softmax(TWO).sum(), 1)\n",
        "class TestSums:\n    def test_one(self, softmax):\n        assert abs(softmax(TWO).sum() - 1) < 1e-9\n",
        """
        @pytest.mark.parametrize("n, m", [(2, 1), pytest.param(3, 2)])
        def test_n(softmax, n, m):
            assert n > m
            assert softmax(np.arange(1.0 * n)).sum() == pytest.approx(1)
        """,
    ],
)
def test_the_solution_is_found_however_the_test_asks_for_it(score, source):
    report = score("softmax", f"TWO = np.array([1.0, 2.0])\n{textwrap.dedent(source)}")
    assert report["rejected"] is None, report
    assert "not_normalized" not in escaped(report)
    assert "ignores_axis" in escaped(report)


def test_errors_are_expected_as_with_pytest(score):
    report = score(
        "dropout",
        """
        @pytest.mark.parametrize("p", [-0.1, 1.0, 1.5])
        def test_p(dropout, p):
            with pytest.raises(ValueError) as caught:
                dropout(np.ones(3), p, np.random.default_rng(0))
            assert isinstance(caught.value, ValueError)
        """,
    )
    assert report["rejected"] is None, report
    assert any("1" in each for each in {each["name"] for each in report["escaped"]})
    assert report["cases_passed"] > 0


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (
            "def test(softmax):\n    with pytest.raises(ValueError):\n        softmax(np.ones(2))\n",
            "nothing was raised",
        ),
        ("def test(softmax):\n    assert softmax(np.zeros(2)) == pytest.approx([0.5, 0.6])\n", "AssertionError"),
        ("def test(softmax):\n    assert pytest.fixture\n", "pytest.fixture is not available here"),
        ("def test(softmax, tmp_path):\n    assert tmp_path\n", "test takes tmp_path. A test is given softmax."),
        ("def test(softmax):\n    yield\n    assert 0\n", "nothing in it runs"),
        (
            "def test(softmax):\n    np.testing.assert_allclose(softmax(np.zeros(2)), [0.5, 0.6])\n",
            "Mismatched elements",
        ),
        ("def test(softmax):\n    assert softmax(np.zeros(2), dim=0) is None\n", "unexpected keyword argument 'dim'"),
        ("def test(softmax):\n    assert 0\n    exit()\n", "AssertionError"),
    ],
)
def test_what_fails_a_correct_solution_is_told(score, source, says):
    report = score("softmax", source)
    assert report["outcome"] == "failed"
    assert report["diagnosis"] == "Your tests fail the reference solution."
    assert says in report["failure"]["reason"]
    assert report["rejected"]["test"] == "test"
    assert (report["cases_passed"], report["parts"], report["escaped"]) == (0, [], [])


def test_the_failing_assert_is_shown_with_its_line_and_values(score):
    report = score(
        "softmax",
        """
        def test(softmax):
            for scale in (1.0, 2.0):
                p = softmax(scale * np.array([0.0, 1.0]))
                assert np.allclose(p.sum(), 1) and p[1] < 0.8, "too sharp"
        """,
    )
    assert report["failure"]["reason"] == "AssertionError: too sharp"
    assert report["failure"]["frames"][-1][2].strip() == 'assert np.allclose(p.sum(), 1) and p[1] < 0.8, "too sharp"'
    assert report["rejected"]["values"] == [["p.sum()", "1.0"], ["p[1]", "0.880797"]]


def test_the_values_are_those_of_the_time_of_the_failure(score):
    report = score(
        "softmax",
        """
        def same(a, b):
            assert a == b

        def test(softmax):
            draws = iter([0.5, 0.5, 0.25])
            same(next(draws), next(draws))
            assert next(draws) == softmax(np.zeros(2))[0]
        """,
    )
    assert dict(report["rejected"]["values"]) == {"next(draws)": "0.25", "softmax(np.zeros(2))[0]": "0.5"}


def test_a_correct_solution_written_another_way_must_pass_too(score):
    source = (
        "def test(softmax):\n    x = np.array([1, 2], dtype=np.float32)\n    assert softmax(x).dtype == np.float32\n"
    )
    report = score("softmax", source)
    assert report["outcome"] == "failed"
    assert re.search(r"a correct solution written another way \(by moving the axis\)", report["diagnosis"])


def test_tests_that_pass_by_luck_are_found_out(score):
    source = (
        "import os\ndef test(softmax):\n    assert softmax(np.zeros(2))[0] == 0.5\n    assert os.urandom(1)[0] < 200\n"
    )
    reports = [score("softmax", source, seed=seed) for seed in range(12)]
    assert all(report["outcome"] == "failed" for report in reports)
    assert any(report["rejected"] is not None for report in reports)


# Files that have no score


@pytest.mark.parametrize(
    ("source", "outcome", "kind"),
    [
        ("x = 1\n", "error", "missing"),
        ("def test(softmax)\n    assert 1\n", "error", "syntax"),
        ("import pandas\ndef test(softmax):\n    assert 1\n", "error", "imports"),
        ("assert 0\ndef test(softmax):\n    assert 1\n", "error", "crashed"),
        ("import os\ndef test(softmax):\n    assert 1\n    os._exit(0)\n", "error", "ended"),
        ("def test(softmax):\n    assert 1\n    while True: pass\n", "timeout", "timeout"),
    ],
)
def test_a_file_that_does_not_run_has_no_score(score, source, outcome, kind):
    report = score("softmax", source, seconds=0.5)
    assert (report["outcome"], report["failure"]["kind"]) == (outcome, kind)
    assert (report["cases_passed"], report["cases_total"]) == (0, 0)


def test_a_loop_without_an_end_is_shown_with_its_line(score):
    report = score("softmax", "def test(softmax):\n    assert 1\n    while True:\n        pass\n", seconds=0.5)
    assert report["failure"]["frames"][-1][2] in ("while True:", "pass")
    assert "0.5 s" in report["failure"]["reason"]


def test_a_wrong_solution_that_never_ends_is_caught(score):
    source = """
        def test(kmeans):
            X = np.array([[0.0], [1.0], [10.0], [11.0]])
            centroids, labels = kmeans(X, np.array([[0.0], [10.0]]), max_iters=10**9)
            assert np.allclose(centroids, [[0.5], [10.5]])
    """
    report = score("kmeans", source, seconds=0.5)
    assert report["rejected"] is None, report
    assert "kmeans: if np.array_equal(moved, centroids) -> if False" not in escaped(report)


# The solutions that tests are run on


def test_no_wrong_solution_tells_its_name():
    for each in Lineup(grader("softmax")).wrong():
        assert each.name.partition(" ")[0] not in each.source
        assert '"""' not in each.source
        assert "#" not in each.source


@pytest.fixture
def capped_memory():
    """As the engine caps its own: a small change may make a solution ask for any amount."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


@pytest.mark.usefixtures("capped_memory")
@pytest.mark.parametrize("name", list(catalogue.exercises))
def test_every_exercise_has_solutions_to_run_tests_on(name):
    judge = grader(name)
    assert [each.source for each in Lineup(judge).right()]
    found = list(Lineup(judge).wrong())
    assert len(found) >= 5
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert all(each.text.endswith((".", ")")) for each in found), [each.text for each in found]
    assert len({each.source for each in found}) == len(found)


def test_mistakes_that_no_caller_sees_are_left_out():
    names = [each.name for each in Lineup(grader("einsum_basics")).wrong()]
    assert "without_einsum" not in names
    assert len(names) == len({*names})


def test_what_is_merely_warned_of_is_not_held_against_tests():
    judge = grader("sigmoid")
    told = {each.name: Lineup(judge).can_be_told(each) for each in Lineup(judge).wrong() if each.kind == "mistake"}
    assert not told["overflows"]
    assert sum(told.values()) >= 9


def test_the_first_right_solution_is_the_reference():
    found = list(Lineup(grader("softmax")).right())
    assert found[0].source == standalone.reference(grader("softmax")).source
    assert len(found) == 1 + len(grader("softmax").alternatives)


def test_a_right_solution_that_returns_lists_for_arrays_is_left_out():
    called = [each.called for each in Lineup(grader("kmeans")).right()]
    assert "a correct solution written another way (by matrix products)" in called
    assert "a correct solution written another way (in plain python)" not in called


def test_changes_are_told_in_a_sentence():
    told = {each.name: each.text for each in Lineup(grader("layer_norm")).wrong() if each.kind == "change"}
    assert 4 <= len(told) <= 12
    for text in told.values():
        assert re.fullmatch(r"A correct solution (with|without) .+\.", text)
