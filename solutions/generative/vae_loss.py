"""The VAE loss: sum within a sample, mean over the batch, in both terms.

Squared error summed over the features is, up to constants, the negative log-likelihood under a normal of
fixed variance, so both terms are in the same currency and their balance is part of the model. Averaging over
features but summing over latents would weaken the first by the number of pixels. As everything within a
sample is summed, one sum over the whole array and one division by the batch size give the mean.

O(size of x + B · d) time.
"""

import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    """Mean over the batch of squared error plus KL(q ‖ N(0, I))."""
    reconstruction = np.sum((x - x_recon) ** 2)
    kl = -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var))
    return (reconstruction + kl) / len(x)


# What an interviewer asks next
#
# Where does it come from? It is the negative evidence lower bound, E[−log p(x|z)] + KL(q(z|x) ‖ p(z)), with
# the expectation estimated by one draw of z.
#
# When would you take cross-entropy for the first term? For binary data, or data in [0, 1] read as
# probabilities: a Bernoulli likelihood instead of a normal one.
#
# Why are samples from a VAE blurry? A pixel-wise likelihood of fixed variance is best served by the mean of
# all plausible images, and a mean of sharp images is not sharp.
