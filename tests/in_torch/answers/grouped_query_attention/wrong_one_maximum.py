# mistake: global_maximum
import math

import torch


def grouped_query_attention(Q, K, V):
    group = Q.shape[1] // K.shape[1]
    K, V = K.repeat_interleave(group, dim=1), V.repeat_interleave(group, dim=1)
    scores = Q @ K.transpose(-2, -1) / math.sqrt(Q.shape[-1])
    exps = torch.exp(scores - scores.max())
    return exps / exps.sum(dim=-1, keepdim=True) @ V
