# WRONG: keys are zero-padded to a whole number of blocks, and the padding (score 0) takes part in the softmax; witness: flash_attention(np.ones((3, 2)), np.ones((3, 2)), np.ones((3, 2)), 2)
import numpy as np


def flash_attention(Q, K, V, block_size):
    T, d = Q.shape
    pad = -T % block_size
    K = np.pad(K, ((0, pad), (0, 0))).reshape(-1, block_size, d)
    V = np.pad(V, ((0, pad), (0, 0))).reshape(-1, block_size, d)
    m = np.full((T, 1), -np.inf)
    l, o = np.zeros((T, 1)), np.zeros((T, d))
    for k, v in zip(K, V):
        s = Q @ k.T / np.sqrt(d)
        new = np.maximum(m, s.max(1, keepdims=True))
        p = np.exp(s - new)
        c = np.exp(m - new)
        l, o, m = l * c + p.sum(1, keepdims=True), o * c + p @ v, new
    return o / l
