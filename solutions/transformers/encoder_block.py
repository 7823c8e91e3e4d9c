"""A pre-norm encoder block: normalize, transform, add to the input, twice.

The residual stream itself is never normalized: each sublayer reads a normalized copy and adds a correction. So the
identity runs from the first block to the last, and so does the gradient, which is why pre-norm trains deep stacks
without a warm-up. The second norm reads y, the stream after the attention, and has its own gamma and beta.

O(B · T · D · (T + D + F)) time.
"""

import numpy as np


def encoder_block(x, params, n_heads):
    """x + MHA(LN1(x)), and on top of that + FFN(LN2(...))."""
    p = params
    normed = layer_norm(x, p["ln1_gamma"], p["ln1_beta"])
    y = x + multi_head_attention(normed, p["W_q"], p["W_k"], p["W_v"], p["W_o"], n_heads)
    normed = layer_norm(y, p["ln2_gamma"], p["ln2_beta"])
    hidden = np.maximum(0, normed @ p["W1"] + p["b1"])  # (B, T, F)
    return y + hidden @ p["W2"] + p["b2"]


def layer_norm(x, gamma, beta):
    """Each token to mean 0 and variance 1, then scaled and shifted."""
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta


def multi_head_attention(x, W_q, W_k, W_v, W_o, n_heads):
    """Self-attention in heads of D / n_heads columns."""
    B, T, D = x.shape

    def split(projected):  # (B, T, D) -> (B, heads, T, d_k)
        return projected.reshape(B, T, n_heads, D // n_heads).swapaxes(1, 2)

    Q, K, V = split(x @ W_q), split(x @ W_k), split(x @ W_v)
    scores = Q @ K.swapaxes(2, 3) / np.sqrt(Q.shape[-1])  # (B, heads, T, T)
    exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    heads = exps / np.sum(exps, axis=-1, keepdims=True) @ V
    return heads.swapaxes(1, 2).reshape(B, T, D) @ W_o


# What an interviewer asks next
#
# Pre-norm or post-norm? The original transformer normalized after the addition, LN(x + f(x)). Then every layer
# rescales the residual path, gradients near the output are large at the start, and training needs a warm-up.
# Pre-norm leaves the path alone. The price is a stream that grows with depth, so one more norm follows the last
# block.
#
# Why layer norm and not batch norm? Its statistics come from one token. They do not depend on the batch, on
# padding or on the other positions, and training and inference do the same.
#
# Where does dropout go? On each sublayer's result, before it is added, and often on the attention weights.
#
# What would make this a decoder block? A causal mask in the attention and, if there is an encoder to read
# from, a cross-attention sublayer between the two.
#
# How many parameters does it have? With F = 4 D about 12 D²: 4 D² in the attention and 8 D² in the feed-forward
# layer.
