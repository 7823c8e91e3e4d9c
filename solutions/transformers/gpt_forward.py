"""A GPT's forward pass: embed, a stack of pre-norm blocks with causal attention, one more norm, and the tied head.

Each part is a small function, and the stream x passes through all of them: only sums reach it, so the norms are read
by the sublayers and never replace it. One mask for all blocks and heads. The head reuses the token embedding, so a
logit is the dot product of the last hidden vector with a token's embedding.

O(B · T · (layers · D · (T + D + F) + D · V)) time.
"""

import math

import numpy as np

_erf = np.vectorize(math.erf, otypes=[float])


def gpt_forward(tokens, params, n_heads):
    """Logits (B, T, V) for the token after each position."""
    T = tokens.shape[1]
    x = params["tok_emb"][tokens] + params["pos_emb"][:T]  # (B, T, D)
    future = np.arange(T) > np.arange(T)[:, None]  # (T, T), key after query
    for p in params["blocks"]:
        x = x + attention(layer_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads, future)
        hidden = gelu(layer_norm(x, p["ln2_gamma"], p["ln2_beta"]) @ p["W1"] + p["b1"])  # (B, T, F)
        x = x + hidden @ p["W2"] + p["b2"]
    return layer_norm(x, params["ln_gamma"], params["ln_beta"]) @ params["tok_emb"].T


def layer_norm(x, gamma, beta):
    """Each token to mean 0 and variance 1, then scaled and shifted."""
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta


def gelu(z):
    """z times the probability that a standard normal number is below z."""
    return z * (1 + _erf(z / math.sqrt(2))) / 2


def attention(x, p, n_heads, blocked):
    """Multi-head attention in heads of D / n_heads neighboring columns."""
    B, T, D = x.shape

    def split(projected):  # (B, T, D) -> (B, heads, T, d)
        return projected.reshape(B, T, n_heads, D // n_heads).swapaxes(1, 2)

    Q, K, V = split(x @ p["W_q"]), split(x @ p["W_k"]), split(x @ p["W_v"])
    scores = np.where(blocked, -np.inf, Q @ K.swapaxes(2, 3) / np.sqrt(Q.shape[3]))
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    heads = exps / exps.sum(axis=-1, keepdims=True) @ V
    return heads.swapaxes(1, 2).reshape(B, T, D) @ p["W_o"]


# What an interviewer asks next
#
# How do the logits become a training loss? Position t predicts token t + 1, so the logits at 0 to T − 2 are compared
# with the tokens at 1 to T − 1, by the mean cross-entropy. One pass gives T − 1 predictions per sequence, and the
# causal mask keeps each from seeing its target.
#
# How many parameters does it have? Each block has about 12 D² with F = 4 D, and the embeddings add (V + T_max) D. With
# 12 blocks, D = 768, V = 50257 and T_max = 1024 that is 85 million in the blocks and 39 million in the embeddings.
#
# What changes for generating text? Only the last position's logits are needed, and the keys and values of earlier
# tokens are cached, so each step computes a single row. Without a cache every step repeats the whole forward pass.
#
# What do newer models change in this architecture? They use RMS norm instead of layer norm, rotary position embeddings
# instead of learned ones, a gated feed-forward layer, fewer key and value heads than query heads, no biases, and often
# a head of its own instead of the tied one. The stack of pre-norm blocks is still the same.
