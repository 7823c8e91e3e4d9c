# WRONG: the noise is shared by all samples of the batch (drawn with shape[1:]) in the steps; witness: x = ddpm_sample(lambda x, t: x / np.sqrt(0.75) * 1.5 if t else 0 * x, (2000, 1), np.array([0.5, 0.5]), np.random.default_rng(0)); bool(x.std() > 0.9)
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape[1:])
    return x
