import numpy as np
import pytest


def by_definition(x, axis):
    shifted = np.asarray(x, dtype=np.longdouble)
    shifted = shifted - shifted.max(axis=axis, keepdims=True)
    exps = np.exp(shifted)
    return (exps / exps.sum(axis=axis, keepdims=True)).astype(float)


def test(softmax):
    x = np.random.default_rng(0).normal(size=(2, 3, 4))
    for axis in (0, 1, 2, -1, -2, -3):
        np.testing.assert_allclose(softmax(x, axis=axis), by_definition(x, axis), rtol=1e-12)
    np.testing.assert_allclose(softmax(x), by_definition(x, -1), rtol=1e-12)
    np.testing.assert_allclose(softmax(x[0, 0]), by_definition(x[0, 0], 0), rtol=1e-12)


@pytest.mark.parametrize("scale", [100, 1000, 10000, -10000])
def test_large_scores(softmax, scale):
    x = np.array([[1.0, 0.99999, 0.9], [0.3, 0.30001, -1.0]]) * scale
    for axis in (0, 1):
        np.testing.assert_allclose(softmax(x, axis), by_definition(x, axis), rtol=1e-9)
    np.testing.assert_allclose(softmax(np.array([scale, scale + 0.25])), by_definition([0, 0.25], 0), rtol=1e-9)


def test_rows_far_apart(softmax):
    x = np.array([[800.0, 801.0], [-800.0, -801.0], [1.0, 5.0]])
    np.testing.assert_allclose(softmax(x), by_definition(x, 1), rtol=1e-9)
    np.testing.assert_allclose(softmax(x.T, axis=0), by_definition(x.T, 0), rtol=1e-9)
    np.testing.assert_allclose(softmax(np.stack([x, x - 900])), by_definition(np.stack([x, x - 900]), -1), rtol=1e-9)


def test_the_argument_stays(softmax):
    x = np.array([[1.0, 2.0], [4.0, 3.0]])
    softmax(x)
    assert (x == [[1.0, 2.0], [4.0, 3.0]]).all()
