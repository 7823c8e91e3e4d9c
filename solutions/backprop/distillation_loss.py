"""Distillation: the KL divergence of softened distributions, from log-probabilities on both sides.

A probability that underflows to 0 has a finite log-probability, so p · (log p - log q) is 0 there without a special
case, and a class that the student finds impossible costs what it should. The factor T² makes up for the gradient, which
shrinks as 1 / T².

O(n C) time and memory.
"""

import numpy as np


def distillation_loss(student, teacher, temperature=2.0):
    """T² times the mean over the batch of KL(teacher, student) at temperature T; logits are (n, C)."""
    log_p = _log_softmax(teacher / temperature)
    log_q = _log_softmax(student / temperature)
    divergences = np.sum(np.exp(log_p) * (log_p - log_q), axis=1)  # (n,)
    return temperature**2 * np.mean(divergences)


def _log_softmax(logits):
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))


# What an interviewer asks next
#
# Why the factor T²? The gradient with respect to the student's logits is (q - p) / T, and for a large T the difference
# q - p itself shrinks as 1 / T. With T² the gradient keeps its size, so T and the weight of a second loss on the labels
# can be chosen one by one.
#
# What does the student learn that labels do not tell? How likely the teacher finds each wrong class: a 7 that looks
# like a 1 gets some probability for 1. At T = 1 these probabilities are often too small to matter.
#
# Why KL(teacher, student) and not the reverse? It makes the student cover all that the teacher finds likely, and its
# gradient is that of the cross-entropy with soft labels. The reverse makes a small student choose one mode of the
# teacher, which some prefer for language models.
#
# Does a gradient flow into the teacher? No: its logits are constants, computed without gradients. They can even be
# computed once and stored.
