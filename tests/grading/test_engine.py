"""The engine starts fast, and with nothing missing."""

from __future__ import annotations

import subprocess

import numpy as np

from mlprep.grading.launching import python_command


def test_numpys_random_numbers_are_loaded_without_openssl_and_are_the_same():
    """What stands for `secrets` meanwhile is gone afterwards, and seeds from the system still differ."""
    script = """
from mlprep.grading.engine.main import _load_random, np
_load_random()
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
