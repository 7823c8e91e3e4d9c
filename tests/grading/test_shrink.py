"""A failing input is shown cut down, then rounded, and stays one that the contract permits."""

from __future__ import annotations

import re

import numpy as np
import pytest

from mlprep.grading.diagnosis.shrink import simpler, smaller
from mlprep.grading.judging.model import Case

ROWS = """
import numpy as np
def f(X):
    return X - X.mean(axis=0)
"""
WIDE = "def cases(rng):\n    yield Case('rows', rng.normal(size=(6, 5)) + 3.0).plain()\n"


def shapes(case: Case) -> list[tuple[tuple[int, ...], ...]]:
    return [tuple(np.shape(arg) for arg in each.args) for each in smaller(case)]


def test_sizes_shrink_first_and_then_values(bench):
    """Wrong wherever there is more than one column: two rows of two are small enough to see it."""
    answer = "import numpy as np\ndef f(X):\n    return X - X.mean(axis=0) + (X.shape[1] > 1) * X\n"
    report = bench.judge(answer, solution=ROWS, grader=WIDE)
    name, value = report["failure"]["inputs"][0]
    assert (name, value.splitlines()[0]) == ("X", "shape (2, 2), float64")
    assert report["failure"]["case"] == "simplified from: rows"
    assert all(float(word) % 1 == 0 for word in re.findall(r"-?\d+\.\d*", value))


def test_what_it_means_survives(bench):
    """A single row could not tell columns from rows; the smaller input must still say what the larger one said."""
    answer = "import numpy as np\ndef f(X):\n    return X - X.mean(axis=1, keepdims=True)\n"
    report = bench.judge(answer, solution=ROWS, grader=WIDE)
    assert "mean 0 along axis 1; it should along axis 0" in report["diagnosis"]


def test_rounding_leaves_no_zero_that_would_hide_a_factor():
    case = Case("x", np.array([[0.3, -0.2], [4.4, 0.0]]), np.float32([0.04, 2.5]))
    (coarse, fine) = (each.args for each in simpler(case))
    assert coarse[0].tolist() == [[1, -1], [4, 0]]
    assert coarse[1].tolist() == [1, 2]
    assert fine[1].dtype == np.float32
    assert fine[1].tolist() == np.float32([0.1, 2.5]).tolist()


def test_lengths_shrink_wherever_they_occur():
    case = Case("x", np.ones((5, 4)), np.ones(5), np.ones((4, 3)))
    assert ((1, 4), (1,), (4, 3)) in shapes(case)
    assert ((5, 2), (5,), (2, 3)) in shapes(case)


@pytest.mark.parametrize(
    ("args", "kept"),
    [
        ((np.ones((5, 7)) / 7,), 7),  # rows of probabilities
        ((np.log(np.ones((5, 7)) / 7),), 7),  # and their logarithms
        ((np.ones((5, 7)), 7), 7),  # k = 7 counts along the 7
        ((np.ones((5, 7)), np.array([6, 0])), 7),  # 6 is an index into the 7
    ],
)
def test_a_length_that_means_something_is_kept(args, kept):
    found = shapes(Case("x", *args))
    assert found
    assert all(kept in each[0] for each in found)


def test_what_is_read_at_a_glance_is_left_alone():
    assert shapes(Case("x", np.ones((2, 3)))) == []


def test_rounding_ends_with_nan_in_the_input():
    (case,) = simpler(Case("x", np.array([[0.26, np.nan], [1.4, np.nan]]), np.array([2.4, 3.0])))
    assert list(simpler(case)) == []


@pytest.mark.parametrize("stuck", ["reference", "answer", "mistake"])
def test_nothing_hangs_on_an_input_that_no_author_foresaw(bench, stuck):
    """What runs for ever on a single row is not waited for; the verdict was there before."""
    loop = "    while len(X) < 3: pass\n"
    solution = f"def f(X):\n{loop if stuck == 'reference' else ''}    return X * 1.0\n"
    answer = f"def f(X):\n{loop if stuck == 'answer' else ''}    return X + (X > 100) * 1.0\n"
    grader = "def cases(rng):\n    yield Case('rows', 200.0 + rng.normal(size=(6, 5)))\n"
    if stuck == "mistake":
        grader += f"@mistake('wrong')\ndef wrong(X):\n{loop}    return X + 1.0\n"
    report = bench.judge(answer, solution=solution, grader=grader)  # it ends at all
    assert report["outcome"] == "failed"
    assert bench.judge(solution, solution=solution, grader=grader)["outcome"] == "passed"


@pytest.mark.parametrize("whose", ["reference", "check"])
def test_a_fault_on_an_input_that_no_author_foresaw_is_no_fault_of_the_grader(bench, whose):
    fault = "    if len(X) < 6: raise KeyError('rows')\n"
    solution = f"def f(X):\n{fault if whose == 'reference' else ''}    return X * 1.0\n"
    grader = "def cases(rng):\n    yield Case('rows', 200.0 + rng.normal(size=(6, 5)))\n"
    if whose == "check":
        grader += f"class strict(close):\n  def __call__(self, case, got, want):\n    X = case.args[0]\n{fault}"
        grader += "    return super().__call__(case, got, want)\nCHECKS = (strict(),)\n"
    answer = "def f(X):\n    return X + (X > 100) * 1.0\n"
    report = bench.judge(answer, solution=solution, grader=grader)
    assert report["outcome"] == "failed"
    assert report["failure"]["inputs"][0][1].startswith("shape (6, 2)")
