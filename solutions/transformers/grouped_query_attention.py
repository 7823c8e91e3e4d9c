"""Grouped-query attention: the query heads get an axis of groups, and broadcasting shares the keys.

Heads of one group are neighbors, so a reshape cuts the head axis into (Hkv, g). Keys and values get a group axis of
length one there, and the matrix product broadcasts over it. Nothing is copied. Repeating K and V g times gives the
same numbers, but it spends again the memory that the method saves.

O(B · Hq · T · S · d) time, O(B · Hq · T · S) memory for the scores.
"""

import numpy as np


def grouped_query_attention(Q, K, V):
    """Attention in which query head h reads the keys and values of head h // (Hq / Hkv)."""
    B, Hq, T, d = Q.shape
    Hkv = K.shape[1]
    grouped = Q.reshape(B, Hkv, Hq // Hkv, T, d)
    scores = grouped @ K[:, :, None].swapaxes(3, 4) / np.sqrt(d)  # (B, Hkv, g, T, S)
    exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    weights = exps / np.sum(exps, axis=-1, keepdims=True)
    return (weights @ V[:, :, None]).reshape(B, Hq, T, d)


# What an interviewer asks next
#
# What is saved? The cache: 2 · Hkv · d numbers per token and layer instead of 2 · Hq · d. The arithmetic of the
# scores stays the same, but decoding is bound by reading the cache, so it gets faster.
#
# What are the two extremes? Hkv = Hq is multi-head attention. Hkv = 1 is multi-query attention, which saves most and
# loses some quality. Groups of four to eight lose hardly any.
#
# How is a trained multi-head model turned into one? Average the key and the value projections within each group
# and train on for a few percent of the original steps.
