# mistake: queries_in_blocks
import math

import torch


def flash_attention(Q, K, V, block_size):
    """Attention over one block of keys at a time, with an online softmax."""
    T, d = Q.shape
    running_max = Q.new_full((T, 1), -torch.inf)
    running_sum = Q.new_zeros(T, 1)
    out = Q.new_zeros(T, d)
    for K_block, V_block in zip(K.chunk(block_size), V.chunk(block_size), strict=True):
        scores = Q @ K_block.T / math.sqrt(d)  # (T, block)
        new_max = torch.maximum(running_max, scores.amax(dim=1, keepdim=True))
        rescale = torch.exp(running_max - new_max)  # 0 for the first block, 1 where the maximum stays
        weights = torch.exp(scores - new_max)
        running_sum = rescale * running_sum + weights.sum(dim=1, keepdim=True)
        out = rescale * out + weights @ V_block
        running_max = new_max
    return out / running_sum
