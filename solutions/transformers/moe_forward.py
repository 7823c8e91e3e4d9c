"""A mixture of experts: choose, weigh, and let each expert work on the tokens that chose it.

A stable sort of the negated logits puts the best experts first and equal ones in index order. The loop runs over the
experts, not over the tokens: each expert gathers its tokens, computes them in two products, and adds its weighted
output at their rows. A token meets an expert at most once, so += with an index array loses nothing.

O(n k D F) time for the experts, as if the layer had k of them.
"""

import numpy as np


def moe_forward(x, W_router, W1, W2, k):
    """(n, D): for every token, the weighted outputs of its k best experts."""
    logits = x @ W_router  # (n, E)
    chosen = np.argsort(-logits, kind="stable")[:, :k]
    best = logits[np.arange(len(x))[:, None], chosen]  # (n, k), the best first
    exps = np.exp(best - best[:, :1])
    weights = exps / exps.sum(axis=1, keepdims=True)
    out = np.zeros(x.shape)
    for e in range(len(W1)):
        tokens, ranks = np.nonzero(chosen == e)
        hidden = np.maximum(0, x[tokens] @ W1[e])  # (tokens of e, F)
        out[tokens] += weights[tokens, ranks][:, None] * (hidden @ W2[e])
    return out


# What an interviewer asks next
#
# How do parameters and computation compare with a dense layer? The layer holds E times the weights of one expert, and a
# token passes through k of them. With 8 experts and k = 2 it stores 8 feed-forward layers and computes 2 per token.
#
# How are the tokens dispatched on real hardware? The pairs of token and expert are sorted by expert, so that each
# expert's tokens lie together, and one grouped product computes them all. With the experts on different devices, an
# all-to-all exchange sends each token to its experts and the results back. That exchange is often the bottleneck.
#
# Why is such a model awkward to serve? All experts must be in memory, although a token uses few of them. One sequence
# reads only k experts per layer and step, but a batch of many tokens reads nearly all, so a medium batch pays for the
# weights of a large model and uses little of its arithmetic.
#
# Why do newer models use many small experts, and a shared one? With the same cost per token, 8 experts of a quarter of
# the size can be chosen from 256 in far more ways than 2 large ones from 8. An expert that every token passes through
# takes what all need, so the others do not each have to learn it.
