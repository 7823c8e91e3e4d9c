# mistake: mask_times_infinity
import math
import torch


def attention(Q, K, V, mask=None):
    scores = Q @ K.transpose(-2, -1) / math.sqrt(Q.shape[-1])
    if mask is not None:
        scores = scores + mask * float("-inf")
    return torch.softmax(scores, dim=-1) @ V
