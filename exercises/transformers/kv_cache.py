"""Attention with a key-value cache

A language model generates one token after another, and each new token
attends to all tokens so far. The keys and values of the old ones never
change, so they are computed once and kept. Write causal multi-head
self-attention that takes one token at a time:

    q, k, v = x W_q, x W_k, x W_v            of the new token alone
    head_h  = softmax(q_h K_hᵀ / √d_k) V_h
    out     = [head_0 | head_1 | ...] W_o

K and V hold the keys and values of all tokens so far, the new one
included. The results are those of causal multi-head attention over the
whole sequence, one row at a time.

W_q, W_k, W_v, W_o  (D, D), used as x @ W
n_heads             an int that divides D; head 0 is the first
                    d_k = D / n_heads columns, and so on
.step(x)            x (B, D), the next token of each of B sequences; B is
                    the same in every step; returns (B, D)

    >>> eye = np.eye(1)
    >>> cached = CachedAttention(eye, eye, eye, eye, n_heads=1)
    >>> cached.step(np.array([[0.0]]))
    array([[0.]])
    >>> cached.step(np.array([[np.log(3.0)]])).round(4)
    array([[0.8457]])

Edge cases
- head counts: one head, and as many heads as columns
- reused buffer: the caller may overwrite x after the call, but not the
  weights
- kept answers: a result that you returned does not change later
- several caches: each instance has its own tokens
- large scores: up to ±1e4, without NaN and without a warning; scores of
  one head or sequence may be far below another's
- long sequences: 10,000 tokens and more, without a maximum length
- no recomputation: keys and values are computed once, so no old token is
  multiplied by W_k or W_v again
"""

import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        raise NotImplementedError

    def step(self, x):
        raise NotImplementedError
