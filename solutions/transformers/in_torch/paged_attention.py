import math

import torch


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    """Attention of one token over the first `length` positions of a paged cache."""
    # Slice before any product: a weight of 0 times nan is nan, so masking the scores is not enough.
    keys = key_blocks[block_table].flatten(0, 1)[:length]  # (length, H, d)
    values = value_blocks[block_table].flatten(0, 1)[:length]
    scores = torch.einsum("hd,phd->hp", q, keys) / math.sqrt(q.shape[-1])
    return torch.einsum("hp,phd->hd", scores.softmax(dim=-1), values)
