"""Cached attention: one new query, one new key and value, and everything old is only read.

A token's key and value depend on that token alone, and causality means that no later token changes an earlier answer.
So a step projects one token, appends its key and value, and attends with a single query. The query is not kept, since
no later step needs it. No mask is needed: the future is not in the cache yet. The cache holds the projections, which
are new arrays, so the caller may do with x what it likes.

O(B · (D² + t · D)) time for step t, against O(B · (t · D² + t² · D)) if everything is computed again; O(B · t · D)
memory.
"""

import numpy as np


class CachedAttention:
    """Causal multi-head self-attention, one token of each sequence at a time."""

    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.W_q, self.W_k, self.W_v, self.W_o = W_q, W_k, W_v, W_o
        self.n_heads = n_heads
        self.K = self.V = None  # (B, heads, t, d_k) once there is a token

    def step(self, x):
        """The answers (B, D) for the next tokens x (B, D)."""
        q, k, v = (self._split(x @ W) for W in (self.W_q, self.W_k, self.W_v))
        if self.K is None:
            self.K, self.V = k, v
        else:
            self.K = np.concatenate((self.K, k), axis=2)
            self.V = np.concatenate((self.V, v), axis=2)
        scores = q @ self.K.swapaxes(2, 3) / np.sqrt(q.shape[3])  # (B, heads, 1, t)
        exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
        heads = exps / np.sum(exps, axis=-1, keepdims=True) @ self.V  # (B, heads, 1, d_k)
        return heads.reshape(x.shape) @ self.W_o

    def _split(self, projected):
        """(B, D) -> (B, heads, 1, d_k): one token's columns, cut into heads."""
        B, D = projected.shape
        return projected.reshape(B, self.n_heads, 1, D // self.n_heads)


# What an interviewer asks next
#
# Concatenating copies the cache in every step. Does it matter? The attention reads the whole cache anyway, so the
# order of growth stays the same. A buffer that doubles when it is full copies each entry only a constant number of
# times on average, and serving systems allocate pages, so that nothing is ever copied.
#
# How large is the cache? 2 · layers · tokens · n_heads · d_k numbers per sequence. In long contexts or large batches
# it can outgrow the weights, which is why grouped-query attention, quantized caches and sliding windows exist.
#
# Why is generating slow although a step is cheap? It is bound by memory: all weights and the whole cache are
# read to produce one token. In a larger batch the weights are read once for all sequences, but each cache is still
# read.
#
# What about the prompt? Its tokens are all known, so they are processed at once, with a causal mask, and their
# keys and values fill the cache (prefill). Only then does the step-by-step part begin (decode).
