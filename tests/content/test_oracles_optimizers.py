"""The optimizers' references agree with sums over the whole history, and with other people's functions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import interpolate, linalg
from support import reference

histories = arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 4)), elements=st.floats(-10, 10))
rates = st.floats(0.01, 1.0)
decays = st.floats(0.0, 0.99)


def averages(history, decay):
    """After each step, the running average from 0 as the weighted sum that it is."""
    t = len(history)
    weights = np.tril(decay ** np.maximum(np.subtract.outer(np.arange(t), np.arange(t)), 0).astype(float))
    return (1 - decay) * weights @ history


@given(histories, rates)
def test_sgd_step_agrees_with_the_sum_of_all_gradients(history, lr):
    w = np.ones(history.shape[1])
    for grad in history:
        w = reference("sgd_step").sgd_step(w, grad, lr)
    np.testing.assert_allclose(w, 1 - lr * history.sum(axis=0), atol=1e-12)


@given(histories, rates, decays)
def test_momentum_step_agrees_with_the_weighted_sum_of_all_gradients(history, lr, beta):
    w, v = np.ones(history.shape[1]), np.zeros(history.shape[1])
    for grad in history:
        w, v = reference("momentum_step").momentum_step(w, grad, v, lr, beta)
    velocities = averages(history, beta) / (1 - beta)
    np.testing.assert_allclose(v, velocities[-1], atol=1e-10)
    np.testing.assert_allclose(w, 1 - lr * velocities.sum(axis=0), atol=1e-10)


def adam_path(history, lr, beta1, beta2, eps):
    """The steps of Adam over a history, each from weighted means: the correction makes the weights sum to 1."""
    steps = []
    for t in range(1, len(history) + 1):
        mean = np.average(history[:t], axis=0, weights=beta1 ** np.arange(t - 1.0, -1, -1))
        square = np.average(history[:t] ** 2, axis=0, weights=beta2 ** np.arange(t - 1.0, -1, -1))
        steps.append(lr * mean / (np.sqrt(square) + eps))
    return steps


@given(histories, rates, st.floats(0.1, 0.95), st.floats(0.1, 0.99), st.sampled_from([1e-8, 0.1]))
def test_adam_step_agrees_with_weighted_means(history, lr, beta1, beta2, eps):
    w, m, v = (np.zeros(history.shape[1]) for _ in range(3))
    for t, grad in enumerate(history, start=1):
        w, m, v = reference("adam_step").adam_step(w, grad, m, v, t, lr, beta1, beta2, eps)
    np.testing.assert_allclose(w, -np.sum(adam_path(history, lr, beta1, beta2, eps), axis=0), atol=1e-7)
    np.testing.assert_allclose(m, averages(history, beta1)[-1], atol=1e-10)
    np.testing.assert_allclose(v, averages(history**2, beta2)[-1], atol=1e-10)


@given(histories, rates, st.floats(0.0, 0.5))
def test_adamw_step_agrees_with_weighted_means(history, lr, decay):
    w, m, v = np.ones(history.shape[1]), np.zeros(history.shape[1]), np.zeros(history.shape[1])
    wanted = np.ones(history.shape[1])
    for t, (grad, step) in enumerate(zip(history, adam_path(history, lr, 0.9, 0.999, 1e-3), strict=True), start=1):
        w, m, v = reference("adamw_step").adamw_step(w, grad, m, v, t, lr=lr, eps=1e-3, weight_decay=decay)
        wanted = wanted - lr * decay * wanted - step
    np.testing.assert_allclose(w, wanted, atol=1e-7)


@given(histories, rates, st.floats(0.1, 0.99))
def test_rmsprop_step_agrees_with_weighted_sums(history, lr, alpha):
    w, v = np.zeros(history.shape[1]), np.zeros(history.shape[1])
    for grad in history:
        w, v = reference("rmsprop_step").rmsprop_step(w, grad, v, lr, alpha, 1e-3)
    steps = lr * history / (np.sqrt(averages(history**2, alpha)) + 1e-3)
    np.testing.assert_allclose(v, averages(history**2, alpha)[-1], atol=1e-10)
    np.testing.assert_allclose(w, -steps.sum(axis=0), atol=1e-7)


@given(st.lists(arrays(float, st.sampled_from([(1,), (3,), (2, 2)]), elements=st.floats(-9, 9)), min_size=1), rates)
def test_clip_grad_norm_agrees_with_scipy(grads, max_norm):
    clipped, norm = reference("clip_grad_norm").clip_grad_norm(grads, max_norm)
    assert norm == pytest.approx(linalg.norm(np.concatenate([grad.ravel() for grad in grads])))
    assert linalg.norm(np.concatenate([grad.ravel() for grad in clipped])) == pytest.approx(min(norm, max_norm))
    for got, grad in zip(clipped, grads, strict=True):
        np.testing.assert_allclose(got * max(norm, max_norm), grad * max_norm, atol=1e-9)


@given(st.integers(0, 60), st.integers(2, 40), st.data(), rates, st.floats(0.0, 0.01))
def test_cosine_lr_agrees_with_a_table(step, total, data, base, low):
    """A line and a raised cosine, drawn as a table at every step and read off from it."""
    warmup = data.draw(st.integers(0, total - 1))
    falling = low + (base - low) * (1 + np.cos(np.linspace(0, np.pi, total - warmup + 1))) / 2
    table = np.concatenate([np.linspace(0, base, warmup + 1)[:-1], falling])
    read = interpolate.interp1d(np.arange(total + 1), table, bounds_error=False, fill_value=low)
    got = reference("cosine_lr").cosine_lr(step, total, base, low, warmup)
    assert got == pytest.approx(float(read(step)), abs=1e-12)
