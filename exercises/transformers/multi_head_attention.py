"""Multi-head attention

Let every token attend to every other one in several heads at once. Project x to queries, keys and values,
cut each into n_heads slices of d_k = D / n_heads columns (the first d_k columns are head 0, and so on), run
scaled dot-product attention in each head,

    head_h = softmax(Q_h K_hᵀ / √d_k) V_h

put the heads side by side again in order, and multiply by W_o.

x                   (B, T, D)
W_q, W_k, W_v, W_o  (D, D), used as x @ W
n_heads             an int; raise ValueError if it does not divide D
mask                None, or (T, T): True (or 1) where the row's token may NOT look at the column's
returns             (B, T, D)

    >>> x = np.array([[[2.0, 0.0], [0.0, 2.0]]])
    >>> eye = np.eye(2)
    >>> multi_head_attention(x, eye, eye, eye, eye, n_heads=2).round(3)
    array([[[1.964, 1.   ],
            [1.   , 1.964]]])
    >>> multi_head_attention(x, eye, eye, eye, eye, n_heads=2, mask=np.array([[0, 1], [0, 0]])).round(3)
    array([[[2.   , 0.   ],
            [1.   , 1.964]]])

Edge cases: one head, and as many heads as columns; a batch or a sequence of one; large scores give neither
NaN nor a warning.
"""

import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    raise NotImplementedError
