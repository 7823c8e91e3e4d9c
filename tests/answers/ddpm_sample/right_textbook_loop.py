import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1.0 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in range(len(betas) - 1, -1, -1):
        eps = model(x, t)
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * eps) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x
