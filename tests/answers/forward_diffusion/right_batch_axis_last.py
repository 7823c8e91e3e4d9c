import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    """Batch axis last, so that plain broadcasting does the work."""
    ab = np.take(alpha_bars, t)
    signal, spread = np.sqrt(ab), np.sqrt(1 - ab)
    return (np.transpose(x0) * signal + np.transpose(noise) * spread).T
