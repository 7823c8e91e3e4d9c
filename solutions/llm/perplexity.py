"""Perplexity, in logarithms until the very last step.

The log-probability of a target is its shifted logit minus the logarithm of the row's sum of exponentials. The sum
is at least 1, since the row's own maximum was subtracted, so its logarithm is safe; and no probability is ever
formed, so none can underflow to 0. Only the targets' entries are needed once the sums are there.

O(T · V) time and memory.
"""

import numpy as np


def perplexity(logits, targets):
    """exp of the mean negative log-likelihood of ``targets`` (T,) under ``logits`` (T, V)."""
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    log_sums = np.log(np.sum(np.exp(shifted), axis=1))  # (T,)
    losses = log_sums - shifted[np.arange(len(targets)), targets]
    return np.exp(np.mean(losses))


# What an interviewer asks next
#
# What do the extremes mean? 1 is certainty that was right everywhere; V is a uniform guess; above V the model is
# worse than guessing, sure of the wrong things.
#
# Can two models with different tokenisers be compared by it? No: it is per token, and they count different tokens.
# Bits per character, the total loss over log 2 and the number of characters, does not depend on the cut.
#
# How is it computed for a text longer than the context? With windows that overlap, counting only the new tokens of
# each, so that every token has a long enough past.
