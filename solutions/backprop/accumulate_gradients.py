"""Gradient accumulation: a weighted mean of the parts' gradients, each with its share of the rows.

A part's gradient is a mean over its m rows, so m times it is the sum over these rows. Add up the sums and divide by n:
each part has the weight m / n. The plain mean of the parts' gradients is the same only if all parts are equally large.

O(n / size) calls of grad; memory for the activations of `size` rows.
"""

import numpy as np


def accumulate_gradients(grad, X, y, size):
    """The gradient (d,) of the mean loss over all rows, from parts of at most ``size`` rows."""
    total = np.zeros(X.shape[1])
    for start in range(0, len(X), size):
        X_part, y_part = X[start : start + size], y[start : start + size]
        total += len(X_part) * grad(X_part, y_part)
    return total / len(X)


# What an interviewer asks next
#
# What does it save, and what does it cost? It saves the activations of all but one part. The arithmetic is the same,
# but small parts use the hardware less well. There is one optimizer step per batch, as before.
#
# How is it written in PyTorch? Divide the loss of each part by the number of parts, if they are equally large, and call
# backward: it adds to .grad. Only after the last part take the step and set the gradients to zero.
#
# What changes when several GPUs share the batch? Each accumulates its own parts. The gradients are averaged over the
# GPUs only once, after the last part. Averaging after each part is right too, but it sends as much data every time.
#
# Does accumulation help against noisy gradients? As much as the larger batch that it stands for: the variance falls as
# 1 / n. Taking a step after each part with a smaller learning rate is often as good.
