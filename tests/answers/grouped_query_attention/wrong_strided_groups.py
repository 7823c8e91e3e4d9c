# WRONG: the groups are strided (h, h + Hkv, ...) and concatenated as if contiguous; witness: grouped_query_attention(np.arange(8.0).reshape(1, 4, 1, 2) / 4, np.arange(8.0).reshape(1, 2, 2, 2), np.arange(8.0).reshape(1, 2, 2, 2))
import numpy as np
from typing import Iterator


def _groups(Q: np.ndarray, n: int) -> Iterator[np.ndarray]:
    yield from (Q[:, i::n] for i in range(n))


def grouped_query_attention(Q, K, V):
    outs = []
    for i, q in enumerate(_groups(Q, K.shape[1])):
        k, v = K[:, i:i + 1], V[:, i:i + 1]                    # broadcast over the group
        d2 = (q[..., :, None, :] * k[..., None, :, :]).sum(-1) / np.sqrt(q.shape[-1])
        p = np.exp(d2 - d2.max(-1, keepdims=True))
        p /= p.sum(-1, keepdims=True)
        outs.append(p @ v)
    return np.concatenate(outs, axis=1)
