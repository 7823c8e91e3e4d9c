"""Multi-head attention

Let every token attend to every other one in several heads at once.
Project x to queries, keys and values and cut each into n_heads slices of
d_k = D / n_heads columns. The first d_k columns are head 0, the next d_k
are head 1, and so on. Run scaled dot-product attention in each head,

    head_h = softmax(Q_h K_hᵀ / √d_k) V_h

then put the heads side by side again in order, and multiply by W_o.

x                   (B, T, D)
W_q, W_k, W_v, W_o  (D, D), used as x @ W
n_heads             an int of at least 1
mask                None, or (T, T): True (or 1) where the row's token may
                    NOT look at the column's
returns             an array (B, T, D)

    >>> x = np.array([[[2.0, 0.0], [0.0, 2.0]]])
    >>> eye = np.eye(2)
    >>> multi_head_attention(x, eye, eye, eye, eye, n_heads=2).round(3)
    array([[[1.964, 1.   ],
            [1.   , 1.964]]])
    >>> mask = np.array([[False, True], [False, False]])
    >>> multi_head_attention(x, eye, eye, eye, eye, 2, mask).round(3)
    array([[[2.   , 0.   ],
            [1.   , 1.964]]])

Every token may look at one token or more: no row of the mask is all True.

Edge cases
- head counts: one head, and as many heads as columns
- one token: T = 1, and the result is still (B, 1, D)
- masks of numbers: zeros and ones, as ints or as floats
- large scores: up to ±1e4, blocked ones too, without NaN and without a
  warning; one token's scores may be far below another's
- bad head counts: raise ValueError if n_heads does not divide D
"""

import numpy as np


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    raise NotImplementedError
