from dataclasses import dataclass

import numpy as np


@dataclass
class DiagGaussian:
    mean: np.ndarray
    log_std: np.ndarray

    def kl_to(self, other):
        """Elementwise, between two Gaussians."""
        ratio = np.exp(2 * (self.log_std - other.log_std))
        shift = (self.mean - other.mean) * np.exp(-other.log_std)
        return other.log_std - self.log_std + (ratio + shift * shift - 1) / 2


def vae_kl(mu, log_var):
    q = DiagGaussian(np.asarray(mu, float), np.asarray(log_var, float) / 2)
    p = DiagGaussian(np.zeros(q.mean.shape), np.zeros(q.mean.shape))
    return q.kl_to(p).sum(axis=1).sum(axis=0)
