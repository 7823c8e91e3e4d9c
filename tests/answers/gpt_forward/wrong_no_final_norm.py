# WRONG: the last layer norm is missing
import math
import numpy as np


def ln(x, g, b, eps=1e-5):
    mu = np.mean(x, -1, keepdims=True)
    return g * (x - mu) / np.sqrt(np.mean((x - mu) ** 2, -1, keepdims=True) + eps) + b


def gelu(x):
    erf = np.array([math.erf(v / math.sqrt(2)) for v in x.ravel()]).reshape(x.shape)
    return 0.5 * x * (1 + erf)


def mha(x, blk, h):
    B, T, D = x.shape
    d = D // h
    q, k, v = [np.matmul(x, blk[n]).reshape(B, T, h, d).transpose(0, 2, 1, 3) for n in ("W_q", "W_k", "W_v")]
    att = np.matmul(q, k.transpose(0, 1, 3, 2)) / math.sqrt(d)
    att = att + np.where(np.tril(np.ones((T, T))) == 0, -np.inf, 0.0)
    att = np.exp(att - att.max(-1, keepdims=True))
    att = att / att.sum(-1, keepdims=True)
    return np.matmul(att, v).transpose(0, 2, 1, 3).reshape(B, T, D) @ blk["W_o"]


def gpt_forward(tokens, params, n_heads):
    wte, wpe = params["tok_emb"], params["pos_emb"]
    x = wte[tokens] + wpe[np.arange(tokens.shape[-1])]
    for blk in params["blocks"]:
        x = x + mha(ln(x, blk["ln1_gamma"], blk["ln1_beta"]), blk, n_heads)
        h = ln(x, blk["ln2_gamma"], blk["ln2_beta"])
        x = x + gelu(h @ blk["W1"] + blk["b1"]) @ blk["W2"] + blk["b2"]
    return x @ wte.T
