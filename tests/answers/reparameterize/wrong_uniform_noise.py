# WRONG: the noise is uniform with mean 0 and variance 1, not normal; witness: z = reparameterize(np.zeros(20000), np.zeros(20000), np.random.default_rng(0)); bool(np.abs(z).max() > 2)
import numpy as np

ROOT3 = 3.0 ** 0.5


def reparameterize(mu, log_var, rng):
    eps = rng.uniform(-ROOT3, ROOT3, size=np.shape(mu))
    return mu + np.exp(0.5 * log_var) * eps
