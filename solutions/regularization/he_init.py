"""He (Kaiming) initialization: twice 1 / n_in, since a ReLU halves the second moment.

With z symmetric about 0, E[relu(z)^2] = Var(z) / 2. The next layer sums n_in such terms, each weighted by
an independent W, so Var(z_next) = n_in * Var(W) * Var(z) / 2, which stays the same for Var(W) = 2 / n_in. A
generator's `normal` asks for the standard deviation, so it takes the root.

O(n_in * n_out) time and memory.
"""

import numpy as np


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out), independent and normal, with variance 2 / n_in."""
    std = np.sqrt(2 / n_in)
    return rng.normal(0.0, std, size=(n_in, n_out))


# What an interviewer asks next
#
# What happens in a deep ReLU network with Xavier instead? For square layers the variance halves with every
# layer: after 30 layers the signal is smaller by 2^15 in standard deviation.
#
# Fan-in or fan-out? n_in keeps the activations' scale, n_out that of the gradients. Either is fine: they
# differ by one constant factor over the whole network.
#
# What is n_in for a convolution? Everything that one output sums over: k * k * C_in.
#
# What about a leaky ReLU of slope s? Its second moment is (1 + s^2) / 2, so the variance becomes 2 / ((1 + s^2)
# n_in).
