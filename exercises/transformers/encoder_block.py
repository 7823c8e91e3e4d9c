"""A pre-norm encoder block

Combine attention, normalization and the feed-forward layer. A block has two
sublayers. Each reads a normalized copy of its input and adds its result to
the input itself:

    y   = x + MHA(LN1(x))
    out = y + FFN(LN2(y))

    LN(x)  = gamma · (x − mean) / √(var + 1e-5) + beta
    FFN(x) = max(0, x W1 + b1) W2 + b2

LN works on the last axis, with the population variance. MHA is multi-head
self-attention without a mask: project with x @ W_q, x @ W_k and x @ W_v,
cut each into n_heads slices of d_k = D / n_heads columns, run
softmax(Q_h K_hᵀ / √d_k) V_h in each head, put the heads side by side in
order, and multiply by W_o.

x        (B, T, D)
params   a dict of arrays: W_q, W_k, W_v, W_o (D, D);
         ln1_gamma, ln1_beta, ln2_gamma, ln2_beta (D,);
         W1 (D, F), b1 (F,), W2 (F, D), b2 (D,)
n_heads  an int that divides D
returns  an array (B, T, D)

    >>> eye, one, nil = np.eye(2), np.ones(2), np.zeros(2)
    >>> params = {"W_q": eye, "W_k": eye, "W_v": eye, "W_o": eye,
    ...           "ln1_gamma": one, "ln1_beta": nil, "ln2_gamma": one,
    ...           "ln2_beta": nil, "W1": eye, "b1": nil, "W2": eye, "b2": nil}
    >>> encoder_block(np.array([[[1.0, 3.0]]]), params, n_heads=1).round(3)
    array([[[0., 5.]]])

One token attends to itself alone: LN1(x) is [−1, 1], so y = [0, 4]. LN2(y)
is [−1, 1] again, and the FFN turns it into [0, 1].

Edge cases
- head counts: one head, and as many heads as columns
- one token: T = 1
- parameter order: the dict may hold its entries in any order
- small variances: the 1e-5 counts for them, and a token whose features are
  all equal causes no division by zero
- large scores: attention scores up to ±1e4, without NaN and without a
  warning; one token's scores may be far below another's
"""

import numpy as np


def encoder_block(x, params, n_heads):
    raise NotImplementedError
