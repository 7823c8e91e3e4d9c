"""The engine starts fast, and with nothing missing."""

from __future__ import annotations

import json
import os
import subprocess

import numpy as np
import pytest
from support import catalogue

from mlprep.grading.launching import python_command


def test_numpys_random_numbers_are_loaded_without_openssl_and_are_the_same():
    """What stands for `secrets` meanwhile is gone afterwards, and seeds from the system still differ."""
    script = """
from mlprep.grading.common import light_numpy
light_numpy.load_random()
import numpy as np
print("_hashlib" in sys.modules, "secrets" in sys.modules)
print(np.random.default_rng(5).integers(10**9))
print(np.random.default_rng().integers(2**60) != np.random.default_rng().integers(2**60))
print(np.random.RandomState().randint(2**30) != np.random.RandomState().randint(2**30))
import secrets
print(len(secrets.token_hex(4)))
"""
    done = subprocess.run(python_command(script), capture_output=True, text=True, check=False, timeout=60)
    drawn = int(np.random.default_rng(5).integers(10**9))
    assert done.stdout.split() == ["False", "False", str(drawn), "True", "True", "8"], done.stderr


def test_a_light_numpy_has_all_that_code_can_ask_for():
    script = """
from mlprep.grading.common import light_numpy
light_numpy.load()
print("numpy._typing" in sys.modules, *[name for name in sys.modules if "_add_newdocs" in name])
import numpy as np
import numpy.fft, numpy.ma, numpy.polynomial, numpy.random, numpy.testing, numpy.typing
from numpy.typing import ArrayLike, NDArray
assert NDArray[np.float64].__origin__ is np.ndarray, NDArray
assert np.linalg.eigh(np.eye(2)).eigenvalues.tolist() == [1, 1]
assert np.ma.masked_equal([1, 2], 2).sum() == 1
assert np.unique([2, 1, 2]).tolist() == [1, 2]
print(np.polynomial.Polynomial([1, 2])(3), np.testing.assert_allclose(1, 1))
"""
    done = subprocess.run(python_command(script), capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.split() == ["False", "7.0", "None"], done.stderr


@pytest.mark.skipif(os.name != "posix", reason="loads all of NumPy anyway")
@pytest.mark.parametrize("parts", [["numpy._core.numeric", "numpy.core.numeric"], ["numpy.linalg"], ["numpy.lib"]])
def test_a_numpy_that_needs_what_is_left_out_is_loaded_whole(parts):
    """In the same process, which began anew and still has its streams."""
    script = """
import os
from mlprep.grading.common import light_numpy
light_numpy._UNNEEDED = dict.fromkeys(@parts@, {})
print(os.getpid(), flush=True)
light_numpy.load()
import numpy
print(os.getpid(), numpy.arange(3).sum(), sys.stdin.read())
""".replace("@parts@", repr(parts))
    done = subprocess.run(
        python_command(script), input="asked", capture_output=True, text=True, check=False, timeout=60
    )
    first, second, third, *rest = done.stdout.split()
    assert first == second == third, done.stderr
    assert rest == ["3", "asked"]


def test_where_numpy_is_missing_it_is_said():
    script = """
import importlib.abc
class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "numpy":
            raise ModuleNotFoundError("No module named 'numpy'", name=name)
sys.meta_path.insert(0, Missing())
from mlprep.grading.engine.start import main
main("none")
"""
    done = subprocess.run(python_command(script), input="", capture_output=True, text=True, check=False, timeout=60)
    assert json.loads(done.stdout) == {"cannot_start": "ModuleNotFoundError: No module named 'numpy'"}, done.stderr


def test_code_whose_calls_are_watched_passes_after_others(bench):
    """By then more of NumPy is loaded, part of which is loaded anew for it."""
    for name in ("softmax", "softmax", "softmax", "tanh", "einsum"):
        report = bench.grade(name, catalogue.solution(catalogue.find(name)).read_text(encoding="utf-8"))
        assert report["outcome"] == "passed", report
