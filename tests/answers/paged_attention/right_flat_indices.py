import numpy as np


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    n, size, H, d = key_blocks.shape
    p = np.arange(length)
    where = np.asarray(block_table)[p // size] * size + p % size
    K = key_blocks.reshape(n * size, H, d)[where].transpose(1, 2, 0)
    V = value_blocks.reshape(n * size, H, d)[where].transpose(1, 0, 2)
    s = np.matmul(q[:, None, :], K) / np.sqrt(d)
    w = np.exp(s - s.max(-1, keepdims=True))
    w /= w.sum(-1, keepdims=True)
    return np.matmul(w, V).reshape(H, d)
