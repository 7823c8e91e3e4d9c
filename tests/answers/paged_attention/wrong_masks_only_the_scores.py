# WRONG: the weights beyond length are 0, and 0 * NaN is NaN
import numpy as np


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    H, d = q.shape
    K = np.concatenate([key_blocks[b] for b in block_table])
    V = np.concatenate([value_blocks[b] for b in block_table])
    s = np.einsum("hd,thd->ht", q, K) / np.sqrt(d)
    s[:, length:] = -np.inf
    w = np.exp(s - s.max(axis=1, keepdims=True))
    return np.einsum("ht,thd->hd", w / w.sum(axis=1, keepdims=True), V)
