"""Every kind of check, and every convention of the catalogue, on exercises made up for the purpose."""

from __future__ import annotations

import io
import sys

import pytest

from mlprep.views import verdict
from mlprep.views.text import make_console

SQUARE = """
import numpy as np
def f(x):
    return x * x
"""
ONE_CASE = """
def cases(rng):
    yield Case("three", np.array([1.0, 2.0, 3.0]))
    yield Case("random", rng.normal(size=(2, 3)))
"""


def square(bench, answer, grader=ONE_CASE):
    return bench.judge(answer, solution=SQUARE, grader=grader)


def outcome(report):
    return report["outcome"], (report["failure"] or {}).get("kind")


@pytest.mark.parametrize(
    "answer",
    [
        "def f(x): return x ** 2",
        "def f(x): return [a * a for a in x] if x.ndim == 1 else [[a * a for a in row] for row in x]",
        "def f(x): print('hello'); return x * x",
        "import math, itertools\nfrom functools import lru_cache\ndef f(x: 'array') -> 'array':\n    return x * x",
        "import numpy\ndef helper(x): return numpy.square(x)\ndef f(x): return helper(x)",
        "class F:\n    def __call__(self, x): return x * x\nf = F()",
        "f = lambda x: x * x",
        "from numpy import *\ndef f(x): return square(x)",
        "import numpy as np\ndef f(x):\n    np.testing.assert_allclose(x, x)\n    return x * x",
        "import sysconfig, zoneinfo, pydoc\nsysconfig.get_config_vars()\ndef f(x): return x * x",
        "from concurrent.futures import ThreadPoolExecutor as P\ndef f(x): return P(2).submit(lambda: x * x).result()",
        "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int = 2\ndef f(x): return x ** P().x",
        "import numpy as np\ndef f(x): return np.asfortranarray(x * x)",
        "import numpy as np\ndef f(x): return np.broadcast_to((x * x)[None], (2, *x.shape))[1]",
        "if __name__ == '__main__':\n    raise SystemExit('only when run')\ndef f(x): return x * x",
    ],
)
def test_a_right_answer_passes_in_any_style(bench, answer):
    report = square(bench, answer)
    assert report["outcome"] == "passed", report
    assert report["cases_passed"] == report["cases_total"] > 2


@pytest.mark.parametrize(
    ("answer", "expected", "words"),
    [
        ("def f(x): return x", ("failed", "values"), ""),
        ("def f(x): return x.T * x.T", ("failed", "shape"), "shape (3, 2); (2, 3) is expected"),
        ("def f(x): x *= x; return x", ("failed", "changed"), "first argument was modified"),
        ("def f(x): pass", ("failed", "none"), "forget to return"),
        ("def f(x): raise NotImplementedError", ("unfinished", "unfinished"), "starter code"),
        ("def f(x): return 1 / 0", ("error", "crashed"), "ZeroDivisionError: division by zero"),
        ("raise RuntimeError('at import')", ("error", "crashed"), "while it loads: RuntimeError: at import"),
        ("def f(x, y): return x", ("error", "signature"), "(x, y)"),
        ("def F(x): return x", ("error", "missing"), "is it F?"),
        ("def g(x): return x", ("error", "missing"), "It defines g"),
        ("f = 3", ("error", "missing"), "does not define f"),
        ("import scipy\ndef f(x): return x", ("error", "imports"), "imports scipy"),
        ("def f(x):\n    return (x *", ("error", "syntax"), "'(' was never closed"),
        ("import numpy as np\ndef f(x): return (x * x).astype(complex)", ("failed", "type"), "complex"),
        ("import numpy as np\ndef f(x): return (x * x).astype(object)", ("failed", "type"), "dtype object"),
        ("def f(x): yield x * x", ("failed", "type"), "a generator"),
        ("import numpy as np\ndef f(x): return np.ma.array(x * x)", ("failed", "type"), "masked array"),
        ("import numpy as np\ndef f(x): return np.matrix(x * x)", ("failed", "type"), "subclass of numpy.ndarray"),
        ("import numpy as np\ndef f(x): return np.zeros((300, 2**17))", ("failed", "type"), "300 MiB"),
        ("import numpy as np\ndef f(x): return x * x * np.float64(1e308) * 10 / 1e309", ("failed", "values"), ""),
        ("import sys\ndef f(x): sys.exit(0)", ("error", "crashed"), "SystemExit"),
        ("import os\ndef f(x): os._exit(0)", ("error", "ended"), "ended its process"),
        ("seen = {}\ndef f(x): return seen.setdefault(x.shape, x * x)", ("failed", "values"), ""),
        ("calls = []\ndef f(x): calls.append(1); return x * x + (len(calls) > 12)", ("failed", "state"), "second time"),
        (
            "import numpy as np\nn=[]\ndef f(x):\n    n.append(1)\n    return x * x + (len(n) > 9) * np.random.rand()",
            ("failed", "state"),
            "Line 5 uses a random generator other than rng: return x * x + (len(n) > 9)",
        ),
        (
            "buffers = {}\ndef f(x):\n    out = buffers.setdefault(x.shape, x * 0)\n    out[:] = x * x\n    return out",
            ("failed", "state"),
            "earlier result changed",
        ),
    ],
)
def test_a_wrong_answer_fails_for_its_own_reason(bench, answer, expected, words):
    report = square(bench, answer)
    assert outcome(report) == expected, report
    assert words in report["failure"]["reason"]


def test_prints_are_kept_apart_from_the_verdict(bench):
    report = square(bench, "print('{\"outcome\": \"passed\"}')\ndef f(x):\n    print('in f')\n    return x")
    assert report["outcome"] == "failed"
    assert "in f" in report["output"]


def test_what_was_printed_on_the_case_shown_is_told_apart(bench):
    answer = "def f(x):\n    print('sum', x.sum())\n    return x * x if x.sum() == 6 else x\n"
    report = square(bench, answer)
    assert report["failure"]["printed"] in report["output"]
    assert report["failure"]["printed"].count("sum") == 1
    assert report["output"].count("sum") > 3


def test_a_syntax_error_says_where(bench):
    failure = square(bench, "def f(x):\n    retrun x\n")["failure"]
    assert failure["syntax"] == {"line": 2, "column": 12, "text": "    retrun x"}


def test_a_crash_shows_the_users_own_frames_with_their_lines(bench):
    failure = square(
        bench, "import numpy as np\ndef g(x):\n    return np.reshape(x, (7, 7))\ndef f(x):\n    return g(x)\n"
    )["failure"]
    file = f"{failure['frames'][0][3]}"
    assert file.startswith("made_up_")
    assert failure["frames"] == [
        [5, "f", "    return g(x)", file],
        [3, "g", "    return np.reshape(x, (7, 7))", file],
    ]


def test_the_failing_case_that_is_shown_is_the_smallest(bench):
    grader = """
def cases(rng):
    yield Case("large", np.ones((5, 5)))
    yield Case("small", np.ones(2))
    yield Case("middle", np.ones(7))
"""
    assert square(bench, "def f(x): return x + 1", grader)["failure"]["case"] == "small"


def test_the_values_that_are_shown_are_as_simple_as_can_be(bench):
    grader = """
def cases(rng):
    yield Case("random", rng.normal(size=3) * 3)
    yield Case("between", np.array([0.25, 0.5]))
"""
    failure = square(bench, "def f(x): return x * x + (x.max() > 1)", grader)["failure"]
    (value,) = (text for name, text in failure["inputs"] if name == "x")
    assert all(float(number).is_integer() for number in value.strip("[]").split(","))


def test_the_same_seed_repeats_the_same_cases(bench):
    answer = "import numpy as np\ndef f(x): return x * x if x.ndim == 1 else x * np.abs(x)"
    one, two = (bench.judge(answer, solution=SQUARE, grader=ONE_CASE, seed=77) for _ in range(2))
    assert one["failure"]["inputs"] == two["failure"]["inputs"]


RAISING = """
def f(n):
    if n < 0:
        raise ValueError("negative")
    return n
"""
RAISING_CASES = """
def cases(rng):
    yield Case("two", 2)
    yield Case("negative", -1)
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise ValueError", "passed"),
        ("raise UnicodeError('a subclass')", "passed"),
        ("raise TypeError('another')", "crashed"),
        ("return n", "not-raised"),
        ("return None", "not-raised"),
        ("assert n >= 0", "crashed"),
    ],
)
def test_raising_means_that_class_or_a_subclass(bench, body, expected):
    answer = f"def f(n):\n    if n < 0: {body}\n    return n"
    report = bench.judge(answer, solution=RAISING, grader=RAISING_CASES)
    assert expected in (report["outcome"], (report["failure"] or {}).get("kind"))


EINSUM = "import numpy as np\ndef f(A): return np.einsum('ij->i', A)"
EINSUM_CASES = """
CHECKS = (close(), one_call_of("numpy.einsum"))
def cases(rng):
    yield Case("a", rng.normal(size=(2, 3)))
"""


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("from numpy import einsum as e\ndef f(A): return e('ij->i', A)", None),
        ("import numpy as np\ndef f(A): return np.einsum(A, [0, 1], [0])", None),
        ("import numpy as np\ndef f(A): return np.einsum('ij->i', A, optimize=True)", None),
        ("import numpy as np\ndef f(A): return np.asarray(list(np.einsum('ji->i', A.T)))", None),
        ("import numpy as np\ndef f(A): return getattr(np, 'ein' + 'sum')('...j->...', A)", None),
        ("def f(A): return A.sum(axis=1)", "calls"),
        ("import numpy as np\ndef f(A): return np.einsum('ij->ij', A).sum(1)", "calls"),
        ("import numpy as np\ndef f(A): return np.einsum('i->i', A.sum(1))", "calls"),
        ("import numpy as np\ndef f(A): np.einsum('ij->', A); return np.einsum('ij->i', A)", "calls"),
        ("import numpy as np\ndef f(A): np.einsum('ij->', A); return A.sum(1)", "calls"),
    ],
)
def test_one_call_means_one_call_that_does_the_work(bench, answer, kind):
    assert outcome(bench.judge(answer, solution=EINSUM, grader=EINSUM_CASES))[1] == kind


@pytest.mark.parametrize(
    "answer",
    [
        "import numpy as np\ndef f(x): return np.tanh(x)",
        "from numpy import tanh\ndef f(x): return tanh(x)",
        "import numpy\nt = getattr(numpy, 'ta' + 'nh')\ndef f(x): return t(x)",
        "import numpy as np\ndef f(x): return vars(np)['tanh'](x)",
        "import numpy._core.umath as u\ndef f(x): return u.tanh(x)",
        "import numpy as np\ndef f(x): return np.tanh.reduce(x) if False else np.tanh.at is None or np.tanh(x)",
        "import sys\ndef f(x): return sys.modules['numpy'].tanh(x)",
        "import numpy as np\nimport importlib\ndef f(x): return importlib.import_module('numpy').tanh(x)",
    ],
)
def test_without_a_function_means_without_its_aliases(bench, answer):
    grader = (
        'CHECKS = (close(), must_not_call("numpy.tanh"))\ndef cases(rng):\n    yield Case("a", rng.normal(size=3))\n'
    )
    solution = "import numpy as np\ndef f(x): return 1 - 2 / (np.exp(2 * x) + 1)"
    assert outcome(bench.judge(answer, solution=solution, grader=grader)) == ("failed", "calls")


def test_slow_is_a_verdict_of_its_own(bench):
    grader = """
def cases(rng):
    yield Case("few", np.arange(3.0))
    yield Case("many", rng.normal(size=100_000)).judged(close(), faster_than(20, "The loop over entries is slow."))
"""
    slow = "import numpy as np\ndef f(x): return np.array([a * a for a in x for _ in range(9)][::9])"
    report = square(bench, slow, grader)
    assert outcome(report) == ("failed", "slow")
    assert "The loop over entries" in report["failure"]["reason"]
    assert square(bench, "def f(x): return x ** 2", grader)["outcome"] == "passed"


def test_memory_is_a_verdict_of_its_own(bench):
    grader = """
def cases(rng):
    yield Case("many", np.ones(10_000)).judged(close(), max_peak_bytes(1e6)).once()
"""
    assert outcome(square(bench, "import numpy as np\ndef f(x): np.outer(x, x); return x * x", grader)) == (
        "failed",
        "memory",
    )
    assert square(bench, "def f(x): return x * x", grader)["outcome"] == "passed"


def test_a_copy_must_not_share_memory(bench):
    solution = "def f(x): return x.copy()"
    grader = 'CHECKS = (close(), fresh())\ndef cases(rng):\n    yield Case("a", np.arange(4.0))\n'
    assert outcome(bench.judge("def f(x): return x[:]", solution=solution, grader=grader)) == ("failed", "shared")
    assert bench.judge("def f(x): return +x", solution=solution, grader=grader)["outcome"] == "passed"


SIGNED = "import numpy as np\ndef f(A):\n    u = np.linalg.svd(A)[0]\n    return u, u.T @ A"


@pytest.mark.parametrize(
    ("answer", "passes"),
    [
        ("import numpy as np\ndef f(A):\n    u = -np.linalg.svd(A)[0]\n    return u, u.T @ A", True),
        ("import numpy as np\ndef f(A):\n    u = np.linalg.svd(A)[0] * [1, -1]\n    return [u, u.T @ A]", True),
        ("import numpy as np\ndef f(A):\n    u = np.linalg.svd(A)[0]\n    return u, -u.T @ A", False),
        ("import numpy as np\ndef f(A):\n    u = np.linalg.svd(A)[0][:, ::-1]\n    return u, u.T @ A", False),
    ],
)
def test_signs_are_free_together_or_not_at_all(bench, answer, passes):
    grader = """
first = up_to_sign()
def columns(case, got, want):
    from types import SimpleNamespace as O
    return first(case, O(value=got[0]), O(value=want[0])) is None
CHECKS = (
    holds("the columns are right", columns),
    holds("the second follows the first", lambda case, got, want: np.allclose(got[0].T @ case.args[0], got[1])),
)
def cases(rng):
    yield Case("a", np.array([[3.0, 1.0], [0.0, 1.0]])).plain()
"""
    assert (bench.judge(answer, solution=SIGNED, grader=grader)["outcome"] == "passed") is passes


def test_order_is_free_where_the_check_says_so(bench):
    solution = "def f(words): return sorted(words)"
    grader = 'CHECKS = (up_to_order(),)\ndef cases(rng):\n    yield Case("a", ["b", "a", "c"])\n'
    assert bench.judge("def f(words): return words[::-1]", solution=solution, grader=grader)["outcome"] == "passed"
    assert bench.judge("def f(words): return words[1:]", solution=solution, grader=grader)["outcome"] == "failed"


def test_a_wrong_gradient_is_named_with_its_worst_entry(bench):
    solution = "import numpy as np\ndef f(X, w, b):\n    r = X @ w + b\n    return X.T @ r, r.sum()"
    grader = """
def loss(X, w, b):
    return 0.5 * ((X @ w + b) ** 2).sum()
CHECKS = (gradients(loss, of={"dw": 1, "db": 2}),)
def cases(rng):
    yield Case("a", rng.normal(size=(4, 3)), rng.normal(size=3), 0.5)
"""
    assert bench.judge(solution, solution=solution, grader=grader)["outcome"] == "passed"
    wrong = "import numpy as np\ndef f(X, w, b):\n    r = X @ w + b\n    return X.T @ r, r.mean()"
    reason = bench.judge(wrong, solution=solution, grader=grader)["failure"]["reason"]
    assert "db disagrees with finite differences" in reason
    assert "dw is right" in reason


def test_a_probe_drives_what_takes_and_returns_functions(bench):
    solution = "def f(g):\n    return lambda x: g(g(x))"
    grader = """
def probe(module, case):
    twice = module.f(lambda x: x + case.args[0])
    return [twice(x) for x in case.args[1]]
def cases(rng):
    yield Case("a", 2, [1, 2, 3])
"""
    assert bench.judge(solution, solution=solution, grader=grader)["outcome"] == "passed"
    assert bench.judge("def f(g): return g", solution=solution, grader=grader)["outcome"] == "failed"


def test_a_named_mistake_is_the_diagnosis(bench):
    grader = (
        ONE_CASE
        + """
@mistake("You double instead of squaring.")
def doubled(x): return 2 * x
@mistake("You forgot the square.")
def plain(x): return x + 0
"""
    )
    report = square(bench, "def f(x): return x + x", grader)
    assert (report["mistake"], report["diagnosis"]) == ("doubled", "You double instead of squaring.")
    assert square(bench, "def f(x): return x * 1.0", grader)["mistake"] == "plain"
    assert square(bench, "def f(x): return x * 3.0", grader)["mistake"] is None


def test_a_grader_that_breaks_is_our_fault_not_the_users(bench):
    report = square(bench, "def f(x): return x * x", "def cases(rng):\n    raise KeyError('ours')\n")
    assert report["outcome"] == "grader_error"
    report = bench.judge("def f(x): return x", solution="def f(x): return x / {}", grader=ONE_CASE)
    assert report["outcome"] == "grader_error"


def test_data_that_is_kept_never_reaches_the_candidate(bench):
    grader = """
CHECKS = (holds("the secret is not met", lambda case, got, want: got != case.kept["secret"]),)
def cases(rng):
    yield Case("a", 1.0).keeping(secret=4242.0).unreferenced()
"""
    snoop = """
import sys
def f(x):
    frame = sys._getframe()
    while frame is not None:
        for each in list(frame.f_locals.values()):
            if isinstance(each, dict) and 4242.0 in [v for v in each.values() if type(v) is float]:
                return 4242.0
        frame = frame.f_back
    return 0.0
"""
    assert square(bench, snoop, grader)["outcome"] == "passed"


def test_an_update_of_a_graders_file_is_seen_by_an_engine_that_stays(bench):
    """Two exercises of one bench use one engine; each is judged by its own grader."""
    assert square(bench, "def f(x): return x * x")["outcome"] == "passed"
    assert bench.judge("def f(x): return x * x", solution="def f(x): return x", grader=ONE_CASE)["outcome"] == "failed"


EXP = "import numpy as np\ndef f(x):\n    return np.where(x > 0, x, 0) + np.log1p(np.exp(-np.abs(x)))"
EXP_CASES = """
def cases(rng):
    yield Case("zero", np.array([0.0, 1.0]))
    yield Case("one", np.array([-1.0, 2.0, 0.5]))
    yield Case("huge", np.array([1000.0, -3.0]))
    yield Case("random", rng.normal(size=5))
"""


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (
            "import numpy as np\ndef f(x): return np.log(1 + np.exp(x))",
            "Right, but not stable: it breaks down from about 71",
        ),
        (
            "import numpy as np\ndef f(x):\n    with np.errstate(all='ignore'):\n        return np.log(1 + np.exp(x))",
            "about 71",
        ),
    ],
)
def test_unstable_is_told_apart_from_wrong(bench, answer, says):
    report = bench.judge(answer, solution=EXP, grader=EXP_CASES)
    assert report["outcome"] == "failed"
    assert says in report["failure"]["unstable"]
    assert report["summary"].startswith("Right, but not stable")


def test_wrong_is_not_called_unstable(bench):
    for answer in ("def f(x): return x", "import numpy as np\ndef f(x): return np.exp(x)"):
        report = bench.judge(answer, solution=EXP, grader=EXP_CASES)
        assert "unstable" not in report["failure"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("x.astype(np.float32)", "failed"),
        ("[x.astype(np.float16), 1.0]", "failed"),
        ("x.copy()", "passed"),
        ("x.astype(float)", "passed"),
    ],
)
def test_float64_is_answered_in_float64_and_float32_in_either(bench, answer, outcome):
    """A single number may have any dtype; an array of numbers that were rounded on the way out may not."""
    several = answer.startswith("[")
    solution = f"import numpy as np\ndef f(x): return {'(x.copy(), 1.0)' if several else 'x.copy()'}"
    grader = "def cases(rng):\n    yield Case('a', np.array([0.5, 0.25]))\n"
    report = bench.judge(f"import numpy as np\ndef f(x): return {answer}", solution=solution, grader=grader)
    assert report["outcome"] == outcome
    assert outcome == "passed" or "The input is float64" in report["failure"]["reason"]


def test_a_number_may_have_any_dtype(bench):
    solution = "import numpy as np\ndef f(x): return x.sum()"
    grader = "def cases(rng):\n    yield Case('a', np.array([0.5, 0.25]))\n"
    answer = "import numpy as np\ndef f(x): return np.float32(x.sum())"
    assert bench.judge(answer, solution=solution, grader=grader)["outcome"] == "passed"


def test_an_answer_that_saturates_is_right_but_not_stable(bench):
    """Finite and wrong, for large inputs alone: a floor under a logarithm, found where it takes over."""
    solution = "import numpy as np\ndef f(x): return np.logaddexp(0, x)"
    grader = "def cases(rng):\n" + "".join(
        f"    yield Case('case {i}', {size} * np.array([1.0, 0.5]))\n"
        for i, size in enumerate((1.0, 2.0, 3.0, 5.0, 900.0))
    )
    answer = "import numpy as np\ndef f(x): return np.log(1 + np.exp(np.minimum(x, 300.0)))"
    report = bench.judge(answer, solution=solution, grader=grader)
    assert "from about 300 on the values go wrong" in report["failure"]["unstable"]


def test_an_answer_that_is_wrong_for_another_reason_than_size_is_not_called_unstable(bench):
    """The one case with the option has large entries too; it fails as well when they are made small."""
    solution = "import numpy as np\ndef f(x, twice=False): return np.logaddexp(0, x) * (1 + twice)"
    grader = "def cases(rng):\n" + "".join(f"    yield Case('{i}', np.array([{i}.0, 1.0]))\n" for i in range(5))
    grader += "    yield Case('twice', np.array([900.0, 450.0]), twice=True)\n"
    answer = "import numpy as np\ndef f(x, twice=False): return np.logaddexp(0, x)"
    report = bench.judge(answer, solution=solution, grader=grader)
    assert report["failure"]["kind"] == "values"
    assert "unstable" not in report["failure"]


def test_floats_made_from_whole_numbers_may_be_float32(bench):
    """As one-hot vectors: there was no precision to lose."""
    solution = "import numpy as np\ndef f(n): return np.eye(3)[n]"
    grader = "def cases(rng):\n    yield Case('a', np.array([0, 2, 1]))\n"
    answer = "import numpy as np\ndef f(n): return np.eye(3, dtype=np.float32)[n]"
    assert bench.judge(answer, solution=solution, grader=grader)["outcome"] == "passed"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory")
def test_a_known_mistake_that_wants_all_memory_is_only_not_recognized(bench):
    solution = "import numpy as np\ndef f(x): return x * 2.0"
    grader = "def cases(rng):\n    yield Case('a', np.array([1.0, 3.0]))\n"
    grader += "@mistake('wrong')\ndef wrong(x): return np.ones(10**11) and x\n"
    report = bench.judge("def f(x): return x * 3.0", solution=solution, grader=grader)
    assert (report["outcome"], report["mistake"]) == ("failed", None)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("@functools.lru_cache\ndef f(n): return np.zeros(n)", "failed"),
        ("@functools.lru_cache\ndef f(n): return [np.zeros(n)][0]", "failed"),
        ("kept = {}\ndef f(n): return kept.setdefault(n, np.zeros(n))", "failed"),
        ("@functools.lru_cache\ndef g(n): return np.zeros(n)\ndef f(n): return g(n).copy()", "passed"),
        ("zero = np.zeros(9)\nzero.flags.writeable = False\ndef f(n): return zero[:n]", "passed"),
        ("def f(n): return np.broadcast_to(0.0, n)", "passed"),
    ],
)
def test_what_a_caller_writes_into_a_result_stays_there(bench, answer, outcome):
    grader = "def cases(rng):\n    yield Case('two', 2)\n    yield Case('three', 3)\n"
    solution = "import numpy as np\ndef f(n): return np.zeros(n)"
    report = bench.judge("import functools\nimport numpy as np\n" + answer, solution=solution, grader=grader)
    assert report["outcome"] == outcome
    assert outcome == "passed" or report["failure"]["kind"] == "state"


def test_a_list_that_is_handed_out_twice_is_told_apart_from_a_new_one(bench):
    grader = "def cases(rng):\n    yield Case('two', ['b', 'a'])\n"
    solution = "def f(words): return sorted(words)"
    kept = "kept = {}\ndef f(words): return kept.setdefault(tuple(words), sorted(words))"
    assert bench.judge(kept, solution=solution, grader=grader)["failure"]["kind"] == "state"
    assert bench.judge(solution, solution=solution, grader=grader)["outcome"] == "passed"


def test_a_failing_array_of_20_000_entries_prints_a_summary(bench):
    """Not a flood: where it differs, how much, and a window onto the first difference."""
    solution = "import numpy as np\ndef f(x): return x * 2.0"
    grader = "def cases(rng):\n    yield Case('large', rng.normal(size=(200, 100))).once()\n"
    report = bench.judge("def f(x): return x * 2.0 + (x > -9) * abs(x) ** 1.5", solution=solution, grader=grader)
    table = report["failure"]["comparison"]
    assert "20000 of 20000 entries differ; the largest difference is" in table["summary"]
    assert (len(table["got"]), len(table["got"][0])) == (6, 6)
    stream = io.StringIO()
    verdict.show_verdict(make_console(stream, width=80), report)
    assert len(stream.getvalue().splitlines()) < 40
