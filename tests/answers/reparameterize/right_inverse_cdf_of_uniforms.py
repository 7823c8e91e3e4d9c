from statistics import NormalDist

import numpy as np

_PHI_INV = np.frompyfunc(NormalDist().inv_cdf, 1, 1)


class Normal:
    """torch.distributions.Normal with rsample only."""

    def __init__(self, loc, scale):
        self.loc, self.scale = loc, scale

    def rsample(self, rng):
        # bin midpoints of 2**52 bins: strictly inside (0, 1)
        u = (rng.integers(0, 2 ** 52, size=self.loc.shape) + 0.5) / 2.0 ** 52
        return self.loc + self.scale * np.asarray(_PHI_INV(u), dtype=float)


def reparameterize(mu, log_var, rng):
    return Normal(np.asarray(mu), np.exp(np.asarray(log_var) * 0.5)).rsample(rng)
