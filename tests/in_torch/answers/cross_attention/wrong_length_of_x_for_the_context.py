# kind: crashed
import math

import torch


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    B, T, D = x.shape
    q = (x @ W_q).view(B, T, n_heads, -1).transpose(1, 2)
    k = (context @ W_k).view(B, T, n_heads, -1).transpose(1, 2)
    v = (context @ W_v).view(B, T, n_heads, -1).transpose(1, 2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(D // n_heads)
    heads = torch.softmax(scores, dim=-1) @ v
    return heads.transpose(1, 2).reshape(B, T, D) @ W_o
