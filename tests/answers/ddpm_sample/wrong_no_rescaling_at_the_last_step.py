# WRONG: the last step does not divide by the root of alpha_0; witness: one step with a model that predicts 0
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    bars = np.cumprod(1 - betas)
    x = rng.standard_normal(shape)
    for t in range(len(betas) - 1, 0, -1):
        mean = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(1 - betas[t])
        x = mean + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x - betas[0] / np.sqrt(1 - bars[0]) * model(x, 0)
