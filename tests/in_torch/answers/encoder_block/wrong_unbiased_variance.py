# mistake: sample_variance
import math

import torch


def encoder_block(x, params, n_heads):
    """A pre-norm block: each sublayer adds to the input that it normalizes."""
    p = params
    x = x + attention(layer_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    hidden = layer_norm(x, p["ln2_gamma"], p["ln2_beta"]) @ p["W1"] + p["b1"]
    return x + hidden.relu() @ p["W2"] + p["b2"]


def layer_norm(x, gamma, beta, eps=1e-5):
    var, mean = torch.var_mean(x, dim=-1, keepdim=True)
    return gamma * (x - mean) * torch.rsqrt(var + eps) + beta


def attention(x, p, n_heads):
    q, k, v = ((x @ p[name]).unflatten(-1, (n_heads, -1)).transpose(1, 2) for name in ("W_q", "W_k", "W_v"))
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    heads = scores.softmax(dim=-1) @ v  # (B, heads, T, d_k)
    return heads.transpose(1, 2).flatten(-2) @ p["W_o"]
