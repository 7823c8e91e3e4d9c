# mistake: all_positions
import math

import torch


def gpt_forward(tokens, params, n_heads):
    """The logits of a pre-norm decoder with tied embeddings."""
    T = tokens.shape[1]
    x = params["tok_emb"][tokens] + params["pos_emb"]
    for p in params["blocks"]:
        x = x + attention(norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
        hidden = norm(x, p["ln2_gamma"], p["ln2_beta"]) @ p["W1"] + p["b1"]
        x = x + hidden * (1 + torch.erf(hidden / math.sqrt(2))) / 2 @ p["W2"] + p["b2"]
    return norm(x, params["ln_gamma"], params["ln_beta"]) @ params["tok_emb"].T


def norm(x, gamma, beta):
    mean, var = x.mean(dim=-1, keepdim=True), x.var(dim=-1, keepdim=True, correction=0)
    return gamma * (x - mean) / torch.sqrt(var + 1e-5) + beta


def attention(x, p, n_heads):
    B, T, D = x.shape
    q, k, v = ((x @ p[name]).view(B, T, n_heads, -1).transpose(1, 2) for name in ("W_q", "W_k", "W_v"))
    scores = q @ k.transpose(-2, -1) / math.sqrt(D // n_heads)
    scores = scores.masked_fill(torch.ones(T, T, dtype=torch.bool).triu(1), -torch.inf)
    return (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D) @ p["W_o"]
