# WRONG: the model is called once more in the beginning (to find out the output's shape); witness: s = []; ddpm_sample(lambda x, t: (s.append(t), 0 * x)[1], (2,), np.array([0.1, 0.2]), np.random.default_rng(0)); s
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    T = len(betas)
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    eps = model(x, T - 1)
    for t in range(T - 1, -1, -1):
        eps = model(x, t)
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * eps) / np.sqrt(alphas[t])
        if t:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(eps.shape)
    return x
