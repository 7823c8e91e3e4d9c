"""The transformers' references agree with SciPy and with plain loops over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import special
from support import reference

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 4)


def attend(q, K, V, blocked):
    """One query's answer, key by key: SciPy's softmax over the allowed keys alone."""
    allowed = [j for j in range(len(K)) if not blocked[j]]
    dots = [sum(a * b for a, b in zip(q, K[j], strict=True)) for j in allowed]
    weights = special.softmax(np.array(dots) / len(q) ** 0.5)
    return sum(weight * V[j] for weight, j in zip(weights, allowed, strict=True))


@given(seeds, small, small, small, small, st.sampled_from([0.1, 1.0, 40.0]), st.data())
def test_attention_agrees_with_a_plain_loop(seed, t_q, t_k, d_k, d_v, scale, data):
    mask_kind = data.draw(st.sampled_from([None, "tk", "tqtk", "full"]))
    rng = np.random.default_rng(seed)
    Q, K = scale * rng.normal(size=(2, t_q, d_k)), scale * rng.normal(size=(2, t_k, d_k))
    V = rng.normal(size=(2, t_k, d_v))
    shape = {"tk": (t_k,), "tqtk": (t_q, t_k), "full": (2, t_q, t_k), None: (2, t_q, t_k)}[mask_kind]
    mask = np.zeros(shape, bool) if mask_kind is None else rng.random(shape) < 0.5
    mask[..., rng.integers(t_k)] = False
    got = reference("attention").attention(Q, K, V, None if mask_kind is None else mask)
    full = np.broadcast_to(mask, (2, t_q, t_k))
    want = [[attend(Q[b, i], K[b], V[b], full[b, i]) for i in range(t_q)] for b in range(2)]
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-12)


@given(seeds, st.integers(1, 9), small, st.integers(1, 11), st.sampled_from([0.1, 1.0, 40.0]))
def test_flash_attention_agrees_with_a_plain_loop(seed, T, d, block_size, scale):
    rng = np.random.default_rng(seed)
    Q, K, V = scale * rng.normal(size=(T, d)), scale * rng.normal(size=(T, d)), rng.normal(size=(T, d))
    got = reference("flash_attention").flash_attention(Q, K, V, block_size)
    want = [attend(q, K, V, np.zeros(T, bool)) for q in Q]
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-12)
