"""KL divergence of diagonal normals from the standard normal, in closed form.

The latents are independent, so their divergences add, and each has the closed form ½ (sigma² + mu² − 1 − log
sigma²): it costs to move the mean, to spread too wide, and to be too sure. With log_var as the parameter no
logarithm is taken of anything that could be 0.

O(B · d) time.
"""

import numpy as np


def vae_kl(mu, log_var):
    """Sum over batch and latents of KL(N(mu, exp(log_var)) ‖ N(0, 1))."""
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var))


# What an interviewer asks next
#
# Why this direction of the divergence? The bound on log p(x) yields KL(q ‖ prior). It is infinite where q
# puts mass and the prior none, so q must stay inside the prior, which is what makes sampling from the prior
# meaningful.
#
# What is posterior collapse? The term is smallest, 0, when q ignores x. A strong decoder may then do without
# z. One raises the weight of this term slowly, or leaves a few nats free.
#
# What does a factor beta in front do? Above 1 it presses latents to be independent and carry less (beta-VAE);
# below 1 it buys sharper reconstructions with a latent space that is harder to sample from.
