import numpy as np
import pytest


def by_definition(image, kernel, stride, padding):
    padded = np.zeros((image.shape[0] + 2 * padding, image.shape[1] + 2 * padding))
    padded[padding : padding + image.shape[0], padding : padding + image.shape[1]] = image
    rows = (padded.shape[0] - kernel.shape[0]) // stride + 1
    columns = (padded.shape[1] - kernel.shape[1]) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = padded[i * stride : i * stride + kernel.shape[0], j * stride : j * stride + kernel.shape[1]]
            out[i, j] = (window * kernel).sum()
    return out


@pytest.mark.parametrize("size", [(5, 5), (6, 4), (3, 8), (1, 1), (7, 2)])
@pytest.mark.parametrize("kernel", [(1, 1), (2, 2), (3, 3), (2, 3), (3, 1), (1, 2), (5, 4)])
@pytest.mark.parametrize("stride", [1, 2, 3, 9])
@pytest.mark.parametrize("padding", [0, 1, 2, 4])
def test(conv2d, size, kernel, stride, padding):
    if kernel[0] > size[0] + 2 * padding or kernel[1] > size[1] + 2 * padding:
        return
    rng = np.random.default_rng(size[0])
    image, weights = rng.normal(size=size), rng.normal(size=kernel)
    want = by_definition(image, weights, stride, padding)
    got = conv2d(image, weights, stride=stride, padding=padding)
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-12)
    assert np.shape(got) == want.shape


def test_defaults_and_arguments(conv2d):
    image, kernel = np.arange(12.0).reshape(3, 4), np.array([[1.0, 2.0], [0.0, -1.0]])
    before = image.copy(), kernel.copy()
    assert np.allclose(conv2d(image, kernel), by_definition(image, kernel, 1, 0))
    assert np.allclose(conv2d(image, kernel, 2), by_definition(image, kernel, 2, 0))
    assert np.allclose(conv2d(image, kernel, 1, 1), by_definition(image, kernel, 1, 1))
    assert np.array_equal(image, before[0])
    assert np.array_equal(kernel, before[1])
