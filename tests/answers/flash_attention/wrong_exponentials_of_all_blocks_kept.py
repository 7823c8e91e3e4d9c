# WRONG: keeps the exponentials of every block until the end, which is a (T, T) matrix in pieces; witness: [(tm := __import__('tracemalloc')).start(), flash_attention(*np.random.default_rng(0).normal(size=(3, 3000, 8)), 64), tm.get_traced_memory()[1] < 3000 * 3000 * 8 / 4, tm.stop()][2]
import numpy as np


def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    m = np.full((T, 1), -np.inf)
    blocks, tops = [], []
    for a in range(0, T, block_size):
        s = Q @ K[a:a + block_size].T / np.sqrt(d)
        m = np.maximum(m, s.max(axis=1, keepdims=True))
        blocks.append(np.exp(s - m))
        tops.append(m)
    l, o = np.zeros((T, 1)), np.zeros((T, d))
    for n, (p, t) in enumerate(zip(blocks, tops)):
        f = np.exp(t - m)
        l += f * p.sum(axis=1, keepdims=True)
        o += f * (p @ V[n * block_size:(n + 1) * block_size])
    return o / l
