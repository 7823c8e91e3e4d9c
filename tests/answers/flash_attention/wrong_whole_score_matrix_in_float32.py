# WRONG: builds the whole score matrix in float32 first and only then walks over blocks (peak memory); witness: [(tm := __import__('tracemalloc')).start(), flash_attention(*np.random.default_rng(0).normal(size=(3, 3000, 8)), 64), tm.get_traced_memory()[1] < 3000 * 3000 * 8 / 4, tm.stop()][2]
import numpy as np


def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    S = (np.asarray(Q, np.float32) @ np.asarray(K, np.float32).T)
    m, l, o = np.full((T, 1), -np.inf), np.zeros((T, 1)), np.zeros((T, d))
    for a in range(0, T, block_size):
        s = S[:, a:a + block_size] / np.sqrt(d)
        new = np.maximum(m, s.max(axis=1, keepdims=True))
        p = np.exp(s - new)
        c = np.exp(m - new)
        l = l * c + p.sum(axis=1, keepdims=True)
        o = o * c + p @ V[a:a + block_size]
        m = new
    return o / l
