"""What is seen of failures that nothing explains: which result, or in which direction, in every failing case."""

from __future__ import annotations

import numpy as np
import pytest

from mlprep.grading.diagnosis import show
from mlprep.grading.diagnosis.outline import describe, in_all
from mlprep.grading.judging.compare import FLOAT64, difference
from mlprep.grading.judging.model import Case, Judged, Outcome

rng = np.random.default_rng(8)
VECTORS = [rng.normal(size=n) for n in (3, 4, 5)]


def seen(pairs) -> str:
    failed = []
    for got, want in pairs:
        failure = difference(got, want, FLOAT64)
        assert failure is not None
        failed.append(Judged(Case("x"), Outcome(got), Outcome(want), failure))
    return in_all(failed)


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([((x, x + 1), (x, x)) for x in VECTORS], "Only the second result differs; the first result is right."),
        ([({"a": x, "b": -x}, {"a": x, "b": x}) for x in VECTORS], "Only 'b' differs; 'a' is right."),
        ([(x + 1, x) for x in VECTORS], "Every entry that differs is too large in all 3 failing test cases."),
        ([(x[0] - n, x[0]) for n, x in enumerate(VECTORS, 1)], "Your result is too small in all 3 failing test cases."),
    ],
)
def test_what_all_failures_share_is_said(pairs, words):
    assert seen(pairs) == words


@pytest.mark.parametrize(
    "pairs",
    [
        [(x + 1, x) for x in VECTORS[:2]],  # too few to say it of all
        [(x + (1 if x.size > 3 else -1), x) for x in VECTORS],
        [((x + 1, x - 1), (x, x)) for x in VECTORS[:1]],
        [(np.where(np.arange(x.size) == 1, np.nan, x), x) for x in VECTORS],
    ],
)
def test_what_does_not_hold_of_all_is_not_said(pairs):
    assert seen(pairs) == ""


@pytest.mark.parametrize(
    ("got", "want", "said"),
    [
        ([1.0, 2.0], [1.0, 3.5], "1 of 2 entries differs; the largest difference is 1.5 at [1]"),
        ([1 + 1e-12, np.nan], [1.0, 2.0], "1 of 2 entries differs"),
        ([2], [4], "off by 2.0"),
        ([1 + 1e-12, 0.0, 0.0], [1.0, np.inf, 3.0], "2 of 3 entries differ; the largest difference is 3.0 at [2]"),
    ],
)
def test_the_largest_difference_is_one_of_the_entries_that_differ(got, want, said):
    failure = difference(np.array(got), np.array(want), FLOAT64)
    assert failure is not None
    table = show.comparison(np.array(got), np.array(want), failure.detail["near"])
    assert table is not None
    assert table["summary"] == said


@pytest.mark.parametrize(
    ("got", "want", "words"),
    [
        (["lo", "w"], ["lo", "we"], "The first entry is right, but entry 1 is 'w' instead of 'we'."),
        ([("a", "b")], [("a", "b"), ("ab", "c")], "The first entry is right, and 1 entry is missing after that."),
        (["a", "b", "c", "d"], ["a", "b"], "The first 2 entries are right, and 2 entries too many follow."),
        (["b", "a"], ["a", "b"], "The entries are right, but in another order. Entry 0 is 'b' instead of 'a'."),
        ([], ["a"], "Your list is empty."),
        (["a"], [], "Your list should be empty."),
        (np.array([3, 1, 2]), np.array([3, 2]), "The first entry is right, but entry 1 is 1 instead of 2."),
    ],
)
def test_how_far_a_list_is_right_is_said(got, want, words):
    failure = difference(got, want, FLOAT64)
    assert failure is not None
    assert describe(failure) == words


def test_nothing_is_said_of_all_failing_cases_where_one_has_another_shape(bench):
    grader = """
    def cases(rng):
        for n in (3, 4, 5, 6, 7):
            yield Case(f"{n} entries", rng.normal(size=n)).keeping(whole=True)
    """
    answer = "import numpy as np\ndef f(x):\n    return x[:1] if len(x) == 3 else x + np.arange(1, len(x) + 1) ** 2\n"
    report = bench.judge(answer, solution="def f(x):\n    return x + 0.0\n", grader=grader)
    assert report["failure"]["kind"] == "shape"
    assert "in all" not in (report["diagnosis"] or "")
