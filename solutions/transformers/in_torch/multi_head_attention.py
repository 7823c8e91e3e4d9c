import math

import torch


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    """Self-attention in n_heads slices of the features."""
    B, T, D = x.shape
    if n_heads < 1 or D % n_heads:
        raise ValueError("n_heads must divide the number of features")
    q, k, v = ((x @ W).view(B, T, n_heads, -1).transpose(1, 2) for W in (W_q, W_k, W_v))
    scores = q @ k.transpose(-2, -1) / math.sqrt(D // n_heads)
    if mask is not None:
        scores = scores.masked_fill(mask.bool(), -torch.inf)
    heads = scores.softmax(dim=-1) @ v
    return heads.transpose(1, 2).reshape(B, T, D) @ W_o
