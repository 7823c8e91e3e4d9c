"""The references of the cnn topic agree with SciPy and with plain loops over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal
from support import reference

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 4)


def correlation(image, kernel, stride, padding):
    """One channel, by SciPy."""
    return signal.correlate2d(np.pad(image, padding), kernel, mode="valid")[::stride, ::stride]


def shapes_of_convolution(draw):
    kernel, stride, padding = draw(small), draw(small), draw(st.integers(0, 3))
    smallest = max(1, kernel - 2 * padding)
    height, width = (draw(st.integers(smallest, smallest + 5)) for _ in range(2))
    return kernel, stride, padding, height, width


shapes = st.composite(shapes_of_convolution)()


@given(shapes, small, small, small, seeds)
def test_conv2d_batch_agrees_with_scipy(shape, n, c_in, c_out, seed):
    kernel, stride, padding, height, width = shape
    rng = np.random.default_rng(seed)
    x, bias = rng.normal(size=(n, c_in, height, width)), rng.normal(size=c_out)
    weight = rng.normal(size=(c_out, c_in, kernel, kernel))
    expected = [
        [bias[o] + sum(correlation(image[c], weight[o, c], stride, padding) for c in range(c_in)) for o in range(c_out)]
        for image in x
    ]
    out = reference("conv2d_batch").conv2d_batch(x, weight, bias, stride, padding)
    np.testing.assert_allclose(out, expected, atol=1e-12)
