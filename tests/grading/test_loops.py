"""The loop that a slow answer is told of is the one that lies deepest."""

from __future__ import annotations

import pytest

from mlprep.grading.loops import deepest

NESTED = """
def f(x):
    for i in range(3):
        x += 1
    for i in range(3):
        while x[i]:
            x[i] -= 1
"""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (NESTED, "Your innermost loop is in line 6: while x[i]:"),
        ("def f(x):\n    for a in x:\n        pass\n", "Your loop is in line 2: for a in x:"),
        ("def f(x):\n    return [a for b in x for a in b]\n", "Your innermost loop is in line 2: return [a for b in x"),
        ("def f(x):\n    return np.vectorize(g)(x)\n", "Your loop is in line 2: return np.vectorize(g)(x)"),
        ("def f(x):\n    return x\n", ""),
    ],
)
def test_the_deepest_loop_is_named(source, said):
    assert deepest(source).startswith(said)
    assert bool(said) == bool(deepest(source))


def test_a_slow_answer_is_told_its_factor_and_its_loop(bench):
    solution = "import numpy as np\ndef f(x): return np.sqrt(x)"
    grader = "def cases(rng):\n    yield Case('a', rng.uniform(size=200_000)).once().judged(close(), faster_than(5))\n"
    slow = "import numpy as np\ndef f(x):\n    return np.array([v ** 0.5 for v in x])\n"
    report = bench.judge(slow, solution=solution, grader=grader)
    assert report["failure"]["kind"] == "slow"
    assert "times the reference on this size" in report["failure"]["reason"]
    assert "Your loop is in line 3: return np.array([v ** 0.5 for v in x])" in report["failure"]["reason"]
