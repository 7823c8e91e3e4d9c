"""The parts of a verdict: core, edges and beyond; several mistakes at once; what an early end leaves."""

from __future__ import annotations

import pytest

from mlprep.views.verdict_words import diagnoses

SOLUTION = """
import numpy as np
def f(x, scale=1.0):
    return np.sort(x) * scale
"""
GRADER = """
def cases(rng):
    yield Case("five numbers", rng.normal(size=5))
    yield Case("a few", rng.normal(size=7))
    yield Case("a scale", rng.normal(size=4), scale=3.0).edge("scale")
    yield Case("another scale", rng.normal(size=6), scale=2.0).edge("scale")
    yield Case("large numbers", np.array([1e9, -1e9, 3.0])).edge("large")
    yield Case("tiny numbers", np.array([1e-300, 1e-301])).beyond("On 1e-300 you return {got}.").judged(equal())

QUIET = ("large",)

@mistake("You do not sort.")
def unsorted(x, scale=1.0):
    return x * scale

@mistake("You ignore scale.")
def ignores_scale(x, scale=1.0):
    return np.sort(x)

@mistake("You add {eps} to everything.", constants={"eps": (1e-3, 1e-2)})
def adds_eps(x, scale=1.0, *, eps):
    return np.sort(x) * scale + eps

@mistake("You return a constant.", constants={"constant": (5.5, 6.5)})
def a_constant(x, scale=1.0, *, constant):
    return np.full_like(x, constant)

@mistake("Your sort runs backwards.", when=uses("np.flip"))
def backwards(x, scale=1.0):
    return np.sort(x)[::-1] * scale
"""


@pytest.fixture
def judged(bench):
    return lambda answer: bench.judge("import numpy as np\n" + answer, solution=SOLUTION, grader=GRADER)


def parts(report):
    return {part["name"]: (part["passed"], part["total"]) for part in report["parts"]}


def test_a_pass_counts_every_part_and_has_no_notes(judged):
    report = judged("def f(x, scale=1.0): return np.sort(x) * scale")
    assert report["outcome"] == "passed"
    assert report["beyond"] == []
    assert list(parts(report)) == ["core", "scale", "large", "any array"]
    assert all(passed == total for passed, total in parts(report).values())
    assert report["cases_passed"] == report["cases_total"] == sum(total for _, total in parts(report).values())


def test_a_failing_edge_leaves_the_core_passed(judged):
    report = judged("def f(x, scale=1.0): return np.sort(x)")
    assert report["outcome"] == "failed"
    counts = parts(report)
    assert counts["core"][0] == counts["core"][1]
    assert counts["scale"][0] == 0
    assert report["failure"]["part"] == "scale"
    assert report["diagnosis"] == "You ignore scale."


def test_the_core_is_shown_before_any_edge_however_small(judged):
    report = judged("def f(x, scale=1.0): return x * (2.0 if scale != 1.0 else 1.0)")
    assert report["failure"]["part"] == "core"


def test_one_mistake_with_two_constants_is_told_once(judged):
    report = judged("def f(x, scale=1.0): return np.full_like(x, 5.5 if scale == 1.0 else 6.5)")
    assert [each["text"] for each in report["diagnoses"]] == ["You return a constant."]


def test_two_mistakes_at_once_are_both_told_with_what_they_explain(judged):
    report = judged("def f(x, scale=1.0): return x if scale == 1.0 else np.sort(x)")
    assert [each["mistake"] for each in report["diagnoses"]] == ["unsorted", "ignores_scale"]
    assert report["mistake"] == "unsorted"
    assert all(each["cases"] >= 1 for each in report["diagnoses"])


def test_a_mistake_that_fails_what_the_answer_passes_is_not_told(judged):
    report = judged("def f(x, scale=1.0): return np.sort(x) * scale if len(x) != 5 else x[::-1]")
    assert report["mistake"] is None


def test_a_constant_is_told_as_it_is(judged):
    report = judged("def f(x, scale=1.0): return np.sort(x) * scale + 1e-2")
    assert report["diagnosis"] == "You add 0.01 to everything."


def test_a_message_that_names_a_construct_needs_it_in_the_code(judged):
    body = "def f(x, scale=1.0): return {}"
    assert judged(body.format("np.flip(np.sort(x)) * scale"))["diagnosis"] == "Your sort runs backwards."
    assert judged(body.format("np.sort(x)[::-1] * scale"))["mistake"] is None


def test_a_warning_fails_where_the_statement_rules_it_out_and_is_a_note_elsewhere(judged):
    noisy = "def f(x, scale=1.0):\n    if {}: np.exp(np.array([1e9]))\n    return np.sort(x) * scale"
    report = judged(noisy.format("x.max() > 1e8"))
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "warning")
    assert "line 3" in report["failure"]["reason"]
    report = judged(noisy.format("len(x) == 5"))
    assert report["outcome"] == "passed"
    assert "overflow" in report["beyond"][0]["text"]


def test_what_is_beyond_the_task_is_a_note_and_never_fails(judged):
    report = judged("def f(x, scale=1.0): return np.sort(np.where(np.abs(x) < 1e-200, 0.0, x)) * scale")
    assert report["outcome"] == "passed"
    assert report["beyond"] == [{"name": "tiny numbers", "text": "On 1e-300 you return [0., 0.]."}]


@pytest.mark.parametrize("end", ["raise SystemExit", "import os; os._exit(3)", "while True: pass"])
def test_what_ends_an_answer_beyond_the_task_does_not_fail_it(judged, end):
    report = judged(f"def f(x, scale=1.0):\n    if 0 < x.max() < 1e-200:\n        {end}\n    return np.sort(x) * scale")
    assert report["outcome"] == "passed"


def test_a_changed_argument_counts_to_what_holds_everywhere(judged):
    report = judged("def f(x, scale=1.0):\n    x.sort()\n    return x * scale")
    counts = parts(report)
    assert counts["core"][0] == counts["core"][1]
    assert report["failure"]["part"] == "any array"
    assert counts["any array"][0] < counts["any array"][1]


@pytest.mark.parametrize("end", ["import os; os._exit(3)", "while True: pass"])
def test_an_early_end_keeps_what_was_found_before_it(bench, end):
    answer = f"import numpy as np\ndef f(x, scale=1.0):\n    if x.max() > 1e8:\n        {end}\n    return x * scale"
    report = bench.judge(answer, solution=SOLUTION, grader=GRADER + "\nSECONDS = 2\n")
    assert (report["outcome"], report["mistake"]) == ("failed", "unsorted")
    assert len(report["notes"]) == 1


def test_code_that_has_failed_is_not_waited_for_until_its_time_limit(bench):
    """A verdict that stands is told soon; what the time was too short for is told as such."""
    answer = "def f(x, scale=1.0):\n    while x.max() > 1e8:\n        pass\n    return x * scale"
    report = bench.judge(answer, solution=SOLUTION, grader=GRADER + "\nSECONDS = 2\n")
    assert (report["outcome"], report["mistake"]) == ("failed", "unsorted")
    assert len(report["notes"]) == 1
    assert report["notes"][0].startswith("After its first failure your code had 0.2 s left for the other test cases")
    assert report["notes"][0].endswith("13 of them have no result. The one it was at: large numbers.")
    failed = report["cases_failed"]
    assert 0 < failed < report["cases_total"] - report["cases_passed"] - 12
    (said,) = diagnoses(report)
    assert said.endswith(f"(explains {failed} of {failed} failures)")


def test_wrong_never_stands_alone(judged):
    report = judged("def f(x, scale=1.0):\n    y = np.sort(x) * scale\n    y[1:3] = 7.0\n    return y")
    assert report["diagnosis"] == "Only entries 1 and 2 differ. Yours are all 7 there."
    report = judged("def f(x, scale=1.0):\n    return np.sort(x) * scale + 0.3 * x[::-1] * scale")
    assert report["failure"]["reason"] == "The result is wrong. Every entry differs."


def test_what_differs_looks_different_in_json(bench):
    solution = "def f(x): return x * 1.0\n"
    grader = "def cases(rng):\n    yield Case('a', np.array([1.0, 2.0, 5.0]))\n"
    failure = bench.judge("def f(x): return x * (1 + 3e-6)\n", solution=solution, grader=grader)["failure"]
    assert failure["expected"] != failure["got"]
