"""Binary cross-entropy of probabilities that are clipped in float64.

Clipping p to [eps, 1 - eps] keeps both logarithms finite, but not in float32: there 1 - 1e-12 rounds to 1, and
log(1 - 1) is still -inf. In float64 the spacing below 1 is 1e-16, so the default eps survives.

O(n) time and memory.
"""

import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    """The mean of -(y log p + (1 - y) log(1 - p)), with p clipped to [eps, 1 - eps]."""
    p = np.clip(y_prob.astype(np.float64), eps, 1 - eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


# What an interviewer asks next
#
# Why is it better to start from logits? Logits of 40 and of 1000 both give p = 1.0, so the cost of a sure miss is lost,
# and its gradient with it. From logits, softplus gives both exactly; frameworks offer a loss "with logits".
#
# Where does the formula come from? It is the negative log-likelihood of Bernoulli labels. Its expectation is smallest
# when p is the true probability, so it rewards calibration, not only being on the right side of 1/2.
#
# Why not use the squared error for classes? Through a sigmoid its gradient vanishes where the model is confidently
# wrong, and the loss is not convex in the weights.
