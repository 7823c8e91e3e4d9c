"""Symmetric int8 quantization with one scale for the whole tensor.

Dividing by max |x| / 127 maps the largest entry to 127, so nothing ever needs clipping and -128 stays unused: q and -q
can both be represented, and zero needs no offset. np.round rounds halves to the even integer, which keeps the errors
of many halves from adding up in one direction.

O(size of x) time and memory.
"""

import numpy as np


def quantize_int8(x):
    """The int8 codes of ``x`` and their scale, so that x is about q * scale."""
    largest = np.max(np.abs(x))
    scale = largest / 127 if largest else 1.0  # all zeros: any scale would do
    return np.round(x / scale).astype(np.int8), scale


# What an interviewer asks next
#
# How large is the error? At most scale / 2 per entry. One outlier therefore costs every other entry its precision.
# That is why weights are scaled per channel and activations per token.
#
# How is a matrix product done with it? (q_a scale_a)(q_b scale_b) = scale_a scale_b (q_a q_b): multiply in int8,
# accumulate in int32, and scale once at the end. The scales must not vary along the summed axis.
#
# When is asymmetric quantization better? When values are on one side of zero, as after a ReLU: a zero point spends
# all 256 codes on the range that occurs. The price is a correction term in every product.
#
# Why not floor(x + 0.5)? It rounds every half up. That is a bias on data with many halves.
