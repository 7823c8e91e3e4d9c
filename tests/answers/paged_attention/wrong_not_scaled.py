# WRONG: the scores are not divided by the root of d
import numpy as np


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    K = np.vstack(key_blocks[block_table])[:length]
    V = np.vstack(value_blocks[block_table])[:length]
    out = np.zeros(q.shape)
    for h in range(len(q)):
        s = K[:, h] @ q[h]
        w = np.exp(s - s.max())
        out[h] = w @ V[:, h] / w.sum()
    return out
