import numpy as np
from typing import Iterator


def _groups(Q: np.ndarray, n: int) -> Iterator[np.ndarray]:
    yield from np.split(Q, n, axis=1)


def grouped_query_attention(Q, K, V):
    outs = []
    for i, q in enumerate(_groups(Q, K.shape[1])):
        k, v = K[:, i:i + 1], V[:, i:i + 1]                    # broadcast over the group
        d2 = (q[..., :, None, :] * k[..., None, :, :]).sum(-1) / np.sqrt(q.shape[-1])
        p = np.exp(d2 - d2.max(-1, keepdims=True))
        p /= p.sum(-1, keepdims=True)
        outs.append(p @ v)
    return np.concatenate(outs, axis=1)
