# WRONG: only whole blocks are visited (T // block_size), the last partial block is dropped; witness: flash_attention(np.eye(3), np.eye(3), np.arange(9.0).reshape(3, 3), 2)
import numpy as np


def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    q = Q / np.sqrt(d)
    m = np.full((T, 1), -np.inf)
    l = np.zeros((T, 1))
    o = np.zeros((T, d))
    block_size = min(block_size, T)
    for a in range(0, T // block_size * block_size, block_size):
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
