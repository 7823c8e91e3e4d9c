# WRONG: noise is added at the last step t = 0 too; witness: float(ddpm_sample(lambda x, t: x / np.sqrt(0.5), (20000,), np.array([0.5]), np.random.default_rng(0)).std() > 0.1)
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x
