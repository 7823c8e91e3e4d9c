import numpy as np


def reparameterize(mu: np.ndarray, log_var: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    # let the generator do the scaling and the shifting
    mu = np.asarray(mu, dtype=float)
    std = np.exp(np.asarray(log_var, dtype=float) / 2)
    return rng.normal(loc=mu, scale=std, size=mu.shape)
