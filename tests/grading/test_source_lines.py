"""What is told of an answer by its source: the loop that lies deepest, the line that writes into an argument."""

from __future__ import annotations

import pytest

from mlprep.grading.diagnosis.source_lines import as_called, deepest_loop, writing_line
from mlprep.grading.diagnosis.ties import advice
from mlprep.grading.judging.conditions import Source

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
    found = deepest_loop(Source(source, ("f",)))
    assert found.startswith(said)
    assert bool(said) == bool(found)


def test_a_slow_answer_is_told_its_factor_and_its_loop(bench):
    solution = "import numpy as np\ndef f(x): return np.sqrt(x)"
    grader = "def cases(rng):\n    yield Case('a', rng.uniform(size=200_000)).once().judged(close(), faster_than(5))\n"
    slow = "import numpy as np\ndef f(x):\n    return np.array([v ** 0.5 for v in x])\n"
    report = bench.judge(slow, solution=solution, grader=grader)
    assert report["failure"]["kind"] == "slow"
    assert "times the reference solution on this size" in report["failure"]["reason"]
    assert "Your loop is in line 3: return np.array([v ** 0.5 for v in x])" in report["failure"]["reason"]


@pytest.mark.parametrize(
    "line",
    [
        "x -= 1",
        "x[0] = 1",
        "x[:, 0] += 1",
        "x.sort()",
        "x.T[0] = 3",
        "np.clip(x, 0, 1, out=x)",
        "np.add.at(x, 0, 1)",
        "np.fill_diagonal(x, 0)",
        "y = 1; x *= y",
    ],
)
def test_the_line_that_writes_into_an_argument_is_named(line):
    source = f"def g(z):\n    z = z + 1\n    z = sorted(z)\ndef f(x):\n    y = x.copy()\n    {line}\n    return y\n"
    assert writing_line(Source(source)) == f"Line 6 writes into it: {line}"


@pytest.mark.parametrize(
    "line", ["y -= 1", "y[0] = x[0]", "x = x - 1", "y = np.sort(x)", "y.fill(1)", "x.copy().sort()"]
)
def test_what_writes_elsewhere_is_not_named(line):
    assert writing_line(Source(f"def f(x):\n    y = x.copy()\n    {line}\n    return y\n")) == ""


def test_a_modified_argument_is_told_with_its_entry_and_its_line(bench):
    solution = "import numpy as np\ndef f(x): return x - x.max()"
    grader = "def cases(rng):\n    yield Case('a', np.array([[0.0, 2.0], [1.0, 0.0]]))\n"
    answer = "def f(x):\n    y = x - x.max()\n    x[0, 1] = 7.0\n    return y\n"
    reason = bench.judge(answer, solution=solution, grader=grader)["failure"]["reason"]
    assert "the first argument was modified: its entry [0, 1] was 2.0 and is 7.0" in reason
    assert "Line 3 writes into it: x[0, 1] = 7.0" in reason


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def f(x):\n    return np.argsort(-x)[:3]", "Line 2 sorts without it: return np.argsort(-x)[:3]"),
        ("def f(x):\n    return np.argsort(-x, kind='stable')", ""),
        ("def f(x):\n    return np.argsort(x)[::-1]", ""),
        ("def f(x):\n    return np.argpartition(-x, 3)[:3]", "Line 2 calls it: return np.argpartition(-x, 3)[:3]"),
        ("def f(x):\n    return np.sort(x)", ""),
        ("import torch\ndef f(x):\n    return x.sort().indices", "Line 3 sorts without it: return x.sort().indices"),
        ("import torch\ndef f(x):\n    return x.sort().values", ""),
        ("import torch\ndef f(x):\n    return x.topk(3)[1]", "Line 3 calls it: return x.topk(3)[1]"),
        ("import torch\ndef f(x):\n    pairs = [(1, x)]\n    pairs.sort()\n    return pairs", ""),
    ],
)
def test_a_line_that_loses_the_order_of_ties_is_named(source, said):
    assert advice(Source(source)).endswith(said)
    assert bool(advice(Source(source))) == bool(said)


@pytest.mark.parametrize(
    ("source", "name", "begins"),
    [
        ("x.softmax(0)", "torch.Tensor.softmax", "You call torch.Tensor.softmax."),
        ("torch.nn.Softmax(0)(x)", "torch.nn.functional.softmax", "You call torch.nn.functional.softmax."),
        (
            "Categorical(logits=x)",
            "torch.Tensor.logsumexp",
            "Something that your code uses calls torch.Tensor.",
        ),
        ("torch.func.grad(f)(x)", "torch.autograd", "Something that your code uses calls torch.autograd."),
        ("y.sum().backward()", "torch.Tensor.backward", "You call torch.Tensor.backward."),
    ],
)
def test_what_is_called_by_something_else_is_not_said_to_be_in_the_code(source, name, begins):
    said = f"You call {name}. The task is to write it yourself from basic operations."
    assert as_called(said, Source(source)).startswith(begins)
