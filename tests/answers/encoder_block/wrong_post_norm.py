# WRONG: post-norm (normalise after each residual) instead of pre-norm; witness: encoder_block(np.sin(np.arange(8.0)).reshape(1, 2, 4), (lambda r: {k: r.normal(size=s) for k, s in dict(W_q=(4, 4), W_k=(4, 4), W_v=(4, 4), W_o=(4, 4), ln1_gamma=4, ln1_beta=4, ln2_gamma=4, ln2_beta=4, W1=(4, 6), b1=6, W2=(6, 4), b2=4).items()})(np.random.default_rng(0)), 2)
import numpy as np


def _norm(x, g, b):
    c = x - x.mean(-1, keepdims=True)
    return c / np.sqrt((c ** 2).mean(-1, keepdims=True) + 1e-5) * g + b


def encoder_block(x, params, n_heads):
    p = params
    B, T, D = x.shape
    dk = D // n_heads
    q, k, v = ((x @ p[w]).reshape(B, T, n_heads, dk).swapaxes(1, 2) for w in ("W_q", "W_k", "W_v"))
    s = q @ k.swapaxes(-1, -2) / np.sqrt(dk)
    s = np.exp(s - s.max(-1, keepdims=True))
    s /= s.sum(-1, keepdims=True)
    x = _norm(x + (s @ v).swapaxes(1, 2).reshape(B, T, D) @ p["W_o"], p["ln1_gamma"], p["ln1_beta"])
    f = np.maximum(x @ p["W1"] + p["b1"], 0) @ p["W2"] + p["b2"]
    return _norm(x + f, p["ln2_gamma"], p["ln2_beta"])
