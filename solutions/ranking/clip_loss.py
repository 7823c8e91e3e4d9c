"""CLIP's loss: cross-entropy along the rows and along the columns of one matrix of cosines.

The transpose turns columns into rows, so one helper serves both directions. Inside it, each row's own maximum is
subtracted. Subtracting it once for both directions would be wrong: what cancels along a row does not cancel along a
column.

O(n² d) time, O(n²) memory.
"""

import numpy as np


def clip_loss(images, texts, temperature=0.07):
    """The mean of the cross-entropies of matching images to texts and texts to images."""
    logits = unit_rows(images) @ unit_rows(texts).T / temperature  # (n, n), images in rows
    return (diagonal_cross_entropy(logits) + diagonal_cross_entropy(logits.T)) / 2


def unit_rows(x):
    """The rows of x at length 1."""
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def diagonal_cross_entropy(logits):
    """The mean cross-entropy of the rows, whose right answers are on the diagonal."""
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(shifted), axis=1)) - np.diag(shifted))


# What an interviewer asks next
#
# Why are both directions trained? Each one alone can be low while the other is not: if one text is as close to every
# image as to its own, its column is at chance, while all rows are right if each other image's own text is closer
# still. Both directions use the same matrix, so the second costs little.
#
# How is the temperature chosen? CLIP learns it, as the logarithm of its inverse, and bounds the inverse by 100 so
# that the logits do not grow without limit. Its start is 0.07.
#
# How is the loss computed over many GPUs? Each gathers the embeddings of all others and computes the rows and
# columns of its own pairs. Its block is (n / devices, n). Gradients must flow back through the gathered embeddings
# or be computed for the own pairs on each device.
#
# How does SigLIP differ? It uses a sigmoid for each pair: n² independent binary labels and no softmax. No row or
# column sums are needed, so blocks can be computed one after another, and small batches work better.
