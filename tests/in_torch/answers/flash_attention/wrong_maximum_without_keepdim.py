# kind: crashed
import math

import torch


def flash_attention(Q, K, V, block_size):
    """Attention over one block of keys at a time, with an online softmax."""
    T, d = Q.shape
    Q = Q / math.sqrt(d)
    running_max = Q.new_full((T, 1), -torch.inf)
    running_sum = Q.new_zeros(T, 1)
    out = Q.new_zeros(T, d)
    for start in range(0, T, block_size):
        block = slice(start, start + block_size)
        scores = Q @ K[block].T  # (T, block)
        new_max = torch.maximum(running_max, scores.amax(dim=1))
        rescale = torch.exp(running_max - new_max)  # 0 for the first block
        weights = scores.sub_(new_max).exp_()  # in place: scores is ours, and it is the largest tensor
        running_sum = rescale * running_sum + weights.sum(dim=1, keepdim=True)
        out = rescale * out + weights @ V[block]
        running_max = new_max
    return out / running_sum
