"""The load-balancing loss: the share of tokens times the mean probability, summed over experts, times E.

argmax takes the first of equal logits, which is the rule for ties. bincount needs minlength, so that an expert without
a token still has its entry. The softmax of each token subtracts that token's own maximum.

O(n E) time and memory.
"""

import numpy as np


def load_balance_loss(logits):
    """E Σ f_e P_e of router logits (n, E)."""
    n, E = logits.shape
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    probs = exps / exps.sum(axis=1, keepdims=True)
    shares = np.bincount(logits.argmax(axis=1), minlength=E) / n  # (E,)
    return E * np.sum(shares * probs.mean(axis=0))


# What an interviewer asks next
#
# Through which factor does the gradient flow? Through P alone: f counts choices and is piecewise constant. So f acts
# as a fixed weight, and the gradient lowers the probability of those experts that are crowded now.
#
# Which values can it take? It is 1 for a router that gives every expert 1/E, and E if one expert gets all tokens with
# probability 1. The value 1 is not a strict minimum: if crowded experts win narrowly and others win clearly, the loss
# falls below it.
#
# How is it used with k experts per token? f_e then counts how often e is among the k chosen, divided by n or by n k,
# and P stays as it is. The loss of every layer is added to the training loss with a small factor, often 0.01. A larger
# one balances at the expense of the predictions.
#
# Over which tokens is it computed? Over those of one device's batch it is cheap, but forces every small batch to be
# even. Over the batches of all devices it needs f to be exchanged, and lets experts specialize on some sequences.
#
# What else keeps experts balanced? A bias per expert that only counts in the choice, and is raised for idle experts
# and lowered for crowded ones, needs no loss. Capacity limits drop what is too much. Noise on the logits lets other
# experts win now and then.
