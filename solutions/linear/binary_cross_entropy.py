"""Binary cross-entropy with each logarithm kept from zero by itself.

Clipping p to [eps, 1 - eps] and then taking log(p) and log(1 - p) works in float64, but in float32 1 - 1e-12
rounds to 1, and log(1 - 1) is -inf all the same. Raising p and 1 - p to eps separately has the same effect,
and a number as small as 1e-12 next to 0 is no trouble in either precision.

O(n) time and memory.
"""

import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    """The mean of -(y log p + (1 - y) log(1 - p)), with p and 1 - p no smaller than eps."""
    log_p = np.log(np.maximum(y_prob, eps))
    log_q = np.log(np.maximum(1 - y_prob, eps))
    return -np.mean(y_true * log_p + (1 - y_true) * log_q)


# What an interviewer asks next
#
# Why not compute it from probabilities at all? A logit of 1000 and one of 40 both give p = 1.0, so the price
# of a sure miss is lost and its gradient with it. From logits, softplus gives both exactly; frameworks offer
# "with logits".
#
# Where does the formula come from? It is the negative log-likelihood of Bernoulli labels. Its expectation is
# smallest when p is the true probability, so it rewards calibration, not only the right side of 1/2.
#
# Why not use the squared error for classes? Through a sigmoid its gradient vanishes where the model is
# confidently wrong, and the loss is not convex in the weights.
