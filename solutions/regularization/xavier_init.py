"""Xavier (Glorot) initialization: one variance as a compromise between two goals.

An output sums n_in products, so its variance is n_in * Var(W) times that of an input: the forward pass
wants Var(W) = 1 / n_in. A gradient on the way back sums n_out of them and wants 1 / n_out. The average of
n_in and n_out serves both: Var(W) = 2 / (n_in + n_out). A generator's `normal` asks for the standard
deviation, so it takes the root.

O(n_in * n_out) time and memory.
"""

import numpy as np


def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out), independent and normal, with variance 2 / (n_in + n_out)."""
    std = np.sqrt(2 / (n_in + n_out))
    return rng.normal(0.0, std, size=(n_in, n_out))


# What an interviewer asks next
#
# Why not start from zeros? Units with equal weights receive equal gradients and stay equal forever; the
# random draw breaks the symmetry. Biases may start at zero.
#
# What is the uniform version? U(-a, a) has variance a^2 / 3, so a = sqrt(6 / (n_in + n_out)).
#
# For which activations was it derived? For those that look like the identity near 0, such as tanh. A ReLU
# halves the second moment of what it passes on; He initialization doubles the variance to make up for it.
