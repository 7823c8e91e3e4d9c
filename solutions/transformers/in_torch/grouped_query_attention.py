import math

import torch


def grouped_query_attention(Q, K, V):
    """Attention in which groups of query heads share a head of keys and values."""
    q = Q.unflatten(1, (K.shape[1], -1))  # (B, Hkv, group, T, d)
    # An axis of size 1 broadcasts over the group without a copy. repeat_interleave would copy; repeat would also
    # pair the wrong heads.
    k, v = K.unsqueeze(2), V.unsqueeze(2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(Q.shape[-1])
    return (torch.softmax(scores, dim=-1) @ v).flatten(1, 2)
