from functools import reduce
import numpy as np


def _partial(q, k, v):
    s = q @ k.T
    m = s.max(axis=1)
    s -= m[:, None]
    np.exp(s, out=s)
    return m, s.sum(axis=1), s @ v


def _merge(a, b):
    """The associative merge of two partial softmaxes."""
    (m1, l1, o1), (m2, l2, o2) = a, b
    m = np.maximum(m1, m2)
    f1, f2 = np.exp(m1 - m), np.exp(m2 - m)
    return m, l1 * f1 + l2 * f2, o1 * f1[:, None] + o2 * f2[:, None]


def flash_attention(Q, K, V, block_size):
    q = Q * Q.shape[1] ** -0.5
    starts = range(0, len(K), block_size)
    m, l, o = reduce(_merge, (_partial(q, K[a:a + block_size], V[a:a + block_size]) for a in starts))
    return o / l[:, None]
