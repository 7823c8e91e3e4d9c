"""Perplexity, in logarithms until the very last step.

The log-probability of a target is its shifted logit minus the logarithm of the row's sum of exponentials. The sum
is at least 1, since the row's own maximum was subtracted, so its logarithm is safe. No probability is ever computed,
so none can underflow to 0. Once the sums are there, only the targets' entries are needed.

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
# What do the extremes mean? 1 means certain and right everywhere. V is a uniform guess. Above V the model is worse
# than guessing: it is sure of the wrong tokens.
#
# Can you compare two models with different tokenizers by it? No: it is per token, and they count different tokens.
# Bits per character, the total loss divided by log 2 and by the number of characters, does not depend on the cut.
#
# How is it computed for a text longer than the context? With overlapping windows, counting only the new tokens of
# each, so that every token has enough context.
