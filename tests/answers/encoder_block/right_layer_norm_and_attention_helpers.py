import numpy as np


def _ln(x, g, b, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    var = x.var(-1, keepdims=True)
    return (x - mu) / np.sqrt(var + eps) * g + b


def _mha(x, Wq, Wk, Wv, Wo, H):
    B, T, D = x.shape
    dk = D // H
    q, k, v = ((x @ W).reshape(B, T, H, dk).transpose(0, 2, 1, 3) for W in (Wq, Wk, Wv))
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(dk)
    e = np.exp(s - s.max(-1, keepdims=True))
    a = e / e.sum(-1, keepdims=True)
    return (a @ v).transpose(0, 2, 1, 3).reshape(B, T, D) @ Wo


def encoder_block(x, params, n_heads):
    p = params
    x = x + _mha(_ln(x, p["ln1_gamma"], p["ln1_beta"]), p["W_q"], p["W_k"], p["W_v"], p["W_o"], n_heads)
    h = _ln(x, p["ln2_gamma"], p["ln2_beta"])
    return x + np.maximum(h @ p["W1"] + p["b1"], 0) @ p["W2"] + p["b2"]
