"""The generative models' references agree with SciPy and with plain loops over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes
from support import reference

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 4)


def noised(x, kept, noise):
    """One sample's forward process, entry by entry."""
    pairs = zip(x.ravel(), noise.ravel(), strict=True)
    return np.array([kept**0.5 * a + (1 - kept) ** 0.5 * e for a, e in pairs]).reshape(x.shape)


@given(seeds, small, array_shapes(min_dims=1, max_dims=3, max_side=3), st.integers(1, 6))
def test_ddpm_loss_agrees_with_a_plain_loop(seed, batch, shape, T):
    rng = np.random.default_rng(seed)
    x0, noise = rng.normal(size=(2, batch, *shape))
    t, alpha_bars = rng.integers(T, size=batch), np.sort(rng.random(T))[::-1]
    table = rng.normal(size=T)

    def model(x, steps):
        return np.stack([np.tanh(each) + table[step] for each, step in zip(x, steps, strict=True)])

    got = reference("ddpm_loss").ddpm_loss(model, x0, t, alpha_bars, noise)
    squares = []
    for i in range(batch):
        predicted = np.tanh(noised(x0[i], alpha_bars[t[i]], noise[i])) + table[t[i]]
        squares += [(e - p) ** 2 for e, p in zip(noise[i].ravel(), predicted.ravel(), strict=True)]
    np.testing.assert_allclose(got, sum(squares) / len(squares))
