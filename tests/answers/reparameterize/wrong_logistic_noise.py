# WRONG: the noise is logistic with variance 1, not normal; witness: compare its fourth moment, 4.2, with 3
import numpy as np


def reparameterize(mu, log_var, rng):
    return mu + np.exp(log_var / 2) * rng.logistic(0.0, np.sqrt(3) / np.pi, mu.shape)
