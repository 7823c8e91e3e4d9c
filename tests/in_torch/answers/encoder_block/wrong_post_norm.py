# mistake: post_norm
import math

import torch


def encoder_block(x, params, n_heads):
    p = params
    x = layer_norm(x + attention(x, p, n_heads), p["ln1_gamma"], p["ln1_beta"])
    hidden = torch.relu(x @ p["W1"] + p["b1"])
    return layer_norm(x + hidden @ p["W2"] + p["b2"], p["ln2_gamma"], p["ln2_beta"])


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta


def attention(x, p, n_heads):
    B, T, D = x.shape
    q, k, v = ((x @ p[name]).view(B, T, n_heads, -1).transpose(1, 2) for name in ("W_q", "W_k", "W_v"))
    scores = q @ k.transpose(-2, -1) / math.sqrt(D // n_heads)
    heads = scores.softmax(dim=-1) @ v
    return heads.transpose(1, 2).reshape(B, T, D) @ p["W_o"]
