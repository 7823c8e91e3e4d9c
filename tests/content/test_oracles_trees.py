"""The references of decision trees agree with SciPy, scikit-learn and plain loops over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from sklearn.metrics import mutual_info_score
from support import reference

labels = st.lists(st.integers(0, 6), max_size=12).map(lambda y: np.array(y, dtype=int))
seeds = st.integers(0, 2**32 - 1)


@given(st.lists(st.integers(-(10**15), 10**15) | st.integers(-2, 2), min_size=1, max_size=10))
def test_gini_agrees_with_the_chance_that_two_draws_differ(y):
    differ = sum(a != b for a in y for b in y) / len(y) ** 2
    np.testing.assert_allclose(reference("gini").gini(np.array(y)), differ, atol=1e-12)


@given(labels)
def test_entropy_agrees_with_scipy(y):
    expected = stats.entropy(np.bincount(y), base=2) if len(y) else 0.0
    np.testing.assert_allclose(reference("entropy").entropy(y), expected, atol=1e-12)


@given(seeds, st.integers(1, 12))
def test_information_gain_agrees_with_mutual_information(seed, n):
    rng = np.random.default_rng(seed)
    y, left = rng.integers(4, size=n), rng.random(n) < 0.5
    expected = mutual_info_score(y, left) / np.log(2)
    np.testing.assert_allclose(reference("information_gain").information_gain(y, left), expected, atol=1e-12)
