"""The activations' references agree with SciPy, or with plain loops, over random inputs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import special, stats
from support import reference

shapes = array_shapes(min_dims=1, max_dims=3, max_side=5)
scores = arrays(float, shapes, elements=st.floats(-1e4, 1e4))
numbers = arrays(float, shapes, elements=st.floats(-5, 5))


def entrywise(function, x):
    """The function of one number, on every entry of x."""
    return np.array([function(value) for value in x.ravel().tolist()]).reshape(x.shape)


@given(scores, st.data())
def test_softmax_agrees_with_scipy(x, data):
    axis = data.draw(st.integers(-x.ndim, x.ndim - 1))
    np.testing.assert_allclose(reference("softmax").softmax(x, axis=axis), special.softmax(x, axis=axis), atol=1e-12)


@given(scores, st.data())
def test_log_softmax_agrees_with_scipy(x, data):
    axis = data.draw(st.integers(-x.ndim, x.ndim - 1))
    wanted = special.log_softmax(x, axis=axis)
    np.testing.assert_allclose(reference("log_softmax").log_softmax(x, axis=axis), wanted, rtol=1e-12, atol=1e-12)


@given(scores)
def test_relu_agrees_with_a_loop(x):
    np.testing.assert_array_equal(reference("relu").relu(x), entrywise(lambda value: max(0.0, value), x))


@given(numbers, st.floats(-3, 3))
def test_leaky_relu_agrees_with_a_loop(x, slope):
    wanted = entrywise(lambda value: value if value > 0 else slope * value, x)
    np.testing.assert_allclose(reference("leaky_relu").leaky_relu(x, slope), wanted, rtol=1e-15)


@given(scores)
def test_tanh_agrees_with_numpy(x):
    np.testing.assert_allclose(reference("tanh").tanh(x), np.tanh(x), atol=1e-15)


@given(arrays(float, shapes, elements=st.floats(-40, 40)))
def test_gelu_agrees_with_scipy(x):
    np.testing.assert_allclose(reference("gelu").gelu(x), x * stats.norm.cdf(x), rtol=1e-12, atol=1e-300)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("relu_grad", lambda x: np.maximum(x, 0)),
        ("leaky_relu_grad", lambda x: np.where(x > 0, x, 0.01 * x)),
        ("sigmoid_grad", special.expit),
        ("tanh_grad", np.tanh),
    ],
)
@given(numbers)
def test_activation_gradients_agrees_with_differences(name, function, x):
    """Central ones, away from the kink; where x is 0 the ReLUs must have the slope on their left."""
    x = np.where(np.abs(x) < 0.1, -0.1, x)
    wanted = (function(x + 1e-5) - function(x - 1e-5)) / 2e-5
    np.testing.assert_allclose(getattr(reference("activation_gradients"), name)(x), wanted, atol=1e-8)
    if "relu" in name:
        left = getattr(reference("activation_gradients"), name)(np.array([-1.0, 0.0]))
        assert left[0] == left[1]
