"""Cross-attention

A decoder reads what an encoder wrote: the queries come from one sequence, the keys and values from another.
Project both, cut the results into n_heads slices of d_k = D / n_heads columns (the first d_k columns are head
0, and so on), run scaled dot-product attention in each head,

    Q = x W_q,   K = context W_k,   V = context W_v
    head_h = softmax(Q_h K_hᵀ / √d_k) V_h

put the heads side by side again in order, and multiply by W_o.

x                   (B, T, D), asks
context             (B, S, D), is read; S need not be T
W_q, W_k, W_v, W_o  (D, D), used as x @ W
n_heads             an int that divides D
returns             (B, T, D)

    >>> x = np.array([[[2.0, 0.0]]])
    >>> context = np.array([[[2.0, 0.0], [0.0, 4.0]]])
    >>> eye = np.eye(2)
    >>> cross_attention(x, context, eye, eye, eye, eye, n_heads=2).round(3)
    array([[[1.964, 2.   ]]])

Edge cases: one head, and as many heads as columns; one token on either side; every token sees the whole
context; large scores give neither NaN nor a warning.
"""

import numpy as np


def cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    raise NotImplementedError
