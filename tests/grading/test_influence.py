"""What is said of one argument's influence is true of the code, and nothing is said that only seems so."""

from __future__ import annotations

import pytest

LINEAR = """
import numpy as np
def f(x, noise, scale, shift=1.0):
    return scale**2 * x - np.tanh(x) + scale * np.exp(np.sin(noise)) * noise + shift
"""
CASES = (
    "def cases(rng):\n"
    "    yield Case('three', rng.normal(size=3), rng.normal(size=3), 0.7).plain()\n"
    "    yield Case('two rows', rng.normal(size=(2, 4)), rng.normal(size=(2, 4)), 1.3, shift=-2.0).plain()\n"
    "    yield Case('seven', rng.normal(size=7), rng.normal(size=7), 2.5, 0.3).plain()\n"
)
ROWS = """
import numpy as np
def f(x, y):
    c = x - x.mean(axis=-1, keepdims=True)
    return np.tanh(c / np.sqrt((c**2).mean(axis=-1, keepdims=True))) + y[:, None] ** 3
"""
ROW_CASES = (
    "def cases(rng):\n"
    "    yield Case('3 rows', 3 * rng.normal(size=(3, 5)) + 1, rng.normal(size=3)).plain()\n"
    "    yield Case('6 rows', 3 * rng.normal(size=(6, 3)) - 1, rng.normal(size=6)).plain()\n"
)


def told(bench, answer: str, solution: str, grader: str) -> str:
    report = bench.judge(f"import numpy as np\n{answer}", solution=solution, grader=grader)
    assert report["outcome"] == "failed"
    return report["diagnosis"] or ""


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "scale * np.exp",
            "scale**2 * np.exp",
            "Your result is right where `noise` or `scale` is 0, so look at where they are used.",
        ),
        (
            "scale**2 * x - np.tanh(x)",
            "scale * x - np.sinh(x)",
            "Your result is right where `x` is all 0, so look at where it is used.",
        ),
        ("np.sin(noise)", "np.cos(noise)", "Your result is right where `noise` or `scale` is 0"),
        ("- np.tanh(x)", "- np.tanh(scale)", ""),
    ],
)
def test_a_term_that_is_wrong_is_found_where_it_vanishes(bench, right, wrong, said):
    body = LINEAR.split("\n", 2)[2]
    assert right in body
    found = told(bench, body.replace(right, wrong), LINEAR, CASES)
    assert said in found
    assert said or "all 0" not in found


def test_an_argument_that_is_ignored_is_named(bench):
    answer = "def f(x, noise, scale, shift=1.0):\n    return x**2 * noise**3 + np.cos(shift)\n"
    assert (
        told(bench, answer, LINEAR, CASES) == "Your result should change when `scale` changes, but it stays the same."
    )


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (
            "c / np.sqrt((c**2).mean(axis=-1, keepdims=True) + x[-1:, :1] ** 2)",
            "Other rows of `x` should not change the first row of the result, but change yours.",
        ),
        (
            "x / np.sqrt((c**2).mean(axis=-1, keepdims=True))",
            "The result should stay the same if 1 is added to all of `x`, but yours changes.",
        ),
        (
            "c / (c**2).mean(axis=-1, keepdims=True)",
            "The result should stay the same if all of `x` is doubled, but yours changes.",
        ),
    ],
)
def test_what_must_not_change_the_result_is_named(bench, formula, said):
    answer = (
        f"def f(x, y):\n    c = x - x.mean(axis=-1, keepdims=True)\n    return np.tanh({formula}) + y[:, None] ** 3\n"
    )
    assert told(bench, answer, ROWS, ROW_CASES) == said


def test_what_grows_with_the_square_is_told(bench):
    solution = "import numpy as np\ndef f(x):\n    return np.abs(x) * np.sign(x.sum()) + np.sort(x)\n"
    case = "    yield Case('{0} numbers', rng.normal(size={0})).plain()\n"
    grader = "def cases(rng):\n" + case.format(5) + case.format(9)
    answer = "def f(x):\n    return x * x * np.sign(x.sum()) + np.sort(x)\n"
    assert told(bench, answer, solution, grader) == (
        "The result should double if all of `x` is doubled, but yours does not."
    )


def test_probabilities_are_not_shifted_or_scaled(bench):
    """The contract may not permit it; the reference takes it, and its result would be no law."""
    solution = "import numpy as np\ndef f(probs):\n    return probs / probs.sum() + 0.1 * np.arange(probs.size)\n"
    case = "    yield Case('{0} of them', rng.dirichlet([1.0] * {0})).plain()\n"
    grader = "def cases(rng):\n" + case.format(5) + case.format(4)
    answer = "def f(probs):\n    return probs**3 + 0.1 * np.arange(probs.size)\n"
    found = told(bench, answer, solution, grader)
    assert "doubled" not in found
    assert "added" not in found


def test_a_named_mistake_is_told_alone(bench):
    grader = CASES + (
        "@mistake('You leave the noise out.')\ndef no_noise(x, noise, scale, shift=1.0):\n"
        "    return scale**2 * x - np.tanh(x) + shift\n"
    )
    answer = "def f(x, noise, scale, shift=1.0):\n    return scale**2 * x - np.tanh(x) + shift\n"
    assert told(bench, answer, LINEAR, grader) == "You leave the noise out."


def test_a_loop_that_goes_wrong_after_its_first_turn_is_told(bench):
    solution = (
        "import numpy as np\ndef f(x, steps):\n    for _ in range(steps):\n        x = x - 0.1 * x**3\n    return x\n"
    )
    case = "    yield Case('{0} steps', rng.normal(size=4), {0}).plain()\n"
    answer = (
        "def f(x, steps):\n    start = x\n    for _ in range(steps):\n        x = x - 0.1 * start**3\n    return x\n"
    )
    assert told(bench, answer, solution, "def cases(rng):\n" + case.format(3) + case.format(5)) == (
        "Your result is right where `steps` is 1, so look at where it is used."
    )


def test_code_that_fails_and_keeps_something_is_told_that(bench):
    answer = "kept = [0]\ndef f(x, noise, scale, shift=1.0):\n    kept[0] += 1\n    return x * noise + kept[0]\n"
    assert told(bench, answer, LINEAR, CASES) == (
        "The same input gave another result the second time. Your function keeps something between calls."
    )
