# WRONG: t counts up from 0 to T - 1; witness: s = []; ddpm_sample(lambda x, t: (s.append(t), 0 * x)[1], (2,), np.array([0.1, 0.2]), np.random.default_rng(0)); s
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t, beta in enumerate(betas):
        x = (x - beta / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(beta) * rng.standard_normal(shape)
    return x
