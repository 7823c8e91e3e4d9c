"""Vector quantization: an argmin over distances, a lookup, and a mean squared error.

The differences are formed before they are squared, so that nothing cancels. np.argmin takes the first of equal values.
In a framework with gradients the two terms of the loss stop the gradient on different sides. Their values are the same,
so together they are 1.25 times one of them.

O(n · K · d) time and memory.
"""

import numpy as np


def vq_quantize(z, codebook):
    """Indices (n,) of the nearest codes, these codes (n, d), and the codebook plus commitment loss."""
    distances = np.linalg.norm(z[:, None] - codebook, axis=2)  # (n, K)
    indices = distances.argmin(axis=1)
    quantized = codebook[indices]
    return indices, quantized, 1.25 * np.mean((z - quantized) ** 2)


# What an interviewer asks next
#
# How does a gradient reach the encoder through the argmin? By the straight-through estimator: the decoder gets
# z + stop_gradient(quantized - z), which has the value of quantized, and its gradient is copied to z as it is.
#
# What do the two terms of the loss do? ‖stop_gradient(z) - quantized‖² moves the codes toward the vectors they stand
# for. 0.25 · ‖z - stop_gradient(quantized)‖² holds the encoder near its codes, so that they do not jump between codes.
#
# What is codebook collapse, and what helps? Only a few codes are used, and the others are never nearest and get no
# gradient. Restarting dead codes at encoded vectors, moving averages for the codes, and fewer dimensions per code help.
#
# How are the codes updated without a codebook loss? Each is the moving average of the vectors that choose it: running
# counts and running sums, as in an online k-means.
