"""Focal loss from the signed logit s: positive where the sample is on its right side.

p_t = sigmoid(s), so -log p_t = softplus(-s) and -log(1 - p_t) = softplus(s), and neither overflows nor reaches the
logarithm of 0. The modulating factor is exp(-gamma * softplus(s)), which for gamma = 0 is 1 whatever s is.

O(n) time and memory.
"""

import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    """The mean of -a_t * (1 - p_t)^gamma * log p_t over (n,) logits and labels."""
    signed = np.where(y_true == 1, logits, -logits)
    weights = np.where(y_true == 1, alpha, 1 - alpha)
    cost = np.logaddexp(0.0, -signed)  # -log p_t
    modulation = np.exp(-gamma * np.logaddexp(0.0, signed))  # (1 - p_t)^gamma
    return np.mean(weights * modulation * cost)


# What an interviewer asks next
#
# What does gamma do? It turns down what is already right. With gamma = 2, a sample with p_t = 0.9 counts 100 times less
# than in the cross-entropy, and one with p_t = 0.1 keeps 81 % of its loss.
#
# Why is alpha below 1/2, although positives are rare? Gamma turns the easy negatives down so far that the positives
# dominate already. The two are chosen together: with gamma = 0, the best alpha is above 1/2.
#
# Why does RetinaNet start the last bias at -log((1 - π) / π)? Then every anchor starts with p = π = 0.01. With p = 0.5,
# the many negatives would dominate the first steps and could make training diverge.
#
# Which sum is it divided by in detection? By the number of positives, not of all anchors: nearly all anchors are easy
# negatives, whose loss is almost 0, so their number says little about the size of the task.
