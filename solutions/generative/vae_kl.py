"""KL divergence of diagonal normals from the standard normal, in closed form.

The latents are independent, so their divergences add up. Each has the closed form ½ (sigma² + mu² − 1 − log sigma²):
a shifted mean costs, and so does a variance above or below 1. With log_var as the parameter, no logarithm is taken of
anything that could be 0.

O(B · d) time.
"""

import numpy as np


def vae_kl(mu, log_var):
    """Sum over batch and latents of KL(N(mu, exp(log_var)) ‖ N(0, 1))."""
    return 0.5 * np.sum(np.exp(log_var) + mu**2 - 1 - log_var)


# What an interviewer asks next
#
# Why this direction of the divergence? The bound on log p(x) yields KL(q ‖ prior). It is large where q puts mass and
# the prior hardly any. So each q stays where the prior is likely, and the decoder is trained where samples will come
# from.
#
# What is posterior collapse? q(z|x) equals the prior for every x, so z says nothing about x. The term is then 0, its
# minimum, and a strong decoder can do without z. A remedy is to raise the weight of this term slowly, or to leave a few
# nats per latent free (free bits).
#
# What does a factor beta in front do? Above 1 it pushes the latents to be independent and to carry less (beta-VAE).
# Below 1, reconstructions get sharper and the latent space is harder to sample from.
