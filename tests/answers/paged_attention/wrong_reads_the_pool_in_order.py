# WRONG: the block table is ignored
import numpy as np


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    H, d = q.shape
    K = key_blocks.reshape(-1, H, d)[:length]
    V = value_blocks.reshape(-1, H, d)[:length]
    s = np.einsum("hd,thd->ht", q, K) / d**0.5
    w = np.exp(s - s.max(1)[:, None])
    w = w / w.sum(1)[:, None]
    return np.einsum("ht,thd->hd", w, V)
