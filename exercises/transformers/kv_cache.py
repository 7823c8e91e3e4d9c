"""Attention with a key-value cache

A language model generates one token after another, and each new token attends to all tokens so far. The keys
and values of the old ones never change, so they are computed once and kept. Write causal multi-head
self-attention that is fed one token at a time:

    q, k, v = x W_q, x W_k, x W_v               of the new token alone
    head_h  = softmax(q_h K_hᵀ / √d_k) V_h      K, V: those of all tokens so far, the new one included
    out     = [head_0 | head_1 | ...] W_o

W_q, W_k, W_v, W_o  (D, D), used as x @ W
n_heads             divides D; head 0 is the first d_k = D / n_heads columns, and so on
.step(x)            x (B, D), the next token of each of B sequences; returns (B, D)

    >>> eye = np.eye(1)
    >>> cached = CachedAttention(eye, eye, eye, eye, n_heads=1)
    >>> cached.step(np.array([[0.0]]))
    array([[0.]])
    >>> cached.step(np.array([[np.log(3.0)]])).round(4)
    array([[0.8457]])

The answers are those of causal multi-head attention over the whole sequence, a row at a time.

Edge cases: there is no maximum length; old keys and values must not be computed again (a late step's cost is
measured); the caller may overwrite x after the call; an answer once returned never changes; several caches
live side by side; large scores give neither NaN nor a warning.
"""

import numpy as np


class CachedAttention:
    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        raise NotImplementedError

    def step(self, x):
        raise NotImplementedError
