# mistake: reshaped_straight_to_heads
import math

import torch


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    H, d = q.shape
    keys = key_blocks[block_table].reshape(H, -1, d)[:, :length]
    values = value_blocks[block_table].reshape(H, -1, d)[:, :length]
    scores = (q[:, None] @ keys.transpose(1, 2)) / math.sqrt(d)
    return (torch.softmax(scores, dim=-1) @ values).squeeze(1)
