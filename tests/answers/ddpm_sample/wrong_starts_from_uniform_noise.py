# WRONG: starts from uniform x on [-sqrt 3, sqrt 3], mean 0 and variance 1 but not normal; witness: s = []; ddpm_sample(lambda x, t: (s.append(x.copy()), 0 * x)[1], (20000,), np.array([0.1, 0.2]), np.random.default_rng(0)); bool(np.abs(s[0]).max() > 2)
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.uniform(-np.sqrt(3), np.sqrt(3), size=shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x
