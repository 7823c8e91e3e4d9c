# WRONG: the running maximum starts at 0, so very negative scores underflow to 0/0; witness: flash_attention(np.full((2, 1), 100.0), np.array([[-100.0], [-101.0]]), np.array([[1.0], [2.0]]), 1)
import numpy as np


def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    q = Q / np.sqrt(d)
    m = np.zeros((T, 1))
    l = np.zeros((T, 1))
    o = np.zeros((T, d))
    for a in range(0, T, block_size):
        s = q @ K[a:a + block_size].T
        new = np.maximum(m, s.max(axis=1, keepdims=True))
        s -= new
        np.exp(s, out=s)
        fix = np.exp(m - new)
        l = l * fix + s.sum(axis=1, keepdims=True)
        o = o * fix + s @ V[a:a + block_size]
        m = new
        del s, new
    return o / l
