# WRONG: log_var is taken for the log of the standard deviation where it is positive (a "variance floor" gone wrong); witness: z = reparameterize(np.zeros(40000), np.full(40000, 2.0), np.random.default_rng(0)); bool(z.std() < 3)
import numpy as np


def reparameterize(mu, log_var, rng):
    sigma = np.where(log_var > 0, np.exp(log_var), np.exp(0.5 * np.minimum(log_var, 0)))
    return mu + sigma * rng.standard_normal(np.shape(mu))
