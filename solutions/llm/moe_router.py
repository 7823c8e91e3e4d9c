"""Top-k routing: choose first, then take a softmax over what was chosen.

A stable sort of the negated scores orders them from the best down and keeps equal ones in index order. The first
column then holds each token's largest score, and that is what a safe softmax subtracts.

O(n E log E) time.
"""

import numpy as np


def moe_router(logits, k):
    """The k best experts of each token, best first, and the softmax over their scores."""
    indices = np.argsort(-logits, kind="stable")[:, :k]  # (n, k)
    chosen = logits[np.arange(len(logits))[:, None], indices]
    exps = np.exp(chosen - chosen[:, :1])  # the first is the largest
    return indices, exps / np.sum(exps, axis=1, keepdims=True)


# What an interviewer asks next
#
# Is a softmax over all experts, cut to k and rescaled, any different? Not in exact arithmetic: the common denominator
# cancels. Without the rescaling the weights sum to less than 1, and some models do just that.
#
# Why does it need an auxiliary loss? An expert that is chosen more often learns more, and is then chosen still more
# often. A term such as E Σ f_e p_e, with the share of tokens f_e and the mean probability p_e of each expert, lowers
# the probability of crowded experts. It is 1 for an even load and E if one expert gets everything with probability 1.
#
# What is a capacity factor? Each expert takes at most c · n · k / E tokens, so that the work has a fixed shape. Tokens
# beyond that are dropped and pass by on the residual path.
#
# How does the gradient reach the router? Through the weights alone: the choice itself has none. With k = 1 a softmax
# over the one chosen score is the constant 1, so there is no gradient at all. That is why top-1 routers weigh by the
# softmax over all experts.
