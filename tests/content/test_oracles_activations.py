"""The activations' references agree with SciPy over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import special
from support import reference

scores = arrays(float, array_shapes(min_dims=1, max_dims=3, max_side=5), elements=st.floats(-1e4, 1e4))


@given(scores, st.data())
def test_softmax_agrees_with_scipy(x, data):
    axis = data.draw(st.integers(-x.ndim, x.ndim - 1))
    np.testing.assert_allclose(reference("softmax").softmax(x, axis=axis), special.softmax(x, axis=axis), atol=1e-12)
