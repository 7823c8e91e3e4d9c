"""The forward pass of a GPT

Put a whole decoder-only language model together. Each token becomes the
sum of its token embedding and its position embedding; the blocks transform
them; and the token embedding, transposed, turns the result into logits:

    x      = tok_emb[token] + pos_emb[position]     positions from 0
    x      = x + MHA(LN1(x))                        in each block, in order
    x      = x + FFN(LN2(x))
    logits = LN(x) tok_embᵀ

    LN(x)   = gamma · (x − mean) / √(var + 1e-5) + beta
    FFN(x)  = GELU(x W1 + b1) W2 + b2
    GELU(z) = z · Φ(z),  Φ the CDF of the standard normal distribution

The GELU is the exact one, to 1e-6, and not its tanh approximation.

LN works on the last axis, with the population variance. MHA is causal
multi-head attention without biases: project with x @ W_q, x @ W_k and
x @ W_v, cut each into n_heads slices of d = D / n_heads neighboring
columns, run softmax(Q_h K_hᵀ / √d) V_h in each head, where a token sees
itself and earlier ones only, put the heads side by side in order, and
multiply by W_o.

tokens   (B, T) integers, each in range(V)
params   a dict: tok_emb (V, D), pos_emb (T_max, D) with T <= T_max,
         ln_gamma, ln_beta (D,) for the last LN, and blocks, a list or tuple
         of at least one dict with the arrays
         W_q, W_k, W_v, W_o (D, D);
         ln1_gamma, ln1_beta, ln2_gamma, ln2_beta (D,);
         W1 (D, F), b1 (F,), W2 (F, D), b2 (D,)
n_heads  an int that divides D
returns  the logits (B, T, V); 1e-5 of the largest is near enough

    >>> one, nil, zero = np.ones(2), np.zeros(2), np.zeros((2, 2))
    >>> block = {"W_q": zero, "W_k": zero, "W_v": zero, "W_o": zero,
    ...          "ln1_gamma": one, "ln1_beta": nil, "ln2_gamma": one,
    ...          "ln2_beta": nil, "W1": zero, "b1": nil, "W2": zero,
    ...          "b2": np.array([2.0, 0.0])}
    >>> params = {"tok_emb": np.array([[1.0, 3.0], [2.0, 0.0]]),
    ...           "pos_emb": zero, "ln_gamma": one, "ln_beta": nil,
    ...           "blocks": [block, block]}
    >>> gpt_forward(np.array([[0, 1]]), params, n_heads=1).round(3)
    array([[[-2.,  2.],
            [-2.,  2.]]])

Each of the two blocks adds [2, 0] only. So x is [5, 3] and [6, 0], LN turns
both into [1, −1], and the products with the two token embeddings are −2
and 2.

Edge cases
- one block: the list may hold a single block
- short sequences: T may be less than T_max, and may be 1
- head counts: one head, and as many heads as columns
- parameter order: the dicts may hold their entries in any order
- small variances: the 1e-5 counts for them
- large scores: attention scores up to ±1e4, without NaN and without a
  warning; one token's scores may be far below another's
"""

import numpy as np


def gpt_forward(tokens, params, n_heads):
    raise NotImplementedError
