# WRONG: antithetic noise, the second half is minus the first: entries are not independent; witness: z = reparameterize(np.zeros(1000), np.zeros(1000), np.random.default_rng(0)); bool(abs(z.sum()) < 1e-6)
import numpy as np


def reparameterize(mu, log_var, rng):
    n = np.size(mu)
    half = rng.standard_normal((n + 1) // 2)
    eps = np.concatenate([half, -half])[:n].reshape(np.shape(mu))
    return mu + np.exp(0.5 * log_var) * eps
