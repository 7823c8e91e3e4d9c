import numpy as np


def logsigmoid(z):
    """Two branches, each evaluated only where it is safe."""
    z = np.atleast_1d(z)
    return np.piecewise(z, [z >= 0, z < 0], [lambda t: -np.log1p(np.exp(-t)), lambda t: t - np.log1p(np.exp(t))])


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    policy = np.subtract(chosen, rejected, dtype=np.float64)
    reference = np.subtract(ref_chosen, ref_rejected, dtype=np.float64)
    return -float(np.mean(logsigmoid(beta * (policy - reference))))
