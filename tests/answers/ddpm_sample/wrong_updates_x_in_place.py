# WRONG: x is updated in place, so a model that returns (a view of) its input gets its prediction overwritten while it is in use; witness: bool(abs(ddpm_sample(lambda x, t: x, (50000,), np.array([0.5]), np.random.default_rng(0)).std() - 0.414) < 0.02)
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        eps = model(x, t)
        x /= np.sqrt(alphas[t])
        x -= betas[t] / np.sqrt(1 - bars[t]) / np.sqrt(alphas[t]) * eps
        if t > 0:
            x += np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x
