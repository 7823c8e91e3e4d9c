"""Paged attention: gather the sequence's blocks in the table's order, cut them to its length, and attend.

Indexing the pool with the table gives the sequence's blocks in order. Joined along their first axis they are one array
of positions, and a slice drops what lies beyond the length. It must be dropped before the products: a weight of 0
times NaN is NaN, so a mask on the scores is not enough.

O(length · H · d) time and memory.
"""

import numpy as np


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    """(H, d): each head's attention over the first ``length`` positions."""
    keys = np.concatenate(key_blocks[block_table])[:length]  # (length, H, d)
    values = np.concatenate(value_blocks[block_table])[:length]
    scores = np.einsum("hd,phd->hp", q, keys) / np.sqrt(q.shape[1])
    exps = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = exps / exps.sum(axis=1, keepdims=True)  # (H, length)
    return np.einsum("hp,phd->hd", weights, values)


# What an interviewer asks next
#
# What does paging solve? A contiguous cache must reserve the longest possible length for each request, because nobody
# knows how long its output will be, and most of it stays empty. With blocks, only the last block of a sequence is
# partly empty. The memory that is saved goes into larger batches, and these raise the throughput.
#
# How large should a block be? Small blocks waste less in the last block and make sharing finer. Large ones need
# shorter tables and read memory in longer runs. 16 tokens is a common choice.
#
# How can sequences share blocks? Requests with the same beginning, such as one system prompt or several samples of one
# prompt, list the same blocks in their tables. Each block has a count of its users. A sequence that must write into a
# shared block first gets its own copy of it (copy on write).
#
# Does a real kernel gather the blocks first? No, that would copy the cache in every step. It reads one block after
# another through the table and keeps a running maximum and sum per head, as FlashAttention does.
