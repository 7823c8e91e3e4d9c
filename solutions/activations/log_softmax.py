"""Log-softmax with the logarithm taken on paper.

log(exp(x_i) / sum) = x_i - log(sum): the exponential of x_i is never computed, so it cannot underflow. Shifting
the slice by its maximum m leaves the result as it is, and makes the largest term of the sum 1: the sum is between
1 and the slice's length, and its logarithm is safe.

O(size of x) time and memory.
"""

import numpy as np


def log_softmax(x, axis=-1):
    """Log-probabilities along ``axis``, of x's shape."""
    shifted = x - np.max(x, axis=axis, keepdims=True)  # largest entry of each slice is now 0
    return shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))


# What an interviewer asks next
#
# Why not log(softmax(x) + 1e-8)? It is finite, but wrong: every probability far below 1e-8 gets a logarithm near
# -18.4, and the gradient there is lost.
#
# What is its gradient? For the sum of dout * log_softmax(x): dout - softmax(x) * sum(dout), along the axis.
#
# How is log(exp(a) + exp(b)) computed for two numbers? max(a, b) + log1p(exp(-|a - b|)): the same shift, and
# log1p keeps the digits when the second term is tiny. NumPy has it as np.logaddexp.
