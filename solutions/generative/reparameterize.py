"""The reparameterization trick: noise from outside, mean and spread from the encoder.

Half of the log-variance is the logarithm of the standard deviation, so one exponential of log_var / 2 is enough. It is
always positive, and the network may output any real number. All randomness comes from the generator that is passed
in, so a seed repeats a run.

O(size of mu) time and memory.
"""

import numpy as np


def reparameterize(mu, log_var, rng):
    """A draw from N(mu, exp(log_var)), entry by entry."""
    eps = rng.standard_normal(mu.shape)
    return mu + np.exp(0.5 * log_var) * eps


# What an interviewer asks next
#
# Why is the trick needed? Drawing z from N(mu, sigma²) is a step without a derivative. Written as mu + sigma · eps, the
# randomness is an input, and dz/dmu = 1 and dz/dsigma = eps are ordinary derivatives.
#
# Why log_var and not sigma? Any real number is a valid logarithm, so the layer needs no constraint, and tiny variances
# can still be represented.
#
# Does it work for every distribution? It works for those that are a smooth function of fixed noise. A categorical is
# not. There, use the Gumbel-softmax relaxation, or a score-function estimator, which is unbiased but noisier.
