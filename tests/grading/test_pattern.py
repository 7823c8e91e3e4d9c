"""What sets the failing cases apart is told, and told only where it is so."""

from __future__ import annotations

import pytest

SOLUTION = "import numpy as np\ndef f(x, axis=-1):\n    return x * 2.0\n"
GRADER = """
def cases(rng):
    for n in (3, 4, 5):
        yield Case(f"{n} numbers", rng.normal(size=n))
        yield Case(f"{n} rows", rng.normal(size=(n, 2)))
        yield Case(f"{n} rows, along 0", rng.normal(size=(n, 2)), axis=0)
"""


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("axis == 0", "It fails exactly where axis is given"),
        ("x.flags.f_contiguous and x.ndim > 1", "It fails exactly where x is in Fortran order"),
        ("x.ndim == 1", "It fails exactly where x has one axis"),
        ("axis == 0 and len(x) > 3", "It fails only where axis is given"),
        ("len(x) == 4 and x.ndim == 2", None),
        ("True", None),
    ],
)
def test_the_failing_cases_are_told_apart(bench, condition, said):
    answer = f"import numpy as np\ndef f(x, axis=-1):\n    return x * 2.0 + ({condition}) * np.cos(x)\n"
    diagnosis = bench.judge(answer, solution=SOLUTION, grader=GRADER)["diagnosis"]
    assert "It fails" not in (diagnosis or "") if said is None else diagnosis.startswith(said), diagnosis


def test_what_fails_in_every_small_integer_type_is_told_as_one(bench):
    grader = """
    def cases(rng):
        for n, dtype in enumerate(("int8", "uint8", "uint8", "int64", "int64", "int64", "int64")):
            yield Case(f"case {n}", rng.integers(0, 9, size=4 + n).astype(dtype)).plain()
    """
    answer = "import numpy as np\ndef f(x, axis=-1):\n    return x * 2.0 + (x.dtype.itemsize < 8) * np.cos(x)\n"
    said = bench.judge(answer, solution=SOLUTION, grader=grader)["diagnosis"]
    assert said.startswith("It fails exactly where x is a small integer type")
