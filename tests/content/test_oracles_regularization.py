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


@pytest.mark.parametrize(("name", "variance"), [("xavier_init", lambda i, o: 2 / (i + o)), ("he_init", lambda i, o: 2 / i)])
@given(st.integers(50, 120), st.integers(50, 120), seeds)
def test_initialisation_agrees_with_the_normal_distribution(name, variance, n_in, n_out, seed):
    init = getattr(reference(name), name)
    weights = init(n_in, n_out, np.random.default_rng(seed))
    assert weights.shape == (n_in, n_out)
    scaled = weights.ravel() / np.sqrt(variance(n_in, n_out))
    assert stats.kstest(scaled, "norm").pvalue > 1e-9
    np.testing.assert_array_equal(init(n_in, n_out, np.random.default_rng(seed)), weights)
