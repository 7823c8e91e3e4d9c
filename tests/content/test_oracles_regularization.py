"""The references of the regularization topic agree with independent forms over random inputs."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import optimize, stats
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


def layers(draw):
    n, d = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    rng = np.random.default_rng(draw(seeds))
    x = rng.normal(size=(n, d)) * draw(st.sampled_from([1e-3, 1.0, 30.0]))
    return x, rng.normal(size=d), rng.normal(size=d), rng


layers = st.composite(layers)()
eps_values = st.sampled_from([1e-5, 1e-2, 1.0])


def normalized(values, gamma, beta, mean, var, eps):
    """One slice, number by number."""
    return [g * (v - mean) / math.sqrt(var + eps) + b for v, g, b in zip(values, gamma, beta, strict=True)]


@given(layers, eps_values)
def test_batch_norm_agrees_with_plain_loops(layer, eps):
    x, gamma, beta, _ = layer
    expected = np.zeros(x.shape)
    for j, column in enumerate(x.T.tolist()):
        mean, var = statistics.fmean(column), statistics.pvariance(column)
        expected[:, j] = normalized(column, [gamma[j]] * len(column), [beta[j]] * len(column), mean, var, eps)
    np.testing.assert_allclose(reference("batch_norm").batch_norm(x, gamma, beta, eps), expected, atol=1e-9)


@given(layers, eps_values, st.floats(0, 1))
def test_batch_norm_train_agrees_with_plain_loops(layer, eps, momentum):
    x, gamma, beta, rng = layer
    running_mean, running_var = rng.normal(size=len(gamma)), rng.uniform(size=len(gamma))
    train = reference("batch_norm_train").batch_norm_train
    out, new_mean, new_var = train(x, gamma, beta, running_mean, running_var, momentum, eps)
    np.testing.assert_allclose(out, reference("batch_norm").batch_norm(x, gamma, beta, eps))
    for j, column in enumerate(x.T.tolist()):
        mean, var = statistics.fmean(column), statistics.pvariance(column)
        assert math.isclose(new_mean[j], running_mean[j] + momentum * (mean - running_mean[j]), abs_tol=1e-9)
        assert math.isclose(new_var[j], running_var[j] + momentum * (var - running_var[j]), abs_tol=1e-9)


@given(layers, eps_values)
def test_batch_norm_inference_agrees_with_plain_loops(layer, eps):
    x, gamma, beta, rng = layer
    mean, var = rng.normal(size=len(gamma)), rng.uniform(size=len(gamma))
    inference = reference("batch_norm_inference").batch_norm_inference
    columns = [
        normalized(column, [gamma[j]] * len(column), [beta[j]] * len(column), mean[j], var[j], eps)
        for j, column in enumerate(x.T)
    ]
    np.testing.assert_allclose(inference(x, gamma, beta, mean, var, eps), np.transpose(columns), atol=1e-9)


@given(layers, eps_values, st.sampled_from([(), (1,), (2, 2)]))
def test_layer_norm_agrees_with_plain_loops(layer, eps, more):
    x, gamma, beta, _ = layer
    rows = [normalized(row, gamma, beta, statistics.fmean(row), statistics.pvariance(row), eps) for row in x.tolist()]
    out = reference("layer_norm").layer_norm(np.broadcast_to(x, (*more, *x.shape)), gamma, beta, eps)
    np.testing.assert_allclose(out, np.broadcast_to(rows, out.shape), atol=1e-9)


@given(st.integers(1, 5), st.integers(1, 3), st.integers(1, 3), seeds)
def test_gradient_flow_agrees_with_finite_differences(depth, n, d, seed):
    rng = np.random.default_rng(seed)
    weights, x = [rng.normal(size=(d, d)) for _ in range(depth)], rng.normal(size=(n, d))

    def rest(flat, first):
        a = flat.reshape(n, d)
        for W in weights[first:]:
            a = np.tanh(a @ W)
        return a.sum()

    expected, a = [], x
    for first, W in enumerate(weights):
        expected.append(np.linalg.norm(optimize.approx_fprime(a.ravel(), rest, 1e-7, first)))
        a = np.tanh(a @ W)
    np.testing.assert_allclose(reference("gradient_flow").gradient_flow(weights, x), expected, rtol=1e-4, atol=1e-5)


@given(layers, eps_values, st.sampled_from([(), (1,), (2, 2)]))
def test_rms_norm_agrees_with_plain_loops(layer, eps, more):
    x, gamma, _, _ = layer
    rows = [normalized(row, gamma, 0 * gamma, 0.0, statistics.fmean(v * v for v in row), eps) for row in x.tolist()]
    out = reference("rms_norm").rms_norm(np.broadcast_to(x, (*more, *x.shape)), gamma, eps)
    np.testing.assert_allclose(out, np.broadcast_to(rows, out.shape), atol=1e-9)


@given(layers, st.sampled_from([1e-2, 1.0]))
def test_batch_norm_backward_agrees_with_finite_differences(layer, eps):
    x, gamma, beta, rng = layer
    dout, forward = rng.normal(size=x.shape), reference("batch_norm").batch_norm

    def of(name):
        start = {"x": x, "gamma": gamma, "beta": beta}

        def loss(flat):
            values = {**start, name: flat.reshape(start[name].shape)}
            return np.sum(dout * forward(values["x"], values["gamma"], values["beta"], eps))

        return optimize.approx_fprime(start[name].ravel(), loss, 1e-7).reshape(start[name].shape)

    gradients = reference("batch_norm_backward").batch_norm_backward(dout, x, gamma, eps)
    for gradient, name in zip(gradients, ("x", "gamma", "beta"), strict=True):
        np.testing.assert_allclose(gradient, of(name), rtol=1e-3, atol=1e-4)
