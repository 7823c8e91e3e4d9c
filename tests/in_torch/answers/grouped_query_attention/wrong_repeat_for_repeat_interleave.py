# mistake: dealt_in_turn
import math

import torch


def grouped_query_attention(Q, K, V):
    group = Q.shape[1] // K.shape[1]
    K, V = K.repeat(1, group, 1, 1), V.repeat(1, group, 1, 1)
    scores = Q @ K.transpose(-2, -1) / math.sqrt(Q.shape[-1])
    return torch.softmax(scores, dim=-1) @ V
