# WRONG: the mask is used transposed, right for symmetric masks only; witness: multi_head_attention(np.sin(np.arange(8.0)).reshape(1, 2, 4), *[np.eye(4)] * 4, 2, np.array([[0, 1], [0, 0]]))
import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    """y = sum_h softmax(x A_h x^T) x M_h, with A_h = Wq_h Wk_h^T / sqrt(dk) and M_h = Wv_h Wo_h."""
    x = np.asarray(x, dtype=float)
    d = x.shape[2]
    if d / n_heads != d // n_heads:
        raise ValueError
    dk = d // n_heads
    allow = None if mask is None else ~np.asarray(mask).astype(bool).T
    out = np.zeros(x.shape)
    for h in range(n_heads):
        c = slice(h * dk, h * dk + dk)
        A = W_q[:, c] @ W_k[:, c].T / np.sqrt(dk)
        M = W_v[:, c] @ W_o[c]
        for b, xb in enumerate(x):
            s = xb @ A @ xb.T
            if allow is not None:
                s = np.where(allow, s, -np.inf)
            lse = np.logaddexp.reduce(s, axis=1, keepdims=True)
            out[b] += np.exp(s - lse) @ (xb @ M)
    return out
