# kind: crashed
import math

import torch


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    """Multi-head attention of the tokens of x over those of the context."""

    def split(projected):  # (B, length, D) -> (B, heads, length, d_k)
        return projected.unflatten(-1, (n_heads, -1)).transpose(1, 2)

    q, k, v = split(x @ W_q), split(context @ W_k), split(context @ W_v)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B, heads, T, S)
    heads = scores.softmax(dim=-1) @ v
    return heads.transpose(1, 2).view(x.shape) @ W_o
