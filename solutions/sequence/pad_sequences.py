"""Padding: one rectangle of tokens, and a mask that is made from the lengths.

The mask cannot be read off the padded array, because a token may equal the filling value. The lengths decide: position
t of row i is filled exactly if t >= length i, and one broadcast comparison says so for all rows at once.

O(n · L) time and memory, however short most of the sequences are.
"""

import numpy as np


def pad_sequences(sequences, value=0):
    """The padded tokens (n, L), and True where they were filled (n, L)."""
    lengths = np.array([len(sequence) for sequence in sequences])
    ids = np.full((len(sequences), lengths.max()), value)
    for i, sequence in enumerate(sequences):
        ids[i, : len(sequence)] = sequence
    blocked = np.arange(ids.shape[1]) >= lengths[:, None]  # (1, L) against (n, 1)
    return ids, blocked


# What an interviewer asks next
#
# How do you waste less on padding? Put sequences of similar length into the same batch: sort or bucket by length, then
# shuffle the batches. Or pack several short sequences into one row, with a mask that keeps them apart.
#
# Where must the mask be used? In the attention scores, where padding would take weight, in every mean or maximum over
# positions, and in the loss, whose mean must be over real tokens only.
#
# When do you pad on the left? When a batch of prompts is generated from: all rows then end at the same position, so the
# next token is at the same index in each. Position ids must then count from each row's first real token.
