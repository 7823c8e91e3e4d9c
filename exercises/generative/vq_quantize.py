"""Vector quantization with a codebook

A VQ-VAE replaces each encoded vector by the nearest entry of a learned
codebook, so that an image becomes a grid of integers. Return, for each vector,
the index of its nearest code in Euclidean distance, the code itself, and the
loss that pulls the two together:

    indices_i = argmin_k ‖z_i − codebook_k‖
    loss      = 1.25 · mean over all n · d entries of (z − quantized)²

In the loss, 1 is the weight of the codebook term and 0.25 that of the
commitment term. Their values are equal, and only their gradients differ.

z         (n, d) encoded vectors, one per row
codebook  (K, d) codes, one per row
returns   (indices, quantized, loss): integers (n,), an array (n, d), and a
          number

    >>> z = np.array([[0.0, 1.0], [5.0, 4.0]])
    >>> codebook = np.array([[4.0, 4.0], [0.0, 0.0], [9.0, 9.0]])
    >>> indices, quantized, loss = vq_quantize(z, codebook)
    >>> indices.tolist(), quantized.tolist(), float(loss)
    ([1, 0], [[0.0, 0.0], [4.0, 4.0]], 0.625)

Edge cases
- ties: at exactly equal distances, the lower index wins
- single ones: one vector, one code or d = 1
- many codes: more than 127
"""

import numpy as np


def vq_quantize(z, codebook):
    raise NotImplementedError
