# WRONG: the x0 that the prediction implies is clipped to [-1, 1]; witness: a model that always predicts -3
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in range(len(betas) - 1, -1, -1):
        before = bars[t - 1] if t else 1.0
        x0 = np.clip((x - np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(bars[t]), -1, 1)
        x = (np.sqrt(before) * betas[t] * x0 + np.sqrt(alphas[t]) * (1 - before) * x) / (1 - bars[t])
        if t:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x
