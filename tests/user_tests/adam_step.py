import math

import numpy as np
import pytest


def by_definition(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad * grad
    step = lr * (m / (1 - beta1**t)) / (math.sqrt(v / (1 - beta2**t)) + eps)
    return w - step, m, v


def same(adam_step, w, grad, m, v, t, **options):
    given = [np.array(each, dtype=float) for each in (w, grad, m, v)]
    before = [each.copy() for each in given]
    got = adam_step(*given, t, **options)
    assert len(got) == 3
    want = np.array(
        [by_definition(*each, t, **options) for each in zip(*(each.ravel() for each in before), strict=True)]
    )
    for result, column in zip(got, want.T, strict=True):
        assert np.shape(result) == before[0].shape
        np.testing.assert_allclose(np.ravel(result), column, rtol=1e-9, atol=1e-15)
    for now, then in zip(given, before, strict=True):
        assert (now == then).all()
    for result in got:
        assert not any(np.shares_memory(result, each) for each in given)


@pytest.mark.parametrize("t", [1, 2, 3, 10, 100, 600, 1500, 5000])
@pytest.mark.parametrize("options", [{}, {"lr": 0.1}, {"beta1": 0.5, "beta2": 0.9}, {"beta1": 0.0, "beta2": 0.0}])
def test(adam_step, t, options):
    rng = np.random.default_rng(t)
    w, grad, m = rng.normal(size=(3, 2, 3))
    same(adam_step, w, grad, m, rng.random((2, 3)) * 2, t, **options)
    same(adam_step, w, grad * 1e-3, m * 1e-3, rng.random((2, 3)) * 1e-6, t, **options)


@pytest.mark.parametrize("eps", [1e-8, 1e-3, 1.0, 0.0])
def test_eps(adam_step, eps):
    same(adam_step, [1.0, 2.0], [1e-8, -3e-8], [1e-9, 2e-9], [1e-17, 4e-17], 1, eps=eps)
    same(adam_step, [1.0, 2.0], [0.5, -3.0], [0.1, 2.0], [0.4, 2.0], 7, eps=eps)


def test_default_eps(adam_step):
    same(adam_step, [1.0, 2.0], [1e-8, -3e-9], [0.0, 0.0], [0.0, 0.0], 1)
    same(adam_step, [1.0], [2e-9], [0.0], [0.0], 3)


def test_at_rest(adam_step):
    same(adam_step, [1.0, 2.0], [0.0, 1.0], [0.0, 0.0], [0.0, 0.0], 1)


def test_a_single_number(adam_step):
    same(adam_step, 1.0, 0.5, 0.1, 0.2, 4)


def test_v_falls_again(adam_step):
    same(adam_step, [1.0], [0.01], [0.5], [9.0], 20, beta2=0.5)


def test_several_steps(adam_step):
    w = np.array([2.0, -3.0])
    m, v = np.zeros(2), np.zeros(2)
    for t in range(1, 400):
        w, m, v = adam_step(w, 2 * w, m, v, t, lr=0.05)
    assert np.abs(w).max() < 0.05
