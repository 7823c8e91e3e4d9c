"""The linear models' references agree with SciPy, scikit-learn or a plain specification over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import optimize, special
from sklearn.linear_model import Ridge
from sklearn.metrics import log_loss, mean_squared_error
from support import reference

numbers = st.floats(-10, 10).map(lambda x: round(x, 3))
sizes = st.integers(1, 6)
seeds = st.integers(0, 2**32 - 1)


def problem(n, d, seed):
    """X, real targets, labels, w and b."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(2, size=n)
    return rng.normal(size=(n, d)), rng.normal(size=n), labels, rng.normal(size=d), float(rng.normal())


@given(arrays(float, array_shapes(max_dims=2, max_side=5), elements=numbers), seeds)
def test_mse_loss_agrees_with_scikit_learn(y_true, seed):
    y_pred = y_true + np.random.default_rng(seed).normal(size=y_true.shape)
    np.testing.assert_allclose(reference("mse_loss").mse_loss(y_true, y_pred), mean_squared_error(y_true, y_pred))


@given(sizes, sizes, seeds)
def test_linear_regression_gradients_agrees_with_finite_differences(n, d, seed):
    X, y, _, w, b = problem(n, d, seed)
    dw, db = reference("linear_regression_gradients").linear_regression_gradients(X, y, w, b)
    assert dw.shape == (d,)

    def loss(theta):
        return np.mean((X @ theta[:-1] + theta[-1] - y) ** 2)

    np.testing.assert_allclose([*dw, db], differences(loss, np.append(w, b)), atol=1e-6)


@given(sizes, sizes, seeds, st.integers(0, 30))
def test_linear_regression_agrees_with_the_linear_recursion(n, d, seed, epochs):
    X, y, _, _, _ = problem(n, d, seed)
    A, lr = np.column_stack([X, np.ones(n)]), 0.05
    # theta <- theta - lr (2/n) (A'A theta - A'y), as one matrix applied again and again
    step = np.zeros((d + 2, d + 2))
    step[:-1, :-1] = np.eye(d + 1) - lr * 2 / n * A.T @ A
    step[:-1, -1] = lr * 2 / n * A.T @ y
    step[-1, -1] = 1
    expected = np.linalg.matrix_power(step, epochs)[:-1, -1]
    w, b = reference("linear_regression").linear_regression(X, y, lr, epochs)
    np.testing.assert_allclose([*w, b], expected, atol=1e-10)


@given(sizes, seeds, st.integers(0, 20))
def test_gradient_descent_agrees_with_the_closed_form_on_a_bowl(d, seed, n_steps):
    rng = np.random.default_rng(seed)
    curvature, center, w0 = rng.uniform(0.1, 3, size=d), rng.normal(size=d), rng.normal(size=d)
    path = reference("gradient_descent").gradient_descent(lambda w: curvature * (w - center), w0, 0.3, n_steps)
    powers = (1 - 0.3 * curvature) ** np.arange(n_steps + 1)[:, None]
    np.testing.assert_allclose(path, center + powers * (w0 - center), atol=1e-10)


@given(sizes, sizes, seeds, st.floats(0.01, 100))
def test_ridge_regression_agrees_with_scikit_learn(n, d, seed, lam):
    X, y, _, _, _ = problem(n, d, seed)
    expected = Ridge(alpha=lam, fit_intercept=False, solver="svd").fit(X, y).coef_
    np.testing.assert_allclose(reference("ridge_regression").ridge_regression(X, y, lam), expected, atol=1e-9)


@given(sizes, seeds, st.sampled_from([1e-6, 1e6]))
def test_ridge_regression_agrees_with_stacked_least_squares_on_columns_1e6_apart(n, seed, scale):
    X, y, _, _, _ = problem(n, 2, seed)
    X[:, 1] *= scale
    A, target = np.vstack([X, np.eye(2) * 0.1**0.5]), np.append(y, np.zeros(2))
    size = np.linalg.norm(A, axis=0)
    expected = np.linalg.lstsq(A / size, target, rcond=None)[0] / size
    w = reference("ridge_regression").ridge_regression(X, y, 0.1)
    np.testing.assert_allclose(w, expected, rtol=1e-4, atol=1e-12)


@given(numbers, st.floats(0, 10).map(lambda t: round(t, 3)))
def test_soft_threshold_agrees_with_its_definition_as_a_minimum(x, t):
    found = reference("soft_threshold").soft_threshold(np.array([x]), t)[0]
    best = optimize.minimize_scalar(lambda u: (u - x) ** 2 / 2 + t * abs(u), bounds=(-11, 11), method="bounded")
    assert abs(found - best.x) < 1e-4


@given(arrays(float, array_shapes(min_dims=0, max_dims=3, max_side=4), elements=st.floats(-1000, 1000)))
def test_sigmoid_agrees_with_scipy(z):
    sigmoid = reference("sigmoid").sigmoid
    # SciPy gives 0 where the result is subnormal, from -709 on
    np.testing.assert_allclose(sigmoid(z), special.expit(z), rtol=1e-12, atol=1e-300)
    if z.ndim == 0:
        np.testing.assert_allclose(sigmoid(float(z)), special.expit(z), rtol=1e-12, atol=1e-300)


@given(sizes, seeds, st.sampled_from([np.float64, np.float32]))
def test_binary_cross_entropy_agrees_with_scikit_learn(n, seed, dtype):
    rng = np.random.default_rng(seed)
    y, p = rng.integers(2, size=n), rng.choice([0.0, 1.0, *rng.random(4)], size=n).astype(dtype)
    expected = log_loss(y, np.clip(p.astype(float), 1e-12, 1 - 1e-12), labels=[0, 1])
    tolerance = 1e-5 if dtype is np.float64 else 1e-3
    found = reference("binary_cross_entropy").binary_cross_entropy(y, p)
    np.testing.assert_allclose(found, expected, rtol=tolerance, atol=1e-6)


@given(arrays(float, st.integers(1, 8), elements=st.floats(-1000, 1000)), seeds)
def test_bce_with_logits_agrees_with_scipy(z, seed):
    y = np.random.default_rng(seed).integers(2, size=len(z))
    expected = -np.mean(special.log_expit(np.where(y == 1, z, -z)))
    np.testing.assert_allclose(reference("bce_with_logits").bce_with_logits(y, z), expected, rtol=1e-10, atol=1e-12)


@given(sizes, sizes, seeds)
def test_logistic_regression_gradients_agrees_with_finite_differences(n, d, seed):
    X, _, y, w, b = problem(n, d, seed)
    dw, db = reference("logistic_regression_gradients").logistic_regression_gradients(X, y, w, b)
    assert dw.shape == (d,)

    def loss(theta):
        return log_loss(y, special.expit(X @ theta[:-1] + theta[-1]), labels=[0, 1])

    np.testing.assert_allclose([*dw, db], differences(loss, np.append(w, b)), atol=1e-6)


@given(sizes, sizes, seeds, st.integers(0, 20), st.sampled_from([1.0, 1e3]))
def test_logistic_regression_agrees_with_a_plain_loop(n, d, seed, epochs, scale):
    X, _, y, _, _ = problem(n, d, seed)
    # far from zero the sigmoid only ever says 0 or 1, and no rounding can be blown up
    X, epochs = scale * X, epochs if scale == 1 else min(epochs, 2)
    theta, A = np.zeros(d + 1), np.column_stack([X, np.ones(n)])
    for _ in range(epochs):
        theta = theta - 0.3 * np.mean((special.expit(A @ theta) - y)[:, None] * A, axis=0)
    w, b = reference("logistic_regression").logistic_regression(X, y, 0.3, epochs)
    np.testing.assert_allclose([*w, b], theta, rtol=1e-6, atol=1e-8)


@given(sizes, sizes, seeds)
def test_bias_variance_agrees_with_the_decomposition_of_the_error(m, n, seed):
    rng = np.random.default_rng(seed)
    predictions, y_true = rng.normal(size=(m, n)), rng.normal(size=n)
    bias_squared, variance = reference("bias_variance").bias_variance(predictions, y_true)
    np.testing.assert_allclose(bias_squared, mean_squared_error(y_true, predictions.mean(axis=0)))
    np.testing.assert_allclose(bias_squared + variance, np.mean((predictions - y_true) ** 2))


def differences(loss, theta, h=1e-5):
    """Central differences of a loss at theta."""
    steps = h * np.eye(len(theta))
    return np.array([(loss(theta + step) - loss(theta - step)) / (2 * h) for step in steps])
