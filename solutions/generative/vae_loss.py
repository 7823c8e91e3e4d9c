"""The VAE loss: sum within a sample, mean over the batch, in both terms.

The squared error summed over the features is, up to a constant, the negative log-likelihood under a normal of variance
½. So both terms are in nats, and their balance is part of the model. Averaging over features but summing over latents
would weaken the first term by the number of pixels. As everything within a sample is summed, one sum over the whole
array and one division by the batch size give the mean.

O(size of x + B · d) time.
"""

import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    """Mean over the batch of squared error plus KL(q ‖ N(0, I))."""
    reconstruction = np.sum((x - x_recon) ** 2)
    kl = 0.5 * np.sum(np.exp(log_var) + mu**2 - 1 - log_var)
    return (reconstruction + kl) / len(x)


# What an interviewer asks next
#
# Where does it come from? It is the negative evidence lower bound, E[−log p(x|z)] + KL(q(z|x) ‖ p(z)), up to a
# constant, with one draw of z for the expectation.
#
# Is a ½ missing in front of the squared error? −log N(x; x_recon, σ²) is ‖x − x_recon‖² / (2 σ²) plus a constant, so
# this loss is the bound for a decoder variance of ½. With variance 1 the error counts half. In general the factor
# between the two terms is the choice of σ², as beta is in a beta-VAE.
#
# When would you take cross-entropy for the first term? For binary data, or data in [0, 1] read as
# probabilities: a Bernoulli likelihood instead of a normal one.
#
# Why are samples from a VAE blurry? With a pixel-wise likelihood of fixed variance, the best output is the mean of all
# plausible images, and a mean of sharp images is not sharp.
