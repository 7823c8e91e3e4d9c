"""A pre-norm encoder block

Put the pieces together. A block has two sublayers; each reads a normalised copy of its input and adds its
result to the input itself:

    y   = x + MultiHeadAttention(LN1(x))
    out = y + FFN(LN2(y))

    LN(x)  = gamma · (x − mean) / √(var + 1e-5) + beta      over the last axis, population variance
    FFN(x) = max(0, x W1 + b1) W2 + b2

The attention is the multi-head self-attention of the exercise of that name, without a mask: projections
x @ W_q, x @ W_k and x @ W_v, cut into n_heads slices of d_k = D / n_heads columns, scores divided by √d_k,
the heads joined in order and multiplied by W_o.

x        (B, T, D)
params   a dict of arrays: W_q, W_k, W_v, W_o (D, D); ln1_gamma, ln1_beta, ln2_gamma, ln2_beta (D,);
         W1 (D, F), b1 (F,), W2 (F, D), b2 (D,)
n_heads  an int that divides D
returns  (B, T, D)

    >>> eye, one, nil = np.eye(2), np.ones(2), np.zeros(2)
    >>> params = dict(W_q=eye, W_k=eye, W_v=eye, W_o=eye, ln1_gamma=one, ln1_beta=nil,
    ...               ln2_gamma=one, ln2_beta=nil, W1=eye, b1=nil, W2=eye, b2=nil)
    >>> encoder_block(np.array([[[1.0, 3.0]]]), params, n_heads=1).round(3)
    array([[[0., 5.]]])

One token attends to itself alone: LN1(x) is [−1, 1], so y = [0, 4]; LN2(y) is [−1, 1] again, and the FFN
turns it into [0, 1].

Edge cases: a token whose features are all equal is no division by zero, thanks to the 1e-5; neither x nor
params is changed.
"""

import numpy as np


def encoder_block(x, params, n_heads):
    raise NotImplementedError
