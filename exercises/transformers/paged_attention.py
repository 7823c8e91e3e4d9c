"""Attention over a paged cache

A server keeps the keys and values of many sequences in one pool of blocks of
equal size. A sequence's blocks may lie anywhere in the pool; its block table
lists them in order. So position p of the sequence is in the block with the
index block_table[p // block], at place p % block of it.

Compute attention for one new token: in each head, the query attends to the
sequence's first `length` positions, softmax(q · k_p / √d) over the positions
p < length, and the output is the weighted sum of their values.

q             (H, d), the token's query in each of H heads
key_blocks    (n_blocks, block, H, d)
value_blocks  (n_blocks, block, H, d)
block_table   (m,) integers: distinct indices of blocks in the pool
length        an int, 1 <= length <= m * block
returns       an array (H, d)

    >>> q = np.zeros((1, 1))
    >>> values = np.array([[1.0, 2.0], [8.0, 9.0], [3.0, 7.0]])
    >>> pool = values.reshape(3, 2, 1, 1)
    >>> paged_attention(q, 0 * pool, pool, np.array([2, 0]), 3).round(4)
    array([[3.6667]])

The first two positions are in block 2, with the values 3 and 7, and the
third is the first of block 0, with the value 1. All weights are 1/3.

Edge cases
- partial blocks: length need not fill its last block, and the table may list
  further blocks that length does not reach
- one position: length = 1
- blocks of one: block = 1
- unused places: whatever lies beyond the first `length` positions, also in
  blocks of other sequences, may be NaN and must not change the result
- large scores: up to ±1e4, without NaN and without a warning; one head's
  scores may be far below another's
"""

import numpy as np


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    raise NotImplementedError
