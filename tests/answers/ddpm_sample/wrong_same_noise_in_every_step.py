# WRONG: one noise array is drawn and used in every step; witness: x = ddpm_sample(lambda x, t: 0 * x, (40000,), np.full(5, 0.5), np.random.default_rng(0)); bool(x.var() > 65)
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    z = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * z
    return x
