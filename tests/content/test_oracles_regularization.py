"""The references of the regularization topic agree with independent forms over random inputs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import stats
from support import reference

values = st.floats(-10, 10)
seeds = st.integers(0, 2**32 - 1)


@given(arrays(float, array_shapes(max_dims=4, max_side=4), elements=values), st.floats(0, 0.99), seeds)
def test_dropout_agrees_with_its_expectation(x, p, seed):
    dropout = reference("dropout").dropout
    out = dropout(x, p, np.random.default_rng(seed))
    assert out.shape == x.shape
    kept = out != 0
    np.testing.assert_allclose(out[kept] * (1 - p), x[kept], rtol=1e-12)
    np.testing.assert_array_equal(dropout(x, p, np.random.default_rng(seed)), out)
    np.testing.assert_array_equal(dropout(x, p, np.random.default_rng(seed), training=False), x)
    with pytest.raises(ValueError):
        dropout(x, 1 + p, np.random.default_rng(seed))


sides = st.integers(50, 120)


@given(sides, sides, seeds)
def test_xavier_init_agrees_with_the_normal_distribution(n_in, n_out, seed):
    weights = reference("xavier_init").xavier_init(n_in, n_out, np.random.default_rng(seed))
    assert weights.shape == (n_in, n_out)
    assert stats.kstest(weights.ravel(), "norm", args=(0, (2 / (n_in + n_out)) ** 0.5)).pvalue > 1e-9


@given(sides, sides, seeds)
def test_he_init_agrees_with_the_normal_distribution(n_in, n_out, seed):
    weights = reference("he_init").he_init(n_in, n_out, np.random.default_rng(seed))
    assert weights.shape == (n_in, n_out)
    assert stats.kstest(weights.ravel(), "norm", args=(0, (2 / n_in) ** 0.5)).pvalue > 1e-9
