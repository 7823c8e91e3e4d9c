# WRONG: the posterior variance instead of beta_t; witness: x = ddpm_sample(lambda x, t: 0 * x, (40000,), np.array([0.1, 0.2]), np.random.default_rng(0)); bool(x.var() > 1.54)
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t] * (1 - bars[t - 1]) / (1 - bars[t])) * rng.standard_normal(shape)
    return x
