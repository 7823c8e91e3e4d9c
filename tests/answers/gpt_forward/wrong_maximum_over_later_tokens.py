import math

import numpy as np


def ln(x, g, b):
    return g * (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5) + b


def gelu(z):
    return 0.5 * z * (1 + np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2)))


def gpt_forward(tokens, params, n_heads):
    E = np.asarray(params["tok_emb"], np.float64)
    B, T = tokens.shape
    D = E.shape[1]
    d = D // n_heads
    x = E[tokens] + params["pos_emb"][:T]
    causal = np.tril(np.ones((T, T)))
    for p in params["blocks"]:
        y = ln(x, p["ln1_gamma"], p["ln1_beta"])
        heads = []
        for h in range(n_heads):
            c = slice(h * d, (h + 1) * d)
            q, k, v = y @ p["W_q"][:, c], y @ p["W_k"][:, c], y @ p["W_v"][:, c]
            s = q @ k.transpose(0, 2, 1) / np.sqrt(d)
            w = np.exp(s - s.max(axis=-1, keepdims=True)) * causal
            heads.append(w @ v / w.sum(-1, keepdims=True))
        x = x + np.concatenate(heads, axis=-1) @ p["W_o"]
        x = x + gelu(ln(x, p["ln2_gamma"], p["ln2_beta"]) @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"]
    return ln(x, params["ln_gamma"], params["ln_beta"]) @ E.T
