import numpy as np
import pytest


def by_definition(x, gamma, beta, eps=1e-5):
    out = np.empty(x.shape)
    for index in np.ndindex(x.shape[:-1]):
        row = x[index]
        mean = sum(row) / len(row)
        var = sum((row - mean) ** 2) / len(row)
        out[index] = gamma * (row - mean) / (var + eps) ** 0.5 + beta
    return out


@pytest.mark.parametrize("shape", [(4,), (3, 4), (2, 3, 4), (4, 4), (3, 1), (2, 2, 3, 5)])
def test(layer_norm, shape):
    rng = np.random.default_rng(1)
    x, gamma, beta = rng.normal(2, 3, size=shape), rng.normal(size=shape[-1]), rng.normal(size=shape[-1])
    np.testing.assert_allclose(layer_norm(x, gamma, beta), by_definition(x, gamma, beta), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("eps", [1e-5, 1e-12, 0.1, 3.0])
def test_small_variance(layer_norm, eps):
    x = np.array([[1.0, 1.001, 0.999], [5.0, 5.0, 5.0], [-1e-4, 0.0, 2e-4]])
    gamma, beta = np.array([1.0, -2.0, 3.0]), np.array([0.0, 5.0, 1.0])
    np.testing.assert_allclose(layer_norm(x, gamma, beta, eps), by_definition(x, gamma, beta, eps), rtol=1e-6)
    np.testing.assert_allclose(layer_norm(x, gamma, beta, eps=eps), by_definition(x, gamma, beta, eps), rtol=1e-6)


def test_default_eps(layer_norm):
    x, one, zero = np.array([[0.001, 0.003]]), np.ones(2), np.zeros(2)
    np.testing.assert_allclose(layer_norm(x, one, zero), by_definition(x, one, zero), rtol=1e-9)


def test_arguments_stay(layer_norm):
    x, gamma, beta = np.array([[1.0, 2.0], [4.0, 3.0]]), np.ones(2), np.ones(2)
    layer_norm(x, gamma, beta)
    assert (x == [[1.0, 2.0], [4.0, 3.0]]).all()
    assert (gamma == 1).all()
    assert (beta == 1).all()
