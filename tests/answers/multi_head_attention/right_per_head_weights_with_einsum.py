import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    # per-head weight tensors, no transposes of activations
    D = x.shape[-1]
    d_h, left = divmod(D, n_heads)
    if left:
        raise ValueError(f"embed dim {D} not divisible by {n_heads}")
    Wq, Wk, Wv = (np.reshape(W, (D, n_heads, d_h)) for W in (W_q, W_k, W_v))
    Wo = np.reshape(W_o, (n_heads, d_h, D))
    q = np.einsum("btd,dhk->bhtk", x, Wq)
    k = np.einsum("bsd,dhk->bhsk", x, Wk)
    v = np.einsum("bsd,dhk->bhsk", x, Wv)
    logits = np.einsum("bhtk,bhsk->bhts", q, k) / d_h ** 0.5
    if mask is not None:
        logits = logits - 1e30 * (np.asarray(mask) != 0)
    logits -= logits.max(axis=3, keepdims=True)
    p = np.exp(logits)
    p /= p.sum(axis=3, keepdims=True)
    return np.einsum("bhts,bhsk,hkd->btd", p, v, Wo)
