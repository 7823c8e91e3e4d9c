# mistake: not_causal
import torch
import torch.nn.functional as F


def linear_attention(Q, K, V):
    q, k = F.elu(Q) + 1, F.elu(K) + 1
    weighted = q @ (k.T @ V)
    return weighted / (q @ k.sum(dim=0, keepdim=True).T)
