"""Cross-entropy from probabilities, kept finite by a floor under the logarithm.

A model that gives a true class probability 0 has an infinite loss, and 0 * log(0) is NaN even where the
class is not the true one. A floor of 1e-8 bounds the loss of a class at -log(1e-8), about 18.4, and changes no
other loss noticeably. The sum over the batch, rather than the mean, is what the gradient p - y
belongs to.

O(n C) time and memory.
"""

import numpy as np

FLOOR = 1e-8


def cross_entropy(y_true, y_pred):
    """Sum over samples and classes of -y_true * log(y_pred), for (n, C) targets and probabilities."""
    return -np.sum(y_true * np.log(np.maximum(y_pred, FLOOR)))


# What an interviewer asks next
#
# Sum or mean? The mean keeps the scale of the loss and of its gradient the same for every batch size, and is
# what libraries report. Whichever you take, the gradient must be divided in the same way.
#
# Why is this the right loss for a classifier? It is the negative log-likelihood of the labels; up to the
# targets' own entropy it is KL(y_true, y_pred), so it is smallest where the two distributions are equal.
#
# Why do libraries want logits instead? From logits, log-probabilities are exact even where the probability itself
# underflows to 0. The floor here only hides that loss.
