# mistake: masked_scores_alone
import math

import torch


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    keys = key_blocks[block_table].flatten(0, 1)
    values = value_blocks[block_table].flatten(0, 1)
    scores = torch.einsum("hd,phd->hp", q, keys) / math.sqrt(q.shape[1])
    beyond = torch.arange(len(keys)) >= length
    weights = torch.softmax(scores.masked_fill(beyond, -torch.inf), dim=1)
    return torch.einsum("hp,phd->hd", weights, values)
